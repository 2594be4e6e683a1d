"""The way back: a terminal that was restored from a backup asks what the centre holds of it, and gets it."""

from server_stub.centre import Centre
from server_stub.database import Connection, Pool
from sync.chain import Entry
from sync.wire.messages import Held, HeldChains, Recalled

MOST_CHAINS = 1000
"""A terminal opens a chain at each accident; the newest are what it can have missed."""
MOST_ENTRIES = 1000

_CHAINS = """
SELECT * FROM (
    SELECT i.chain, i.incarnation, i.branch, i.acked_seq, i.acked_hash, coalesce(o.opened, '{}'::jsonb) AS opened
    FROM incarnation i LEFT JOIN incarnation o
        ON (o.device_uuid, o.incarnation, o.branch) = (i.device_uuid, i.incarnation, 0)
    WHERE i.device_uuid = %s ORDER BY i.chain DESC LIMIT %s) newest
ORDER BY chain
"""
_NEXT_CHAIN = """
SELECT i.chain FROM incarnation i
LEFT JOIN entry e ON e.seq = %(seq)s AND e.hash = %(hash)s
    AND e.chain = CASE WHEN i.forked_after = %(seq)s THEN i.parent_chain ELSE i.chain END
WHERE i.device_uuid = %(device)s AND i.incarnation = %(incarnation)s AND i.acked_seq > %(seq)s
    AND i.forked_after <= %(seq)s AND (e.seq IS NOT NULL OR %(seq)s = 0)
ORDER BY i.branch LIMIT 1
"""
"""The first branch on which something follows the named entry: its own chain, or one that parted right behind it."""
_ENTRIES = """
SELECT header, body, prev_hash, hash, signature FROM entry WHERE chain = %s AND seq > %s ORDER BY seq LIMIT %s
"""


async def list_chains(pool: Pool, centre: Centre, device_uuid: str) -> HeldChains:
    """Give every chain of a terminal that the centre holds, oldest first."""
    async with pool.connection() as conn:
        cursor = await conn.execute(_CHAINS, (device_uuid, MOST_CHAINS))
        rows = await cursor.fetchall()
    return HeldChains(epoch=centre.epoch, chains=tuple([_held(*row[1:]) for row in rows]))


def _held(incarnation: str, branch: int, seq: int, hashed: bytes, opened: dict[str, object]) -> Held:
    said = {
        name: opened[name]
        for name in ("receipt_prefix", "parent_incarnation", "parent_seq", "parent_hash")
        if name in opened
    }
    return Held(incarnation=incarnation, branch=branch, seq=seq, hash=hashed.hex(), **said)  # type: ignore[arg-type]


async def read_entries(
    pool: Pool, device_uuid: str, incarnation: str, after_seq: int, after_hash: bytes, limit: int
) -> Recalled:
    """Give a terminal's own entries behind (number, hash), oldest first; from the beginning behind number 0."""
    async with pool.connection() as conn:
        chain = await _next_chain(conn, device_uuid, incarnation, after_seq, after_hash)
        cursor = await conn.execute(_ENTRIES, (chain, after_seq, limit + 1), binary=True)
        entries = [Entry(*row) for row in await cursor.fetchall()]
    return Recalled(incarnation=incarnation, entries=tuple(entries[:limit]), more=len(entries) > limit)


async def _next_chain(conn: Connection, device_uuid: str, incarnation: str, seq: int, hashed: bytes) -> int | None:
    values = {"device": device_uuid, "incarnation": incarnation, "seq": seq, "hash": hashed}
    row = await (await conn.execute(_NEXT_CHAIN, values)).fetchone()
    return row[0] if row else None
