"""A piece with a number of its own between tills: what two took in offline is in the books twice, and a case."""

from dataclasses import replace
from pathlib import Path

from desktop.domain.product import Found
from desktop.domain.task import TaskKind
from desktop.operations import tasks
from desktop.store import catalogue
from server_stub.centre import load_centre
from server_stub.database import Pool
from server_stub.goods.catalogue import write_block
from server_stub.goods.product_rows import Block, Report
from tests.desks import WIM, Desk, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import make_ground

IN = TaskKind.RECEIVE
TWICE = "SELECT subject, detail, shop_id::text FROM cases WHERE kind = 'piece.twice' ORDER BY subject"


def carry(desk: Desk, kind: TaskKind, product_id: str, place: str, **told: str) -> None:
    """Take one piece in, or back to its supplier; `told` is its lot, serial number or mark."""
    task = tasks.open_task(desk.terminal, WIM, kind, place_id=place)
    with desk.terminal.database.reading() as connection:
        product = catalogue.read_product(connection, product_id)
    assert product is not None
    tasks.scan_goods(desk.terminal, task.id, replace(Found(product, "x"), **told))  # type: ignore[arg-type]
    tasks.post_task(desk.terminal, WIM, task.id)


async def test_a_piece_that_two_tills_took_in_is_a_case_and_a_lot_is_none(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre = await load_centre(pool)
    async with pool.connection() as conn, conn.transaction():
        ground = await make_ground(conn)
        fields = {"name": ["Camera", "Milk"], "price_e4": [10_000, 1]}
        extras = {"track_serials": [True, False]}
        await write_block(conn, Block(["CAM", "MILK"], fields, {"track_lots": [False, True]}, extras=extras), Report())
    (camera, milk) = [name for (name,) in await rows(pool, "SELECT id::text FROM product ORDER BY sku")]
    here, there = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    try:
        for desk in (here, there):
            assert await rows(pool, TWICE) == []
            carry(desk, IN, camera, ground.shelf, serial="S-1")
            carry(desk, IN, camera, ground.shelf, serial=f"S-{desk.device[:4]}")
            carry(desk, IN, milk, ground.shelf, lot="L-1")
            await desk.push(pool, centre)
        ((subject, detail, shop),) = await rows(pool, TWICE)
        assert (subject, shop) == ("CAM S-1", ground.shop)
        assert detail.startswith("Camera: in the books at ")
    finally:
        here.close()
        there.close()


async def test_a_marked_piece_that_went_back_to_its_supplier_may_come_again(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre = await load_centre(pool)
    async with pool.connection() as conn, conn.transaction():
        ground = await make_ground(conn)
        await write_block(conn, Block(["TEA"], {"name": ["Tea"], "price_e4": [1]}, {}), Report())
    ((tea,),) = await rows(pool, "SELECT id::text FROM product")
    here, there = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    try:
        for kind in (IN, TaskKind.SUPPLIER_RETURN, IN):
            carry(here, kind, tea, ground.shelf, serial="S-1", mark="01..21S-1\x1d93aBc=")
        await here.push(pool, centre)
        assert await rows(pool, TWICE) == []
        carry(there, IN, tea, ground.shelf, serial="S-1", mark="01..21S-1\x1d93aBc=")
        await there.push(pool, centre)
        assert [detail for _, detail, _ in await rows(pool, TWICE)] == ["Tea: received 3 times"]
    finally:
        here.close()
        there.close()
