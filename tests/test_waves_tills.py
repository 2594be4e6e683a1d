"""Waves over real tills: what is not released no till is told of, what is urgent jumps, a begun one stays."""

from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from desktop.domain.order import OrderKind
from desktop.operations import picking
from desktop.store import orders
from server_stub.database import Pool
from server_stub.eckwms.pickings import list_active
from server_stub.faults import Denied
from server_stub.goods.places import save_place
from server_stub.goods.shops import read_shops, save_shop
from server_stub.journal.projection_sql import move_stock
from server_stub.orders.keeping import Draft, Wanted, end_order, list_orders_of, make_order
from server_stub.orders.refilling import refill_all
from server_stub.orders.releasing import release_order
from server_stub.orders.waves import Choice, dissolve, gather, read_wave, release_wave, release_waveless
from sync.wire.places import Place
from tests.desks import WIM, Desk, open_desk
from tests.edges import SettableClock
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, new_id
from tests.test_picking_tills import CODES, SOAP, TEA, pick, set_up


async def make(pool: Pool, ground: Ground, clock: SettableClock, number: str, **more: object) -> str:
    """One more picking, for a tea."""
    draft = Draft("picking", number, (Wanted(TEA, 1_000, ground.shelf),), **more)  # type: ignore[arg-type]
    async with pool.connection() as conn:
        return await make_order(conn, ground.shop, draft, clock.now())


async def in_waves(pool: Pool, ground: Ground) -> None:
    """From now on the shop picks in waves."""
    async with pool.connection() as conn:
        shop = (await read_shops(conn, [ground.shop]))[ground.shop]
        terms = msgspec.structs.replace(shop.stock_terms, waves=True)
        await save_shop(conn, msgspec.structs.replace(shop, stock_terms=terms))


def told(desk: Desk) -> list[str]:
    with desk.terminal.database.reading() as connection:
        return [order.number for order in orders.list_open(connection, OrderKind.PICKING)]


async def test_what_goes_together_is_told_together_and_what_is_urgent_jumps(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, begun = await set_up(pool, clock)
    noon = clock.now() + timedelta(hours=3)
    early = await make(pool, ground, clock, "P-10", carrier="DHL", cut_off=noon)
    late = await make(pool, ground, clock, "P-11", carrier="DHL", cut_off=noon + timedelta(hours=6))
    await make(pool, ground, clock, "P-12", carrier="Post", cut_off=noon)
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    try:
        assert told(desk) == ["P-10", "P-11", "P-12", "P-7"], "without waves everything is told as it is made"
        with desk.terminal.database.reading() as connection:
            [early_told] = orders.find(connection, "P-10")
        assert (early_told.carrier, datetime.fromisoformat(early_told.cut_off)) == ("DHL", noon)
        task = picking.begin_picking(desk.terminal, WIM, ["P-7"])
        await desk.push(pool, centre)
        async with pool.connection() as conn:
            wave = await gather(conn, ground.shop, "W-1", Choice(carrier="DHL", until=noon), clock.now())
            assert [(one.number, one.state) for one in wave.orders] == [("P-10", "held")]
            wave = await gather(conn, ground.shop, "W-1", Choice(numbers=["P-11"]), clock.now())
            assert [one.number for one in wave.orders] == ["P-10", "P-11"]
            for choice in (Choice(numbers=["P-7"]), Choice(carrier="DHL"), Choice(urgency=1), Choice(carrier="")):
                with pytest.raises(Denied):
                    async with conn.transaction():
                        await gather(conn, ground.shop, "W-2", choice, clock.now())
        assert await ask(pool, "SELECT count(*) FROM wave") == 1, "what gathers nothing makes none"
        await desk.pull(pool, centre)
        assert told(desk) == ["P-12", "P-7"]
        gone = "SELECT count(*) FROM feed_item WHERE entity = 'order' AND deleted"
        assert await ask(pool, gone) == 2, "nor does a first load bring them"
        async with pool.connection() as conn:
            assert [row["name"] for row in await list_active(conn, ground.shop, 9, 0)] == ["P-7", "P-12"]
            assert await release_order(conn, ground.shop, late)
        await desk.pull(pool, centre)
        assert told(desk) == ["P-11", "P-12", "P-7"], "on top"
        picking.drop_picking(desk.terminal, WIM, task.id)
        async with pool.connection() as conn:
            first = await release_wave(conn, ground.shop, "W-1", clock.now())
            assert await release_wave(conn, ground.shop, "W-1", clock.now() + timedelta(hours=1)) == first
            with pytest.raises(Denied, match="released"):
                await dissolve(conn, ground.shop, "W-1")
        await desk.pull(pool, centre)
        assert told(desk) == ["P-11", "P-10", "P-12", "P-7"]
        pick(desk, "A", *[CODES[SOAP]] * 5, CODES[TEA], CODES[TEA])
        await desk.push(pool, centre)
        assert await rows(pool, "SELECT ended_at IS NOT NULL FROM work_order WHERE id = %s", begun) == [(True,)]
        async with pool.connection() as conn:
            assert await end_order(conn, ground.shop, early, clock.now())
            wave = await read_wave(conn, ground.shop, "W-1")
        assert [(one.number, one.state) for one in wave.orders] == [("P-11", "open"), ("P-10", "ended")]
    finally:
        desk.close()


async def test_in_a_shop_of_waves_new_pickings_wait_and_a_wave_that_is_let_go_leaves_them_waiting(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, _ = await set_up(pool, clock)
    await in_waves(pool, ground)
    await make(pool, ground, clock, "P-20", priority=5)
    urgent = await make(pool, ground, clock, "P-21", at_once=True)
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    try:
        assert told(desk) == ["P-21", "P-7"], "what was told before stays, what is urgent is told at once"
        assert await ask(pool, "SELECT priority > 0 FROM work_order WHERE id = %s", urgent)
        assert await ask(pool, "SELECT count(*) FROM feed_item WHERE entity = 'order'") == 2
        assert await first_load(pool, ground) == {"P-21", "P-7"}
        async with pool.connection() as conn:
            await gather(conn, ground.shop, "W-1", Choice(urgency=5), clock.now())
            await dissolve(conn, ground.shop, "W-1")
            assert await ask(pool, "SELECT count(*) FROM wave") == 0
        await desk.pull(pool, centre)
        assert told(desk) == ["P-21", "P-7"]
        async with pool.connection() as conn:
            await release_waveless(conn, ground.shop)
        await desk.pull(pool, centre)
        assert sorted(told(desk)) == ["P-20", "P-21", "P-7"]
    finally:
        desk.close()


async def first_load(pool: Pool, ground: Ground) -> set[str]:
    """Numbers of the orders that a first load brings."""
    async with pool.connection() as conn:
        return {order.number for order in await list_orders_of(conn, ground.shop)}


async def test_a_wave_has_brought_what_its_faces_lack_when_it_is_released(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre, ground, _ = await set_up(pool, clock)
    face = Place(id=ground.shelf, code="A", name="", kind="shelf", product_id=SOAP, max_milli=8_000)
    behind = new_id()
    async with pool.connection() as conn:
        await conn.execute("UPDATE shop SET selling_place_id = %s WHERE id = %s", (ground.waste, ground.shop))
        for place in (face, Place(id=behind, code="Z", name="", kind="bin")):
            await save_place(conn, ground.shop, place)
        await gather(conn, ground.shop, "W-1", Choice(), clock.now())
        await move_stock(conn, defaultdict(int, {(ground.shop, SOAP, behind, ""): 9_000}))
    await refill_all(pool, clock.now())
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    kinds = "SELECT kind FROM work_order ORDER BY kind"
    try:
        assert (told(desk), await rows(pool, kinds)) == ([], [("picking",)])
        async with pool.connection() as conn:
            await release_wave(conn, ground.shop, "W-1", clock.now())
        await desk.pull(pool, centre)
        assert await rows(pool, kinds) == [("picking",), ("refill",)]
        with desk.terminal.database.reading() as connection:
            found = orders.list_open(connection)
        assert [str(order.kind) for order in found] == ["refill", "picking"], "before what waits for it"
    finally:
        desk.close()
