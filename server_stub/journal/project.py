"""Projection: landed entries become rows, a run at a time; one that does not fit goes to quarantine, the rest go on.

The chain's row is locked while it is projected and `projected_seq` moves in the same transaction, so every entry
is projected exactly once. A run that fails is halved until the entry that does not fit stands alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import psycopg

from server_stub.database import Connection, Pool
from server_stub.journal.cases import close_case, open_case
from server_stub.journal.days import read_shift_days, read_zones
from server_stub.journal.projection_sql import write_rows
from server_stub.journal.projections import Origin, Rows, Unprojectable, day_at, explode, text
from sync.chain import Header, decode_header
from sync.wire.facts import Fact, UnknownFact, decode_fact

RUN = 2000
"""Entries projected in one transaction."""
BLOCKED_CASE = "device.blocked_entries"
ATTEMPTS = 5
"""Terminals that move the same stock may wait for one another in a circle; PostgreSQL ends one, which tries again."""

Fresh = Sequence[tuple[Header, bytes]]
"""Headers and bodies of consecutive entries of one chain."""

_DOES_NOT_FIT = (Unprojectable, psycopg.IntegrityError, psycopg.DataError)


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain being projected, its terminal and that terminal's shop (empty when it has none yet)."""

    chain: int
    device_uuid: str
    shop: str
    projected_seq: int
    acked_seq: int


@dataclass(frozen=True, slots=True)
class Item:
    """A readable entry on its way into the tables."""

    origin: Origin
    fact: Fact
    plain: bool


async def project_chain(conn: Connection, chain: int, fresh: Fresh = ()) -> None:
    """Project what has landed; nothing for a terminal that is blocked or has no shop.

    `fresh` are headers and bodies of entries that the caller has just landed, to save reading them back.
    """
    while await _retrying(conn, chain, fresh):
        fresh = ()


async def project_pending(pool: Pool) -> int:
    """Project whatever waits: landed before a crash, or of a terminal that was blocked. Gives the number of entries."""
    async with pool.connection() as conn:
        before = await _read_waiting(conn)
        for chain in before:
            await project_chain(conn, chain)
        after = await _read_waiting(conn)
        done = {chain: count - after.get(chain, (0, ""))[0] for chain, (count, _) in before.items()}
        for chain, (_, device) in before.items():
            if done[chain]:
                await close_case(conn, BLOCKED_CASE, device)
    return sum(done.values())


async def _read_waiting(conn: Connection) -> dict[int, tuple[int, str]]:
    """Chain -> how many of its entries are not projected, and whose they are."""
    cursor = await conn.execute(
        """SELECT chain, acked_seq - projected_seq, device_uuid::text FROM incarnation
           WHERE projected_seq < acked_seq ORDER BY chain"""
    )
    waiting = {chain: (count, device) for chain, count, device in await cursor.fetchall()}
    await conn.commit()
    return waiting


async def replay_quarantine(pool: Pool) -> int:
    """Try every quarantined entry again, oldest first, and give the number that went in."""
    done = 0
    async with pool.connection() as conn:
        cursor = await conn.execute("SELECT chain, seq FROM quarantine ORDER BY since, chain, seq")
        waiting = await cursor.fetchall()
        await conn.commit()
        for number, seq in waiting:
            async with conn.transaction():
                done += await _replay(conn, number, seq)
    return done


async def _replay(conn: Connection, number: int, seq: int) -> bool:
    chain = await _lock(conn, number)
    if chain is None:
        return False
    await conn.execute("DELETE FROM quarantine WHERE chain = %s AND seq = %s", (number, seq))
    refused = await _project_run(conn, chain, await _read_entries(conn, number, seq, seq))
    await _quarantine(conn, chain, refused)
    if not refused:
        await close_case(conn, "quarantine", f"{number} {seq}")
    return not refused


async def _retrying(conn: Connection, chain: int, fresh: Fresh) -> bool:
    for attempt in range(1, ATTEMPTS + 1):
        try:
            async with conn.transaction():
                return await _project_next(conn, chain, fresh)
        except (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure):
            if attempt == ATTEMPTS:
                raise
    raise AssertionError


async def _project_next(conn: Connection, number: int, fresh: Fresh) -> bool:
    """Project one run; True when more may wait behind it."""
    chain = await _lock(conn, number)
    if chain is None or chain.projected_seq >= chain.acked_seq:
        return False
    first, last = chain.projected_seq + 1, min(chain.acked_seq, chain.projected_seq + RUN)
    entries = fresh
    if not fresh or (fresh[0][0].seq, fresh[-1][0].seq) != (first, last):
        entries = await _read_entries(conn, number, first, last)
    refused = await _project_run(conn, chain, entries)
    await _quarantine(conn, chain, refused)
    await conn.execute("UPDATE incarnation SET projected_seq = %s WHERE chain = %s", (last, number))
    return last < chain.acked_seq


async def _lock(conn: Connection, number: int) -> Chain | None:
    """Lock the chain's row; None (and a case) when its terminal is blocked or belongs to no shop yet."""
    cursor = await conn.execute(
        """SELECT i.chain, d.device_uuid::text, coalesce(d.shop_id::text, ''), i.projected_seq, i.acked_seq, d.status
           FROM incarnation i JOIN registered_devices d USING (device_uuid) WHERE i.chain = %s FOR UPDATE OF i""",
        (number,),
    )
    row = await cursor.fetchone()
    if row is None:
        return None
    chain, status = Chain(*row[:5]), row[5]
    if status == "blocked":
        detail = "A blocked terminal handed in entries; they count when it is unblocked."
        await open_case(conn, BLOCKED_CASE, chain.device_uuid, detail, device_uuid=chain.device_uuid)
    return chain if status != "blocked" and chain.shop else None


async def _read_entries(conn: Connection, chain: int, first: int, last: int) -> Fresh:
    cursor = await conn.execute(
        "SELECT header, body FROM entry WHERE chain = %s AND seq BETWEEN %s AND %s ORDER BY seq",
        (chain, first, last),
        binary=True,
    )
    return [(decode_header(header), body) for header, body in await cursor.fetchall()]


async def _project_run(conn: Connection, chain: Chain, entries: Fresh) -> list[tuple[int, str, str]]:
    """Project entries in order; gives (seq, kind, reason) of those that did not fit."""
    zones = await read_zones(conn)
    refused: list[tuple[int, str, str]] = []
    items: list[Item] = []
    for header, body in entries:
        try:
            shop = header.shop or chain.shop
            if shop not in zones:
                raise Unprojectable(f"the shop {shop} is not known")
            at = header.occurred_at
            origin = Origin(chain.chain, header.seq, shop, at, text(header.actor), day_at(at, zones[shop]))
            items.append(Item(origin, decode_fact(header.kind, header.version, body), b"\\" not in body))
        except UnknownFact as error:
            refused.append((header.seq, header.kind, f"needs a newer version of the centre: {error}"))
        except (Unprojectable, msgspec.DecodeError) as error:
            refused.append((header.seq, header.kind, str(error)))
    return refused + await _apply(conn, items)


async def _apply(conn: Connection, items: Sequence[Item]) -> list[tuple[int, str, str]]:
    """Write all the items, or the halves of them that fit; gives the ones that do not."""
    if not items:
        return []
    try:
        async with conn.transaction():
            rows = Rows(days=await read_shift_days(conn, [item.fact for item in items]))
            for item in items:
                explode(item.fact, item.origin, rows, plain=item.plain)
            await write_rows(conn, rows)
    except _DOES_NOT_FIT as error:
        if len(items) == 1:
            origin = items[0].origin
            return [(origin.seq, type(items[0].fact).__name__, _first_line(error))]
        half = len(items) // 2
        return await _apply(conn, items[:half]) + await _apply(conn, items[half:])
    return []


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0] or type(error).__name__


async def _quarantine(conn: Connection, chain: Chain, refused: Sequence[tuple[int, str, str]]) -> None:
    for seq, kind, reason in refused:
        await conn.execute(
            """INSERT INTO quarantine (chain, seq, kind, reason, since, shop_id) VALUES (%s, %s, %s, %s, now(), %s)
               ON CONFLICT (chain, seq) DO UPDATE SET reason = excluded.reason""",
            (chain.chain, seq, kind.replace("\0", ""), reason.replace("\0", ""), chain.shop),
        )
        await open_case(conn, "quarantine", f"{chain.chain} {seq}", f"{kind}: {reason}", device_uuid=chain.device_uuid)
