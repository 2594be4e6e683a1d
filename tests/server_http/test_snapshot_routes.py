import base64
import hashlib
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.feed.snapshot_routes import parse_range
from sync.chain import verify_signature
from sync.wire.messages import SNAPSHOT, SNAPSHOT_FILE, Manifest, manifest_message
from tests.server_http.terminal import WireTerminal


async def fetch_manifest(terminal: WireTerminal) -> Manifest:
    answer = await terminal.get(SNAPSHOT)
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=Manifest)


async def test_the_manifest_is_signed_and_names_the_file(enrolled: WireTerminal) -> None:
    manifest = await fetch_manifest(enrolled)
    key = base64.b64decode((await enrolled.register()).json()["server_public_key"])
    assert verify_signature(key, manifest_message(manifest), manifest.signature)
    answer = await enrolled.get(SNAPSHOT_FILE.format(hash=manifest.hash))
    assert answer.status_code == 200
    assert hashlib.sha256(answer.content).hexdigest() == manifest.hash
    assert len(answer.content) == manifest.size == int(answer.headers["content-length"])
    assert "content-encoding" not in answer.headers
    assert (await fetch_manifest(enrolled)).hash == manifest.hash


async def test_a_broken_download_goes_on_where_it_was(enrolled: WireTerminal) -> None:
    manifest = await fetch_manifest(enrolled)
    path = SNAPSHOT_FILE.format(hash=manifest.hash)
    whole = (await enrolled.get(path)).content
    for asked, part in (
        ("bytes=0-99", whole[:100]),
        ("bytes=100-", whole[100:]),
        ("bytes=-10", whole[-10:]),
        (f"bytes=5-{10**12}", whole[5:]),
    ):
        answer = await enrolled.http.get(path, headers=enrolled.bearer | {"Range": asked})
        assert answer.status_code == 206
        assert answer.content == part
        start = len(whole) - len(part) if not asked.endswith("0-99") else 0
        assert answer.headers["content-range"] == f"bytes {start}-{start + len(part) - 1}/{len(whole)}"
    answer = await enrolled.http.get(path, headers=enrolled.bearer | {"Range": f"bytes={len(whole)}-"})
    assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{len(whole)}")
    assert answer.json()["error"]
    for ignored in ("bytes=0-1,4-5", "pages=1-2", "bytes=x"):
        answer = await enrolled.http.get(path, headers=enrolled.bearer | {"Range": ignored})
        assert (answer.status_code, answer.content) == (200, whole)


@pytest.mark.parametrize("name", ["0" * 64, "x", "..%2F..%2Fetc%2Fpasswd", "%00", "A" * 64])
async def test_an_unknown_file_is_404(enrolled: WireTerminal, name: str) -> None:
    answer = await enrolled.get(SNAPSHOT_FILE.format(hash=name))
    assert answer.status_code == 404
    assert answer.json()["error"]


@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(1, 500))
def test_a_range_is_a_slice(first: int, last: int, size: int) -> None:
    content = bytes(n % 251 for n in range(size))
    cases = {f"bytes={first}-{last}": content[first : last + 1], f"bytes={first}-": content[first:]}
    cases[f"bytes=-{last}"] = content[-last:] if last else b""
    for text, part in cases.items():
        asked = re.fullmatch(r"bytes=(\d*)-(\d*)", text)
        assert asked is not None
        span = parse_range(asked, size)
        assert (content[slice(*span)] if span else b"") == part
