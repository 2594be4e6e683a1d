"""Projection: landed entries become rows, a run at a time; one that does not fit goes to quarantine, the rest go on.

The chains are locked while they are projected and `projected_seq` moves in the same transaction, so every
entry is projected exactly once. A run that fails begins again and is halved until the entry that does not fit stands
alone.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

import msgspec
import psycopg

from server_stub.database import Connection, Pool
from server_stub.journal.cases import close_case, open_case
from server_stub.journal.copying import text
from server_stub.journal.days import read_shift_days, read_zones
from server_stub.journal.projection_sql import write_rows
from server_stub.journal.projections import Origin, Rows, Unprojectable, day_at, explode
from sync.chain import Header, decode_header
from sync.wire.facts import Fact, UnknownFact, decode_fact

RUN = 2000
"""Entries of a chain projected in one transaction."""
BLOCKED_CASE = "device.blocked_entries"
ATTEMPTS = 5
"""Terminals that move the same stock may wait for one another in a circle; PostgreSQL ends one, which tries again."""

Fresh = Sequence[tuple[Header, bytes]]
"""Headers and bodies of consecutive entries of one chain."""

_LOCK = """
SELECT pg_advisory_xact_lock(%s, chain) FROM (SELECT unnest(%s::int[]) AS chain ORDER BY 1) AS ordered
"""
_PROJECTING = 0x65636B70
"""What the locks of chains are of; not their rows, so that a terminal's next entries land while these are projected."""
_CHAINS = """
SELECT i.chain, d.device_uuid::text, coalesce(d.shop_id::text, ''), i.projected_seq, i.acked_seq, d.status
FROM incarnation i JOIN registered_devices d USING (device_uuid) WHERE i.chain = ANY(%s)
ORDER BY i.chain
"""
_PROJECTED = """
UPDATE incarnation SET projected_seq = p.seq FROM unnest(%s::int[], %s::bigint[]) AS p(chain, seq)
WHERE incarnation.chain = p.chain
"""
_DOES_NOT_FIT = (Unprojectable, psycopg.IntegrityError, psycopg.DataError)


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain being projected, its terminal and that terminal's shop (empty when it has none yet)."""

    chain: int
    device_uuid: str
    shop: str
    projected_seq: int
    acked_seq: int

    @property
    def last(self) -> int:
        """The last entry of the next run."""
        return min(self.acked_seq, self.projected_seq + RUN)


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that did not fit, and why."""

    chain: int
    seq: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry and its fact, or why it has none; `plain` when no text in it needs escaping."""

    header: Header
    fact: Fact | UnknownFact | msgspec.DecodeError
    plain: bool


Run = Sequence[Opened]


Zones = Mapping[str, tzinfo]
"""The time zone of each shop that can trade."""


@dataclass(frozen=True, slots=True)
class Item:
    """A readable entry on its way into the tables."""

    origin: Origin
    fact: Fact
    plain: bool


Write = Callable[[Connection, Sequence[Item]], Awaitable[list[Refused]]]
"""Writes items and gives those that do not fit."""


async def project_chain(conn: Connection, chain: int) -> None:
    """Project what has landed of a chain; nothing for a terminal that is blocked or has no shop."""
    await project_chains(conn, {chain: ()})


async def project_chains(conn: Connection, waiting: Mapping[int, Fresh]) -> None:
    """Project what has landed of several chains, together.

    With each come headers and bodies of the entries that the caller has just landed, to save reading them back.
    """
    left: Mapping[int, Run] = {chain: _open(entries) for chain, entries in waiting.items()}  # before anybody waits
    while left:
        try:
            left = await _retrying(conn, left, _apply_whole)
        except _DOES_NOT_FIT:
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
    chains, zones = await _lock(conn, [number])
    if not chains:
        return False
    await conn.execute("DELETE FROM quarantine WHERE chain = %s AND seq = %s", (number, seq))
    await conn.execute("UPDATE count_cursor SET seq = least(seq, %s - 1) WHERE chain = %s", (seq, number))
    items, refused = _read_items({number: await _read_entries(conn, number, seq, seq)}, chains, zones)
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
    locked, zones = await _lock(conn, list(waiting))
    chains = {number: chain for number, chain in locked.items() if chain.projected_seq < chain.acked_seq}
    if not chains:
        return {}
    run = {number: await _take_run(conn, chain, waiting[number]) for number, chain in chains.items()}
    items, refused = _read_items(run, chains, zones)
    await _quarantine(conn, chains, refused + await write(conn, items))
    await conn.execute(_PROJECTED, (list(chains), [chain.last for chain in chains.values()]))
    return {number: () for number, chain in chains.items() if chain.last < chain.acked_seq}


async def _take_run(conn: Connection, chain: Chain, fresh: Run) -> Run:
    first, last = chain.projected_seq + 1, chain.last
    if fresh and (fresh[0].header.seq, fresh[-1].header.seq) == (first, last):
        return fresh
    return await _read_entries(conn, chain.chain, first, last)


async def _lock(conn: Connection, numbers: Sequence[int]) -> tuple[dict[int, Chain], Zones]:
    """Lock chains, read how far they are, and the time zones of the shops.

    Leaves out those whose terminal is blocked (with a case) or belongs to no shop yet.
    """
    async with conn.pipeline():
        await conn.execute(_LOCK, (_PROJECTING, list(numbers)))
        found = await conn.execute(_CHAINS, (list(numbers),))
        zones = await read_zones(conn)
    chains: dict[int, Chain] = {}
    for *values, status in await found.fetchall():
        chain = Chain(*values)
        if status == "blocked":
            detail = "A blocked terminal handed in entries; they count when it is unblocked."
            await open_case(conn, BLOCKED_CASE, chain.device_uuid, detail, device_uuid=chain.device_uuid)
        elif chain.shop:
            chains[chain.chain] = chain
    return chains, zones


async def _read_entries(conn: Connection, chain: int, first: int, last: int) -> Run:
    cursor = await conn.execute(
        "SELECT header, body FROM entry WHERE chain = %s AND seq BETWEEN %s AND %s ORDER BY seq",
        (chain, first, last),
        binary=True,
    )
    return _open([(decode_header(header), body) for header, body in await cursor.fetchall()])


def _open(entries: Fresh) -> Run:
    opened: list[Opened] = []
    for header, body in entries:
        fact: Fact | UnknownFact | msgspec.DecodeError
        try:
            fact = decode_fact(header.kind, header.version, body)
        except (UnknownFact, msgspec.DecodeError) as error:
            fact = error
        opened.append(Opened(header, fact, b"\\" not in body))
    return opened


def _read_items(run: Mapping[int, Run], chains: Mapping[int, Chain], zones: Zones) -> tuple[list[Item], list[Refused]]:
    """Give the readable entries of chains, each chain's in order, and the others."""
    refused: list[Refused] = []
    items: list[Item] = []
    for number, entries in run.items():
        for entry in entries:
            try:
                items.append(_read_item(chains[number], entry, zones))
            except Unprojectable as error:
                refused.append(Refused(number, entry.header.seq, entry.header.kind, str(error)))
    return items, refused


def _read_item(chain: Chain, entry: Opened, zones: Zones) -> Item:
    header, fact = entry.header, entry.fact
    if isinstance(fact, UnknownFact):
        raise Unprojectable(f"needs a newer version of the centre: {fact}")
    if isinstance(fact, msgspec.DecodeError):
        raise Unprojectable(str(fact))
    shop = header.shop or chain.shop
    if shop not in zones:
        raise Unprojectable(f"the shop {shop} is not known")
    at = header.occurred_at
    origin = Origin(chain.chain, header.seq, shop, at, text(header.actor), day_at(at, zones[shop]))
    return Item(origin, fact, entry.plain)


async def _apply_whole(conn: Connection, items: Sequence[Item]) -> list[Refused]:
    """Write all the items, as nearly always they fit; raises one of _DOES_NOT_FIT, and the transaction is lost."""
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
    except _DOES_NOT_FIT as error:
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
