"""Projection: landed entries become rows, a run at a time; one that does not fit goes to quarantine, the rest go on.

The chains are locked while they are projected and `projected_seq` moves in the same transaction, so every
entry is projected exactly once. A run that fails begins again and is halved until the entry that does not fit stands
alone.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence

import psycopg

from server_stub.database import Connection, Pool
from server_stub.journal.cases import close_case, open_case
from server_stub.journal.chains import BLOCKED_CASE, Chain, lock_chains, note_projected
from server_stub.journal.days import read_shift_days
from server_stub.journal.projection_sql import write_rows
from server_stub.journal.projections import Rows, Unprojectable, explode
from server_stub.journal.runs import Item, Refused, Run, open_run, read_items
from sync.chain import decode_header

RUN = 2000
"""Entries of a chain projected in one transaction."""
ATTEMPTS = 5
"""Terminals that move the same stock may wait for one another in a circle; PostgreSQL ends one, which tries again."""

DOES_NOT_FIT = (Unprojectable, psycopg.IntegrityError, psycopg.DataError)

Write = Callable[[Connection, Sequence[Item]], Awaitable[list[Refused]]]
"""Writes items and gives those that do not fit."""


async def project_chain(conn: Connection, chain: int) -> None:
    """Project what has landed of a chain; nothing for a terminal that is blocked or has no shop."""
    await project_chains(conn, {chain: ()})


async def project_chains(conn: Connection, left: Mapping[int, Run]) -> None:
    """Project what has landed of several chains, together.

    With each come the entries that the caller has just landed, to save reading them back; what lands behind them is
    for whoever landed it. Without any, all that has landed is projected.
    """
    while left:
        try:
            left = await _retrying(conn, left, _apply_whole)
        except DOES_NOT_FIT:
            left = await _retrying(conn, left, _apply)


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
    async with pool.connection() as conn:
        cursor = await conn.execute("SELECT chain, seq FROM quarantine ORDER BY since, chain, seq")
        waiting = await cursor.fetchall()
        await conn.commit()
        return await replay_entries(conn, [(number, seq) for number, seq in waiting])


async def replay_entries(conn: Connection, waiting: Sequence[tuple[int, int]]) -> int:
    """Try quarantined entries (chain, seq) again, in this order, and give the number that went in."""
    done = 0
    for number, seq in waiting:
        async with conn.transaction():
            done += await _replay(conn, number, seq)
    return done


async def _replay(conn: Connection, number: int, seq: int) -> bool:
    chains, zones = await lock_chains(conn, [number])
    if not chains:
        return False
    await conn.execute("DELETE FROM quarantine WHERE chain = %s AND seq = %s", (number, seq))
    await conn.execute("UPDATE count_cursor SET seq = least(seq, %s - 1) WHERE chain = %s", (seq, number))
    items, refused = read_items({number: await _read_entries(conn, number, seq, seq)}, chains, zones)
    refused += await _apply(conn, items)
    await _quarantine(conn, chains, refused)
    if not refused:
        await close_case(conn, "quarantine", f"{number} {seq}")
    return not refused


async def _retrying(conn: Connection, waiting: Mapping[int, Run], write: Write) -> Mapping[int, Run]:
    for attempt in range(1, ATTEMPTS + 1):
        try:
            async with conn.transaction():
                return await _project_next(conn, waiting, write)
        except (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure):
            if attempt == ATTEMPTS:
                raise
    raise AssertionError


async def _project_next(conn: Connection, waiting: Mapping[int, Run], write: Write) -> Mapping[int, Run]:
    """Project one run of each chain; gives the chains of which more may wait."""
    locked, zones = await lock_chains(conn, list(waiting))
    chains = {number: chain for number, chain in locked.items() if chain.projected_seq < _goal(chain, waiting[number])}
    if not chains:
        return {}
    run = {number: await _take_run(conn, chain, waiting[number]) for number, chain in chains.items()}
    items, refused = read_items(run, chains, zones)
    await _quarantine(conn, chains, refused + await write(conn, items))
    await note_projected(conn, {number: entries[-1].header.seq for number, entries in run.items()})
    return {
        number: waiting[number]
        for number, chain in chains.items()
        if run[number][-1].header.seq < _goal(chain, waiting[number])
    }


def _goal(chain: Chain, fresh: Run) -> int:
    return fresh[-1].header.seq if fresh else chain.acked_seq


async def _take_run(conn: Connection, chain: Chain, fresh: Run) -> Run:
    """Give the next entries: those at hand, after what may wait before them."""
    first, last = chain.projected_seq + 1, min(_goal(chain, fresh), chain.projected_seq + RUN)
    if fresh and fresh[0].header.seq <= first:
        return fresh[first - fresh[0].header.seq :]
    return await _read_entries(conn, chain.chain, first, last)


async def _read_entries(conn: Connection, chain: int, first: int, last: int) -> Run:
    cursor = await conn.execute(
        "SELECT header, body FROM entry WHERE chain = %s AND seq BETWEEN %s AND %s ORDER BY seq",
        (chain, first, last),
        binary=True,
    )
    return open_run([(decode_header(header), body) for header, body in await cursor.fetchall()])


async def _apply_whole(conn: Connection, items: Sequence[Item]) -> list[Refused]:
    """Write all the items, as nearly always they fit; raises one of DOES_NOT_FIT, and the transaction is lost."""
    if items:
        rows = Rows(days=await read_shift_days(conn, [item.fact for item in items]))
        for item in items:
            explode(item.fact, item.origin, rows, plain=item.plain)
        await write_rows(conn, rows)
    return []


async def _apply(conn: Connection, items: Sequence[Item]) -> list[Refused]:
    """Write all the items, or the halves of them that fit; gives the ones that do not."""
    if not items:
        return []
    try:
        async with conn.transaction():
            return await _apply_whole(conn, items)
    except DOES_NOT_FIT as error:
        if len(items) == 1:
            origin = items[0].origin
            return [Refused(origin.chain, origin.seq, type(items[0].fact).__name__, _first_line(error))]
        half = len(items) // 2
        return await _apply(conn, items[:half]) + await _apply(conn, items[half:])


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0] or type(error).__name__


async def _quarantine(conn: Connection, chains: Mapping[int, Chain], refused: Sequence[Refused]) -> None:
    for one in refused:
        chain, kind = chains[one.chain], one.kind
        await conn.execute(
            """INSERT INTO quarantine (chain, seq, kind, reason, since, shop_id) VALUES (%s, %s, %s, %s, now(), %s)
               ON CONFLICT (chain, seq) DO UPDATE SET reason = excluded.reason""",
            (one.chain, one.seq, kind.replace("\0", ""), one.reason.replace("\0", ""), chain.shop),
        )
        subject, detail = f"{one.chain} {one.seq}", f"{kind}: {one.reason}"
        await open_case(conn, "quarantine", subject, detail, device_uuid=chain.device_uuid)
