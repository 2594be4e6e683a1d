"""Files of orders: one line of an order in each row, rows of one kind and number together are one order."""

from collections import defaultdict
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct

from server_stub.api.amounts import GivenQuantity, GivenRate
from server_stub.database import Connection, Pool
from server_stub.faults import Denied, Refusal
from server_stub.goods.product_rows import Report
from server_stub.goods.reserving import reserve_orders
from server_stub.goods.shops import find_shop
from server_stub.offers.row_file import day, decimal, importing, read_drafts
from server_stub.orders.drafting import CutOff, Made, Number, OrderDraft, OrderLineDraft, Word, known_numbers, to_draft
from server_stub.orders.keeping import make_order
from server_stub.orders.refilling import refill_faces

_OF_LINE = ("sku", "quantity", "place", "lot", "receipt", "receipt_line")
_OF_PICKING = ("carrier", "cut_off", "at_once")


class OrderRow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of an order, with what the order says as a whole; `to_shop` is an id or a name.

    `line_tolerance` is the line's own, which goes before the order's `tolerance`; `receipt` and `receipt_line` say with
    which order goods came that go back to their supplier.
    """

    kind: Made
    number: Number
    sku: Annotated[str, Meta(max_length=64)] = ""
    quantity: GivenQuantity = "0"
    place: Word = ""
    lot: Word = ""
    partner: Annotated[str, Meta(max_length=250)] = ""
    priority: Annotated[int, Meta(ge=-100, le=100)] = 0
    due: date | None = None
    source: Word = ""
    target: Word = ""
    to_shop: Annotated[str, Meta(max_length=250)] = ""
    note: Annotated[str, Meta(max_length=1000)] = ""
    tolerance: GivenRate | None = None
    line_tolerance: GivenRate | None = None
    carrier: Word = ""
    cut_off: CutOff | None = None
    at_once: bool = False
    blind: bool = False
    receipt: Word = ""
    receipt_line: Annotated[int, Meta(ge=1, le=2000)] = 1


async def import_orders(pool: Pool, path: Path, *, shop: str | None = None, partial: bool = False) -> dict[str, Any]:
    """Make orders by a file and report what became of its rows; an order that is there already stays as it is.

    Bad rows leave everything as it was, unless `partial`: then the orders are made that have none. Refusal
    `import.shop` when no shop is named.
    """
    if shop is None:
        raise Refusal("import.shop", "Orders are for a shop.", "Name it with --shop.")
    report = Report()
    converts = {"quantity": decimal, "tolerance": decimal, "line_tolerance": decimal, "due": day}
    rows = read_drafts(path, OrderRow, converts, ("kind", "number"), report)
    orders: dict[tuple[str, str], list[tuple[int, OrderRow]]] = defaultdict(list)
    for number, row in rows:
        orders[row.kind, row.number].append((number, row))
    async with importing(pool, report, partial=partial) as conn:
        known = await known_numbers(conn, shop, [number for _, number in orders])
        report.unchanged = len(known & orders.keys())
        made = [await _make(conn, shop, orders[key], report) for key in orders.keys() - known]
        await reserve_orders(conn, [order for order in made if order])
        await refill_faces(conn, shop, datetime.now(UTC))
    return asdict(report)


async def _make(conn: Connection, shop: str, rows: list[tuple[int, OrderRow]], report: Report) -> str:
    """Give the id of the order that was made, empty where none could be."""
    at, head = rows[0]
    lines = [
        OrderLineDraft(tolerance=row.line_tolerance, **{name: getattr(row, name) for name in _OF_LINE})
        for _, row in rows
    ]
    same = ("kind", "number", "partner", "priority", "due", "source", "target", "note", "tolerance", "blind")
    try:
        asked = OrderDraft(
            **{name: getattr(head, name) for name in (*same, *_OF_PICKING)},
            lines=lines,
            to_shop=await _shop(conn, head.to_shop),
        )
        async with conn.transaction():
            draft = await to_draft(conn, shop, asked)
            made = await make_order(conn, shop, draft, datetime.now(UTC), reserves=False)
    except Denied as error:
        report.reject(at, "number", head.number, error.message)
        return ""
    report.added += 1
    return made


async def _shop(conn: Connection, name: str) -> Any:
    if not name:
        return None
    found = await find_shop(conn, name)
    if found is None:
        raise Denied(400, f"There is no shop {name}")
    return found.id
