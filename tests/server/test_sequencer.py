import asyncio
import random
from collections.abc import Iterator

import msgspec
import psycopg
import pytest

from server_stub.centre import Centre
from server_stub.database import Pool, open_pool
from server_stub.feed.marks import mark
from server_stub.feed.pages import read_page
from server_stub.feed.sequencer import CHANNEL, number_changes, run_sequencer
from server_stub.journal.ingest import land
from sync.wire.changes import Stock
from sync.wire.messages import Page
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, new_id

WRITERS, TRANSACTIONS = 6, 40
UNNUMBERED = """SELECT (SELECT count(*) FROM feed_item WHERE position IS NULL)
    + (SELECT count(*) FROM stock WHERE position IS NULL)"""
CUT_OTHERS = """SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE pid <> pg_backend_pid() AND datname = current_database()"""


async def write(pool: Pool, shop: str, seed: int, written: list[str]) -> None:
    """Write rows in transactions of random length that overlap with those of others."""
    rng = random.Random(seed)
    for _ in range(TRANSACTIONS):
        ids = [new_id() for _ in range(rng.randint(1, 4))]
        async with pool.connection() as conn:
            await mark(conn, f"shop:{shop}", "place", ids)
            await conn.execute(
                """INSERT INTO stock (product_id, place_id, shop_id, on_hand_milli) SELECT id, id, %s, 1000
                   FROM unnest(%s::uuid[]) AS id""",
                (shop, ids),
            )
            for _ in range(rng.randint(0, 5)):
                await conn.execute("SELECT 1")  # goes on working after the row is written
        written += ids


async def follow(pool: Pool, centre: Centre, feed: str, done: asyncio.Event, seen: list[str]) -> None:
    """Read page after page as a terminal does, until the writers are done and the feed is level."""
    position, token = 0, ""
    while True:
        last_round = done.is_set() and not await ask(pool, UNNUMBERED)
        page = await read_page(pool, centre, feed, position, token, 7)
        assert page.from_position == position
        numbered = [change for change in page.changes if change.position > position]
        if feed.startswith("shop:"):
            assert len(numbered) == len(page.changes)
        seen += [change.id for change in numbered if change.position <= page.cursor.position]
        position, token = page.cursor.position, page.cursor.token
        if last_round and not page.more:
            return


@pytest.mark.parametrize("kind", ["shop", "stock"])
async def test_overlapping_writers_and_no_row_missed(
    database_url: str, centre: Centre, ground: Ground, kind: str
) -> None:
    async with open_pool(database_url, max_size=WRITERS + 4) as pool:
        written: list[str] = []
        seen: list[str] = []
        written_all, stop = asyncio.Event(), asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            for _ in range(2):  # two processes may number: one at a time does
                tasks.create_task(run_sequencer(pool, stop, 0.001))
            reader = tasks.create_task(follow(pool, centre, f"{kind}:{ground.shop}", written_all, seen))
            writers = [asyncio.create_task(write(pool, ground.shop, seed, written)) for seed in range(WRITERS)]
            await asyncio.gather(*writers)
            written_all.set()
            await reader
            stop.set()
        own = {name.split("/")[0] for name in seen} - {
            ground.shop,
            ground.shelf,
            ground.supplier,
            ground.customer,
            ground.waste,
        }
        assert own == set(written)
        positions = await rows(pool, "SELECT position FROM feed_item UNION ALL SELECT position FROM stock ORDER BY 1")
        assert [position for (position,) in positions] == list(range(1, len(positions) + 1))  # dense, none twice


async def test_a_reader_of_stock_is_never_ahead_of_or_behind_the_vector(
    database_url: str, centre: Centre, ground: Ground
) -> None:
    """Tills sell one piece per entry: what a level reader holds is exactly what the vector says is in it."""
    feed = f"stock:{ground.shop}"
    goods = [new_id() for _ in range(12)]
    tills = [Terminal(ground) for _ in range(4)]
    async with open_pool(database_url, max_size=9) as pool:
        for seed, till in enumerate(tills):
            rng = random.Random(seed)
            async with pool.connection() as conn:
                await till.enrol(conn)
            for _ in range(60):
                till.sell(rng.choice(goods))

        async def hand_in(till: Terminal) -> None:
            for first in range(1, 60, 6):
                await land(pool, centre, till.device, till.batch(first, first + 5))

        figures: dict[str, int] = {}
        looks = 0

        async def look(cursor: tuple[int, str]) -> Page:
            page = await read_page(pool, centre, feed, *cursor, 5)
            for change in page.changes:
                figures[change.id] = msgspec.msgpack.decode(change.row, type=Stock).on_hand_milli
            if not page.more:
                assert -sum(figures.values()) == 1000 * sum(part.seq for part in page.vector)
            return page

        stop = asyncio.Event()
        sequencer = asyncio.create_task(run_sequencer(pool, stop, 0.001))
        selling = asyncio.gather(*map(hand_in, tills))
        cursor, sold, level = (0, ""), False, False
        while not (sold and level) or looks < 100:
            sold = selling.done()  # asked before the look: a batch that lands during it may not be on its page
            page = await look(cursor)
            cursor, level = (page.cursor.position, page.cursor.token), not page.more
            looks += 1
        await selling
        stop.set()
        await sequencer
        assert -sum(figures.values()) == 240_000


async def test_an_open_transaction_delays_nobody_and_loses_nothing(pool: Pool, centre: Centre, ground: Ground) -> None:
    feed = f"shop:{ground.shop}"
    await number_changes(pool)
    level = (await read_page(pool, centre, feed)).cursor
    async with pool.connection() as slow:
        await mark(slow, feed, "place", [ground.shelf])  # written first, committed last
        async with pool.connection() as conn:
            await mark(conn, feed, "place", [ground.waste])
        assert await number_changes(pool)
        page = await read_page(pool, centre, feed, level.position, level.token)
        assert [change.id for change in page.changes] == [ground.waste]
    assert await number_changes(pool)
    page = await read_page(pool, centre, feed, page.cursor.position, page.cursor.token)
    assert [change.id for change in page.changes] == [ground.shelf]
    assert not await number_changes(pool)


async def test_a_row_written_again_while_it_waits_is_told_in_its_last_state(
    pool: Pool, centre: Centre, ground: Ground
) -> None:
    await number_changes(pool)
    feed = f"shop:{ground.shop}"
    level = (await read_page(pool, centre, feed)).cursor
    async with pool.connection() as conn:
        await mark(conn, feed, "place", [ground.shelf])
    async with pool.connection() as writer:  # holds the row that waits: this tick leaves it alone
        await writer.execute("UPDATE place SET name = 'Front' WHERE id = %s", (ground.shelf,))
        await mark(writer, feed, "place", [ground.shelf])
        assert not await number_changes(pool)
    assert await number_changes(pool)
    page: Page = await read_page(pool, centre, feed, level.position, level.token)
    assert b"Front" in bytes(page.changes[0].row)


@pytest.fixture
def listener(database_url: str) -> Iterator[psycopg.Connection]:
    """A connection that hears what the sequencer announces."""
    with psycopg.connect(database_url, autocommit=True) as conn:
        conn.execute(f"LISTEN {CHANNEL}")
        yield conn


async def test_the_feeds_that_moved_are_announced(pool: Pool, ground: Ground, listener: psycopg.Connection) -> None:
    async with pool.connection() as conn:
        await mark(conn, f"people:{ground.shop}", "person", [new_id()])
    await number_changes(pool)
    news = next(iter(listener.notifies(timeout=5, stop_after=1)))
    assert set(news.payload.split()) == {f"people:{ground.shop}", f"shop:{ground.shop}"}


@pytest.mark.expects_log("waits for the database", "discarding closed connection")
async def test_the_sequencer_outlives_its_connection(pool: Pool, ground: Ground) -> None:
    stop = asyncio.Event()
    task = asyncio.create_task(run_sequencer(pool, stop, 0.001))
    await _numbered(pool)
    await ask(pool, CUT_OTHERS)
    async with pool.connection() as conn:
        await mark(conn, f"shop:{ground.shop}", "place", [ground.shelf])
    await _numbered(pool)
    stop.set()
    await task


async def _numbered(pool: Pool) -> None:
    async with asyncio.timeout(20):
        while await ask(pool, "SELECT count(*) FROM feed_item WHERE position IS NULL"):
            pass
