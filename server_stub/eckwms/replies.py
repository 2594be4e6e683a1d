"""Answer a numbered message once: what was answered is kept with the number, in the transaction that did the work.

Two copies at once wait for one another in the database, so it holds for all processes and after a restart.
"""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.faults import Denied

KEPT = timedelta(days=90)
LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: HTTP status and JSON object; `again` when it was given before."""

    status: int
    body: dict[str, Any]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """Whose message, of what kind, with which number (empty: none) and which content (hashed in order)."""

    owner: str
    shop: str
    operation: str
    key: str
    content: tuple[str, ...]

    @property
    def fingerprint(self) -> bytes:
        """SHA-256 over the parts, each behind its length."""
        return hashlib.sha256("".join(f"{len(part)}:{part}" for part in self.content).encode()).digest()


async def answer_once(conn: Connection, message: Message, now: datetime, work: Callable[[], Awaitable[Reply]]) -> Reply:
    """Do the work and keep its answer, or give the answer that the number got before.

    What `work` raises undoes everything, so the number is free again. Raises Denied 409 for a number that came with
    other content before, and 400 for one that is too long.
    """
    if len(message.key) > LONGEST_KEY or "\0" in message.key:
        raise Denied(400, f"A message number has at most {LONGEST_KEY} characters")
    async with conn.transaction():
        if not message.key:
            return await work()
        if not await _claim(conn, message, now):
            return await _recall(conn, message)
        reply = await work()
        await conn.execute(
            "UPDATE client_reply SET status = %s, body = %s WHERE (owner, operation, key) = (%s, %s, %s)",
            (reply.status, Jsonb(reply.body), message.owner, message.operation, message.key),
        )
        return reply


async def _claim(conn: Connection, message: Message, now: datetime) -> bool:
    """Take the number; False when somebody had it. Waits for whoever is just at work on it."""
    taken = await conn.execute(
        """INSERT INTO client_reply (owner, operation, key, shop_id, fingerprint, made_at)
           VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING""",
        (message.owner, message.operation, message.key, message.shop or None, message.fingerprint, now),
    )
    return taken.rowcount == 1


async def _recall(conn: Connection, message: Message) -> Reply:
    cursor = await conn.execute(
        "SELECT fingerprint, status, body FROM client_reply WHERE (owner, operation, key) = (%s, %s, %s)",
        (message.owner, message.operation, message.key),
    )
    row = await cursor.fetchone()
    if row is None or bytes(row[0]) != message.fingerprint:
        raise Denied(409, "This message number came with other content before")
    return Reply(row[1], row[2], again=True)


async def prune_replies(conn: Connection, now: datetime) -> None:
    """Forget the answers to messages of more than 90 days ago."""
    await conn.execute("DELETE FROM client_reply WHERE made_at < %s", (now - KEPT,))
