"""A write with an `Idempotency-Key` happens once: its answer is kept in the write's own transaction and given again."""

import hashlib
from datetime import datetime, timedelta

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.identity.callers import AnyCaller, ApiKey, Person

KEPT = timedelta(days=7)
_LONGEST = 200


def check_key(key: str) -> str:
    """Give the key. Raises Denied 400 unless it is 1 to 200 printable ASCII characters."""
    if not (0 < len(key) <= _LONGEST and key.isascii() and key.isprintable()):
        raise Denied(400, "Idempotency-Key must have 1 to 200 printable ASCII characters")
    return key


def fingerprint(method: str, path: str, body: bytes) -> bytes:
    """Know a request again: the same key with another request is a mistake of the caller's."""
    return hashlib.sha256(b"\0".join((method.encode(), path.encode(), body))).digest()


async def begin(
    conn: Connection, caller: AnyCaller, key: str, request: bytes, now: datetime
) -> tuple[int, bytes] | None:
    """Take a key, or give status and body that were answered to it. A twin in hand is waited for.

    Raises Denied 422 when the key belongs to another request.
    """
    owner = name_caller(caller)
    taken = await conn.execute(
        """INSERT INTO idempotent_call (caller, key, request, made_at) VALUES (%s, %s, %s, %s)
           ON CONFLICT (caller, key) DO UPDATE SET request = excluded.request, made_at = excluded.made_at,
               status = NULL, answer = NULL
           WHERE idempotent_call.made_at < excluded.made_at - make_interval(days => %s) RETURNING key""",
        (owner, key, request, now, KEPT.days),
    )
    if await taken.fetchone():
        return None
    found = await conn.execute(
        "SELECT request, status, answer FROM idempotent_call WHERE caller = %s AND key = %s", (owner, key)
    )
    row = await found.fetchone()
    if row is None or bytes(row[0]) != request:
        raise Denied(422, "Idempotency-Key was used for another request")
    if row[2] is None:
        raise Denied(422, "The answer to this Idempotency-Key was erased with the person it was about")
    return row[1], bytes(row[2])


async def keep(conn: Connection, caller: AnyCaller, key: str, status: int, answer: bytes, about: str | None) -> None:
    """Keep the answer to a key; `about` is the id of what it tells of, whose erasing erases the answer."""
    await conn.execute(
        "UPDATE idempotent_call SET status = %s, answer = %s, about = %s WHERE caller = %s AND key = %s",
        (status, answer, about, name_caller(caller), key),
    )


async def forget(conn: Connection, about: str) -> None:
    """Blank the answers that tell of somebody."""
    await conn.execute("UPDATE idempotent_call SET answer = NULL WHERE about = %s", (about,))


async def prune_keys(conn: Connection, now: datetime) -> None:
    """Forget keys after a week."""
    await conn.execute("DELETE FROM idempotent_call WHERE made_at < %s", (now - KEPT,))


def name_caller(caller: AnyCaller) -> str:
    """Name a person or a program; each has keys of its own."""
    match caller:
        case Person():
            return f"person:{caller.person_id}"
        case ApiKey():
            return f"key:{caller.key_id}"
        case _:
            return "centre"
