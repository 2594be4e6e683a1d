"""Repacking at two real tills and a real centre: a recipe from a file, kits made offline, and what they are worth."""

from contextlib import ExitStack
from pathlib import Path

from desktop.domain.task import TaskKind, What
from desktop.operations import repacking, tasks
from desktop.store import catalogue
from server_stub.centre import load_centre
from server_stub.database import Pool
from server_stub.feed.sequencer import number_changes
from server_stub.goods.places import save_place
from server_stub.goods.product_file import import_products
from server_stub.jobs.values import value_stock
from server_stub.journal.verify import verify_centre
from sync.wire.changes import Place
from tests.desks import WIM, Desk, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import make_ground, new_id
from tests.server.working import make_place

FILE = """sku,name,price,cost,recipe
TEA,Tea,3,1,
CUP,Cup,5,2.50,
SET,Tea set,12,,TEA*2|CUP
"""
WORTH = """
SELECT p.sku, v.quantity_milli, v.average_e7, v.fifo_e7 FROM goods_value v JOIN product p ON p.id = v.product_id
WHERE v.day = (SELECT max(day) FROM goods_value n WHERE n.product_id = v.product_id) ORDER BY 1
"""


async def test_kits_are_made_offline_at_one_till_and_taken_apart_at_another(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    (tmp_path / "goods.csv").write_text(FILE)
    await import_products(pool, tmp_path / "goods.csv")
    centre, here = await load_centre(pool), new_id()
    async with pool.connection() as conn:
        ground = await make_ground(conn)
        await save_place(conn, ground.shop, Place(id=here, code="R", name="Repacking", kind="repacking"))
    with ExitStack() as open_desks:
        one, other = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
        for desk in (one, other):
            open_desks.callback(desk.close)
        do(one, TaskKind.RECEIVE, ground.shelf, ("TEA", 10), ("CUP", 10))
        clock.advance(seconds=1)
        do(one, TaskKind.REPACK, ground.shelf, What.MAKE, ("SET", 4))
        await one.push(pool, centre)
        await other.pull(pool, centre)
        clock.advance(seconds=1)
        do(other, TaskKind.REPACK, ground.shelf, ("SET", 1), What.APART)
        await other.push(pool, centre)
        for desk in (one, other):
            await desk.pull(pool, centre)
        told = await centre_held(pool)
        assert sorted(told.values()) == [3_000, 4_000, 7_000]
        assert one.held() == other.held() == told, "nothing lies at repacking"
        while await number_changes(pool):
            pass
        await value_stock(await make_place(pool, clock, tmp_path), {})
        assert await rows(pool, WORTH) == [
            ("CUP", 7_000, 17_5000_000, 17_5000_000),
            ("SET", 3_000, 13_5000_000, 13_5000_000),
            ("TEA", 4_000, 4_0000_000, 4_0000_000),
        ], "two teas and a cup are what a set is worth"
        assert not (await verify_centre(pool))["problems"]


def do(desk: Desk, kind: TaskKind, place_id: str, *steps: tuple[str, int] | What) -> None:
    """Do a whole task: goods by article number and how many, or what somebody says in between."""
    task = tasks.open_task(desk.terminal, WIM, kind, place_id=place_id)
    for step in steps:
        if isinstance(step, What):
            repacking.say(desk.terminal, task.id, step)
            continue
        with desk.terminal.database.reading() as connection:
            product = next(one for one in catalogue.search(connection, step[0]) if one.sku == step[0])
            found = catalogue.find_product(connection, product.id)
        assert found is not None
        repacking.keep_goods(desk.terminal, task.id, found, step[1])
    tasks.post_task(desk.terminal, WIM, task.id)
