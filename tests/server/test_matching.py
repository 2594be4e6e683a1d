"""Deliveries without an order: matched to one later, once, and taken away from it again."""

from datetime import UTC, datetime

import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.faults import Denied
from server_stub.journal.ingest import land
from server_stub.orders.keeping import Draft, Wanted, list_orders_of, make_order
from server_stub.orders.matching import allot, match_delivery, unmatch_delivery
from sync.wire.goods_facts import GoodsMove, GoodsMoved
from tests.server.asking import rows
from tests.server.terminal import Ground, Terminal, new_id

MILK, TEA, COLA = new_id(), new_id(), new_id()
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
BLIND = "SELECT count(*) FROM cases WHERE kind = 'receipt.difference' AND closed_at IS NULL"


async def receive(pool: Pool, centre: Centre, till: Terminal, goods: dict[str, int], **more: object) -> str:
    """Receive pieces without an order, and give the document."""
    ground, document = till.ground, new_id()
    moves = tuple(
        GoodsMove(
            product_id=product, from_place_id=ground.supplier, to_place_id=ground.shelf, quantity_milli=pieces * 1000
        )
        for product, pieces in goods.items()
    )
    till.seal(
        GoodsMoved(**{"document_id": document, "purpose": "received", "moves": moves, "reference": "DN-1"} | more)
    )  # type: ignore[arg-type]
    await land(pool, centre, till.device, till.batch())
    return document


async def done(pool: Pool) -> list[int]:
    return [milli for (milli,) in await rows(pool, "SELECT done_milli FROM work_order_line ORDER BY order_id, n")]


@pytest.fixture
async def order(pool: Pool, ground: Ground) -> str:
    wanted = (Wanted(MILK, 2_000), Wanted(TEA, 5_000), Wanted(MILK, 4_000))
    async with pool.connection() as conn:
        return await make_order(conn, ground.shop, Draft("receipt", "P-1", wanted, partner="Dairy"), NOW)


async def test_a_delivery_counts_once_and_not_at_all_when_it_was_a_mistake(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, order: str
) -> None:
    till.open()
    document = await receive(pool, centre, till, {MILK: 5, COLA: 1})
    async with pool.connection() as conn:
        await match_delivery(conn, order, document, NOW)
    assert await done(pool) == [2_000, 0, 3_000]
    async with pool.connection() as conn:
        [told] = await list_orders_of(conn, ground.shop)
        assert told.documents == (document,), "the till that received it adds nothing of its own"
        with pytest.raises(Denied, match="already"):
            await match_delivery(conn, order, document, NOW)
    async with pool.connection() as conn:
        await unmatch_delivery(conn, order, document, NOW)
    assert await done(pool) == [0, 0, 0]
    async with pool.connection() as conn:
        assert (await list_orders_of(conn, ground.shop))[0].documents == ()
        with pytest.raises(Denied, match="Nobody"):
            await unmatch_delivery(conn, order, document, NOW)


async def test_what_cannot_belong_to_an_order_is_refused(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, order: str
) -> None:
    till.open()
    others = await receive(pool, centre, till, {COLA: 1})
    moved = await receive(pool, centre, till, {MILK: 1}, purpose="moved")
    async with pool.connection() as conn:
        counted = await make_order(conn, ground.shop, Draft("picking", "A-1", (Wanted(COLA, 1000),)), NOW)
    for ident, document, why in (
        (order, others, "nothing"),
        (order, moved, "no delivery"),
        (order, new_id(), "no delivery"),
        (counted, others, "expects nothing"),
    ):
        async with pool.connection() as conn:
            with pytest.raises(Denied, match=why):
                await match_delivery(conn, ident, document, NOW)
    assert await rows(pool, "SELECT * FROM order_match") == []


async def test_a_blind_order_that_has_ended_is_judged_again(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    async with pool.connection() as conn:
        draft = Draft("receipt", "P-2", (Wanted(MILK, 3_000),), blind=True)
        blind = await make_order(conn, ground.shop, draft, NOW)
    till.open()
    await receive(pool, centre, till, {MILK: 1}, order_id=blind, ends_order=True)
    document = await receive(pool, centre, till, {MILK: 3})
    assert await rows(pool, BLIND) == [(1,)]
    async with pool.connection() as conn:
        await match_delivery(conn, blind, document, NOW)
    assert await rows(pool, BLIND) == [(0,)]
    async with pool.connection() as conn:
        await unmatch_delivery(conn, blind, document, NOW)
    assert await rows(pool, BLIND) == [(1,)]


def test_lines_take_what_they_want_in_their_order() -> None:
    lines = [(1, MILK, "", 2_000), (2, TEA, "L1", 1_000), (3, MILK, "", -500)]
    assert allot(lines, [(MILK, "L9", 5_000), (TEA, "L2", 1_000), (COLA, "", 1)]) == {1: 2_000, 3: 3_000}
    assert allot(lines, [(TEA, "L1", 400)]) == {2: 400}
