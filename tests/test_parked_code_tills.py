"""What two tills set aside for one code: each books its own once, whoever gives the code to goods, and how often."""

from pathlib import Path

from desktop.domain.product import Found
from desktop.domain.task import TaskKind
from desktop.operations import tasks
from desktop.operations.parked_codes import bind_code, book_parked
from desktop.reading import read_code
from desktop.store import catalogue
from desktop.store import tasks as kept
from server_stub.centre import load_centre
from server_stub.database import Pool
from server_stub.goods.catalogue import write_block
from server_stub.goods.product_rows import Block, Report
from server_stub.identity.people import save_person
from sync.wire.changes import Person
from tests.desks import WIM, Desk, centre_held, open_desk
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import make_ground, new_id

CODE, LATER = "4601111111110", "4602222222227"


def set_aside(desk: Desk, soap: str, place: str, *codes: str) -> str:
    """Receive a piece of soap and codes that nobody knows; gives the task that waits for them."""
    task, aside_id = tasks.open_task(desk.terminal, WIM, TaskKind.RECEIVE, place_id=place), new_id()
    with desk.terminal.database.reading() as connection:
        product = catalogue.read_product(connection, soap)
    assert product is not None
    tasks.scan_goods(desk.terminal, task.id, Found(product, "x"))
    for code in codes:
        tasks.scan_unknown(desk.terminal, task.id, code)
    tasks.post_task(desk.terminal, WIM, task.id, aside_id=aside_id)
    return aside_id


async def test_each_till_books_its_own_once(pool: Pool, clock: SettableClock, tmp_path: Path) -> None:
    centre = await load_centre(pool)
    async with pool.connection() as conn, conn.transaction():
        ground = await make_ground(conn)
        await save_person(conn, ground.shop, Person(id=WIM.id, login="wim", name="Wim", role="admin", pin_hash="x"))
        await write_block(conn, Block(["SOAP"], {"name": ["Soap"], "price_e4": [10_000]}, {}), Report())
    ((soap,),) = await rows(pool, "SELECT id::text FROM product")
    here, there = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    try:
        for desk in (here, there):
            set_aside(desk, soap, ground.shelf, CODE)
            late = set_aside(desk, soap, ground.shelf, CODE, LATER)
            with desk.terminal.database.reading() as connection:
                product = catalogue.read_product(connection, soap)
            assert product is not None
            waited, booked = bind_code(desk.terminal, WIM, CODE, product)
            assert (waited, len(booked)) == (2, 1)
        bind_code(here.terminal, WIM, LATER, product)
        for desk in (here, there, here):
            await desk.push(pool, centre)
            await desk.pull(pool, centre)
            book_parked(desk.terminal)
        assert [one.document_id for one in book_parked(there.terminal)] == []
        await there.push(pool, centre)
        for desk in (here, there):
            await desk.pull(pool, centre)
            with desk.terminal.database.reading() as connection:
                assert kept.list_open(connection) == []
        ten = {(soap, ground.shelf, ""): 10_000}
        assert (await centre_held(pool), here.held(), there.held()) == (ten, ten, ten)
        booked_twice = "SELECT document_id FROM goods_document GROUP BY 1 HAVING count(*) > 1"
        assert await rows(pool, booked_twice) == []
        assert len(await rows(pool, "SELECT 1 FROM goods_document WHERE document_id = %s", late)) == 1
    finally:
        here.close()
        there.close()


def known(desk: Desk, code: str) -> list[str]:
    with desk.terminal.database.reading() as connection:
        return [one.product.sku for one in catalogue.resolve(connection, read_code(code), "EUR")]


async def test_what_two_tills_bind_differently_each_knows_until_the_centre_has_answered(
    pool: Pool, clock: SettableClock, tmp_path: Path
) -> None:
    centre = await load_centre(pool)
    async with pool.connection() as conn, conn.transaction():
        ground = await make_ground(conn)
        await save_person(conn, ground.shop, Person(id=WIM.id, login="wim", name="Wim", role="admin", pin_hash="x"))
        block = Block(["SOAP", "TEA"], {"name": ["Soap", "Tea"], "price_e4": [10_000, 20_000]}, {})
        await write_block(conn, block, Report())
    here, there = [await open_desk(pool, centre, ground, tmp_path, name, clock) for name in ("a", "b")]
    try:
        for desk, sku in ((here, "SOAP"), (there, "TEA")):
            with desk.terminal.database.reading() as connection:
                product = catalogue.read_skus(connection, [sku])[sku]
            bind_code(desk.terminal, WIM, CODE, product)
        assert (known(here, CODE), known(there, CODE)) == (["SOAP"], ["TEA"])
        await here.push(pool, centre)
        await here.pull(pool, centre)
        assert (known(here, CODE), known(there, CODE)) == (["SOAP"], ["TEA"])
        await there.push(pool, centre)
        await there.pull(pool, centre)
        assert (known(here, CODE), known(there, CODE)) == (["SOAP"], ["SOAP"])
        assert await rows(pool, "SELECT kind, subject FROM cases WHERE closed_at IS NULL") == [("code.clash", CODE)]
    finally:
        here.close()
        there.close()
