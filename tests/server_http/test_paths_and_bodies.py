import gzip
import zlib

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from server_stub.faults import Denied
from server_stub.http.bodies import pack, unpack
from server_stub.http.paths import Folder

STATUS = "/ECK/API/DEVICE/{device:str}/STATUS"
FOLDER = Folder([STATUS, "/ECK/API/DEVICE/REGISTER", "/ECK/HEALTH", "/health"])


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("/eck/health", "/ECK/HEALTH"),
        ("/ECK/health/", "/ECK/HEALTH"),
        ("/Health", "/health"),
        ("/eck/Api/device/AbC%2fd/status", "/ECK/API/DEVICE/AbC%2fd/STATUS"),
        ("/eck/api/device/register", "/ECK/API/DEVICE/REGISTER"),
        ("/eck/unknown", "/eck/unknown"),
        ("/", "/"),
        ("//", "//"),
    ],
)
def test_fixed_parts_are_folded_and_ids_are_not(raw: str, folded: str) -> None:
    assert FOLDER.fold(raw) == folded


@given(st.text("abcXYZ019-._~%:", min_size=1))
def test_an_id_is_never_changed(device: str) -> None:
    assert FOLDER.fold(f"/eck/api/DEVICE/{device}/Status") == f"/ECK/API/DEVICE/{device}/STATUS"


@given(st.binary(max_size=5000))
def test_what_is_packed_is_unpacked(body: bytes) -> None:
    for accepted in ("", "gzip, deflate", "zstd;q=1, gzip", "br"):
        packed, encoding = pack(body, accepted)
        assert unpack(packed, encoding, 5000) == body


def test_the_better_of_the_accepted_encodings_is_used() -> None:
    body = bytes(5000)
    assert pack(body, "gzip, zstd")[1] == "zstd"
    assert pack(body, "gzip")[1] == "gzip"
    assert pack(b"short", "gzip, zstd") == (b"short", "")


@pytest.mark.parametrize("make", [gzip.compress, zstandard.ZstdCompressor().compress])
def test_a_bomb_does_not_go_off(make: object) -> None:
    bomb = make(bytes(50_000_000))  # type: ignore[operator]
    encoding = "gzip" if make is gzip.compress else "zstd"
    with pytest.raises(Denied) as caught:
        unpack(bomb, encoding, 1_000_000)
    assert caught.value.status == 413


def test_a_window_of_gigabytes_is_not_allocated() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=27, enable_ldm=True)
    wide = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    body = wide.compress(bytes(1000)) + wide.flush()
    with pytest.raises(Denied) as caught:
        unpack(body, "zstd", 1_000_000)
    assert caught.value.status == 400


@pytest.mark.parametrize(
    ("body", "encoding", "status"),
    [
        (b"not zstd", "zstd", 400),
        (b"not gzip", "gzip", 400),
        (gzip.compress(b"12345", mtime=0)[:-4], "gzip", 400),
        (zlib.compress(b"x"), "deflate", 415),
        (b"x" * 11, "", 413),
    ],
)
def test_damaged_and_foreign_encodings_are_told(body: bytes, encoding: str, status: int) -> None:
    with pytest.raises(Denied) as caught:
        unpack(body, encoding, 10)
    assert caught.value.status == status
