"""Who is signed in to the console: a random token in a cookie that scripts cannot read, its hash in the database.

A session ends after half an hour without a page, after twelve hours in any case, and with the sign-in it stands for:
a new password, a person who was let out and a sign-out all end it at once.
"""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from psycopg.rows import class_row

from server_stub.context import Context
from server_stub.database import Connection
from server_stub.identity import families, tokens
from server_stub.identity.callers import Person
from server_stub.identity.sign_in import Credentials, sign_in

COOKIE = "eckwms_console"
IDLE = timedelta(minutes=30)
LIFE = timedelta(hours=12)
_STEP = timedelta(minutes=1)

_PERSON = """
SELECT p.id::text AS person_id, p.login, p.name, p.role,
    CASE WHEN p.role = 'admin' THEN '' ELSE p.shop_id::text END AS shop
FROM console_session s JOIN person p ON p.id = s.person_id
WHERE s.hash = %(hash)s AND p.active AND s.expires_at > %(now)s AND s.seen_at > %(idle)s
    AND EXISTS (SELECT 1 FROM refresh_token t WHERE t.family = s.family AND t.revoked_at IS NULL)
"""


async def begin_session(context: Context, credentials: Credentials, address: str) -> str:
    """Sign somebody in and give the cookie's value. Raises Denied 401 and TooManyRequestsException as `sign_in`."""
    now = context.now()
    signed_in = await sign_in(context.pool, context.centre.jwt_secret, credentials, now, address)
    claims = tokens.read_person(context.centre.jwt_secret, signed_in.access, now)
    assert claims is not None
    token = secrets.token_urlsafe(32)
    async with context.pool.connection() as conn:
        await conn.execute("DELETE FROM console_session WHERE expires_at < %s OR seen_at < %s", (now, now - IDLE))
        await conn.execute(
            "INSERT INTO console_session (hash, person_id, family, seen_at, expires_at) VALUES (%s, %s, %s, %s, %s)",
            (_hash(token), claims.person_id, claims.family, now, now + LIFE),
        )
    return token


async def recognise(conn: Connection, token: str, now: datetime) -> Person | None:
    """Give the person whose session the cookie names, as of now; None when it is over or never was."""
    if not token:
        return None
    values = {"hash": _hash(token), "now": now, "idle": now - IDLE}
    async with conn.cursor(row_factory=class_row(Person)) as cursor:
        await cursor.execute(_PERSON, values)
        person = await cursor.fetchone()
    if person:
        await conn.execute(
            "UPDATE console_session SET seen_at = %s WHERE hash = %s AND seen_at < %s",
            (now, values["hash"], now - _STEP),
        )
    return person


async def end_session(conn: Connection, token: str, now: datetime) -> None:
    """Sign out: the session goes, and the sign-in it stands for with it."""
    cursor = await conn.execute("DELETE FROM console_session WHERE hash = %s RETURNING family::text", (_hash(token),))
    row = await cursor.fetchone()
    if row:
        await families.end(conn, row[0], now)


def make_csrf(token: str) -> str:
    """Give what every form of this session must carry, so that no other site can send one in its name."""
    return hmac.new(token.encode(), b"eckwms.console.form", hashlib.sha256).hexdigest()


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
