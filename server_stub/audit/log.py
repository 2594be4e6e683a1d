"""The audit log: lines are only added, and each carries the hash of the one before."""

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from psycopg.rows import class_row

from server_stub.database import Connection
from server_stub.identity.auth import Caller
from server_stub.identity.callers import AnyCaller, ApiKey, Instance, Person

GENESIS = bytes(32)
COMMAND_LINE = "command line"
_TAG = b"eckwms.audit.1\x00"
_LOCK = 0x65636B0008
"""Advisory lock: lines are numbered one at a time, until their transactions end."""
_PAGE = 1000
PAST_THE_LAST = 2**62


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that somebody did; `detail` is a JSON object, byte for byte as it was hashed."""

    n: int
    at: datetime
    who: str
    action: str
    subject: str
    detail: str
    prev_hash: bytes
    hash: bytes


class Verdict(NamedTuple):
    """How many lines there are, the hash of the last, and the number of the first that does not hold (0: none)."""

    lines: int
    head: bytes
    first_bad: int

    @property
    def ok(self) -> bool:
        """Tell whether the whole chain holds."""
        return not self.first_bad


async def note(
    conn: Connection,
    who: AnyCaller | str,
    action: str,
    subject: str = "",
    detail: Mapping[str, Any] | None = None,
    *,
    at: datetime | None = None,
) -> None:
    """Add a line in the caller's transaction; call it last there, since others who note wait until it ends.

    `who` is the route's caller or a word such as COMMAND_LINE, `action` is `noun.verb`, `subject` what it was done
    to. Never put a token, key, password or PIN into `detail`.
    """
    await conn.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
    cursor = await conn.execute("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1")
    n, prev_hash = await cursor.fetchone() or (0, GENESIS)
    at = (at or datetime.now(UTC)).astimezone(UTC)
    text = json.dumps(detail or {}, sort_keys=True, separators=(",", ":"), default=str)
    name = who if isinstance(who, str) else name_caller(who)
    name, action, subject = (_printable(part) for part in (name, action, subject))
    hashed = hash_line(n + 1, at, (name, action, subject, text), prev_hash)
    await conn.execute(
        """INSERT INTO audit (n, at, who, action, subject, detail, prev_hash, hash)
           VALUES (%s, %s, %s, %s, %s, %s, %s, %s)""",
        (n + 1, at, name, action, subject, text, prev_hash, hashed),
    )


def _printable(text: str) -> str:
    """Leave out what PostgreSQL does not keep and what could make a line look like two."""
    return "".join(letter for letter in text if letter.isprintable())[:200]


def name_caller(caller: AnyCaller) -> str:
    """Name a caller for the log: `person:anna`, `key:erp`, `instance:...`, `device:...`."""
    match caller:
        case Person():
            return f"person:{caller.login}"
        case ApiKey():
            return f"key:{caller.name}"
        case Instance():
            return f"instance:{caller.instance_id}"
        case Caller():
            return f"device:{caller.device_uuid}"


def hash_line(n: int, at: datetime, texts: tuple[str, ...], prev_hash: bytes) -> bytes:
    """Give the SHA-256 over the hash before and the line, each part with its length in front."""
    parts = [str(n), at.astimezone(UTC).isoformat(timespec="microseconds"), *texts]
    packed = b"".join(len(part).to_bytes(4, "big") + part for part in (text.encode() for text in parts))
    return hashlib.sha256(_TAG + prev_hash + packed).digest()


async def verify(conn: Connection) -> Verdict:
    """Check every line: numbers without gaps, each hash over its line and the hash before."""
    lines, head = 0, GENESIS
    async for line in _walk(conn):
        texts = (line.who, line.action, line.subject, line.detail)
        holds = line.n == lines + 1 and line.prev_hash == head
        if not holds or line.hash != hash_line(line.n, line.at, texts, head):
            return Verdict(lines, head, lines + 1)
        lines, head = line.n, line.hash
    return Verdict(lines, head, 0)


async def _walk(conn: Connection) -> AsyncIterator[Line]:
    after = 0
    while page := await read_lines(conn, after=after, limit=_PAGE):
        for line in page:
            yield line
        after = page[-1].n


async def read_lines(conn: Connection, *, after: int = 0, limit: int = 100, action: str = "") -> list[Line]:
    """Give lines in order after a number; with `action`, of that kind only."""
    query = """SELECT n, at, who, action, subject, detail, prev_hash, hash FROM audit
               WHERE n > %(after)s AND (%(action)s = '' OR action = %(action)s) ORDER BY n LIMIT %(limit)s"""
    return await _read(conn, query, {"after": after, "limit": limit, "action": action})


async def read_latest(conn: Connection, limit: int = 100, *, before: int = PAST_THE_LAST) -> list[Line]:
    """Give the newest lines, newest first; with `before`, those older than that number."""
    query = """SELECT n, at, who, action, subject, detail, prev_hash, hash FROM audit
               WHERE n < %(before)s ORDER BY n DESC LIMIT %(limit)s"""
    return await _read(conn, query, {"before": before, "limit": limit})


async def _read(conn: Connection, query: Any, values: Mapping[str, Any]) -> list[Line]:
    async with conn.cursor(row_factory=class_row(Line)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchall()
