"""Prove what the centre holds: every chain, every sale, every stock figure."""

from dataclasses import dataclass
from typing import Any

from psycopg import IsolationLevel

from server_stub.database import Connection, Pool
from sync.chain import GENESIS, Break, Entry, decode_header, is_signed_by, verify_links
from sync.wire.places import OUTSIDE

PAGE = 5000

_CHAINS = """
SELECT i.chain, i.device_uuid::text, i.incarnation, i.branch, i.forked_after, i.acked_seq, i.acked_hash,
    (SELECT e.hash FROM entry e WHERE e.chain = i.parent_chain AND e.seq = i.forked_after)
FROM incarnation i ORDER BY i.chain
"""
_PAGE = """
SELECT header, body, prev_hash, hash, signature FROM entry WHERE chain = %s AND seq > %s ORDER BY seq LIMIT %s
"""
_SALES = """
SELECT s.sale_id::text, s.receipt FROM sale s
LEFT JOIN (SELECT sale_id, sum(total_minor) AS total FROM sale_line GROUP BY sale_id) l USING (sale_id)
LEFT JOIN (SELECT sale_id, sum(gross_minor) AS total FROM sale_tax GROUP BY sale_id) t USING (sale_id)
LEFT JOIN (SELECT sale_id, sum(amount_minor) AS paid FROM payment GROUP BY sale_id) p USING (sale_id)
WHERE coalesce(l.total, 0) <> s.total_minor OR coalesce(t.total, 0) <> s.total_minor
    OR coalesce(p.paid, 0) - s.change_minor IS DISTINCT FROM s.total_minor + s.rounding_minor
"""
_STRAYED = """
SELECT s.sale_id::text, s.receipt, s.business_day::text, h.business_day::text
FROM sale s JOIN shift_day h ON h.shift_id = s.shift_id AND h.shop_id = s.shop_id
WHERE s.business_day <> h.business_day ORDER BY 2, 1 LIMIT 100
"""
_LOST = """
SELECT i.device_uuid::text, i.incarnation, e.seq FROM entry e JOIN incarnation i USING (chain)
LEFT JOIN sale s ON (s.chain, s.seq) = (e.chain, e.seq) LEFT JOIN quarantine q ON (q.chain, q.seq) = (e.chain, e.seq)
WHERE e.kind = 'sale.completed' AND e.seq <= i.projected_seq AND s.sale_id IS NULL AND q.seq IS NULL
ORDER BY 1, 2, 3 LIMIT 100
"""
_STOCK = """
WITH moved AS (
    SELECT product_id, place_id, lot, sum(milli) AS milli FROM (
        SELECT product_id, to_place_id AS place_id, lot, quantity_milli AS milli FROM movement
        UNION ALL SELECT product_id, from_place_id, lot, -quantity_milli FROM movement) m
    WHERE place_id NOT IN (SELECT id FROM place WHERE kind = ANY(%s))
    GROUP BY product_id, place_id, lot)
SELECT product_id::text, place_id::text || CASE lot WHEN '' THEN '' ELSE ', lot ' || lot END,
    coalesce(s.on_hand_milli, 0), coalesce(m.milli, 0)
FROM stock s FULL JOIN moved m USING (product_id, place_id, lot)
WHERE coalesce(s.on_hand_milli, 0) <> coalesce(m.milli, 0)
"""
_ATTACHMENTS = """
SELECT attachment_id::text FROM attachment WHERE bytes IS NOT NULL AND sha256(salt || bytes) <> hash LIMIT 100
"""

_PURSES = """
SELECT s.receipt, p.method FROM payment p JOIN sale s USING (sale_id, business_day)
WHERE p.method IN ('credit', 'account') AND NOT EXISTS (
    SELECT 1 FROM purse_move m WHERE m.sale_id = p.sale_id AND m.n = p.n AND m.purse = p.method
        AND m.customer_id = s.customer_id AND m.amount = -p.amount_minor AND m.voided = (s.void_id IS NOT NULL))
ORDER BY 1, 2 LIMIT 100
"""
_INVOICES = """
SELECT series, count(*), max(invoice_no) FROM invoice GROUP BY shop_id, series HAVING count(*) <> max(invoice_no)
"""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose entries a chain must hold, and the keys that may have signed them."""

    device: str
    incarnation: str
    keys: dict[str, bytes]


async def verify_centre(pool: Pool) -> dict[str, Any]:
    """Check every chain, Σ movements = on hand, and every sale = lines = taxes = payments − change
    and on its shift's day, and that invoices have no gaps, at one moment.

    Gives {"ok", "terminals", "entries", "problems": [sentence]}.
    """
    problems: list[str] = []
    async with pool.connection() as conn:
        await conn.set_isolation_level(IsolationLevel.REPEATABLE_READ)
        try:
            async with conn.transaction():
                terminals, entries = await _verify_chains(conn, problems)
                await _verify_figures(conn, problems)
        finally:
            await conn.set_isolation_level(None)
    return {"ok": not problems, "terminals": terminals, "entries": entries, "problems": problems}


async def _verify_chains(conn: Connection, problems: list[str]) -> tuple[int, int]:
    """Check every chain; gives how many terminals and entries there are."""
    chains = await (await conn.execute(_CHAINS)).fetchall()
    entries = 0
    for chain, device, incarnation, branch, forked_after, acked_seq, acked_hash, fork_hash in chains:
        name = f"{device}/{incarnation}" + (f" branch {branch}" if branch else "")
        owner = Owner(device, incarnation, await _read_keys(conn, device))
        start = (forked_after, fork_hash or GENESIS)
        entries += await _verify_chain(conn, chain, owner, name, start, (acked_seq, acked_hash), problems)
    return len({device for _, device, *_ in chains}), entries


async def _verify_figures(conn: Connection, problems: list[str]) -> None:
    for device, incarnation, seq in await (await conn.execute(_LOST)).fetchall():
        problems.append(f"{device}/{incarnation}: the sale in entry {seq} is not among the sales")
    for (attachment,) in await (await conn.execute(_ATTACHMENTS)).fetchall():
        problems.append(f"attachment {attachment} is not what its hash says")
    for sale_id, receipt in await (await conn.execute(_SALES)).fetchall():
        problems.append(f"sale {receipt} ({sale_id}): lines, taxes and payments differ")
    for sale_id, receipt, day, day_of_shift in await (await conn.execute(_STRAYED)).fetchall():
        problems.append(f"sale {receipt} ({sale_id}): counts on {day}, its shift on {day_of_shift}")
    for receipt, method in await (await conn.execute(_PURSES)).fetchall():
        problems.append(f"sale {receipt}: what was paid by {method} is not booked so")
    for series, count, last in await (await conn.execute(_INVOICES)).fetchall():
        problems.append(f"invoices of {series}: {count} up to number {last}")
    for product, place, on_hand, moved in await (await conn.execute(_STOCK, (list(OUTSIDE),))).fetchall():
        problems.append(f"stock of {product} at {place}: {on_hand} on hand, {moved} moved")


async def _verify_chain(
    conn: Connection,
    chain: int,
    owner: Owner,
    name: str,
    start: tuple[int, bytes],
    acked: tuple[int, bytes],
    problems: list[str],
) -> int:
    """Check links, owners and signatures of one chain page by page; gives how many entries were read."""
    seq, prev_hash = start
    count = 0
    while True:
        rows = await (await conn.execute(_PAGE, (chain, seq, PAGE))).fetchall()
        entries = [Entry(*row) for row in rows]
        count += len(entries)
        try:
            seq, prev_hash = verify_links(entries, seq, prev_hash)
        except Break as broken:
            problems.append(f"{name}: {broken}")
            return count
        problems += [f"{name}: {problem}" for problem in (_wrong(entry, owner) for entry in entries) if problem]
        if len(rows) < PAGE:
            break
    if (seq, prev_hash) != (acked[0], bytes(acked[1])):
        problems.append(f"{name}: acknowledged up to {acked[0]}, but the chain ends at {seq}")
    return count


async def _read_keys(conn: Connection, device: str) -> dict[str, bytes]:
    cursor = await conn.execute("SELECT key_id, public_key FROM device_key WHERE device_uuid = %s", (device,))
    return {key_id: bytes(key) for key_id, key in await cursor.fetchall()}


def _wrong(entry: Entry, owner: Owner) -> str:
    header = decode_header(entry.header)
    if (header.terminal, header.incarnation) != (owner.device, owner.incarnation):
        return f"entry {header.seq} is of terminal {header.terminal}, incarnation {header.incarnation}"
    key = owner.keys.get(header.key_id)
    if key is None or not is_signed_by(entry, key):
        return f"entry {header.seq} is not signed by a key of this terminal"
    return ""
