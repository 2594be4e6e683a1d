"""Bundles, serial numbers and unknown codes at the centre."""

import msgspec

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.journal.verify import verify_centre
from sync.wire.facts import SaleCompleted
from sync.wire.line_detail import LineDetail, LinePart
from sync.wire.ticket_facts import CodeUnknown
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_sale, new_id
from tests.server.test_projection import on_hand, push

BOX, MILK, BREAD = new_id(), new_id(), new_id()
PARTS = (
    LinePart(product_id=MILK, sku="M", name="Milk", quantity_milli=2000),
    LinePart(product_id=BREAD, sku="B", name="Bread", quantity_milli=1000),
)


def with_detail(sale: SaleCompleted, **detail: object) -> SaleCompleted:
    lines = tuple(msgspec.structs.replace(line, detail=LineDetail(**detail)) for line in sale.lines)
    return msgspec.structs.replace(sale, lines=lines)


async def test_a_bundle_takes_its_parts_from_the_shelf_and_a_void_brings_them_back(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    sale = with_detail(make_sale(ground, "T1-1", 1, BOX, pieces=3), parts=PARTS)
    till.seal(sale)
    assert await push(pool, centre, till) == ()
    held = [await on_hand(pool, ground.shelf, product) for product in (BOX, MILK, BREAD)]
    assert held == [0, -6000, -3000]
    assert (await verify_centre(pool))["problems"] == []
    till.void(sale)
    assert await push(pool, centre, till, 3) == ()
    assert [await on_hand(pool, ground.shelf, product) for product in (BOX, MILK, BREAD)] == [0, 0, 0]
    assert (await verify_centre(pool))["problems"] == []


async def test_a_bundle_that_is_voided_in_its_own_batch_moves_nothing(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    sale = with_detail(make_sale(ground, "T1-1", 1, BOX), parts=PARTS)
    till.seal(sale)
    till.void(sale)
    assert await push(pool, centre, till) == ()
    assert [await on_hand(pool, ground.shelf, product) for product in (BOX, MILK, BREAD)] == [0, 0, 0]


async def test_a_serial_number_sold_twice_is_a_case_and_one_that_came_back_is_none(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    cases = "SELECT subject FROM cases WHERE kind = 'serial.twice'"
    first = with_detail(make_sale(ground, "T1-1", 1, MILK), serial='SN\\1"')
    till.seal(first)
    till.void(first)
    till.seal(with_detail(make_sale(ground, "T1-2", 2, MILK), serial='SN\\1"'))
    assert await push(pool, centre, till) == ()
    assert await rows(pool, cases) == []
    till.seal(with_detail(make_sale(ground, "T1-3", 3, MILK), serial='SN\\1"'))
    assert await push(pool, centre, till, 5) == ()
    assert await rows(pool, cases) == [('SN\\1"',)]


async def test_an_unknown_code_is_one_case_however_often_it_comes(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    till.seal(CodeUnknown(code="4601111111110"))
    till.seal(CodeUnknown(code="4601111111110"))
    assert await push(pool, centre, till) == ()
    assert await ask(pool, "SELECT count(*) FROM cases WHERE kind = 'code.unknown' AND shop_id IS NOT NULL") == 1


async def test_a_piece_that_came_back_may_be_sold_again_and_a_bundle_comes_back_as_its_parts(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    sold = with_detail(make_sale(ground, "T1-1", 1, BOX), serial="SN1", parts=PARTS)
    till.seal(sold)
    till.seal(returned(make_sale(ground, "T1-2", 2, BOX), sold, ground.waste))
    till.seal(with_detail(make_sale(ground, "T1-3", 3, BOX), serial="SN1"))
    assert await push(pool, centre, till) == ()
    assert await rows(pool, "SELECT subject FROM cases WHERE kind = 'serial.twice'") == []
    assert [await on_hand(pool, ground.shelf, product) for product in (BOX, MILK, BREAD)] == [-1000, -2000, -1000]
    assert [await on_hand(pool, ground.waste, product) for product in (BOX, MILK, BREAD)] == [0, 2000, 1000]
    assert (await verify_centre(pool))["problems"] == []


def returned(paper: SaleCompleted, sold: SaleCompleted, place: str) -> SaleCompleted:
    """The paper of a return of everything that was sold."""
    change = msgspec.structs.replace
    lines = tuple(
        change(
            line,
            **{name: -getattr(line, name) for name in ("quantity_milli", *AMOUNTS)},
            returns_sale=sold.sale_id,
            returns_line=origin.line_id,
            to_place_id=place,
            reason="broken",
            detail=LineDetail(parts=PARTS),
        )
        for line, origin in zip(paper.lines, sold.lines, strict=True)
    )
    taxes = tuple(
        change(tax, net_minor=-tax.net_minor, tax_minor=-tax.tax_minor, gross_minor=-tax.gross_minor)
        for tax in paper.taxes
    )
    total = -paper.total_minor
    paid = (change(paper.payments[0], amount_minor=total),)
    return change(paper, lines=lines, taxes=taxes, total_minor=total, payments=paid, change_minor=0)


AMOUNTS = ("gross_minor", "discount_minor", "net_minor", "tax_minor", "total_minor")
