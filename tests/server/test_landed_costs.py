"""Freight, duty and the like: spread over what came for an order to the last e7, whenever they become known."""

import random
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from math import floor
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.faults import Denied
from server_stub.feed.sequencer import number_changes
from server_stub.goods.catalogue import write_block
from server_stub.goods.product_rows import Block, Report
from server_stub.goods.valuing import Passage
from server_stub.jobs.values import WANTED, value_stock
from server_stub.jobs.workplace import Workplace
from server_stub.orders.keeping import Draft, Wanted, make_order
from server_stub.orders.landed_costs import Line, add_cost, amount_e7, split_cost, take_back
from server_stub.orders.matching import match_delivery, unmatch_delivery
from sync.wire.extras import Measure
from sync.wire.goods_facts import GoodsMoved
from tests.edges import SettableClock
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_sale
from tests.server.test_ledger import document, moved
from tests.server.test_projection import push
from tests.server.test_values import add_repacking
from tests.server.test_valuing import Account, account
from tests.server.working import make_place

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
E7 = 10_000_000
VALUES = "SELECT * FROM goods_value ORDER BY shop_id, product_id, day"
PARTS = "SELECT * FROM landed_part ORDER BY cost_id, chain, seq, n"
ENDS = """
SELECT p.sku, v.quantity_milli, v.average_e7, v.fifo_e7 FROM product p CROSS JOIN LATERAL (
    SELECT * FROM goods_value v WHERE v.product_id = p.id ORDER BY day DESC LIMIT 1) v ORDER BY 1
"""
SOLD = "SELECT coalesce(sum(sold_average_e7), 0)::bigint, coalesce(sum(sold_fifo_e7), 0)::bigint FROM goods_value"


@pytest.fixture
async def place(pool: Pool, clock: SettableClock, tmp_path: Path) -> Workplace:
    return await make_place(pool, clock, tmp_path)


@pytest.fixture
async def goods(pool: Pool) -> dict[str, str]:
    """Articles: MILK weighs a kilogram and costs one, SALT is sold by the kilogram, nobody knows what TEA weighs."""
    fields = {"name": ["Milk", "Salt", "Tea"], "price_e4": [1, 1, 1], "unit": ["pcs", "kg", "pcs"]}
    own = {"cost_e4": [1_0000, None, None]}
    measures = {"measure": [Measure(quantity_milli=1000, unit="kg"), None, None]}
    async with pool.connection() as conn:
        await write_block(conn, Block(["MILK", "SALT", "TEA"], fields, own, extras=measures), Report())
    return dict(await rows(pool, "SELECT sku, id::text FROM product"))


async def order(pool: Pool, ground: Ground, *products: str, number: str = "P-1") -> str:
    wanted = tuple(Wanted(product, 10_000) for product in products)
    async with pool.connection() as conn:
        return await make_order(conn, ground.shop, Draft("receipt", number, wanted), NOW)


def received(ground: Ground, order_id: str, *lines: tuple[str, int, int | None]) -> GoodsMoved:
    moves = [
        msgspec.structs.replace(moved(ground.supplier, ground.shelf, milli, product=product), cost_e4=cost_e4)
        for product, milli, cost_e4 in lines
    ]
    return document(*moves, purpose="received", order_id=order_id)


async def add(pool: Pool, order_id: str, amount_minor: int, spread: str) -> str:
    async with pool.connection() as conn:
        return await add_cost(conn, order_id, "freight", amount_minor, spread, NOW)  # type: ignore[arg-type]


async def make_values(pool: Pool, place: Workplace) -> None:
    await number_changes(pool)
    await value_stock(place, {})


async def test_freight_that_comes_late_makes_what_was_sold_dearer_and_can_be_taken_back(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, place: Workplace, goods: dict[str, str]
) -> None:
    ordered = await order(pool, ground, goods["MILK"], goods["TEA"])
    till.open()
    till.seal(received(ground, ordered, (goods["MILK"], 4000, 1_0000), (goods["TEA"], 2000, 3_0000)))
    till.seal(make_sale(ground, "T1-1", 1, goods["MILK"], pieces=1))
    assert await push(pool, centre, till) == ()
    await make_values(pool, place)
    plain = await rows(pool, VALUES)
    assert await ask(pool, WANTED) is False
    freight = await add(pool, ordered, 1001, "value")
    assert await ask(pool, WANTED) is True
    await make_values(pool, place)
    assert await ask(pool, WANTED) is False
    assert [value_e7 for *_, value_e7 in await rows(pool, PARTS)] == [4_0040_000, 6_0060_000]
    assert await rows(pool, ENDS) == [
        ("MILK", 3000, 3 * 2_0010_000, 3 * 2_0010_000),
        ("TEA", 2000, 12_0060_000, 12_0060_000),
    ]
    assert await rows(pool, SOLD) == [(2_0010_000, 2_0010_000)]
    async with pool.connection() as conn:
        await take_back(conn, ordered, freight, NOW)
    await make_values(pool, place)
    assert await rows(pool, VALUES) == plain
    async with pool.connection() as conn:
        with pytest.raises(Denied, match="already"):
            await take_back(conn, ordered, freight, NOW)


async def test_what_comes_later_for_the_order_carries_its_share(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, place: Workplace, goods: dict[str, str]
) -> None:
    ordered = await order(pool, ground, goods["MILK"], goods["SALT"])
    await add(pool, ordered, 600, "weight")
    await make_values(pool, place)
    assert await rows(pool, PARTS) == [], "nothing came yet"
    till.open()
    till.seal(received(ground, ordered, (goods["MILK"], 2000, 1_0000)))
    assert await push(pool, centre, till) == ()
    await make_values(pool, place)
    assert await rows(pool, ENDS) == [("MILK", 2000, 8 * E7, 8 * E7)]
    other = received(ground, "", (goods["SALT"], 1000, 2_0000))
    till.seal(other)
    assert await push(pool, centre, till, 3) == ()
    async with pool.connection() as conn:
        await match_delivery(conn, ordered, other.document_id, NOW)
    await make_values(pool, place)
    assert await rows(pool, ENDS) == [("MILK", 2000, 6 * E7, 6 * E7), ("SALT", 1000, 4 * E7, 4 * E7)]
    async with pool.connection() as conn:
        await unmatch_delivery(conn, ordered, other.document_id, NOW)
    await make_values(pool, place)
    assert await rows(pool, ENDS) == [("MILK", 2000, 8 * E7, 8 * E7), ("SALT", 1000, 2 * E7, 2 * E7)]


async def test_what_was_made_of_goods_carries_their_freight_and_no_other_goods_do(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, place: Workplace, goods: dict[str, str]
) -> None:
    repacking, ordered = await add_repacking(pool, ground), await order(pool, ground, goods["SALT"])
    taken = moved(ground.shelf, repacking, 2000, product=goods["SALT"])
    made = moved(repacking, ground.shelf, 8000, product=goods["MILK"])
    till.open()
    till.seal(received(ground, ordered, (goods["SALT"], 4000, 1_0000)))
    till.seal(received(ground, "", (goods["TEA"], 1000, 1_0000)))
    till.seal(document(taken, made, purpose="repacked"))
    assert await push(pool, centre, till) == ()
    await make_values(pool, place)
    await add(pool, ordered, 400, "quantity")
    await make_values(pool, place)
    assert await rows(pool, ENDS) == [
        ("MILK", 8000, 4 * E7, 4 * E7),
        ("SALT", 2000, 4 * E7, 4 * E7),
        ("TEA", 1000, 1 * E7, 1 * E7),
    ]


async def test_nothing_is_spread_by_a_weight_that_nobody_knows(
    pool: Pool, ground: Ground, goods: dict[str, str]
) -> None:
    ordered = await order(pool, ground, goods["TEA"], goods["MILK"])
    with pytest.raises(Denied, match=r"weigh: TEA$"):
        await add(pool, ordered, 600, "weight")
    async with pool.connection() as conn:
        picking = await make_order(conn, ground.shop, Draft("picking", "A", (Wanted(goods["TEA"], 1000),)), NOW)
    with pytest.raises(Denied, match="expects nothing"):
        await add(pool, picking, 600, "value")
    assert await rows(pool, "SELECT * FROM landed_cost") == []


@dataclass
class Told:
    """What happened, as the oracle is told: receipts and sales in their order, and the costs that stand."""

    passages: list[tuple[str, str, Passage]] = field(default_factory=list)
    costs: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    held: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("MILK", "SALT"), 0))

    def sold(self, sku: str) -> None:
        self.held[sku] -= 1000
        self.passages.append((sku, "", Passage(sku, NOW.date(), "a", "", 1000)))

    def came(self, sku: str, order_id: str, milli: int, cost_e4: int) -> None:
        self.held[sku] += milli
        self.passages.append((sku, order_id, Passage(sku, NOW.date(), "", "a", milli, cost_e4)))

    def worth(self) -> dict[str, Account]:
        """Each article's pool from the beginning, every thousandth by name, costs by exact fractions."""
        landed = defaultdict[int, int](int)
        for order_id, amount_minor, spread in self.costs.values():
            lines = [(at, one) for at, (_, named, one) in enumerate(self.passages) if named == order_id and one.target]
            share = {at: one.quantity_milli * (one.cost_e4 or 0 if spread == "value" else 1) for at, one in lines}
            if not sum(share.values()):
                share = {at: one.quantity_milli for at, one in lines}
            reached, given = Fraction(0), 0
            for at, _ in lines:
                reached += Fraction(amount_minor * 100_000 * share[at], sum(share.values()))
                landed[at] += floor(reached + Fraction(1, 2)) - given
                given = floor(reached + Fraction(1, 2))
        laden = [(sku, replace(one, landed_e7=landed[at])) for at, (sku, _, one) in enumerate(self.passages)]
        return {sku: account([one for named, one in laden if named == sku])["a"] for sku in self.held}

    def put_in(self) -> int:
        """What came in: what documents say, and what was added to orders of which anything came."""
        bought = sum(one.quantity_milli * (one.cost_e4 or 0) for _, _, one in self.passages if one.target)
        orders = {order_id for _, order_id, _ in self.passages}
        return bought + sum(minor * 100_000 for order_id, minor, _ in self.costs.values() if order_id in orders)


@pytest.mark.parametrize("seed", range(4))
async def test_costs_at_any_moment_come_to_what_all_from_the_beginning_comes_to(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground, place: Workplace, goods: dict[str, str], seed: int
) -> None:
    chance, told, at = random.Random(seed), Told(), NOW
    weighed = [goods["MILK"], goods["SALT"]]  # a piece and a kilogram weigh the same
    orders = [await order(pool, ground, *weighed, number=f"P-{n}") for n in range(3)]
    till.open()
    for step in range(40):
        at += timedelta(hours=chance.randint(1, 20))
        sellable = [sku for sku, milli in told.held.items() if milli >= 1000]
        match chance.choice(["receive", "receive", "sell", "sell", "add", "add", "take back", "value"]):
            case "receive":
                order_id = chance.choice([*orders, ""])
                lines = [(sku, 1000 * chance.randint(1, 3), chance.randint(0, 9_9999)) for sku in told.held]
                by_id = [(goods[sku], milli, cost_e4) for sku, milli, cost_e4 in lines]
                till.seal(received(ground, order_id, *by_id), at=at.isoformat())
                for sku, milli, cost_e4 in lines:
                    told.came(sku, order_id, milli, cost_e4)
            case "sell" if sellable:
                sku = chance.choice(sellable)
                till.seal(make_sale(ground, f"T1-{step}", step, goods[sku], pieces=1), at=at.isoformat())
                told.sold(sku)
            case "add":
                order_id, minor = chance.choice(orders), chance.randint(1, 99_999)
                spread = chance.choice(["value", "quantity", "weight"])
                told.costs[await add(pool, order_id, minor, spread)] = (order_id, minor, spread)
            case "take back" if told.costs:
                cost = chance.choice(sorted(told.costs))
                async with pool.connection() as conn:
                    await take_back(conn, told.costs.pop(cost)[0], cost, NOW)
            case "value":
                assert await push(pool, centre, till) == ()
                await make_values(pool, place)
    assert await push(pool, centre, till) == ()
    await make_values(pool, place)
    values, parts, ends = await rows(pool, VALUES), await rows(pool, PARTS), await rows(pool, ENDS)
    for sku, plain in told.worth().items():
        [(milli, average_e7, fifo_e7)] = [figures for name, *figures in ends if name == sku]
        assert (milli, fifo_e7) == (told.held[sku], sum(plain.pieces)), "to the last e7"
        assert abs(average_e7 - plain.worth) <= len(told.passages), "each sale rounds by less than one e7"
    [(sold_average, sold_fifo)] = await rows(pool, SOLD)
    assert sum(row[2] for row in ends) + sold_average == told.put_in(), "what came in is there, or was sold"
    assert sum(row[3] for row in ends) + sold_fifo == told.put_in()
    async with pool.connection() as conn:
        await conn.execute("TRUNCATE goods_value, landed_part")
        await conn.execute("UPDATE stock_reader SET position = 0")
    await value_stock(place, {})
    assert (await rows(pool, VALUES), await rows(pool, PARTS)) == (values, parts), "valuing all is valuing what changed"


@given(
    st.integers(1, 10**12),
    st.sampled_from(["value", "quantity", "weight"]),
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 10**6), st.none() | st.integers(0, 10**6)), min_size=1),
    st.dictionaries(st.sampled_from("abc"), st.integers(0, 10**6)),
)
def test_the_parts_are_the_whole(
    whole: int, spread: str, told: list[tuple[str, int, int | None]], units: dict[str, int]
) -> None:
    lines = [Line(1, n, 1, "s", product, NOW.date(), milli, cost) for n, (product, milli, cost) in enumerate(told)]
    parts = split_cost(whole, spread, units, lines)  # type: ignore[arg-type]
    assert (sum(parts), len(parts), min(parts) >= 0) == (whole, len(lines), True)


def test_money_of_any_currency_is_valued_alike() -> None:
    assert [amount_e7(1, currency) for currency in ("EUR", "JPY", "KWD")] == [100_000, 10_000_000, 10_000]
