"""API keys of programs: 256 random bits shown once, kept as SHA-256, with scopes, an end, and room to rotate."""

import hashlib
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from psycopg.rows import class_row

from server_stub.database import Connection
from server_stub.faults import Refusal
from server_stub.identity.callers import ApiKey
from server_stub.ids import new_id

INSTANCE_SCOPE = "instance"
"""What a key needs to speak for a server of the eckWMS family."""
_AT_ONCE = 2
_LAST_USED_STEP = timedelta(minutes=1)
_SCOPE = re.compile(r"[a-z][a-z0-9-]*(:[a-z][a-z0-9-]*)?")
_COLUMNS = """id::text AS key_id, name, prefix, scopes, coalesce(shop_id::text, '') AS shop, created_at, expires_at,
    revoked_at, last_used_at"""


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """What is known of a key; the key itself is not. `prefix` is its readable beginning."""

    key_id: str
    name: str
    prefix: str
    scopes: list[str]
    shop: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None

    def state(self, now: datetime) -> str:
        """Tell whether it is active, expired or revoked."""
        if self.revoked_at is not None:
            return "revoked"
        return "expired" if self.expires_at is not None and self.expires_at <= now else "active"


async def create_key(
    conn: Connection,
    name: str,
    scopes: Collection[str],
    now: datetime,
    *,
    shop: str = "",
    life: timedelta | None = None,
) -> tuple[str, KeyRecord]:
    """Make a key and give it with its record; nobody can read it again. `shop` empty means every shop.

    Two keys of one name may be active at once, so that the old one works until the new one is in place everywhere.
    Raises Refusal: `key.scope`, `key.name`, `key.two`.
    """
    _check(name, scopes)
    prefix = f"eck_{secrets.token_hex(4)}"
    key = f"{prefix}_{secrets.token_urlsafe(32)}"
    async with conn.transaction():
        await conn.execute("SELECT pg_advisory_xact_lock(hashtextextended('api_key ' || %s, 0))", (name,))
        known = await conn.execute(
            """SELECT count(*) FROM api_key WHERE name = %s AND revoked_at IS NULL
                 AND (expires_at IS NULL OR expires_at > %s)""",
            (name, now),
        )
        if ((await known.fetchone()) or (0,))[0] >= _AT_ONCE:
            raise Refusal("key.two", f"{name} has two active keys already", "Revoke the old one first.")
        await conn.execute(
            """INSERT INTO api_key (id, name, prefix, hash, scopes, shop_id, created_at, expires_at)
               VALUES (%s, %s, %s, %s, %s, %s, %s, %s)""",
            (new_id(), name, prefix, _hash(key), sorted(set(scopes)), shop or None, now, now + life if life else None),
        )
    return key, next(record for record in await list_keys(conn) if record.prefix == prefix)


def _check(name: str, scopes: Collection[str]) -> None:
    if not name or len(name) > 64 or not name.isprintable():
        raise Refusal("key.name", "A key needs a name of 1 to 64 characters", "Name the program that will use it.")
    wrong = [scope for scope in scopes if not _SCOPE.fullmatch(scope)]
    if wrong or not scopes:
        told = f"{wrong[0]!r} is not a scope" if wrong else "A key needs at least one scope"
        raise Refusal("key.scope", told, "Scopes look like products:read.")


async def find_key(conn: Connection, key: str, now: datetime) -> ApiKey | None:
    """Give the program whose key this is; None when the key is unknown, revoked or expired."""
    async with conn.cursor(row_factory=class_row(KeyRecord)) as cursor:
        await cursor.execute(
            f"""SELECT {_COLUMNS} FROM api_key
                WHERE hash = %s AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > %s)""",  # noqa: S608
            (_hash(key), now),
        )
        found = await cursor.fetchone()
    if found is None:
        return None
    if found.last_used_at is None or now - found.last_used_at > _LAST_USED_STEP:
        await conn.execute("UPDATE api_key SET last_used_at = %s WHERE id = %s", (now, found.key_id))
    return ApiKey(found.key_id, found.name, frozenset(found.scopes), found.shop)


async def list_keys(conn: Connection) -> list[KeyRecord]:
    """Give all keys, by name and age."""
    async with conn.cursor(row_factory=class_row(KeyRecord)) as cursor:
        await cursor.execute(f"SELECT {_COLUMNS} FROM api_key ORDER BY name, created_at, id")  # noqa: S608
        return await cursor.fetchall()


async def revoke_key(conn: Connection, text: str, now: datetime) -> list[KeyRecord]:
    """End the key with this prefix or id, or all with this name; works at once. Raises Refusal `key.unknown`."""
    cursor = await conn.execute(
        """UPDATE api_key SET revoked_at = %(now)s
           WHERE (prefix = %(text)s OR id::text = %(text)s OR name = %(text)s) AND revoked_at IS NULL
           RETURNING id::text""",
        {"now": now, "text": text},
    )
    ended = [row[0] for row in await cursor.fetchall()]
    if not ended:
        raise Refusal("key.unknown", f"There is no active key {text!r}", "eckwms-server keys list shows them.")
    return [key for key in await list_keys(conn) if key.key_id in ended]


def _hash(key: str) -> bytes:
    return hashlib.sha256(key.encode(errors="replace")).digest()
