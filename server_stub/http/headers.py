"""Headers that every answer carries, whoever made it, and the end of requests from other sites' scripts."""

import json
from typing import Any

from server_stub.http.paths import App, Receive, Scope, Send

STANDING = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)
_API_POLICY = b"default-src 'none'; frame-ancestors 'none'"
_PAGE_POLICY = (
    b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    b"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HSTS = (b"strict-transport-security", b"max-age=31536000")
"""Without subdomains: a company's other servers are not ours to speak for."""


def secure_answers(app: App) -> App:
    """Wrap an ASGI application: every answer gets the security headers, a CORS preflight gets 403.

    A header that a route sets itself stays. `scheme` is what the trusted proxy in front says (X-Forwarded-Proto).
    """

    async def securing(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await app(scope, receive, send)

        async def adding(message: Any) -> None:
            if message["type"] == "http.response.start":
                message = message | {"headers": _complete(list(message.get("headers", ())), scope)}
            await send(message)

        if scope["method"] == "OPTIONS" and _asked(scope, b"access-control-request-method"):
            return await _refuse(adding)
        return await app(scope, receive, adding)

    return securing


def _complete(headers: list[tuple[bytes, bytes]], scope: Scope) -> list[tuple[bytes, bytes]]:
    said = {name.lower() for name, _ in headers}
    policy = _PAGE_POLICY if scope["path"].lower().startswith("/console") else _API_POLICY
    wanted = [*STANDING, (b"content-security-policy", policy)]
    if scope.get("scheme") == "https":
        wanted.append(_HSTS)
    return headers + [(name, value) for name, value in wanted if name not in said]


def _asked(scope: Scope, name: bytes) -> bool:
    return any(key == name for key, _ in scope["headers"])


async def _refuse(send: Send) -> None:
    body = json.dumps({"error": "Scripts of other sites may not call this centre"}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": body})
