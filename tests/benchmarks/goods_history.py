"""Goods after a million movements: what was there at a moment, what one product did, and what it was all worth."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import psycopg

from server_stub.api.movements_of_item import read_item_movements
from server_stub.api.paging import compose
from server_stub.api.reports_goods import read_report
from server_stub.api.stock import LISTING, MOVED_LONG_SINCE
from server_stub.centre import load_centre
from server_stub.database import Pool, open_pool
from server_stub.jobs.values import value_stock
from server_stub.jobs.workplace import Workplace
from tests.benchmarks.centres import Databases, databases
from tests.benchmarks.figures import Figure, Plan, figure
from tests.server.terminal import Ground, make_ground

ABOUT = "1,000,000 movements of 10,000 products in a shop, over a year"
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
PAGE = 100
_FILL = """
INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active, track_lots, packed,
    cost_e4, position)
SELECT gen_random_uuid(), 'S' || n, 'Thing ' || n, 'pcs', 10000, 0, '', false, 0, true, false, '', 5000, n
FROM generate_series(1, %(products)s) n;
CREATE TEMPORARY TABLE numbered AS SELECT id, row_number() OVER (ORDER BY position) - 1 AS at FROM product;
INSERT INTO adjustment (chain, seq, n, business_day, shop_id, product_id, from_place_id, to_place_id, quantity_milli,
    reason, occurred_at, cost_e4)
SELECT 1, n, 1, (%(began)s + n * %(step)s)::date, %(shop)s, p.id, %(supplier)s, %(shelf)s, 5000, 'received',
    %(began)s + n * %(step)s, 4000 + mod(n, 2000)
FROM generate_series(1, %(moves)s / 4) n JOIN numbered p ON p.at = mod(n, %(products)s);
INSERT INTO sale (sale_id, business_day, chain, seq, shop_id, receipt, receipt_no, shift_id, place_id, currency,
    tax_inclusive, total_minor, rounding_minor, change_minor, occurred_at, actor)
SELECT gen_random_uuid(), (%(began)s + n * %(step)s)::date, 2, n, %(shop)s, 'T' || n, n, gen_random_uuid(), %(shelf)s,
    'EUR', true, 300, 0, 0, %(began)s + n * %(step)s, 'anna'
FROM generate_series(1, %(moves)s / 4) n;
INSERT INTO sale_line (sale_id, n, business_day, shop_id, line_id, product_id, sku, name, unit, code, quantity_milli,
    price_e4, rate_ppm, gross_minor, discount_minor, net_minor, tax_minor, total_minor)
SELECT s.sale_id, k, s.business_day, s.shop_id, gen_random_uuid(), p.id, 'S', 'x', 'pcs', '', 1000, 10000, 0, 100, 0,
    100, 0, 100
FROM sale s CROSS JOIN generate_series(1, 3) k JOIN numbered p ON p.at = mod(s.seq * 7 + k * 13, %(products)s);
INSERT INTO stock (product_id, place_id, shop_id, on_hand_milli, position)
SELECT product_id, place_id, %(shop)s, sum(milli), row_number() OVER () FROM movement m
CROSS JOIN LATERAL (VALUES (to_place_id, quantity_milli), (from_place_id, -quantity_milli)) AS w (place_id, milli)
WHERE place_id = %(shelf)s GROUP BY 1, 2;
CREATE TABLE bare (product_id uuid NOT NULL, at timestamptz NOT NULL, milli bigint NOT NULL);
INSERT INTO bare SELECT product_id, occurred_at, CASE to_place_id WHEN %(shelf)s THEN quantity_milli
    ELSE -quantity_milli END FROM movement;
CREATE INDEX bare_of_product ON bare (product_id, at);
"""
_BARE_AT = "SELECT product_id, sum(milli) FROM bare WHERE product_id = ANY(%s) AND at <= %s GROUP BY 1"
_BARE_MOVED = """
SELECT at, milli, sum(milli) OVER (ORDER BY at) FROM bare WHERE product_id = %s ORDER BY at DESC LIMIT 100
"""
_BARE_WORTH = "SELECT product_id, sum(milli) * 5000 FROM bare WHERE at <= %s GROUP BY 1 ORDER BY 1 LIMIT 100"


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Ask a filled centre and one table that has nothing but the movements, side by side."""
    with databases(folder) as server:
        found = asyncio.run(_measure(server, plan, folder))
    yield figure("what 100 products had at a moment half a year ago", "ms", found["at"])
    yield figure("the last 100 movements of a product with balances", "ms", found["moved"])
    yield figure("what 100 products were worth half a year ago", "ms", found["worth"])
    yield figure("valuing all of it from the beginning", "s", found["value"])


async def _measure(server: Databases, plan: Plan, folder: Path) -> dict[str, list[list[float]]]:
    url, moves = server.centre(), plan.size(1_000_000, 400)
    found: dict[str, list[list[float]]] = {"at": [], "moved": [], "worth": [], "value": []}
    async with open_pool(url) as pool:
        async with pool.connection() as conn:
            ground = await make_ground(conn)
        _fill(url, ground, moves, plan.size(10_000, 20))
        place = Workplace(pool, await load_centre(pool), "", folder, lambda: BEGAN + timedelta(days=366))
        began = perf_counter()
        await value_stock(place, {})
        found["value"] = [[perf_counter() - began]]
        with psycopg.connect(url, autocommit=True) as conn:
            conn.execute("VACUUM ANALYZE")
        for _ in range(plan.passes):
            await _ask(pool, ground, found)
    return found


def _fill(url: str, ground: Ground, moves: int, products: int) -> None:
    values = {"shop": ground.shop, "shelf": ground.shelf, "supplier": ground.supplier, "began": BEGAN,
              "step": timedelta(days=364) / (moves // 4), "moves": moves, "products": products}  # fmt: skip
    with psycopg.connect(url) as conn:
        for month in range(12):
            for table in ("adjustment", "sale", "sale_line"):
                conn.execute("SELECT add_month(%s, %s)", (table, BEGAN.date().replace(month=month + 1)))
        for statement in _FILL.split(";\n"):
            if statement.strip():
                conn.execute(statement.encode(), values if "%(" in statement else None)
    with psycopg.connect(url, autocommit=True) as conn:
        conn.execute("VACUUM ANALYZE")


async def _ask(pool: Pool, ground: Ground, found: dict[str, list[list[float]]]) -> None:
    at = BEGAN + timedelta(days=183)
    async with pool.connection() as conn:
        listed: dict[str, Any] = {"shop": ground.shop}

        async def ours_at() -> None:
            rows = await (await conn.execute(*compose(LISTING, listed, [], PAGE))).fetchall()
            values = {"shops": [ground.shop], "products": [row[0] for row in rows], "at": at}
            await (await conn.execute(MOVED_LONG_SINCE, values)).fetchall()

        products = [row[0] for row in await (await conn.execute(*compose(LISTING, listed, [], PAGE))).fetchall()]
        moved = {"product": products[0], "shop": ground.shop, "limit": PAGE}
        worth = {"shop": ground.shop, "last": at.date()}
        pairs = (
            ("at", ours_at(), conn.execute(_BARE_AT, (products, at))),
            ("moved", read_item_movements(conn, **moved), conn.execute(_BARE_MOVED, (products[0],))),
            ("worth", read_report(conn, "stock-value", worth, PAGE), conn.execute(_BARE_WORTH, (at,))),
        )
        for name, ours, bare in pairs:
            found[name].append([await _time_ms(ours), await _time_ms(bare)])


async def _time_ms(work: Any) -> float:
    began = perf_counter()
    await work
    return (perf_counter() - began) * 1000
