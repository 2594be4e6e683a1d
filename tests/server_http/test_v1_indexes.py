"""What the surface asks of PostgreSQL is answered by its indexes: EXPLAIN says so, on tables that have some size."""

from datetime import date
from typing import Any

import pytest
from psycopg import sql

from server_stub.api import cases, customers, movements, product_search, products, sales, shifts, stock, users
from server_stub.api.paging import Listing, compose
from server_stub.api.product_search import query
from server_stub.database import Connection, Pool
from server_stub.ids import new_id
from tests.server.plans import read_plan
from tests.server.terminal import Ground, make_ground

FILL = """
INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active, track_lots, packed,
    position)
SELECT gen_random_uuid(), 'S' || n, 'Thing ' || n, 'pcs', 10000, 0, 'C' || mod(n, 50), false, 0, true, false, '', n
FROM generate_series(1, 30000) n;
INSERT INTO product_code (code, product_id, pack_milli) SELECT '400' || sku, id, 1000 FROM product;
INSERT INTO product_search (product_id, words)
SELECT id, array_to_tsvector(ARRAY['thing', lower(sku), 'word' || row_number() OVER ()]) FROM product;
INSERT INTO sale (sale_id, business_day, chain, seq, shop_id, receipt, receipt_no, shift_id, place_id, currency,
    tax_inclusive, total_minor, rounding_minor, change_minor, occurred_at, actor)
SELECT gen_random_uuid(), '2026-01-01'::date + n / 1440, 1 + mod(n, 20), n, %(shop)s, 'T' || n, n, gen_random_uuid(),
    %(place)s, 'EUR', true, 100, 0, 0, '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute', 'anna'
FROM generate_series(1, 20000) n;
INSERT INTO sale_line (sale_id, n, business_day, shop_id, line_id, product_id, sku, name, unit, code, quantity_milli,
    price_e4, rate_ppm, gross_minor, discount_minor, net_minor, tax_minor, total_minor)
SELECT sale_id, 1, business_day, shop_id, gen_random_uuid(), gen_random_uuid(), 'S', 'x', 'pcs', '', 1000, 10000,
    0, 100, 0, 100, 0, 100
FROM sale;
INSERT INTO adjustment (chain, seq, n, business_day, shop_id, product_id, from_place_id, to_place_id, quantity_milli,
    reason, occurred_at)
SELECT 0, n, 1, '2026-01-01'::date + n / 1440, %(shop)s, gen_random_uuid(), %(place)s, %(place)s, 1000, 'counted',
    '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute' FROM generate_series(1, 20000) n;
INSERT INTO stock (product_id, place_id, shop_id, on_hand_milli, position)
SELECT id, %(place)s, %(shop)s, 1000, position FROM product;
ANALYZE;
"""


@pytest.fixture
async def ground(pool: Pool) -> Ground:
    """A shop among two, with much in its tables."""
    async with pool.connection() as conn:
        await make_ground(conn, "Other")
        ground = await make_ground(conn)
        for table in ("sale", "sale_line", "adjustment"):
            await conn.execute("SELECT add_month(%s, %s)", (table, date(2026, 1, 1)))
        for statement in FILL.split(";\n"):
            if statement.strip():
                values = {"shop": ground.shop, "place": ground.shelf}
                await conn.execute(statement.encode(), values if "%(" in statement else None)
    return ground


async def explain(conn: Connection, asked: sql.Composed, values: dict[str, Any]) -> tuple[set[str], set[str]]:
    """Give the indexes a query goes through, and the tables it reads from end to end."""
    plan = await read_plan(conn, asked, values)
    return plan.indexes, plan.whole


AT = "2026-01-05T00:00:00Z"
ID = new_id()
QUESTIONS: tuple[tuple[Listing, dict[str, Any], list[str], str], ...] = (
    (products.LISTING, {"found": [ID, new_id()]}, ["S5"], "product_pkey"),
    (products.LISTING, {"words": query("thing")}, ["S5"], "product_sku_key"),
    (products.LISTING, {}, ["S5"], "product_sku_key"),
    (products.LISTING, {"codes": ["4006381333931"]}, [], "product_code_pkey"),
    (sales.LISTING, {"shop": "own"}, ["own", AT, "3", "50"], "sale_listed"),
    (sales.LISTING, {"shop": "own", "since": AT, "before": "2026-01-06T00:00:00Z"}, [], "sale_listed"),
    (sales.LISTING, {}, ["own", AT, "3", "50"], "sale_listed"),
    (sales.LISTING, {"shift": ID}, [], "sale_shift"),
    (sales.LISTING, {"shop": "own", "receipt": "T12345"}, [], "sale_receipt"),
    (stock.LISTING, {"shop": "own"}, ["own", ID, ID, "L7"], "stock_shop"),
    (stock.LISTING, {"product": ID}, [], "stock_pkey"),
)


async def test_lists_go_through_their_indexes(pool: Pool, ground: Ground) -> None:
    big = {"product", "product_search", "product_code", "sale", "stock"}
    async with pool.connection() as conn:
        for listing, asked, after, index in QUESTIONS:
            values = {name: ground.shop if value == "own" else value for name, value in asked.items()}
            key = [ground.shop if part == "own" else part for part in after]
            composed, parameters = compose(listing, values, key, 101)
            indexes, whole = await explain(conn, composed, parameters)
            assert index in indexes, (listing.name, asked, indexes)
            assert not whole & big, (listing.name, asked, whole)


async def test_words_are_found_by_their_index(pool: Pool, ground: Ground) -> None:
    async with pool.connection() as conn:
        for typed, count in (("word777", 11), ("thing word7777", 1), ("nothing", 0)):
            await conn.execute("SET LOCAL enable_seqscan = off")
            asked = sql.SQL(product_search.FIND.replace("%s", "{}")).format(
                sql.Literal(query(typed)), product_search.MOST
            )
            indexes, _ = await explain(conn, asked, {})
            assert indexes == {"product_search_words"}
            found = await product_search.find(conn, query(typed))
            assert found is not None
            assert len(found) == count
        assert await product_search.find(conn, query("thing")) is None
        composed, values = compose(products.LISTING, {"words": query("thing word7777")}, [], 101)
        rows = await (await conn.execute(composed, values)).fetchall()
        assert len(rows) == 1


async def test_movements_merge_three_indexes(pool: Pool, ground: Ground) -> None:
    values = {"shop": ground.shop, "since": AT, "limit": 101}
    key = dict(zip(("k0", "k1", "k2", "k3", "k4"), (ground.shop, AT, "3", "50", "1"), strict=True))
    async with pool.connection() as conn:
        indexes, whole = await explain(conn, movements.compose(["shop", "since", "after"]), values | key)
    assert {"adjustment_listed", "sale_listed", "sale_line_pkey"} <= indexes
    assert not whole & {"adjustment", "sale", "sale_line"}


async def test_every_listing_is_a_query_that_postgresql_takes(pool: Pool) -> None:
    """Every filter of the other lists at once, with a cursor."""
    some = {"shop": ID, "since": AT, "before": AT, "open": True, "active": True, "words": "'a':*", "q": "x",
            "kind": "x", "role": "admin", "shift": ID, "person": ID, "customer": ID}  # fmt: skip
    async with pool.connection() as conn:
        for listing in (shifts.LISTING, users.LISTING, cases.LISTING, customers.LISTING):
            after = {"uuid": ID, "timestamptz": AT, "bigint": "1", "text": "x"}
            composed, values = compose(listing, some, [after[kind] for _, kind in listing.key], 10)
            await conn.execute(composed, values)
