"""A count and the entry of another till that its book did not contain: told to a person, never put right by itself."""

from pathlib import Path

import pytest

from server_stub.centre import Centre
from server_stub.counts.deciding import decide_late
from server_stub.database import Pool
from server_stub.goods.places import save_place
from server_stub.jobs.late_counts import find_late
from server_stub.jobs.workplace import Workplace
from sync.wire.changes import Place
from sync.wire.goods_facts import Contained, CountedLine, StockCounted
from tests.edges import OPENING, SettableClock
from tests.server.asking import rows
from tests.server.terminal import Ground, Terminal, make_ground, new_id
from tests.server.test_ledger import document, moved, put_milk, read_held
from tests.server.test_projection import MILK, push
from tests.server.working import make_place

DAY = OPENING.date().isoformat()
BEFORE, COUNTED, AFTER = (f"{DAY}T{time}:00+02:00" for time in ("10:00", "10:05", "10:10"))


@pytest.fixture
async def place(pool: Pool, clock: SettableClock, tmp_path: Path) -> Workplace:
    await put_milk(pool)
    return await make_place(pool, clock, tmp_path)


@pytest.fixture
async def other(pool: Pool, ground: Ground) -> Terminal:
    """A second till of the shop, with its journal open."""
    terminal = Terminal(ground)
    async with pool.connection() as conn:
        await terminal.enrol(conn)
    terminal.open()
    return terminal


def count(till: Terminal, *known: Contained) -> None:
    """Count 5 where the book says 5, at 10:05; `known` is what the book contained of others."""
    ground = till.ground
    line = CountedLine(product_id=MILK, place_id=ground.shelf, counted_milli=5000, book_milli=5000, at=COUNTED)
    books = ((Contained(till.incarnation, len(till.entries)), *known),)
    till.seal(StockCounted(count_id=new_id(), other_place_id=ground.waste, lines=(line,), books=books))


def sell(till: Terminal, at: str) -> None:
    till.seal(document(moved(till.ground.shelf, till.ground.customer, 3000)), at=at)


async def told(place: Workplace) -> list[tuple[int, str]]:
    """What the job finds: movements of before in thousandths, and the correction that the case names."""
    await find_late(place, {})
    await find_late(place, {})
    cases = await rows(place.pool, "SELECT subject, detail FROM cases WHERE kind = 'count.late'")
    late = await rows(place.pool, "SELECT milli FROM count_late")
    return [(milli, f"{subject}: {detail.rpartition(' ')[2]}") for (milli,) in late for subject, detail in cases]


@pytest.mark.parametrize("first", ["the count", "the sale"])
async def test_what_had_gone_before_the_count_and_came_late_is_told(
    pool: Pool, centre: Centre, till: Terminal, other: Terminal, place: Workplace, first: str
) -> None:
    till.open()
    count(till)
    sell(other, BEFORE)
    one, two = (till, other) if first == "the count" else (other, till)
    assert await push(pool, centre, one) == ()
    await find_late(place, {})
    assert await push(pool, centre, two) == ()
    assert await told(place) == [(-3000, "M A Corner: 3000")]
    assert await read_held(pool) == {(MILK, till.ground.shelf, ""): -3000}, "nothing was put right by itself"


@pytest.mark.parametrize("case", ["after", "contained", "own", "elsewhere"])
async def test_what_the_count_knew_or_came_after_is_nothing_to_tell(
    pool: Pool, centre: Centre, till: Terminal, other: Terminal, place: Workplace, case: str
) -> None:
    till.open()
    if case == "own":
        sell(till, BEFORE)
    count(till, *([Contained(other.incarnation, 2)] if case == "contained" else []))
    if case == "elsewhere":
        other.seal(document(moved(other.ground.supplier, other.ground.waste, 3000)), at=BEFORE)
    else:
        sell(other, AFTER if case == "after" else BEFORE if case == "contained" else AFTER)
    assert await push(pool, centre, till) == ()
    await find_late(place, {})
    assert await push(pool, centre, other) == ()
    assert await told(place) == []


@pytest.mark.parametrize("first", ["the count", "the sending"])
async def test_what_another_shop_had_sent_before_its_way_was_counted_is_told(
    pool: Pool, centre: Centre, till: Terminal, place: Workplace, first: str
) -> None:
    way = new_id()
    async with pool.connection() as conn:
        await save_place(conn, till.ground.shop, Place(id=way, code="WAY", name="", kind="transit"))
        sender = Terminal(await make_ground(conn, "Sender"))
        await sender.enrol(conn)
    for terminal in (till, sender):
        terminal.open()
    line = CountedLine(product_id=MILK, place_id=way, counted_milli=5000, book_milli=5000, at=COUNTED)
    books = ((Contained(till.incarnation, len(till.entries)),),)
    till.seal(StockCounted(count_id=new_id(), other_place_id=till.ground.waste, lines=(line,), books=books))
    sender.seal(document(moved(sender.ground.shelf, way, 3000)), at=BEFORE)
    sender.seal(document(moved(sender.ground.shelf, way, 1000)), at=AFTER)
    for terminal in (till, sender) if first == "the count" else (sender, till):
        assert await push(pool, centre, terminal) == ()
        await find_late(place, {})
    assert await told(place) == [(3000, "M WAY Corner: -3000")]


async def test_places_of_one_code_in_two_shops_are_two_cases(
    pool: Pool, centre: Centre, till: Terminal, other: Terminal, place: Workplace
) -> None:
    async with pool.connection() as conn:
        ground = await make_ground(conn, "Harbour")
        desk, door = Terminal(ground), Terminal(ground)
        for terminal in (desk, door):
            await terminal.enrol(conn)
    for terminal in (till, desk, door):
        terminal.open()
    for one, two in ((till, other), (desk, door)):
        count(one)
        sell(two, BEFORE)
    for terminal in (till, desk, other, door):
        assert await push(pool, centre, terminal) == ()
        await find_late(place, {})
    told = "SELECT subject, shop_id::text FROM cases WHERE kind = 'count.late' AND closed_at IS NULL ORDER BY subject"
    here, there = ("M A Corner", till.ground.shop), ("M A Harbour", ground.shop)
    assert await rows(pool, told) == [here, there]
    ((late,),) = await rows(pool, "SELECT count_id::text FROM count_sheet WHERE shop_id = %s", ground.shop)
    async with pool.connection() as conn:
        await decide_late(conn, late, 1, place.now(), "wim", accept=False)
    assert await rows(pool, told) == [here]
