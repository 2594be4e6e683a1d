"""Lots that head office holds: a real terminal hears of it, passes over them in a picking, and refuses them aloud."""

from pathlib import Path

import pytest

from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.task import TaskKind
from desktop.operations import picking, tasks
from desktop.operations.held_lots import check_held
from desktop.operations.picking import read_picking
from desktop.operations.picking_scans import scan_goods, take_scan
from desktop.operations.task_codes import read_codes
from desktop.store import places
from desktop.store.held_lots import read_held_lots
from server_stub.centre import load_centre
from server_stub.database import Pool
from server_stub.goods.held_lots import hold_lot, let_go
from server_stub.orders.keeping import Draft, Wanted, make_order
from tests.desks import WIM, Desk, open_desk
from tests.edges import SettableClock
from tests.server.terminal import make_ground, new_id

SOAP = new_id()


def found(lot: str) -> Found:
    return Found(Product(SOAP, "SOAP", "Soap", "pcs", 0, 0), "x", lot=lot)


def lots_on_the_way(desk: Desk, task_id: str) -> list[str]:
    with desk.terminal.database.reading() as connection:
        return [each.lot for each in read_picking(connection, task_id).plan]


async def test_a_held_lot_is_neither_picked_nor_sold_until_it_is_let_go(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre = await load_centre(pool)
    async with pool.connection() as conn:
        ground = await make_ground(conn)
        await make_order(conn, ground.shop, Draft("picking", "P-7", (Wanted(SOAP, 2_000),)), clock.now())
        await hold_lot(conn, ground.shop, SOAP, "L0", "held before this till was there", "Vera", clock.now())
    desk = await open_desk(pool, centre, ground, tmp_path, "a", clock)
    try:
        with desk.terminal.database.reading() as connection:
            assert read_held_lots(connection) == {(SOAP, "L0"): "held before this till was there"}, "by the snapshot"
        task = tasks.open_task(desk.terminal, WIM, TaskKind.RECEIVE, place_id=ground.shelf)
        for lot in ("L1", "L2"):
            tasks.scan_goods(desk.terminal, task.id, found(lot), 1)
        tasks.post_task(desk.terminal, WIM, task.id)
        picked = picking.begin_picking(desk.terminal, WIM, ["P-7"])
        assert lots_on_the_way(desk, picked.id) == ["L1", "L2"]
        with desk.terminal.database.reading() as connection:
            shelf = places.read_tree(connection).places[ground.shelf].code

        async with pool.connection() as conn:
            held = await hold_lot(conn, ground.shop, SOAP, "L1", "Recalled", "Vera", clock.now())
        await desk.pull(pool, centre)
        assert lots_on_the_way(desk, picked.id) == ["L2", ""], "there is one, and nobody knows where a second is"
        take_scan(desk.terminal, WIM, picked.id, read_codes(desk.terminal), shelf)
        with pytest.raises(Refusal) as refused:
            scan_goods(desk.terminal, picked.id, found("L1"), "x")
        assert (refused.value.code, refused.value.facts) == (
            "goods.held", {"name": "Soap", "lot": "L1", "reason": "Recalled"}
        )  # fmt: skip
        with desk.terminal.database.reading() as connection:
            check_held(connection, found("L2"))

        async with pool.connection() as conn:
            await let_go(conn, held, "Vera", clock.now())
        await desk.pull(pool, centre)
        assert lots_on_the_way(desk, picked.id) == ["L1", "L2"]
        scan_goods(desk.terminal, picked.id, found("L1"), "x")
    finally:
        desk.close()
