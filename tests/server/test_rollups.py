"""The figures for reports are those of the base tables, whatever came late, in whatever order."""

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.jobs.rollups import roll_up_everything, roll_up_sales
from server_stub.jobs.workplace import Workplace
from server_stub.journal.ingest import land
from sync.wire.facts import SaleCompleted, ShiftOpened
from tests.edges import SettableClock
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_ground, make_sale, new_id
from tests.server.working import make_place

MILK, BREAD = new_id(), new_id()
LIVE = """
FROM sale s JOIN shop p ON p.id = s.shop_id LEFT JOIN shift h ON h.shift_id = s.shift_id
"""
DAY = "s.shop_id, coalesce(h.business_day, (s.occurred_at AT TIME ZONE p.time_zone)::date)"
"""The same figures the plain way: over everything, with no cleverness."""
PLAIN = {
    "sales_by_hour": f"""
        SELECT {DAY}, extract(hour FROM s.occurred_at AT TIME ZONE p.time_zone)::int, s.currency,
            count(*) FILTER (WHERE void_id IS NULL), count(void_id),
            sum((SELECT count(*) FROM sale_line l WHERE l.sale_id = s.sale_id AND s.void_id IS NULL)),
            sum(coalesce((SELECT sum(gross_minor) FROM sale_line l
                WHERE l.sale_id = s.sale_id AND s.void_id IS NULL), 0)),
            sum(coalesce((SELECT sum(discount_minor) FROM sale_line l
                WHERE l.sale_id = s.sale_id AND s.void_id IS NULL), 0)),
            sum(coalesce((SELECT sum(net_minor) FROM sale_tax t WHERE t.sale_id = s.sale_id AND s.void_id IS NULL), 0)),
            sum(coalesce((SELECT sum(tax_minor) FROM sale_tax t WHERE t.sale_id = s.sale_id AND s.void_id IS NULL), 0)),
            sum(CASE WHEN s.void_id IS NULL THEN s.total_minor ELSE 0 END)
        {LIVE} GROUP BY 1, 2, 3, 4""",
    "sales_by_product": f"""
        SELECT {DAY}, l.product_id, s.currency, max(l.sku), max(l.name), max(l.unit), count(DISTINCT s.sale_id),
            sum(l.quantity_milli), sum(l.gross_minor), sum(l.discount_minor), sum(l.net_minor), sum(l.tax_minor),
            sum(l.total_minor)
        {LIVE} JOIN sale_line l ON l.sale_id = s.sale_id WHERE s.void_id IS NULL GROUP BY 1, 2, 3, 4""",
    "sales_by_payment": f"""
        SELECT {DAY}, y.method, s.currency, count(*),
            sum(y.amount_minor) - CASE WHEN y.method = 'cash' THEN sum(s.change_minor) ELSE 0 END
        {LIVE} JOIN payment y ON y.sale_id = s.sale_id WHERE s.void_id IS NULL GROUP BY 1, 2, 3, 4""",
    "sales_by_cashier": f"""
        SELECT {DAY}, s.actor, s.currency, count(*) FILTER (WHERE void_id IS NULL), count(void_id),
            sum(coalesce((SELECT sum(discount_minor) FROM sale_line l
                WHERE l.sale_id = s.sale_id AND s.void_id IS NULL), 0)),
            sum(CASE WHEN s.void_id IS NULL THEN s.total_minor ELSE 0 END)
        {LIVE} GROUP BY 1, 2, 3, 4""",
    "sales_by_tax": f"""
        SELECT {DAY}, t.rate_ppm, s.currency, sum(t.net_minor), sum(t.tax_minor), sum(t.gross_minor)
        {LIVE} JOIN sale_tax t ON t.sale_id = s.sale_id WHERE s.void_id IS NULL GROUP BY 1, 2, 3, 4""",
}


@pytest.fixture
async def place(pool: Pool, clock: SettableClock, tmp_path: Path) -> Workplace:
    return await make_place(pool, clock, tmp_path)


async def compare(place: Workplace) -> int:
    """Roll up and hold every figure against the plain way; gives the number of rows."""
    await roll_up_sales(place, {})
    count = 0
    for table, query in PLAIN.items():
        rolled = sorted(await rows(place.pool, f"SELECT * FROM {table}"), key=str)
        plain = sorted(await rows(place.pool, query), key=str)
        assert [tuple(map(str, row)) for row in rolled] == [tuple(map(str, row)) for row in plain], table
        count += len(rolled)
    assert await ask(place.pool, "SELECT count(*) FROM sales_touched") == 0
    return count


def open_shift(till: Terminal, day: str) -> str:
    shift = ShiftOpened(shift_id=new_id(), number=1, business_day=day, currency="EUR", float_minor=0)
    till.seal(shift, at=f"{day}T08:00:00+02:00")
    return shift.shift_id


def sell(till: Terminal, shift: str, at: str, rng: random.Random) -> SaleCompleted:
    till.receipt_no += 1
    product, pieces = rng.choice((MILK, BREAD)), rng.randint(1, 5)
    receipt = f"{till.device[:8]}-{till.receipt_no:06}"
    made = make_sale(till.ground, receipt, till.receipt_no, product, pieces, rng.choice((99, 250)))
    sale = SaleCompleted(**{name: getattr(made, name) for name in made.__struct_fields__} | {"shift_id": shift})
    till.seal(sale, at=at)
    return sale


async def test_a_day_with_a_void_and_one_that_comes_late(
    place: Workplace, centre: Centre, till: Terminal, pool: Pool
) -> None:
    rng = random.Random(1)
    till.open()
    first = open_shift(till, "2026-03-01")
    sold = [sell(till, first, f"2026-03-01T{hour:02}:30:00+01:00", rng) for hour in (9, 9, 14)]
    night = sell(till, first, "2026-03-02T00:30:00+01:00", rng)
    second = open_shift(till, "2026-03-02")
    sell(till, second, "2026-03-02T10:00:00+01:00", rng)
    await land(pool, centre, till.device, till.batch(1, 5))
    assert await compare(place)
    await land(pool, centre, till.device, till.batch(6))
    assert await compare(place)
    hours = await rows(pool, "SELECT business_day::text, hour, sales FROM sales_by_hour ORDER BY 1, 2")
    assert hours == [("2026-03-01", 0, 1), ("2026-03-01", 9, 2), ("2026-03-01", 14, 1), ("2026-03-02", 10, 1)]
    kept = await rows(pool, "SELECT sum(amount_minor) FROM sales_by_payment WHERE business_day = '2026-03-01'")
    assert kept == [(sum(sale.total_minor for sale in [*sold, night]),)]

    till.void(sold[0])
    sell(till, first, "2026-03-01T15:00:00+01:00", rng)
    await land(pool, centre, till.device, till.batch(9))
    assert await compare(place)
    assert await ask(pool, "SELECT sum(voids) FROM sales_by_hour WHERE business_day = '2026-03-01'") == 1


async def test_only_touched_days_are_made_anew(place: Workplace, centre: Centre, till: Terminal, pool: Pool) -> None:
    rng = random.Random(2)
    till.open()
    for day in ("2026-03-01", "2026-03-02"):
        sell(till, open_shift(till, day), f"{day}T10:00:00+01:00", rng)
    await land(pool, centre, till.device, till.batch())
    await compare(place)
    days = "SELECT business_day::text, xmin::text FROM sales_by_hour ORDER BY 1"
    before = await rows(pool, days)
    sell(till, open_shift(till, "2026-03-02"), "2026-03-02T10:10:00+01:00", rng)
    await land(pool, centre, till.device, till.batch(6))
    await compare(place)
    after = await rows(pool, days)
    assert after[0] == before[0]
    assert after[1] != before[1]


async def test_a_shift_that_comes_after_its_sales_moves_them_to_its_day(
    place: Workplace, centre: Centre, pool: Pool, ground: Ground
) -> None:
    """Its opening may have been in quarantine; until it is replayed the wall clock's date is the best there is."""
    till, late = Terminal(ground), Terminal(ground)
    async with pool.connection() as conn:
        for terminal in (till, late):
            await terminal.enrol(conn)
    till.open()
    late.open()
    shift = open_shift(late, "2026-03-01")
    sell(till, shift, "2026-03-02T01:00:00+01:00", random.Random(3))
    await land(pool, centre, till.device, till.batch())
    await compare(place)
    assert await rows(pool, "SELECT business_day::text FROM sales_by_hour") == [("2026-03-02",)]
    await land(pool, centre, late.device, late.batch())
    await compare(place)
    assert await rows(pool, "SELECT business_day::text FROM sales_by_hour") == [("2026-03-01",)]


@pytest.mark.parametrize("seed", range(3))
async def test_any_history(place: Workplace, centre: Centre, pool: Pool, ground: Ground, seed: int) -> None:
    """Two shops, three tills, batches of any size in any order with rollups between them."""
    rng = random.Random(seed)
    async with pool.connection() as conn:
        other = await make_ground(conn, "Second")
        tills = [Terminal(ground), Terminal(ground), Terminal(other)]
        for till in tills:
            await till.enrol(conn)
    for till in tills:
        till.open()
        for day in range(1, 4):
            shift = open_shift(till, f"2026-03-{day:02}")
            sold = []
            for _ in range(rng.randint(0, 8)):
                at = datetime(2026, 3, day, rng.randint(7, 23), rng.randint(0, 59), tzinfo=UTC)
                sold.append(sell(till, shift, at.isoformat(), rng))
            for sale in rng.sample(sold, len(sold) // 3):
                till.void(sale)
    sent = dict.fromkeys(tills, 0)
    while left := [till for till in tills if sent[till] < len(till.entries)]:
        till = rng.choice(left)
        upto = min(len(till.entries), sent[till] + rng.randint(1, 9))
        await land(pool, centre, till.device, till.batch(sent[till] + 1, upto))
        sent[till] = upto
        if rng.random() < 0.3:
            await compare(place)
    count = await compare(place)
    assert count > 20
    async with pool.connection() as conn:
        await roll_up_everything(conn)
    assert await compare(place) == count
