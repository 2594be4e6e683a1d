"""Who may hold a live line: a device by its token, or a person by theirs; and from which page a browser may come."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from litestar import WebSocket

from server_stub.database import Connection
from server_stub.http.access import bearer
from server_stub.identity import tokens
from server_stub.identity.auth import expired, get_caller
from server_stub.identity.sign_in import read_person, read_signed_in
from sync.wire.live import TOKEN_PREFIX

Socket = WebSocket[Any, Any, Any]
_PORTS = {"http": 80, "ws": 80, "https": 443, "wss": 443}


@dataclass(frozen=True, slots=True)
class Guest:
    """Whoever holds a line: `owner` is the id of a device (with the key it proved) or of a person.

    `ends_at` is when the token does, in seconds since 1970.
    """

    owner: str
    key_id: str
    ends_at: float


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a guest as of now: what they are told, and which shop's room they are in."""

    status: str
    shop: str
    may_read: bool


async def admit_guest(conn: Connection, secret: bytes, token: str, now: datetime) -> Guest:
    """Give whoever a token belongs to; tills call far more often than people. Raises Denied 401."""
    device = tokens.read_access(secret, token, now)
    if device is not None:
        caller = await get_caller(conn, device.device_uuid, device.key_id)
        return Guest(caller.device_uuid, caller.key_id, device.expires_at)
    about = tokens.read_person(secret, token, now)
    person = await read_signed_in(conn, about) if about else None
    if about is None or person is None:
        raise expired()
    return Guest(person.person_id, "", about.expires_at)


async def read_standing(conn: Connection, guest: Guest) -> Standing:
    """Read the state of a guest from the database. Raises Denied 401 when there is no such device or person now."""
    if guest.key_id:
        caller = await get_caller(conn, guest.owner, guest.key_id)
        return Standing(caller.status, caller.shop, caller.may_read)
    person = await read_person(conn, guest.owner)
    if person is None:
        raise expired()
    return Standing("active", person.shop, may_read=False)


def offered_token(socket: Socket) -> str:
    """Take the token out of the Authorization header or of the offered subprotocols; empty when there is none."""
    offered: list[str] = socket.scope.get("subprotocols") or []
    carried = [name.removeprefix(TOKEN_PREFIX) for name in offered if name.startswith(TOKEN_PREFIX)]
    return bearer(socket) or (carried[0] if carried else "")


def is_own_page(socket: Socket) -> bool:
    """Whether a browser's page comes from this centre; programs name no origin and are let through to their token."""
    origin = socket.headers.get("origin", "")
    if not origin:
        return True
    try:
        parts = urlsplit(origin)
        own = urlsplit(f"//{socket.headers.get('host', '')}")
        port = parts.port or _PORTS.get(parts.scheme)
        return bool(parts.hostname) and (parts.hostname, port) == (own.hostname, own.port or _PORTS.get(parts.scheme))
    except ValueError:
        return False
