"""Questions about days read the partitions of these days, through their indexes; landing asks one of the inbox's."""

from datetime import date
from typing import Any

import pytest
from psycopg.types.json import Jsonb

from server_stub.api import day_totals, movements, reports, sales, shifts, stock
from server_stub.api.paging import Listing, compose
from server_stub.database import Connection, Pool
from server_stub.ids import new_id
from server_stub.jobs import rollups
from server_stub.journal import inbox, projection_sql
from tests.server.asking import ask, rows
from tests.server.plans import Plan, read_plan
from tests.server.terminal import Ground, make_ground

SALES = """
INSERT INTO shift (shift_id, chain, seq, shop_id, number, business_day, currency, float_minor, opened_at, opened_by)
SELECT gen_random_uuid(), 1, n, shop, n, day, 'EUR', 0, day + time '08:00', 'anna'
FROM unnest(%(shops)s::uuid[]) shop, generate_series(1, 180) n, LATERAL (SELECT '2025-12-31'::date + n AS day) d;
INSERT INTO sale (sale_id, business_day, chain, seq, shop_id, receipt, receipt_no, shift_id, place_id, currency,
    tax_inclusive, total_minor, rounding_minor, change_minor, occurred_at, actor)
SELECT gen_random_uuid(), business_day, 1 + mod(n, 20), h.number * 100 + n, shop_id, 'T' || h.number || '-' || n, n,
    shift_id, %(place)s, 'EUR', true, 100, 0, 0, opened_at + n * interval '1 minute', 'anna'
FROM shift h, generate_series(1, 30) n;
INSERT INTO sale_line (sale_id, n, business_day, shop_id, line_id, product_id, sku, name, unit, code, quantity_milli,
    price_e4, rate_ppm, gross_minor, discount_minor, net_minor, tax_minor, total_minor)
SELECT sale_id, n, business_day, shop_id, gen_random_uuid(), gen_random_uuid(), 'S', 'x', 'pcs', '', 1000, 10000, 0, 50,
    0, 50, 0, 50 FROM sale, generate_series(1, CASE date_part('month', business_day) WHEN 4 THEN 15 ELSE 1 END) n;
INSERT INTO sale_tax (sale_id, rate_ppm, business_day, shop_id, net_minor, tax_minor, gross_minor)
SELECT sale_id, 0, business_day, shop_id, 100, 0, 100 FROM sale;
INSERT INTO payment (sale_id, n, business_day, shop_id, method, amount_minor, reference)
SELECT sale_id, 1, business_day, shop_id, 'cash', 100, '' FROM sale;
INSERT INTO entry (chain, seq, kind, version, received_at, header, body, prev_hash, hash, signature)
SELECT chain, n, 'sale.completed', 1, '2026-06-01T00:00:00Z', '', '', '', int8send(n), ''
FROM generate_series(1, 20) chain, generate_series(1, 400) n;
ANALYZE
"""
APRIL = date(2026, 4, 14)


@pytest.fixture
async def ground(pool: Pool) -> Ground:
    """Three shops with half a year of sales, a partition for each month."""
    async with pool.connection() as conn:
        ground, *others = [await make_ground(conn, name) for name in ("Corner", "Second", "Third")]
        for month in range(1, 8):
            for table in ("sale", "sale_line", "sale_tax", "payment", "shift"):
                await conn.execute("SELECT add_month(%s, %s)", (table, date(2026, month, 1)))
        values = {"shops": [ground.shop, *(other.shop for other in others)], "place": ground.shelf}
        for statement in SALES.split(";\n"):
            await conn.execute(statement.encode(), values if "%(" in statement else None)
    return ground


async def plan_list(conn: Connection, listing: Listing, after: list[str] | None = None, **asked: Any) -> Plan:
    composed, values = compose(listing, asked, after or [], 101)
    return await read_plan(conn, composed, values)


async def test_reports_read_their_months(pool: Pool, ground: Ground) -> None:
    parts = ((reports.BY_DAY, "sale_tax"), (reports.BY_PRODUCT, "sale_line"), (reports.BY_METHOD, "payment"))
    for listing, part in parts:
        for shop in (ground.shop, None):
            values = reports.day_values(shop, APRIL, APRIL)
            async with pool.connection() as conn:
                plan = await plan_list(conn, listing, **values)
            assert plan.reads["sale"] == {"sale_2026_04"}, listing.name
            assert plan.reads[part] == {f"{part}_2026_04"}, listing.name
            assert "sale_shop_day" in plan.indexes, listing.name
            assert "sale" not in plan.whole, listing.name
            assert f"{part}_pkey" in plan.indexes or not shop, "of all shops a day is much of a small month"


async def test_a_day_for_bookkeeping_reads_its_month(pool: Pool, ground: Ground) -> None:
    shifts = await rows(pool, "SELECT shift_id FROM shift WHERE shop_id = %s AND business_day = %s", ground.shop, APRIL)
    values = {"shop": ground.shop, "day": APRIL, "most": 100, "shifts": [shift for (shift,) in shifts]}
    for query, part in ((day_totals.SHIFTS, "shift"), (day_totals.TAXES, "sale_tax"), (day_totals.METHODS, "payment")):
        async with pool.connection() as conn:
            plan = await read_plan(conn, query, values)
        assert plan.reads["sale"] == {"sale_2026_04"}
        assert plan.reads[part] == {f"{part}_2026_04"}
        assert "sale" not in plan.whole, query


async def test_figures_of_a_day_read_its_month(pool: Pool, ground: Ground) -> None:
    async with pool.connection() as conn:
        plan = await read_plan(conn, rollups.MAKE, {"shop": ground.shop, "day": APRIL}, run=True)
    for table in ("sale", "sale_line", "sale_tax", "payment"):
        assert plan.reads[table] == {f"{table}_2026_04"}
    assert "sale_shop_day" in plan.indexes
    assert not plan.whole & {"sale", "sale_line"}


async def test_a_list_of_a_time_and_its_pages_go_through_indexes_only(pool: Pool, ground: Ground) -> None:
    span = {"since": "2026-04-10T00:00:00Z", "before": "2026-04-11T00:00:00Z"}
    key = [ground.shop, "2026-05-14T00:00:00Z", "3", "50"]
    own = {"shop": ground.shop}
    [(last,)] = await rows(pool, "SELECT id::text FROM shop ORDER BY id DESC LIMIT 1")
    behind = [last, *key[1:]]  # of nearly all shops a small month is read from end to end, and rightly so
    async with pool.connection() as conn:
        for after, asked in (([], own | span), (key, own), ([], span), (behind, span)):
            plan = await plan_list(conn, sales.LISTING, after, **asked)
            assert (plan.indexes & {"sale_listed"}, plan.whole & {"sale"}) == ({"sale_listed"}, set()), asked
        for asked in (own | span, span):
            plan = await read_plan(conn, movements.compose([*asked]), {**asked, "limit": 50})
            assert {"sale_listed", "sale_line_pkey"} <= plan.indexes
            assert not plan.whole & {"sale", "sale_line"}
        values = {"shops": [ground.shop], "products": [new_id()], "at": "2026-06-20T00:00:00Z"}
        plan = await read_plan(conn, stock.MOVED_LONG_SINCE, values)
        assert "sale_line_of_product" in plan.indexes
        assert not plan.whole & {"sale", "sale_line"}
        plan = await read_plan(conn, stock.MOVED_SINCE, values)
        assert "sale_listed" in plan.indexes
        assert not plan.whole & {"sale", "sale_line"}


async def test_a_shift_is_found_by_id_in_one_month(pool: Pool, ground: Ground) -> None:
    shift = await ask(pool, "SELECT shift_id FROM shift WHERE business_day = %s LIMIT 1", APRIL)
    async with pool.connection() as conn:
        composed, values = compose(shifts.LISTING, {"shift": shift}, [], 2)
        plan = await read_plan(conn, composed, values, run=True)
    assert plan.reads["shift"] == {"shift_2026_04"}
    assert "shift_day_pkey" in plan.indexes


async def test_a_sale_and_what_hangs_on_it_are_found_by_id_in_one_month(pool: Pool, ground: Ground) -> None:
    sale, day = (await rows(pool, "SELECT sale_id, business_day FROM sale WHERE business_day = %s LIMIT 1", APRIL))[0]
    async with pool.connection() as conn:
        composed, values = compose(sales.LISTING, {"sale": sale}, [], 2)
        plan = await read_plan(conn, composed, values, run=True)
        assert plan.reads["sale"] == {"sale_2026_04"}
        assert {"sale_pkey", "sale_day_pkey"} <= plan.indexes
        for query, part in zip(sales.PARTS, ("sale_line", "sale_tax", "payment"), strict=True):
            plan = await read_plan(conn, query, {"sales": [sale], "days": [day]})
            few = {"sale_line": {"sale_promotion", "sale_return"}, "payment": {"sale_tip"}}
            beside = few.get(part, set())  # few rows, by their own keys
            assert plan.reads == {part: {f"{part}_2026_04"}} | {table: {table} for table in beside}
            assert f"{part}_pkey" in plan.indexes
            assert not plan.whole & {part}


async def test_a_void_finds_its_sale_in_one_month(pool: Pool, ground: Ground) -> None:
    sale = str(await ask(pool, "SELECT sale_id FROM sale WHERE business_day = %s LIMIT 1", APRIL))
    void = [{"void_id": new_id(), "sale_id": sale, "chain": 1, "seq": 1, "reason": "", "at": "2026-04-14T10:00:00Z"}]
    values = {"voids": Jsonb(void), "sales": [sale], "days": [APRIL]}
    async with pool.connection() as conn:
        plan = await read_plan(conn, projection_sql.VOID_SALES, values, run=True)
    assert plan.reads["sale"] == {"sale_2026_04"}
    assert "sale_pkey" in plan.indexes


async def test_landing_asks_the_chains_own_partition_by_its_key(pool: Pool, ground: Ground) -> None:
    assert await ask(pool, "SELECT count(DISTINCT tableoid) FROM entry") > 4
    async with pool.connection() as conn:
        plan = await read_plan(conn, inbox.KNOWN, ([7], 100, 140))
    assert len(plan.reads["entry"]) == 1
    assert plan.indexes == {"entry_pkey"}
    assert not plan.whole
