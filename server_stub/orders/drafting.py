"""What somebody asks to be done becomes an order: articles and places are found by what people call them."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.amounts import GivenQuantity, GivenRate, quantity_milli, rate_ppm
from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.goods.places import list_places
from server_stub.orders.assigning import check_worker
from server_stub.orders.going_back import Back, find_came_with
from server_stub.orders.keeping import Draft, Wanted
from server_stub.orders.tolerances import Tolerances, read_tolerances
from sync.wire.changes import Place

Made = Literal["receipt", "picking", "sending", "supplier_return", "count"]
"""Kinds of order that a person makes; arrivals follow from what another shop has sent."""
Word = Annotated[str, Meta(max_length=60)]
Number = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"^[^\s\x00-\x1f](?:[^\x00-\x1f]*[^\s\x00-\x1f])?$")]
CutOff = Annotated[datetime, Meta(tz=True, description="When a picking has to be ready for its carrier.")]
_PRODUCTS = "SELECT sku, id::text FROM product WHERE sku = ANY(%s)"
_DESTINATION = """
SELECT s.name, (SELECT p.id::text FROM place p WHERE p.shop_id = s.id AND p.kind = 'transit' ORDER BY code LIMIT 1)
FROM shop s WHERE s.id = %s
"""


class OrderLineDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much of an article is wanted; in a count an empty `sku` is everything at a place. `place` is its code.

    `tolerance` goes before that of the order, null leaves it to the order. Goods that go back to their supplier may
    name the order with which they came, by its number, and its line: no more goes back than came.
    """

    sku: Annotated[str, Meta(max_length=64)] = ""
    quantity: GivenQuantity = "0"
    place: Word = ""
    lot: Word = ""
    tolerance: GivenRate | None = None
    receipt: Word = ""
    receipt_line: Annotated[int, Meta(ge=1, le=2000)] = 1


class OrderDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An order as it shall be; `source` and `target` are codes of places, `to_shop` is where goods are sent.

    `tolerance` is how many per cent more than a line wants are taken without a reason; null leaves it to what is said
    of the supplier and the articles. A picking that is wanted
    `at_once` waits for no wave and no refill. `assigned_to` is a person of the shop whom it is for. Of a `blind`
    receipt the tills are not told how much is expected: what is counted is what came.
    """

    kind: Made
    number: Number
    lines: Annotated[list[OrderLineDraft], Meta(min_length=1, max_length=2000)]
    shop: UUID | None = None
    partner: Annotated[str, Meta(max_length=250)] = ""
    priority: Annotated[int, Meta(ge=-100, le=100)] = 0
    due: date | None = None
    source: Word = ""
    target: Word = ""
    to_shop: UUID | None = None
    note: Annotated[str, Meta(max_length=1000)] = ""
    tolerance: GivenRate | None = None
    carrier: Word = ""
    cut_off: CutOff | None = None
    at_once: bool = False
    blind: bool = False
    assigned_to: UUID | None = None


async def to_draft(conn: Connection, shop: str, asked: OrderDraft) -> Draft:
    """Give the order to be made. Raises Denied 400 for what is not known, or makes no sense for its kind."""
    if asked.blind and asked.kind != "receipt":
        raise Denied(400, "Only goods from a supplier are received blind")
    places = {place.code.casefold(): place for place in await list_places(conn, shop)}
    cursor = await conn.execute(_PRODUCTS, (sorted({line.sku for line in asked.lines if line.sku}),))
    products: dict[str, str] = dict(await cursor.fetchall())
    partner, target = asked.partner, _place(places, asked.target)
    if asked.kind == "sending":
        partner, target = await _destination(conn, shop, asked)
    said = Tolerances({}, 0 if asked.tolerance is None else rate_ppm(asked.tolerance))
    if asked.kind == "receipt" and asked.tolerance is None:
        said = await read_tolerances(conn, shop, partner, products.values())
    lines = tuple([_line(asked.kind, line, products, places, said) for line in asked.lines])
    lines, supplier = await _came_with(conn, shop, asked, lines)
    return Draft(
        asked.kind,
        asked.number,
        lines,
        partner=partner or supplier,
        priority=asked.priority,
        due=asked.due,
        source_place=_place(places, asked.source),
        target_place=target,
        note=asked.note,
        over_ppm=said.over_ppm,
        carrier=asked.carrier,
        cut_off=asked.cut_off,
        at_once=asked.at_once,
        blind=asked.blind,
        assigned_to=await check_worker(conn, shop, asked.assigned_to),
    )


def _line(
    kind: str, line: OrderLineDraft, products: Mapping[str, str], places: Mapping[str, Place], said: Tolerances
) -> Wanted:
    milli, place = quantity_milli(line.quantity), _place(places, line.place)
    if kind == "count" and not (line.sku or place):
        raise Denied(400, "A line of a count names an article or a place")
    if kind != "count" and not (line.sku and milli):
        raise Denied(400, "A line names an article and how much of it")
    product = _product(products, line.sku) if line.sku else None
    over_ppm = said.by_product.get(product or "") if line.tolerance is None else rate_ppm(line.tolerance)
    return Wanted(product, milli, place, line.lot, over_ppm=over_ppm)


async def _came_with(
    conn: Connection, shop: str, asked: OrderDraft, lines: tuple[Wanted, ...]
) -> tuple[tuple[Wanted, ...], str]:
    """Name with the lines the receipts they came with, and give the supplier that these say."""
    named = [(draft, line) for draft, line in zip(asked.lines, lines, strict=True) if draft.receipt]
    if not named:
        return lines, ""
    if asked.kind != "supplier_return":
        raise Denied(400, "Only goods that go back to their supplier name the receipt they came with")
    back = [Back(draft.receipt, draft.receipt_line, line.product, line.quantity_milli) for draft, line in named]
    ids, supplier = await find_came_with(conn, shop, back)
    return tuple(
        replace(line, came_order=ids[draft.receipt], came_n=draft.receipt_line) if draft.receipt else line
        for draft, line in zip(asked.lines, lines, strict=True)
    ), supplier


def _product(products: Mapping[str, str], sku: str) -> str:
    if sku not in products:
        raise Denied(400, f"There is no product {sku}")
    return products[sku]


def _place(places: Mapping[str, Place], code: str) -> str | None:
    if code and code.casefold() not in places:
        raise Denied(400, f"There is no place {code}")
    return places[code.casefold()].id if code else None


async def _destination(conn: Connection, shop: str, asked: OrderDraft) -> tuple[str, str]:
    if asked.to_shop is None or str(asked.to_shop) == shop:
        raise Denied(400, "Goods are sent to another shop")
    found = await (await conn.execute(_DESTINATION, (asked.to_shop,))).fetchone()
    if found is None or found[1] is None:
        raise Denied(400, "That shop has no place for goods on their way")
    return found[0], found[1]


async def known_numbers(conn: Connection, shop: str, numbers: Collection[str]) -> set[tuple[str, str]]:
    """Give which of these numbers the shop's orders have, each with the kind."""
    query = "SELECT kind, number FROM work_order WHERE shop_id = %s AND number = ANY(%s)"
    return set(await (await conn.execute(query, (shop, list(numbers)))).fetchall())
