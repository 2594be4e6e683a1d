"""Codes that tills give to goods: taken where nobody else has them, a case otherwise, and told to every till."""

import msgspec
import pytest

from server_stub.centre import Centre, load_centre
from server_stub.database import Pool
from server_stub.feed.pages import read_page
from server_stub.feed.sequencer import number_changes
from server_stub.goods.catalogue import write_block
from server_stub.goods.product_rows import Block, Report
from server_stub.journal.ingest import land
from sync.wire.changes import Product
from sync.wire.facts import Fact
from sync.wire.ticket_facts import CodeBound, CodeUnknown
from tests.server.asking import rows
from tests.server.terminal import Terminal, make_ground, new_id

CODE = "4601111111110"


@pytest.fixture
async def goods(pool: Pool) -> dict[str, str]:
    """Two products by article number."""
    async with pool.connection() as conn, conn.transaction():
        await write_block(conn, Block(["SOAP", "TEA"], {"name": ["Soap", "Tea"], "price_e4": [1, 1]}, {}), Report())
    return dict(await rows(pool, "SELECT sku, id::text FROM product"))


async def hand_in(pool: Pool, centre: Centre, *facts: Fact) -> None:
    """One more till says these."""
    async with pool.connection() as conn:
        till = Terminal(await make_ground(conn, new_id()))
        await till.enrol(conn)
    till.open()
    for fact in facts:
        till.seal(fact)
    assert (await land(pool, centre, till.device, till.batch())).quarantined == ()


async def test_the_first_till_gives_a_code_and_the_second_is_a_case(pool: Pool, goods: dict[str, str]) -> None:
    centre = await load_centre(pool)
    await hand_in(pool, centre, CodeUnknown(code=CODE))
    pack = CodeBound(code="14601111111117", product_id=goods["SOAP"], pack_milli=6_000)
    await hand_in(pool, centre, CodeBound(code=CODE, product_id=goods["SOAP"]), pack)
    await hand_in(pool, centre, CodeBound(code=CODE, product_id=goods["SOAP"]))
    cases = "SELECT kind, subject FROM cases WHERE closed_at IS NULL"
    assert await rows(pool, cases) == []
    await hand_in(pool, centre, CodeBound(code=CODE, product_id=goods["TEA"]))
    await hand_in(pool, centre, CodeBound(code="5000000000005", product_id=new_id()))
    assert sorted(await rows(pool, cases)) == [("code.clash", CODE), ("code.clash", "5000000000005")]
    while await number_changes(pool):
        pass
    told = [
        msgspec.msgpack.decode(change.row, type=Product)
        for change in (await read_page(pool, centre, "catalogue")).changes
    ]
    assert {product.sku: [(code.code, code.pack_milli) for code in product.codes] for product in told} == {
        "SOAP": [(CODE, 1_000), ("14601111111117", 6_000)],
        "TEA": [],
    }
