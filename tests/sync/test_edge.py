import socket
import ssl
from datetime import UTC, datetime

import httpx
import pytest

from sync.edge import check, translate
from sync.packing import unpack
from sync.trouble import Broken, Busy, Denied, Expired, Gone, Offline, Refused, TooLarge, Trouble

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
JSON = {"content-type": "application/json"}
HTML = {"content-type": "text/html; charset=utf-8"}


def caused(error: Exception, reason: Exception) -> Exception:
    error.__cause__ = reason
    return error


@pytest.mark.parametrize(
    ("error", "route", "cause"),
    [
        (caused(httpx.ConnectError("x"), socket.gaierror(-3, "try again")), True, "offline.internet"),
        (caused(httpx.ConnectError("x"), socket.gaierror(-3, "try again")), False, "offline.network"),
        (caused(httpx.ConnectError("x"), OSError(101, "unreachable")), True, "offline.network"),
        (caused(httpx.ConnectError("x"), ConnectionRefusedError(111, "refused")), True, "offline.server"),
        (httpx.ConnectTimeout("x"), True, "offline.server"),
        (httpx.ConnectTimeout("x"), False, "offline.network"),
        (httpx.ReadTimeout("x"), False, "offline.server"),
        (httpx.ProxyError("407"), True, "offline.network"),
        (httpx.RemoteProtocolError("garbage"), True, "offline.server"),
        (caused(httpx.ConnectError("x"), ssl.SSLError(1, "WRONG_VERSION_NUMBER")), True, "offline.captive"),
        (caused(httpx.ConnectError("x"), ssl.SSLEOFError(8, "EOF in violation of protocol")), True, "offline.server"),
        (
            caused(httpx.ConnectError("x"), ExceptionGroup("all", [OSError(101, "v6"), OSError(101, "v4")])),
            True,
            "offline.network",
        ),
    ],
)
def test_failures_of_the_line_name_the_place(error: Exception, route: bool, cause: str) -> None:
    assert translate(error, lambda: route).cause == cause


@pytest.mark.parametrize(
    ("code", "cause"), [(9, "offline.clock"), (10, "offline.certificate"), (18, "offline.certificate")]
)
def test_a_certificate_that_does_not_verify(code: int, cause: str) -> None:
    reason = ssl.SSLCertVerificationError(1, "certificate verify failed")
    reason.verify_code, reason.verify_message = code, "why"
    assert translate(caused(httpx.ConnectError("x"), reason), lambda: True).cause == cause


def test_slow_is_told_apart_from_absent() -> None:
    slow, absent = translate(httpx.ReadTimeout("x")), translate(httpx.ConnectTimeout("x"), lambda: True)
    assert isinstance(slow, Offline)
    assert isinstance(absent, Offline)
    assert (slow.timed_out, absent.timed_out) == (True, False)


@pytest.mark.parametrize(
    ("code", "headers", "body", "kind"),
    [
        (401, JSON, b"", Expired),
        (401, HTML, b"", Expired),
        (403, JSON, b'{"error":"no","status":"blocked"}', Denied),
        (404, JSON, b'{"error":"not found"}', Refused),
        (404, HTML, b"<h1>", Offline),
        (408, JSON, b"", Offline),
        (410, JSON, b"", Gone),
        (413, HTML, b"", TooLarge),
        (422, JSON, b'{"error":"entry 7: bad"}', Refused),
        (429, HTML, b"", Busy),
        (500, JSON, b"", Busy),
        (502, HTML, b"", Offline),
        (503, JSON, b"", Busy),
        (504, HTML, b"", Offline),
        (511, HTML, b"", Offline),
        (302, HTML, b"", Offline),
        (200, HTML, b"", Offline),
        (200, {}, b"", Offline),
    ],
)
def test_answers_become_outcomes(code: int, headers: dict[str, str], body: bytes, kind: type[Trouble]) -> None:
    with pytest.raises(kind):
        check(code, headers, body, NOW)


def test_good_answers_pass() -> None:
    check(200, JSON, b"", NOW)
    check(206, {"content-type": "application/octet-stream"}, b"", NOW)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("7", 7), ("Sat, 21 Nov 2026 08:00:30 GMT", 30), ("Sat, 21 Nov 2026 07:00:00 GMT", 0), ("soon", None), ("", None)],
)
def test_retry_after_in_both_forms(text: str, seconds: float | None) -> None:
    with pytest.raises(Busy) as caught:
        check(503, JSON | {"retry-after": text}, b"", NOW)
    assert caught.value.retry_after_s == seconds


def test_denial_carries_the_status() -> None:
    with pytest.raises(Denied) as caught:
        check(403, JSON, b'{"error":"x","status":"pending"}', NOW)
    assert caught.value.status == "pending"
    assert "approve" in caught.value.remedy


@pytest.mark.parametrize("encoding", ["zstd", "gzip", "br"])
def test_damaged_bodies_are_broken(encoding: str) -> None:
    with pytest.raises(Broken):
        unpack(b"not packed at all", encoding, 1000)


def test_a_bomb_is_not_unpacked() -> None:
    import gzip

    import zstandard

    plain = bytes(10_000_000)
    for encoding, packed in (("gzip", gzip.compress(plain)), ("zstd", zstandard.ZstdCompressor().compress(plain))):
        assert unpack(packed, encoding, len(plain)) == plain
        with pytest.raises(Broken, match="more than"):
            unpack(packed, encoding, 100_000)
