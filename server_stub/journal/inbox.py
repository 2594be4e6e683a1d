"""The inbox: entries of terminals as they were sealed, and how far each chain is held.

Every statement is for several terminals at once: what one costs, forty hardly cost more.
"""

import struct
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from server_stub.database import Connection
from server_stub.journal.landing import LARGEST_SEQ, Branch, Held, Landed, Push
from sync.chain import Break

NEWEST_VERSION = 2**31 - 1
_COPY_ENTRIES = """
COPY entry (chain, seq, kind, version, received_at, header, body, prev_hash, hash, signature) FROM STDIN (FORMAT binary)
"""
KNOWN = "SELECT seq, hash, chain FROM entry WHERE chain = ANY(%s) AND seq BETWEEN %s AND %s"
"""What is here already of the numbers of a batch: the partitions of these chains are asked, by their keys."""
_LOCK = """
SELECT pg_advisory_xact_lock(key)
FROM (SELECT hashtextextended(device, 0) AS key FROM unnest(%s::text[]) AS d(device) ORDER BY 1) AS ordered
"""
"""In order, so that two processes never wait for each other in a circle."""
_BRANCHES = """
SELECT device_uuid::text, chain, branch, key_id, acked_seq, acked_hash, coalesce((
    SELECT min((opened ->> 'parent_seq')::bigint) FROM incarnation n
    WHERE n.device_uuid = i.device_uuid AND n.opened ->> 'parent_incarnation' = i.incarnation), %s)
FROM unnest(%s::uuid[], %s::text[]) AS p(device, named) JOIN incarnation i
    ON i.device_uuid = p.device AND i.incarnation = p.named
ORDER BY branch
"""
_KEYS = "SELECT device_uuid::text, key_id, public_key FROM device_key WHERE device_uuid = ANY(%s::uuid[])"
_ACKNOWLEDGE = """
UPDATE incarnation SET acked_seq = a.seq, acked_hash = a.hash, acked_at = %s
FROM unnest(%s::int[], %s::bigint[], %s::bytea[]) AS a(chain, seq, hash) WHERE incarnation.chain = a.chain
"""
_QUARANTINED = """
SELECT q.chain, q.seq FROM unnest(%s::int[], %s::bigint[], %s::int[]) AS p(chain, first, entries)
    JOIN quarantine q ON q.chain = p.chain AND q.seq BETWEEN p.first AND p.first + p.entries ORDER BY q.seq
"""
_POSTGRES_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_HEAD = struct.Struct("!hiiiqi")
_MIDDLE = struct.Struct("!iiiq")
_LENGTH = struct.Struct("!i")


async def lock_terminals(conn: Connection, pushes: Sequence[Push]) -> None:
    """Take one batch of a terminal at a time; not by the device's row, whose last_seen every request writes."""
    await conn.execute(_LOCK, ([push.device_uuid for push in pushes],))


async def read_held(conn: Connection, pushes: Sequence[Push]) -> dict[str, Held]:
    """Give what is here of the incarnations that these terminals hand in, by terminal."""
    devices, incarnations = [push.device_uuid for push in pushes], [push.batch.incarnation for push in pushes]
    held = {device: Held() for device in devices}
    branches = await conn.execute(_BRANCHES, (LARGEST_SEQ, devices, incarnations))
    keys = await conn.execute(_KEYS, (devices,))
    for device, *branch in await branches.fetchall():
        held[device].branches.append(Branch(*branch))
    for device, key_id, public_key in await keys.fetchall():
        held[device].keys[key_id] = public_key
    return held


async def store(conn: Connection, landed: Sequence[Landed], now: datetime) -> None:
    """Keep what is new and note how far the chains are held."""
    landed = [each for each in landed if each.new]
    if not landed:
        return
    async with conn.cursor() as cursor, cursor.copy(_COPY_ENTRIES) as copy:
        await copy.write(_binary_rows(landed, now))
    chains, seqs, hashes = zip(*((each.chain, each.seq, each.hash) for each in landed), strict=True)
    await conn.execute(_ACKNOWLEDGE, (now, list(chains), list(seqs), list(hashes)))


def _binary_rows(landed: Sequence[Landed], now: datetime) -> bytes:
    """Write entries in PostgreSQL's binary COPY format, which takes the bytes as they are.

    By hand, because adapting ten values per row costs more than checking the chain does.
    """
    parts = [b"PGCOPY\n\xff\r\n\0", bytes(8)]
    received_us = (now - _POSTGRES_EPOCH) // timedelta(microseconds=1)
    for chain, entry, header in ((each.chain, *row) for each in landed for row in each.rows):
        kind = header.kind.replace("\0", "").encode()
        parts += (_HEAD.pack(10, 4, chain, 8, header.seq, len(kind)), kind)
        parts.append(_MIDDLE.pack(4, min(header.version, NEWEST_VERSION), 8, received_us))
        for value in (entry.header, entry.body, entry.prev_hash, entry.hash, entry.signature):
            parts += (_LENGTH.pack(len(value)), value)
    parts.append(b"\xff\xff")
    return b"".join(parts)


async def read_quarantined(
    conn: Connection, pushes: Sequence[Push], landed: Sequence[Landed | Break]
) -> dict[int, list[int]]:
    """Give the numbers in quarantine, those handed in before included, by chain."""
    asked = [
        (each.chain, push.batch.first_seq, len(push.batch.entries))
        for push, each in zip(pushes, landed, strict=True)
        if isinstance(each, Landed) and each.stands
    ]
    found: dict[int, list[int]] = {}
    if asked:
        columns = [list(column) for column in zip(*asked, strict=True)]
        for chain, seq in await (await conn.execute(_QUARANTINED, columns)).fetchall():
            found.setdefault(chain, []).append(seq)
    return found
