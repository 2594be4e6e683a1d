"""Refresh tokens of devices and people: each is good once, and one used twice ends all that came from its sign-in."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import LiteralString

from psycopg.rows import class_row

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.identity import tokens


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a family of refresh tokens belongs to: a key of a device, or a person."""

    family: str
    device_uuid: str | None = None
    key_id: str | None = None
    person_id: str | None = None
    reused: bool = False
    """A refresh token came a second time, and the family was ended for it."""


def new_family() -> str:
    """Name a new sign-in."""
    return str(uuid.uuid4())


async def give(conn: Connection, holder: Holder, now: datetime) -> str:
    """Make the next refresh token of a family."""
    refresh = tokens.new_refresh()
    await conn.execute(
        """INSERT INTO refresh_token (hash, family, device_uuid, key_id, person_id, issued_at, expires_at)
           VALUES (%s, %s, %s, %s, %s, %s, %s)""",
        (
            tokens.hash_refresh(refresh),
            holder.family,
            holder.device_uuid,
            holder.key_id,
            holder.person_id,
            now,
            now + tokens.REFRESH_LIFE,
        ),
    )
    return refresh


async def exchange(conn: Connection, refresh: str, now: datetime) -> Holder | None:
    """Use up a refresh token, in the caller's transaction, which must commit. None when it holds no more.

    A second use means that two parties have it, so the whole family is ended and the holder comes back `reused`.
    """
    hashed = tokens.hash_refresh(refresh)
    found = await conn.execute(
        """SELECT used_at IS NOT NULL, revoked_at IS NOT NULL OR expires_at <= %s, family::text
           FROM refresh_token WHERE hash = %s FOR UPDATE""",
        (now, hashed),
    )
    row = await found.fetchone()
    if row is None:
        return None
    is_used, is_over, family = row
    if is_used:
        await end(conn, family, now)
        holder = await find_family(conn, refresh)
        return replace(holder, reused=True) if holder else None
    if is_over:
        return None
    return await _read(
        conn,
        """UPDATE refresh_token SET used_at = %s WHERE hash = %s
           RETURNING family::text, device_uuid::text, key_id, person_id::text""",
        (now, hashed),
    )


async def find_family(conn: Connection, refresh: str) -> Holder | None:
    """Tell whose refresh token this is, whether it still holds or not."""
    return await _read(
        conn,
        "SELECT family::text, device_uuid::text, key_id, person_id::text FROM refresh_token WHERE hash = %s",
        (tokens.hash_refresh(refresh),),
    )


async def _read(conn: Connection, query: LiteralString, values: tuple[object, ...]) -> Holder | None:
    async with conn.cursor(row_factory=class_row(Holder)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchone()


async def end(conn: Connection, family: str, now: datetime) -> None:
    """End one sign-in: none of its tokens is good any more."""
    await conn.execute(
        "UPDATE refresh_token SET revoked_at = %s WHERE family = %s AND revoked_at IS NULL", (now, family)
    )


async def end_all(conn: Connection, person_id: str, now: datetime) -> None:
    """End every sign-in of a person."""
    await conn.execute(
        "UPDATE refresh_token SET revoked_at = %s WHERE person_id = %s AND revoked_at IS NULL", (now, person_id)
    )


def refused() -> Denied:
    """Say that a refresh token is no good, without saying why."""
    return Denied(401, "Invalid or expired refresh token")
