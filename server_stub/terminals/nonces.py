"""Nonces for registrations: 64 hex digits that hold once and for two minutes, as eckWMS clients ask for them.

A nonce carries its expiry under a seal, so that asking stores nothing; only a used one is remembered.
"""

import hmac
import secrets
from datetime import UTC, datetime, timedelta

from server_stub.database import Connection
from server_stub.faults import Denied

LIFE = timedelta(seconds=120)
_RANDOM, _TIME, _SEAL = 12, 4, 16
"""Bytes of each part; 32 together."""


def make_nonce(secret: bytes, now: datetime) -> str:
    """Make a nonce."""
    body = secrets.token_bytes(_RANDOM) + int((now + LIFE).timestamp()).to_bytes(_TIME, "big")
    return (body + _seal(secret, body)).hex()


def read_nonce(secret: bytes, nonce: str) -> datetime | None:
    """Give the expiry of a nonce that this centre made, else None."""
    try:
        raw = bytes.fromhex(nonce)
    except ValueError:
        return None
    body, seal = raw[: _RANDOM + _TIME], raw[_RANDOM + _TIME :]
    if len(nonce) != 2 * len(raw) or len(body) != _RANDOM + _TIME or not hmac.compare_digest(seal, _seal(secret, body)):
        return None
    return datetime.fromtimestamp(int.from_bytes(body[_RANDOM:], "big"), tz=UTC)


def _seal(secret: bytes, body: bytes) -> bytes:
    return hmac.digest(secret, b"eckwms.registration.1\x00" + body, "sha256")[:_SEAL]


async def use_nonce(conn: Connection, secret: bytes, nonce: str, now: datetime) -> None:
    """Use up the nonce of a registration whose signature holds. Raises Denied 403: missing, used or expired.

    Where nonces are not required, none is needed and one of somebody else's making says nothing; an own one is
    still good once only.
    """
    expires_at = read_nonce(secret, nonce)
    if expires_at is None:
        if await is_nonce_required(conn):
            raise Denied(403, "Missing or invalid nonce" if nonce else "A nonce is required")
        return
    if now >= expires_at:
        raise Denied(403, "The nonce has expired")
    used = await conn.execute(
        "INSERT INTO used_nonce (nonce, expires_at) VALUES (%s, %s) ON CONFLICT DO NOTHING", (nonce, expires_at)
    )
    if used.rowcount != 1:
        raise Denied(403, "The nonce has been used")


async def is_nonce_required(conn: Connection) -> bool:
    """Tell whether registrations need a nonce here; they do not until `require_nonce` says so."""
    found = await conn.execute("SELECT require_nonce FROM centre")
    row = await found.fetchone()
    return bool(row and row[0])


async def require_nonce(conn: Connection, required: bool) -> None:
    """Set whether registrations need a nonce; holds at once, in every process of the centre."""
    await conn.execute("UPDATE centre SET require_nonce = %s", (required,))
