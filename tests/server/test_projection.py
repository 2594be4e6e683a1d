import asyncio
import random

import msgspec
import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.journal.ingest import land
from server_stub.journal.project import project_pending, replay_quarantine
from server_stub.journal.verify import verify_centre
from sync.wire.facts import (
    DrawerOpened,
    MethodCount,
    ShiftClosed,
    ShiftOpened,
    StaffSignedIn,
    StockAdjusted,
    StockMove,
)
from tests.server.asking import ask, rows
from tests.server.terminal import AT, Ground, Terminal, make_sale, new_id

MILK, BREAD = new_id(), new_id()


async def push(pool: Pool, centre: Centre, till: Terminal, first: int = 1) -> tuple[int, ...]:
    return (await land(pool, centre, till.device, till.batch(first))).quarantined


async def on_hand(pool: Pool, place: str, product: str = MILK) -> int:
    held = "SELECT coalesce(sum(on_hand_milli), 0) FROM stock WHERE product_id = %s AND place_id = %s"
    return int((await rows(pool, held, product, place))[0][0])


async def test_a_sale_becomes_rows(pool: Pool, centre: Centre, till: Terminal, ground: Ground) -> None:
    till.open()
    sale = till.sell(MILK, pieces=3)
    assert await push(pool, centre, till) == ()
    assert await rows(
        pool,
        """SELECT sale_id::text, shop_id::text, receipt, receipt_no, place_id::text, currency, tax_inclusive,
               total_minor, rounding_minor, change_minor, actor, occurred_at = %s::timestamptz, void_id FROM sale""",
        AT,
    ) == [(sale.sale_id, ground.shop, sale.receipt, 1, ground.shelf, "EUR", True, 750, 0, 100, "anna", True, None)]
    line = sale.lines[0]
    assert await rows(
        pool, "SELECT n, line_id::text, product_id::text, name, quantity_milli, total_minor FROM sale_line"
    ) == [(1, line.line_id, MILK, line.name, 3000, 750)]
    assert await rows(pool, "SELECT rate_ppm, net_minor, tax_minor, gross_minor FROM sale_tax") == [
        (200_000, 625, 125, 750)
    ]
    assert await rows(pool, "SELECT n, method, amount_minor, reference FROM payment") == [(1, "cash", 850, "")]
    assert await on_hand(pool, ground.shelf) == -3000
    assert await ask(pool, "SELECT count(*) FROM stock") == 1  # nobody counts what customers have
    assert await ask(pool, "SELECT opened->>'receipt_prefix' FROM incarnation") == "T1"


async def test_a_void_in_the_same_or_a_later_batch_brings_the_goods_back(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    till.receive(MILK, 10)
    till.void(till.sell(MILK, pieces=3))
    later = till.sell(MILK, pieces=2)
    assert await push(pool, centre, till) == ()
    assert await on_hand(pool, ground.shelf) == 8000
    till.void(later)
    assert await push(pool, centre, till, 6) == ()
    assert await on_hand(pool, ground.shelf) == 10_000
    assert await ask(pool, "SELECT count(*) FROM sale WHERE void_reason = 'mistake' AND voided_at IS NOT NULL") == 2


async def test_stock_moves_between_places(pool: Pool, centre: Centre, till: Terminal, ground: Ground) -> None:
    till.receive(MILK, 10)
    moves = tuple(
        StockMove(product_id=product, from_place_id=ground.shelf, to_place_id=ground.waste, quantity_milli=1500)
        for product in (MILK, BREAD)
    )
    till.seal(StockAdjusted(adjustment_id=new_id(), reason="damaged", note="wet", moves=moves))
    assert await push(pool, centre, till) == ()
    assert await on_hand(pool, ground.shelf) == 8500
    assert await on_hand(pool, ground.waste) == 1500
    assert await on_hand(pool, ground.shelf, BREAD) == -1500
    assert await rows(pool, "SELECT seq, n, reason FROM movement ORDER BY seq, n") == [
        (1, 1, "received"),
        (2, 1, "damaged"),
        (2, 2, "damaged"),
    ]


async def test_a_shift_closed_without_approval_is_a_case_and_says_who_else_allowed_another(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    for number, extra in ((1, {"remarks": ("uncounted", "unapproved")}), (2, {"granted_by": "mira"})):
        opened = ShiftOpened(
            shift_id=new_id(), number=number, business_day="2026-11-21", currency="EUR", float_minor=0, pieces=((5, 0),)
        )
        closed = ShiftClosed(
            shift_id=opened.shift_id, z_number=number, counts=(), sales=0, total_minor=0, grand_total_minor=0, **extra
        )
        till.seal(opened)
        till.seal(closed)
    assert await push(pool, centre, till) == ()
    assert await rows(pool, "SELECT z_number, granted_by, remarks, interrupted FROM shift ORDER BY number") == [
        (1, "", ["uncounted", "unapproved"], False),
        (2, "mira", [], False),
    ]
    ((kind, subject),) = await rows(pool, "SELECT kind, subject FROM cases")
    assert kind == "shift.unapproved"
    assert subject.startswith("Z 1 ")


async def test_a_shift_opens_and_closes(pool: Pool, centre: Centre, till: Terminal) -> None:
    shift = new_id()
    till.seal(ShiftOpened(shift_id=shift, number=7, business_day="2026-03-01", currency="EUR", float_minor=10_000))
    till.seal(StaffSignedIn(person_id=new_id(), role="cashier"))
    till.seal(DrawerOpened(shift_id=shift, purpose="cash_in", amount_minor=500, reason="coins"))
    counts = (MethodCount(method="cash", expected_minor=10_500, counted_minor=10_400),)
    closed = ShiftClosed(shift_id=shift, z_number=3, counts=counts, sales=0, total_minor=0, grand_total_minor=99)
    till.seal(closed)
    assert await push(pool, centre, till) == ()
    assert await rows(
        pool, "SELECT number, business_day::text, z_number, grand_total_minor, interrupted, counts FROM shift"
    ) == [(7, "2026-03-01", 3, 99, False, [{"method": "cash", "expected_minor": 10_500, "counted_minor": 10_400}])]
    assert await ask(pool, "SELECT count(*) FROM staff_session") == 1
    assert await ask(pool, "SELECT amount_minor FROM drawer") == 500
    till.seal(closed)
    assert await push(pool, centre, till, 5) == (5,)
    till.seal(msgspec.structs.replace(closed, interrupted=True))  # a restored terminal does not know that it is closed
    assert await push(pool, centre, till, 6) == ()
    assert await ask(pool, "SELECT interrupted FROM shift") is False
    till.seal(msgspec.structs.replace(closed, interrupted=True, shift_id=new_id()))
    assert await push(pool, centre, till, 7) == (7,)


async def test_what_does_not_fit_waits_alone_and_nothing_behind_it(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    good = till.sell(MILK)
    till.seal_body("sale.completed", 1, b"{not json")  # 3
    till.seal_body("weather.changed", 1, b"{}")  # 4
    till.seal_body("sale.completed", 99, b"{}")  # 5
    till.seal(msgspec.structs.replace(good, total_minor=1))  # 6
    till.seal(good)  # 7: the same sale twice
    till.seal(make_sale(ground, "T1-9", 9, "not-a-uuid"))  # 8
    till.seal(make_sale(ground, "T1-\0", 9, MILK))  # 9
    till.seal(make_sale(ground, "T1-7", 7, MILK), at="yesterday")  # 10
    till.sell(MILK)
    assert await push(pool, centre, till) == (3, 4, 5, 6, 7, 8, 9, 10)
    assert await ask(pool, "SELECT count(*) FROM sale") == 2
    assert await on_hand(pool, ground.shelf) == -2000
    assert await ask(pool, "SELECT projected_seq FROM incarnation") == 11
    reasons = dict(await rows(pool, "SELECT seq, reason FROM quarantine"))
    assert "newer version" in reasons[4]
    assert "newer version" in reasons[5]
    assert reasons[6] == "the lines do not add up to the total"
    assert await ask(pool, "SELECT count(*) FROM cases WHERE kind = 'quarantine' AND closed_at IS NULL") == 8


async def test_a_quarantined_entry_is_replayed_when_it_fits(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    sale = make_sale(ground, "T1-1", 1, MILK, pieces=4)
    till.void(sale)
    assert await push(pool, centre, till) == (2,)
    assert await replay_quarantine(pool) == 0
    till.seal(sale)
    assert await push(pool, centre, till, 3) == ()
    assert await on_hand(pool, ground.shelf) == -4000
    assert await replay_quarantine(pool) == 1
    assert await on_hand(pool, ground.shelf) == 0
    assert await ask(pool, "SELECT count(*) FROM quarantine") == 0
    assert await ask(pool, "SELECT count(*) FROM cases WHERE closed_at IS NULL") == 0


async def test_two_sales_with_one_receipt_number_are_a_case(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.seal(make_sale(ground, "T1-1", 1, MILK))
    till.seal(make_sale(ground, "T1-1", 1, MILK))
    assert await push(pool, centre, till) == ()
    assert await ask(pool, "SELECT count(*) FROM sale") == 2
    assert await ask(pool, "SELECT count(*) FROM cases WHERE kind = 'receipt.twice'") == 1


async def test_landed_entries_are_projected_after_a_crash(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    till.open()
    till.sell(MILK)
    await push(pool, centre, till)
    async with pool.connection() as conn:  # as if the process had died between landing and projection
        for table in ("sale", "sale_line", "sale_tax", "payment", "stock"):
            await conn.execute(f"DELETE FROM {table}")
        await conn.execute("UPDATE incarnation SET projected_seq = 0")
    assert await project_pending(pool) == 2
    assert await project_pending(pool) == 0
    assert await on_hand(pool, ground.shelf) == -1000


async def test_a_terminal_without_a_shop_waits_for_one(pool: Pool, centre: Centre, ground: Ground) -> None:
    early = Terminal(ground)
    async with pool.connection() as conn:
        await early.enrol(conn, "pending")
        await conn.execute("UPDATE registered_devices SET shop_id = NULL")
    early.ground = Ground(shop="", shelf=ground.shelf)
    early.sell(MILK)
    assert await push(pool, centre, early) == ()
    assert await ask(pool, "SELECT count(*) FROM sale") == 0
    async with pool.connection() as conn:
        await conn.execute("UPDATE registered_devices SET shop_id = %s, status = 'active'", (ground.shop,))
    assert await project_pending(pool) == 1
    assert await ask(pool, "SELECT shop_id::text FROM sale") == ground.shop


@pytest.mark.parametrize("size", [1, 3000])
async def test_a_long_journal_is_projected_in_runs(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, size: int
) -> None:
    for number in range(size):
        till.seal(make_sale(ground, f"T1-{number}", number, MILK))
    assert await push(pool, centre, till) == ()
    assert await on_hand(pool, ground.shelf) == -1000 * size


async def test_terminals_that_sell_the_same_goods_at_once_lose_nothing(
    pool: Pool, centre: Centre, ground: Ground
) -> None:
    goods = [new_id() for _ in range(30)]
    tills = [Terminal(ground) for _ in range(5)]
    rng = random.Random(1)
    for till in tills:
        async with pool.connection() as conn:
            await till.enrol(conn)
        for _ in range(60):
            till.sell(rng.choice(goods))

    async def hand_in(till: Terminal) -> None:
        for first in range(1, 60, 20):
            await land(pool, centre, till.device, till.batch(first, first + 19))

    await asyncio.gather(*map(hand_in, tills))
    assert await ask(pool, "SELECT sum(on_hand_milli)::bigint FROM stock") == -300_000
    assert (await verify_centre(pool))["ok"]
