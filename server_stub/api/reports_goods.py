"""Reports about goods: what stock is worth, how fast it turns, what it earns, how old it is, what to order.

All come from the same days of value (`goods_value`), so they agree with each other; `as_of` says when those were made.
"""

import csv
import io
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

import msgspec
from msgspec import Meta, Struct
from psycopg.rows import dict_row

from server_stub.api.amounts import Currency, Money, Quantity
from server_stub.api.asking import Days, OfShop
from server_stub.api.day_totals import CSV, plain_cell
from server_stub.api.endpoint import Call, Endpoint, File
from server_stub.api.paging import Listing, Page, compose
from server_stub.api.reports import day_values
from server_stub.api.reports_goods_sql import (
    ACCURACY,
    AGEING,
    DEAD_STOCK,
    MARGIN,
    REORDER,
    TRANSIT,
    TURNOVER,
    VALUE,
    VALUE_BY_PLACE,
    VALUE_BY_SHOP,
)
from server_stub.api.reports_goods_told import tell
from server_stub.database import Connection
from server_stub.identity.callers import MANAGERS

MOST_ROWS = 200_000
"""Of one file."""
_AS_OF = "SELECT read_at FROM stock_reader WHERE name = 'values'"
Form = Annotated[Literal["json", "csv"], Meta(description="csv is a file for a spreadsheet, of all pages.")]
T = TypeVar("T", bound=Struct)


class GoodsDays(Days, frozen=True, kw_only=True):
    """A report about goods over days."""

    format: Form = "json"


class GoodsDay(OfShop, frozen=True, kw_only=True):
    """A report about goods as they were at the end of a day."""

    day: Annotated[date | None, Meta(description="At the end of this day, today if left out.")] = None
    format: Form = "json"


class DeadQuery(GoodsDay, frozen=True, kw_only=True):
    """Which goods nobody wants."""

    days: Annotated[int, Meta(ge=1, le=3660, description="For at least so many days nothing came or was sold.")] = 90


class _OfGoods(Struct, frozen=True, kw_only=True):
    shop: UUID
    product: UUID
    sku: str
    name: str
    unit: str
    currency: Currency


class GoodsValue(_OfGoods, frozen=True, kw_only=True):
    """What goods of a shop are worth, by moving average and by FIFO; `guessed` where some came when no cost was known.

    Goods below zero are worth nothing: what covers them later is their cost. `landed` is the freight, duty and the like
    of all that came until that day, also of what has gone since.
    """

    quantity: Quantity
    average_cost: Money
    average: Money
    fifo: Money
    landed: Money
    guessed: bool


class ShopValue(Struct, frozen=True, kw_only=True):
    """What all goods of a shop are worth; how many products there are, are below zero, and have a guessed value."""

    shop: UUID
    name: str
    currency: Currency
    products: int
    short: int
    guessed: int
    average: Money
    fifo: Money


class PlaceValue(Struct, frozen=True, kw_only=True):
    """A place's share of the value of its shop's goods, by quantity."""

    shop: UUID
    place: UUID
    code: str
    name: str
    kind: str
    currency: Currency
    products: int
    average: Money
    fifo: Money


class GoodsTurnover(_OfGoods, frozen=True, kw_only=True):
    """How often stock was sold: what sold goods had cost by the mean of first and last value; null without stock.

    `lasts_days` is how long the quantity that is there lasts at that pace; `months` is the same as months of stock.
    """

    sold: Quantity
    cost: Money
    mean: Money
    quantity: Quantity
    turns: str | None
    lasts_days: int | None
    months: str | None


class GoodsMargin(_OfGoods, frozen=True, kw_only=True):
    """What was earned: takings without tax less what the goods had cost; `percent` of the takings."""

    sold: Quantity
    net: Money
    cost: Money
    margin: Money
    percent: str | None


class GoodsAge(_OfGoods, frozen=True, kw_only=True):
    """How long goods have been there, first in, first out: quantities by days."""

    quantity: Quantity
    to_30: Quantity
    to_90: Quantity
    to_180: Quantity
    older: Quantity
    value: Money


class DeadGoods(_OfGoods, frozen=True, kw_only=True):
    """Goods that nobody bought for long."""

    quantity: Quantity
    average: Money
    last_sold: date | None
    last_came: date | None


class GoodsInTransit(_OfGoods, frozen=True, kw_only=True):
    """Goods that another shop has sent here and nobody has taken in: below zero what came and was never sent."""

    number: str
    sender: str
    sent: date
    days: int
    quantity: Quantity
    value: Money


class CountAccuracy(Struct, frozen=True, kw_only=True):
    """How right the book was where somebody counted: lines, those without a difference, `percent` of them."""

    shop: UUID
    actor: str
    currency: Currency
    counts: int
    lines: int
    exact: int
    percent: str | None
    over: Quantity
    short: Quantity
    difference: Money


class ToOrder(_OfGoods, frozen=True, kw_only=True):
    """Goods to order now; `order` fills up to the point and what sells meanwhile; `because` says it in plain words."""

    on_hand: Quantity
    point: Quantity
    order: Quantity
    because: str


class Report(Struct, frozen=True):
    """A report by its name: what it asks, and what its rows are."""

    listing: Listing
    row: type[Struct]


REPORTS: dict[str, Report] = {
    "stock-value": Report(VALUE, GoodsValue),
    "stock-value-by-shop": Report(VALUE_BY_SHOP, ShopValue),
    "stock-value-by-place": Report(VALUE_BY_PLACE, PlaceValue),
    "turnover": Report(TURNOVER, GoodsTurnover),
    "margin": Report(MARGIN, GoodsMargin),
    "ageing": Report(AGEING, GoodsAge),
    "dead-stock": Report(DEAD_STOCK, DeadGoods),
    "transit": Report(TRANSIT, GoodsInTransit),
    "accuracy": Report(ACCURACY, CountAccuracy),
    "reorder": Report(REORDER, ToOrder),
}


async def read_report(conn: Connection, name: str, values: dict[str, Any], limit: int) -> list[Any]:
    """Give the first rows of a report; `values` are those of `reports_goods_sql`."""
    report = REPORTS[name]
    query, parameters = compose(report.listing, values, [], limit)
    async with conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(query, parameters)
        return [tell(report.row, row, values) for row in await cursor.fetchall()]


async def read_as_of(conn: Connection) -> datetime | None:
    """Give when the days of value were made, None before the first time."""
    row = await (await conn.execute(_AS_OF)).fetchone()
    return row[0] if row else None


def write_csv(kind: type[Struct], rows: list[Any]) -> bytes:
    """Write rows as CSV; no text is one that a spreadsheet would run."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(kind.__struct_fields__)
    words = {"sku", "name", "unit", "actor", "code", "because", "number", "sender"}
    for row in rows:
        cells = msgspec.structs.asdict(row)
        writer.writerow(
            ["" if cell is None else plain_cell(str(cell)) if name in words else cell for name, cell in cells.items()]
        )
    return b"\xef\xbb\xbf" + text.getvalue().encode()


async def _answer(call: Call, name: str, kind: type[T], asked: GoodsDays | GoodsDay) -> Page[T] | File:
    shop = call.shop(asked.shop)
    if isinstance(asked, GoodsDays):
        values = day_values(shop, asked.first, asked.last)
    else:
        values = {"shop": shop, "last": asked.day or call.now.date()}
        values |= {"days": asked.days} if isinstance(asked, DeadQuery) else {}
    if asked.format == "csv":
        rows = await read_report(call.conn, name, values, MOST_ROWS)
        return File(write_csv(kind, rows), CSV, f"{name}-{values['last'].isoformat()}.csv")
    found, following = await call.page(REPORTS[name].listing, asked, **values)
    return Page(items=[tell(kind, row, values) for row in found], next=following)


async def report_value(call: Call, asked: GoodsDay) -> Page[GoodsValue] | File:
    """Value stock by product."""
    return await _answer(call, "stock-value", GoodsValue, asked)


async def report_value_of_shops(call: Call, asked: GoodsDay) -> Page[ShopValue] | File:
    """Value stock by shop."""
    return await _answer(call, "stock-value-by-shop", ShopValue, asked)


async def report_value_of_places(call: Call, asked: GoodsDay) -> Page[PlaceValue] | File:
    """Value stock by place."""
    return await _answer(call, "stock-value-by-place", PlaceValue, asked)


async def report_turnover(call: Call, asked: GoodsDays) -> Page[GoodsTurnover] | File:
    """Tell how often stock was sold."""
    return await _answer(call, "turnover", GoodsTurnover, asked)


async def report_margin(call: Call, asked: GoodsDays) -> Page[GoodsMargin] | File:
    """Tell what goods earned."""
    return await _answer(call, "margin", GoodsMargin, asked)


async def report_ageing(call: Call, asked: GoodsDay) -> Page[GoodsAge] | File:
    """Tell how long goods have been there."""
    return await _answer(call, "ageing", GoodsAge, asked)


async def report_dead_stock(call: Call, asked: DeadQuery) -> Page[DeadGoods] | File:
    """Tell which goods nobody buys."""
    return await _answer(call, "dead-stock", DeadGoods, asked)


async def report_transit(call: Call, asked: GoodsDay) -> Page[GoodsInTransit] | File:
    """Tell what is on its way between shops, and since when."""
    return await _answer(call, "transit", GoodsInTransit, asked)


async def report_accuracy(call: Call, asked: GoodsDays) -> Page[CountAccuracy] | File:
    """Tell how right the book was where somebody counted."""
    return await _answer(call, "accuracy", CountAccuracy, asked)


async def report_reorder(call: Call, asked: GoodsDay) -> Page[ToOrder] | File:
    """Tell what to order now."""
    return await _answer(call, "reorder", ToOrder, asked)


def _get(path: str, work: Any, row: Any, asks: type[Struct]) -> Endpoint:
    media = ("text/csv",)
    return Endpoint("GET", path, work, Page[row], MANAGERS, "reports:read", asks, media=media, one_moment=True)


ENDPOINTS = (
    _get("/reports/stock-value", report_value, GoodsValue, GoodsDay),
    _get("/reports/stock-value/by-shop", report_value_of_shops, ShopValue, GoodsDay),
    _get("/reports/stock-value/by-place", report_value_of_places, PlaceValue, GoodsDay),
    _get("/reports/turnover", report_turnover, GoodsTurnover, GoodsDays),
    _get("/reports/margin", report_margin, GoodsMargin, GoodsDays),
    _get("/reports/ageing", report_ageing, GoodsAge, GoodsDay),
    _get("/reports/dead-stock", report_dead_stock, DeadGoods, DeadQuery),
    _get("/reports/transit", report_transit, GoodsInTransit, GoodsDay),
    _get("/reports/accuracy", report_accuracy, CountAccuracy, GoodsDays),
    _get("/reports/reorder", report_reorder, ToOrder, GoodsDay),
)
