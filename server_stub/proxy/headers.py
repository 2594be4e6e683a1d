"""Which headers pass the proxy, each way: those on a list. Whatever proves who is calling stays here."""

from collections.abc import Iterable

from server_stub.proxy.outgoing import Headers

_ASKED = frozenset(
    [
        "accept",
        "accept-encoding",
        "accept-language",
        "content-type",
        "content-encoding",
        "if-match",
        "if-none-match",
        "if-modified-since",
        "if-unmodified-since",
        "if-range",
        "range",
        "idempotency-key",
        "x-idempotency-key",
        "x-image-id",
        "x-request-id",
        "user-agent",
    ]
)
_ANSWERED = frozenset(
    [
        "content-type",
        "content-encoding",
        "content-language",
        "content-disposition",
        "content-range",
        "accept-ranges",
        "cache-control",
        "etag",
        "expires",
        "last-modified",
        "retry-after",
        "vary",
        "x-request-id",
    ]
)
_SANDBOX: Headers = [(b"content-security-policy", b"sandbox"), (b"x-content-type-options", b"nosniff")]
"""What an instance answers must not run as a page of the centre."""


def pass_asked(headers: Headers) -> Headers:
    """Give the headers of a request that its target gets."""
    return _pass(headers, _ASKED)


def pass_answered(headers: Headers) -> Headers:
    """Give the headers of an answer that the caller gets."""
    return _pass(headers, _ANSWERED) + _SANDBOX


def _pass(headers: Iterable[tuple[bytes, bytes]], allowed: frozenset[str]) -> Headers:
    """Keep what is on the list and not named in Connection (RFC 9110, 7.6.1)."""
    listed = [(name.lower(), value) for name, value in headers]
    hops = {hop.strip().lower() for name, value in listed if name == b"connection" for hop in value.split(b",")}
    return [(name, value) for name, value in listed if name.decode("latin-1") in allowed and name not in hops]
