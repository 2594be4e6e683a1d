"""Eight writers whose transactions overlap: a reader of the feed misses no row, a naive `id > cursor` many."""

import asyncio
import random
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path

from server_stub.centre import Centre, load_centre
from server_stub.database import Connection, Pool, migrate, open_pool
from server_stub.embedded.postgres import start_postgres
from server_stub.feed.marks import mark
from server_stub.feed.pages import read_page
from server_stub.feed.sequencer import run_sequencer
from sync.wire.digest import add_up

WRITERS = 8
SHOP = "018f0000-0000-7000-8000-0000000000f1"
FEED = f"shop:{SHOP}"
_NAIVE = "CREATE TABLE naive (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name uuid NOT NULL)"
_WAITING = "SELECT EXISTS (SELECT 1 FROM feed_item WHERE position IS NULL)"


@dataclass
class Verdict:
    """Rows that were written, and how many of them each reader never saw; `adds_up` when the digest was right."""

    written: int = 0
    missed: int = 0
    missed_by_naive: int = 0
    adds_up: bool = True

    @property
    def good(self) -> bool:
        """Ours saw everything, and the control shows that there was something to miss."""
        return self.missed == 0 and self.adds_up and self.missed_by_naive > 0

    def __str__(self) -> str:
        told = f"{self.written} rows of {WRITERS} overlapping writers, {self.missed} missed"
        return f"{told}, digest {'right' if self.adds_up else 'wrong'}; id > cursor missed {self.missed_by_naive}"


def run(transactions: int, seed: int) -> Verdict:
    """Write so many transactions on a database of their own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        with start_postgres(Path(folder) / "centre") as server:
            migrate(server.url)
            return asyncio.run(prove(server.url, transactions, seed))


async def prove(url: str, transactions: int, seed: int) -> Verdict:
    """Let the writers and both readers loose on a migrated database."""
    written: set[str] = set()
    done, stop = asyncio.Event(), asyncio.Event()
    async with open_pool(url, max_size=WRITERS + 5) as pool:
        centre = await load_centre(pool)
        async with pool.connection() as conn:
            await conn.execute(_NAIVE)
        each = transactions // WRITERS
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(run_sequencer(pool, stop, 0.005))
            ours = tasks.create_task(_follow(pool, centre, done))
            seen_by_naive: set[str] = set()
            naive = tasks.create_task(_follow_naive(pool, done, seen_by_naive))
            await _overlap(pool, written, seen_by_naive)
            writers = [_write(pool, random.Random(f"{seed} {n}"), each, written) for n in range(WRITERS)]
            await asyncio.gather(*writers)
            done.set()
            seen, adds_up = await ours
            await naive
            stop.set()
    return Verdict(len(written), len(written - seen), len(written - seen_by_naive), adds_up)


async def _overlap(pool: Pool, written: set[str], seen_by_naive: set[str]) -> None:
    """One overlap that happens on every machine: an id taken first is committed after a reader saw a later one."""
    early, late = (str(uuid.UUID(int=n, version=4)) for n in (1, 2))
    async with pool.connection() as slow, slow.transaction():
        await _insert(slow, [early])
        async with pool.connection() as quick:
            await _insert(quick, [late])
        while late not in seen_by_naive:  # noqa: ASYNC110 - it polls, as such readers do
            await asyncio.sleep(0.002)
    written.update((early, late))


async def _insert(conn: Connection, names: list[str]) -> None:
    await mark(conn, FEED, "place", names)
    await conn.execute("INSERT INTO naive (name) SELECT unnest(%s::uuid[])", (names,))


async def _write(pool: Pool, rng: random.Random, transactions: int, written: set[str]) -> None:
    """Take the ids first, go on working, commit later: others commit in between."""
    for _ in range(transactions):
        names = [str(uuid.UUID(int=rng.getrandbits(128), version=4)) for _ in range(rng.randint(1, 4))]
        async with pool.connection() as conn:
            await _insert(conn, names)
            await conn.execute("SELECT pg_sleep(%s)", (rng.random() / 100,))
        written.update(names)


async def _follow(pool: Pool, centre: Centre, done: asyncio.Event) -> tuple[set[str], bool]:
    """Read pages as a terminal does, keeping the version of every row, until the writers are done and all is read."""
    held: dict[str, int] = {}
    position, token, level = 0, "", False
    while not level:
        level = done.is_set() and not await _is_waiting(pool)
        page = await read_page(pool, centre, FEED, position, token, 50)
        held |= {change.id: change.position for change in page.changes}
        position, token = page.cursor.position, page.cursor.token
        level = level and not page.more
    return set(held), page.digest == add_up(0, held.values())


async def _is_waiting(pool: Pool) -> bool:
    async with pool.connection() as conn:
        return await (await conn.execute(_WAITING)).fetchone() == (True,)


async def _follow_naive(pool: Pool, done: asyncio.Event, seen: set[str]) -> None:
    """Poll every 2 ms for ids above the last one seen."""
    last, level = 0, False
    while not level:
        level = done.is_set()
        async with pool.connection() as conn:
            rows = await (
                await conn.execute("SELECT id, name::text FROM naive WHERE id > %s ORDER BY id", (last,))
            ).fetchall()
        seen.update(name for _, name in rows)
        last = rows[-1][0] if rows else last
        await asyncio.sleep(0.002)
