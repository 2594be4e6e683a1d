"""Returns at the centre: goods go to their place, tills are told what is left, and what is too much becomes a case."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.pages import read_page
from server_stub.feed.sequencer import number_changes
from server_stub.journal.ingest import land
from server_stub.journal.verify import verify_centre
from server_stub.returns.receipts import find_receipt, prune_receipts
from sync.wire.digest import add_up
from sync.wire.facts import Payment, SaleCompleted, TaxSum
from sync.wire.receipts import Receipt, Taken
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_sale, new_id

MILK = new_id()
NOW = datetime.now(UTC).isoformat()
OLD = (datetime.now(UTC) - timedelta(days=31)).isoformat()


def give_back(
    till: Terminal, sold: SaleCompleted, pieces: int, place: str, at: str = NOW, held: str = ""
) -> SaleCompleted:
    """Take pieces of the first line back, for cash; `held` is the hold of a certificate."""
    line, share = sold.lines[0], pieces * 1000
    whole = line.quantity_milli

    def part(minor: int) -> int:
        return -minor * share // whole

    back = msgspec.structs.replace(
        line,
        line_id=new_id(),
        quantity_milli=-share,
        gross_minor=part(line.gross_minor),
        net_minor=part(line.net_minor),
        tax_minor=part(line.tax_minor),
        total_minor=part(line.total_minor),
        returns_sale=sold.sale_id,
        returns_line=line.line_id,
        returns_receipt=sold.receipt,
        to_place_id=place,
        reason="too many",
        detail=msgspec.structs.replace(line.detail, hold=held) if line.detail else None,
    )
    tax = TaxSum(
        rate_ppm=back.rate_ppm, net_minor=back.net_minor, tax_minor=back.tax_minor, gross_minor=back.total_minor
    )
    till.receipt_no += 1
    fact = msgspec.structs.replace(
        sold,
        sale_id=new_id(),
        receipt=f"T1-{till.receipt_no:06d}",
        receipt_no=till.receipt_no,
        lines=(back,),
        taxes=(tax,),
        total_minor=back.total_minor,
        payments=(Payment(method="cash", amount_minor=back.total_minor),),
        change_minor=0,
        rounding_minor=0,
    )
    till.seal(fact, at)
    return fact


def sell(till: Terminal, pieces: int, at: str = NOW) -> SaleCompleted:
    till.receipt_no += 1
    sale = make_sale(till.ground, f"T1-{till.receipt_no:06d}", till.receipt_no, MILK, pieces)
    till.seal(sale, at)
    return sale


async def push(pool: Pool, centre: Centre, till: Terminal) -> None:
    assert (await land(pool, centre, till.device, till.batch(1))).quarantined == ()


async def told(pool: Pool, centre: Centre, shop: str) -> dict[str, Receipt | None]:
    while await number_changes(pool):
        pass
    page = await read_page(pool, centre, f"receipts:{shop}")
    assert page.digest == add_up(0, [change.position for change in page.changes if not change.deleted], [])
    return {
        change.id: None if change.deleted else msgspec.msgpack.decode(change.row, type=Receipt)
        for change in page.changes
    }


async def on_hand(pool: Pool, place: str) -> int:
    found = await rows(pool, "SELECT on_hand_milli FROM stock WHERE product_id = %s AND place_id = %s", MILK, place)
    return found[0][0] if found else 0


async def test_goods_come_back_to_their_place(pool: Pool, centre: Centre, till: Terminal, ground: Ground) -> None:
    till.open()
    sold = sell(till, 3)
    good, bad = give_back(till, sold, 1, ground.shelf), give_back(till, sold, 1, ground.waste)
    await push(pool, centre, till)
    assert (await on_hand(pool, ground.shelf), await on_hand(pool, ground.waste)) == (-2000, 1000)
    moved = await rows(
        pool, "SELECT from_place_id::text, to_place_id::text, quantity_milli, reason FROM movement ORDER BY seq"
    )
    assert moved[1:] == [
        (ground.customer, ground.shelf, 1000, "return"),
        (ground.customer, ground.waste, 1000, "return"),
    ]
    receipt = (await told(pool, centre, ground.shop))[sold.sale_id]
    assert receipt is not None
    assert (receipt.receipt, receipt.lines[0].quantity_milli, receipt.paid) == (sold.receipt, 3000, (("cash", 750),))
    part = ((sold.lines[0].line_id, 1000),)
    assert {one.sale_id: one for one in receipt.taken} == {
        back.sale_id: Taken(back.sale_id, part, (("cash", 250),)) for back in (good, bad)
    }
    assert (await verify_centre(pool))["problems"] == []
    page = await read_page(pool, centre, f"receipts:{ground.shop}", device_uuid=till.device)
    own = {change.id: msgspec.msgpack.decode(change.row, type=Receipt) for change in page.changes}[sold.sale_id]
    assert (own.own, own.lines, own.paid, own.taken) == (True, (), (), receipt.taken)


async def test_receipts_have_their_place_in_the_feed_at_once(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    sold = sell(till, 3)
    await push(pool, centre, till)
    page = await read_page(pool, centre, f"receipts:{ground.shop}")
    assert [change.id for change in page.changes] == [sold.sale_id]
    assert page.digest == add_up(0, [change.position for change in page.changes], [])
    give_back(till, sold, 1, ground.shelf)
    await push(pool, centre, till)
    later = await read_page(pool, centre, f"receipts:{ground.shop}", page.cursor.position, page.cursor.token)
    came = [change.position for change in later.changes]
    assert later.digest == add_up(page.digest, came, [change.position for change in page.changes])
    assert {change.id for change in later.changes} > {sold.sale_id}


async def test_a_void_of_a_return_takes_the_goods_out_again(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    sold = sell(till, 3)
    till.void(give_back(till, sold, 2, ground.waste))
    gone = sell(till, 1)
    till.void(gone)
    await push(pool, centre, till)
    assert (await on_hand(pool, ground.shelf), await on_hand(pool, ground.waste)) == (-3000, 0)
    receipts = await told(pool, centre, ground.shop)
    assert receipts[gone.sale_id] is None
    kept = receipts[sold.sale_id]
    assert kept is not None
    assert kept.taken == ()
    assert (await verify_centre(pool))["problems"] == []


@pytest.mark.parametrize("first", ["sale", "return"])
async def test_what_two_tills_took_back_offline_is_a_case(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, first: str
) -> None:
    other = Terminal(ground)
    async with pool.connection() as conn:
        await other.enrol(conn)
    till.open(), other.open()
    other.receipt_no = 500
    sold = sell(till, 1)
    give_back(till, sold, 1, ground.shelf)
    give_back(other, sold, 1, ground.shelf)
    for each in (till, other) if first == "sale" else (other, till):
        await push(pool, centre, each)
    assert await rows(pool, "SELECT kind, subject, shop_id::text FROM cases WHERE kind = 'over_returned'") == [
        ("over_returned", f"{ground.shop} {sold.receipt}", ground.shop)
    ]
    assert await on_hand(pool, ground.shelf) == 1000  # both are facts
    assert (await verify_centre(pool))["problems"] == []


async def test_old_receipts_are_asked_for(pool: Pool, centre: Centre, till: Terminal, ground: Ground) -> None:
    till.open()
    old, young = sell(till, 1, OLD), sell(till, 1)
    give_back(till, old, 1, ground.shelf)
    await push(pool, centre, till)
    assert set(await told(pool, centre, ground.shop)) == {young.sale_id} | {
        sale for (sale,) in await rows(pool, "SELECT sale_id::text FROM sale_return")
    }
    async with pool.connection() as conn:
        found = await find_receipt(conn, ground.shop, old.receipt)
        assert found is not None
        assert len(found.taken) == 1
        assert await find_receipt(conn, ground.shop, "T9-000001") is None
        assert await find_receipt(conn, new_id(), old.receipt) is None
    async with pool.connection() as conn:
        await conn.execute("UPDATE sale_day SET business_day = %s", (datetime.now(UTC).date() - timedelta(days=40),))
        await prune_receipts(conn)
    while await number_changes(pool):
        pass
    assert await ask(pool, "SELECT count(*) FROM feed_item WHERE entity = 'receipt' AND NOT deleted") == 0


async def test_an_even_exchange_verifies(pool: Pool, centre: Centre, till: Terminal, ground: Ground) -> None:
    till.open()
    sold = sell(till, 1)
    back = give_back(till, sold, 1, ground.shelf)
    till.entries.pop()
    zero = TaxSum(rate_ppm=back.taxes[0].rate_ppm, net_minor=0, tax_minor=0, gross_minor=0)
    even = msgspec.structs.replace(
        back,
        lines=(msgspec.structs.replace(sold.lines[0], line_id=new_id()), back.lines[0]),
        taxes=(zero,),
        total_minor=0,
        payments=(),
    )
    till.seal(even, NOW)
    await push(pool, centre, till)
    assert await on_hand(pool, ground.shelf) == -1000
    assert (await verify_centre(pool))["problems"] == []
