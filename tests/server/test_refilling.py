"""Refills of pick faces: asked for once, by what lies there, by what is wanted, and by what somebody missed."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta

import pytest

from server_stub.database import Pool
from server_stub.goods.places import save_place
from server_stub.journal.projection_sql import move_stock
from server_stub.orders.keeping import Draft, Wanted, end_order, list_orders_of, make_order
from server_stub.orders.refilling import refill_all, refill_faces
from server_stub.orders.releasing import release_order
from sync.wire.orders import Order
from sync.wire.places import Place
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, new_id
from tests.server.test_projection import MILK

NOW = datetime(2026, 3, 1, tzinfo=UTC)
FACE, HIGH, FAR, PLATE = (new_id() for _ in range(4))
PLACES = (
    Place(id=FACE, code="A-01", name="", kind="bin", product_id=MILK, min_milli=2_000, max_milli=10_000),
    Place(id=HIGH, code="Z-01", name="", kind="bin"),
    Place(id=FAR, code="Z-02", name="", kind="bin"),
    Place(id=PLATE, code="003", name="", kind="plate", parent=FACE),
)


@pytest.fixture
async def ground(ground: Ground, pool: Pool) -> Ground:
    """A face for milk, two bins behind it, and a plate that stands at the face."""
    async with pool.connection() as conn:
        for place in PLACES:
            await save_place(conn, ground.shop, place)
        await conn.execute(
            """INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
                 track_lots, packed, position)
               VALUES (%s, 'MILK', 'Milk', 'pcs', 1, 0, '', false, 0, true, true, '', 1)""",
            (MILK,),
        )
    return ground


async def lay(pool: Pool, ground: Ground, place: str, milli: int, lot: str = "", expires: date | None = None) -> None:
    async with pool.connection() as conn:
        await move_stock(conn, defaultdict(int, {(ground.shop, MILK, place, lot): milli}))
        if expires:
            await conn.execute(
                "INSERT INTO lot (product_id, lot, expires_on) VALUES (%s, %s, %s)", (MILK, lot, expires)
            )


async def look(pool: Pool, ground: Ground) -> list[Order]:
    """Look once more, and give the open refills."""
    await refill_all(pool, NOW)
    async with pool.connection() as conn:
        return [order for order in await list_orders_of(conn, ground.shop) if order.kind == "refill"]


async def want(pool: Pool, ground: Ground, milli: int, place: str | None = None, **more: object) -> str:
    draft = Draft("picking", new_id(), (Wanted(MILK, milli, place),), **more)  # type: ignore[arg-type]
    async with pool.connection() as conn:
        return await make_order(conn, ground.shop, draft, NOW)


def told(order: Order) -> list[tuple[str, str, int]]:
    return [(line.place_id, line.lot, line.quantity_milli) for line in order.lines]


async def test_below_its_least_a_face_is_filled_up_once_with_what_expires_first(pool: Pool, ground: Ground) -> None:
    await lay(pool, ground, FACE, 1_000)
    await lay(pool, ground, PLATE, 1_000)
    await lay(pool, ground, HIGH, 9_000, "L2", NOW.date() + timedelta(60))
    await lay(pool, ground, FAR, 3_000, "L1", NOW.date() + timedelta(30))
    await lay(pool, ground, FAR, 3_000, "L0", NOW.date() - timedelta(1))
    assert await look(pool, ground) == [], "with what stands there on a plate it has its least"
    await lay(pool, ground, FACE, -1_000)
    [order] = await look(pool, ground)
    assert (order.target_place_id, order.priority, order.missed) == (FACE, 0, False)
    assert order.number.startswith("A-01 ")
    assert told(order) == [(FAR, "L1", 3_000), (HIGH, "L2", 6_000)], "what has expired stays where it is"
    assert await look(pool, ground) == [order], "not twice"
    async with pool.connection() as conn:
        await end_order(conn, ground.shop, order.id, NOW, cancelled=True)
    assert [told(each) for each in await look(pool, ground)] == [told(order)]


async def test_pickings_that_want_more_than_lies_there_make_it_urgent(pool: Pool, ground: Ground) -> None:
    await lay(pool, ground, FACE, 3_000)
    await lay(pool, ground, HIGH, 6_000)
    await want(pool, ground, 2_000)
    assert await look(pool, ground) == []
    await want(pool, ground, 4_000, HIGH)
    assert await look(pool, ground) == [], "what is fetched from the bin behind needs no refill"
    await want(pool, ground, 2_000, FACE, priority=7)
    [order] = await look(pool, ground)
    assert (order.priority, told(order)) == (8, [(HIGH, "", 2_000)]), "4 of the 6 are for who wants them just there"
    await want(pool, ground, 1_000, priority=30)
    assert [(each.id, each.priority) for each in await look(pool, ground)] == [(order.id, 31)]


async def test_a_refill_that_comes_already_gets_urgent_and_without_goods_there_is_none(
    pool: Pool, ground: Ground
) -> None:
    assert await look(pool, ground) == []
    await lay(pool, ground, HIGH, 500)
    [order] = await look(pool, ground)
    assert (order.priority, told(order)) == (0, [(HIGH, "", 500)])
    picking = await want(pool, ground, 1_000)
    assert [(each.id, each.priority) for each in await look(pool, ground)] == [(order.id, 1)]
    async with pool.connection() as conn:
        assert await release_order(conn, ground.shop, picking)
        assert not await release_order(conn, ground.shop, order.id), "a refill is no picking"
        [released] = [each for each in await list_orders_of(conn, ground.shop) if each.id == picking]
    assert released.at_once


async def test_two_faces_share_what_there_is_and_two_who_look_at_once_ask_once(pool: Pool, ground: Ground) -> None:
    other = Place(id=new_id(), code="B-01", name="", kind="bin", product_id=MILK, min_milli=1_000, max_milli=4_000)
    async with pool.connection() as conn:
        await save_place(conn, ground.shop, other)
    await lay(pool, ground, HIGH, 12_000)
    async with pool.connection() as one, pool.connection() as two, one.transaction(), two.transaction():
        assert len(await refill_faces(one, ground.shop, NOW)) == 2
        assert await refill_faces(two, ground.shop, NOW) == [], "somebody looks just now"
    assert sorted(told(order) for order in await look(pool, ground)) == [[(HIGH, "", 2_000)], [(HIGH, "", 10_000)]]
    assert await ask(pool, "SELECT count(*) FROM work_order WHERE kind = 'refill'") == 2


async def test_what_somebody_missed_at_a_face_is_brought_whatever_the_book_says(pool: Pool, ground: Ground) -> None:
    await lay(pool, ground, FACE, 8_000)
    await lay(pool, ground, HIGH, 20_000)
    picking, document, count = await want(pool, ground, 3_000), new_id(), new_id()
    async with pool.connection() as conn:
        await conn.execute(
            """INSERT INTO deviation (document_id, n, shop_id, order_id, product_id, quantity_milli, kind, reason,
                 place_id, lot) VALUES (%s, 1, %s, %s, %s, 3000, 'short', 'empty', %s, '')""",
            (document, ground.shop, picking, MILK, FACE),
        )
        draft = Draft("count", "P", (Wanted(MILK, 1, FACE),), origin=document, id=count)
        await make_order(conn, ground.shop, draft, NOW)
    [order] = await look(pool, ground)
    assert (told(order), order.missed, order.priority) == ([(HIGH, "", 10_000)], True, 1)
    async with pool.connection() as conn:
        await end_order(conn, ground.shop, order.id, NOW)
    assert await look(pool, ground) == [], "once for what was missed, though it is not counted yet"
    assert await rows(pool, "SELECT number FROM work_order WHERE kind = 'count' AND ended_at IS NULL") == [("P",)]
