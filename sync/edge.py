"""The one place where foreign failures (sockets, TLS, HTTP) become the outcomes of `trouble.py`."""

import contextlib
import email.utils
import errno
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import cast

import httpx
import msgspec

from sync.trouble import (
    Broken,
    Busy,
    Degraded,
    Denied,
    DeniedStatus,
    Expired,
    Gone,
    Offline,
    Refused,
    TooLarge,
    Trouble,
)

_NOT_YET_VALID = 9
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID: nearly always a till whose clock has gone back to its first day."""

_UNREACHABLE = {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL}


class _Error(msgspec.Struct):
    """Body of a failed answer; foreign servers leave fields out or send something else."""

    error: str = ""
    status: str = ""


def has_route() -> bool:
    """Tell whether this machine has any way out; connecting a datagram socket sends nothing."""
    for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))
            return True
    return False


def translate(error: Exception, route: Callable[[], bool] = has_route) -> Trouble:
    """Say what a failed exchange means: where it got stuck, from the deepest reason that is known."""
    reasons = list(_reasons(error))
    detail = f"{type(error).__name__}: {error}"
    for each in reasons:
        if isinstance(each, ssl.SSLCertVerificationError):
            text = each.verify_message or str(each)
            return Offline("clock" if each.verify_code == _NOT_YET_VALID else "certificate", text)
        if isinstance(each, ssl.SSLError) and not isinstance(each, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
            return Offline("captive", f"no TLS at this address: {each}")
    if isinstance(error, httpx.ProxyError):
        return Offline("network", f"proxy: {error}")
    if isinstance(error, (httpx.DecodingError, httpx.TooManyRedirects)):
        return Broken(detail)
    for each in reasons:
        if isinstance(each, socket.gaierror):
            return Offline("internet" if route() else "network", f"the name is not known: {each}")
        if isinstance(each, OSError) and each.errno in _UNREACHABLE:
            return Offline("network", str(each))
    if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout)) and not route():
        return Offline("network", detail)
    return Offline("server", detail, timed_out=isinstance(error, (httpx.ReadTimeout, httpx.WriteTimeout, TimeoutError)))


def check(code: int, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Let a good answer of the centre pass; raise the outcome for anything else. `body` is only read on failure."""
    kind = content_kind(headers)
    if code in (200, 201, 206):
        if kind == "foreign":
            raise Offline("captive", f"answered with {headers.get('content-type') or 'no type'}")
        return
    told = _told(body)
    detail = f"{code} {told.error}".strip()
    if code in (429, 425) or (code >= 500 and code not in (502, 504, 511)):
        patience = Degraded if code >= 500 else Busy
        raise patience(_retry_after_s(headers.get("retry-after", ""), now), detail)
    if code >= 500 and code != 511:
        raise Offline("server", detail)
    if code == 408:
        raise Offline("server", detail, timed_out=True)
    if code == 413:
        raise TooLarge(detail)
    if code == 407:
        raise Offline("network", "the proxy asks for a sign-in")
    if code == 511 or code < 400 or (kind == "foreign" and code != 401):
        raise Offline("captive", f"{code} {headers.get('location', '')}".strip())
    raise _denial(code, told, detail)


def _denial(code: int, told: _Error, detail: str) -> Trouble:
    if code == 401:
        return Expired(detail)
    if code == 403:
        status = told.status if told.status in ("pending", "blocked") else "unknown"
        return Denied(cast(DeniedStatus, status), detail)
    if code == 410:
        return Gone(detail)
    return Refused(detail, code)


def content_kind(headers: Mapping[str, str]) -> str:
    """Sort an answer by its type: json, msgpack, file, or foreign (what the centre never sends)."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return "json"
    if kind in ("application/msgpack", "application/x-msgpack", "application/vnd.msgpack"):
        return "msgpack"
    if kind == "application/octet-stream":
        return "file"
    return "foreign"


def content_encoding(headers: Mapping[str, str]) -> str:
    """How an answer's body is packed: empty, zstd, gzip ..."""
    return headers.get("content-encoding", "").strip().lower()


def _told(body: bytes) -> _Error:
    try:
        return msgspec.json.decode(body, type=_Error)
    except msgspec.DecodeError:
        return _Error()


def _retry_after_s(text: str, now: datetime) -> float | None:
    """Seconds of a Retry-After header, which holds a number or a date (RFC 9110 10.2.3)."""
    text = text.strip()
    if text.isdecimal():
        return float(text)
    try:
        return max(0.0, (email.utils.parsedate_to_datetime(text) - now).total_seconds())
    except (ValueError, TypeError):
        return None


def _reasons(error: BaseException) -> Iterator[BaseException]:
    """The error and everything that led to it, groups included, each once."""
    waiting, seen = [error], set[int]()
    while waiting:
        each = waiting.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        if isinstance(each, BaseExceptionGroup):
            waiting.extend(each.exceptions)
        waiting.extend(reason for reason in (each.__cause__, each.__context__) if reason is not None)
