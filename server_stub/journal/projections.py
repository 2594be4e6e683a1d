"""Facts to rows: what an entry means for the centre's tables. Pure; a fact that makes no sense raises Unprojectable.

Rows are lines of PostgreSQL's COPY text format, the fastest way in: one f-string and no adaptation per value.
Kinds that change rows of earlier entries (voids, closings) are collected as values for one UPDATE each.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import Any

import msgspec

from server_stub.goods.binding import CODE, MOST_MILLI
from server_stub.journal.copying import NULL, escape, text
from server_stub.journal.customer_projections import CustomerRows, note_customer
from server_stub.journal.goods_projections import (
    GOODS_COLUMNS,
    LotRows,
    Stock,
    adjustment_line,
    carry,
    document_line,
    lot_of,
    mark_lines,
    note_expiry,
    pieces_in,
    sale_lots,
    weight_line,
)
from server_stub.journal.order_projections import (
    COMES_IN,
    ORDER_COLUMNS,
    SENT,
    OrderRows,
    deviation_lines,
    document_of_order,
    note_document,
    note_sent,
    note_taken,
    photo_lines,
)
from server_stub.journal.paper_projections import PAPER_COLUMNS, paper_line
from server_stub.journal.place_projections import PLACE_COLUMNS, PlaceRows, note_made, note_moved, override_lines
from server_stub.journal.tender_projections import TENDER_COLUMNS, tender_line
from server_stub.journal.ticket_projections import TicketRows, note_bound, note_details, note_unknown
from server_stub.value.moves import GIFT_COLUMNS, GiftRows, gift_lines
from server_stub.value.purse_moves import PURSE_COLUMNS, PurseRows, purse_lines
from sync.wire import facts
from sync.wire.approvals import GoodsAsked, GoodsDecided
from sync.wire.counts import CountDecided
from sync.wire.customer_facts import CustomerChanged, CustomerRegistered
from sync.wire.goods_facts import REPACKED, GoodsMove, GoodsMoved, StockCounted
from sync.wire.orders import OrderTaken
from sync.wire.paper_facts import InvoiceIssued, ReceiptCopied, SaleFiscalised
from sync.wire.places import PlaceMade, PlaceMoved
from sync.wire.tender_facts import CardSettled
from sync.wire.ticket_facts import CodeBound, CodeUnknown

COLUMNS = (
    {
        "sale": "sale_id, business_day, chain, seq, shop_id, receipt, receipt_no, shift_id, place_id, currency, "
        "tax_inclusive, total_minor, rounding_minor, change_minor, occurred_at, actor, customer_id",
        "sale_line": "sale_id, n, business_day, shop_id, line_id, product_id, sku, name, unit, code, quantity_milli, "
        "price_e4, rate_ppm, gross_minor, discount_minor, net_minor, tax_minor, total_minor, to_place_id",
        "sale_return": "sale_id, n, shop_id, returns_sale, returns_line, returns_receipt, reason, quantity_milli, "
        "total_minor",
        "sale_promotion": "sale_id, n, promotion_id, name, amount_minor",
        "sale_tax": "sale_id, rate_ppm, business_day, shop_id, net_minor, tax_minor, gross_minor",
        "payment": "sale_id, n, business_day, shop_id, method, amount_minor, reference",
        "sale_tip": "sale_id, n, shop_id, method, tip_minor",
        "coupon_use": "sale_id, coupon_id, shop_id, business_day, customer_id",
        "shift": "shift_id, chain, seq, shop_id, number, business_day, currency, float_minor, opened_at, opened_by",
        "drawer": "chain, seq, business_day, shop_id, shift_id, purpose, amount_minor, reason, occurred_at, actor",
        "staff_session": "chain, seq, shop_id, person_id, role, signed_in_at",
    }
    | GOODS_COLUMNS
    | ORDER_COLUMNS
    | PLACE_COLUMNS
    | PAPER_COLUMNS
    | TENDER_COLUMNS
    | GIFT_COLUMNS
    | PURSE_COLUMNS
)
"""Tables that entries are copied into, and the columns of a line."""


Lines = defaultdict[str, list[str]]
ShopDay = tuple[str, date]


class Unprojectable(Exception):
    """The fact is kept, but the centre cannot act on it; the text says why."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact comes from: its entry and its shop, when and who (COPY text), and the date there."""

    chain: int
    seq: int
    shop: str
    occurred_at: str
    actor: str
    own_day: date


@dataclass(slots=True)
class Rows:
    """What a run of entries adds: COPY lines per table, stock per (shop, product, place, lot), values for the updates.

    The lines of sales, most of it all, are written by `sale_lines` while PostgreSQL takes in the ones before.
    What `counts` come to depends on what others counted: `server_stub.counts.posting` adds it, and what `approvals`
    come to `server_stub.approvals.posting`. `repacked` are entries (chain, number) that made goods of others;
    `came` are single pieces (`product`, `serial`) that came in.
    `days` are the business days of shifts by (shop, shift), those here before and those of this run; `touched` are the
    days whose figures change.
    """

    days: dict[tuple[str, str], date] = field(default_factory=dict)
    touched: set[ShopDay] = field(default_factory=set)
    sales: list[tuple[facts.SaleCompleted, ShopDay]] = field(default_factory=list)
    lines: Lines = field(default_factory=lambda: defaultdict(list))
    stock: Stock = field(default_factory=lambda: defaultdict(int))
    voids: list[dict[str, Any]] = field(default_factory=list)
    closings: list[dict[str, Any]] = field(default_factory=list)
    openings: list[dict[str, Any]] = field(default_factory=list)
    coupons: set[str] = field(default_factory=set)
    tickets: TicketRows = field(default_factory=TicketRows)
    gifts: GiftRows = field(default_factory=GiftRows)
    purses: PurseRows = field(default_factory=PurseRows)
    customers: CustomerRows = field(default_factory=CustomerRows)
    lots: LotRows = field(default_factory=LotRows)
    orders: OrderRows = field(default_factory=OrderRows)
    places: PlaceRows = field(default_factory=PlaceRows)
    counts: list[tuple[StockCounted | CountDecided, Origin]] = field(default_factory=list)
    approvals: list[tuple[GoodsAsked | GoodsDecided, Origin]] = field(default_factory=list)
    repacked: list[tuple[int, int]] = field(default_factory=list)
    came: list[dict[str, Any]] = field(default_factory=list)


def day_at(value: str, zone: tzinfo) -> date:
    """Give the date in a zone at an RFC 3339 time. PostgreSQL takes much more for a time ("yesterday").

    Raises Unprojectable for anything else and for a time without offset.
    """
    try:
        at = datetime.fromisoformat(value)
    except ValueError as error:
        raise Unprojectable(f"{value[:40]!r} is not a time with an offset") from error
    if at.tzinfo is None:
        raise Unprojectable(f"{value[:40]!r} is not a time with an offset")
    try:
        return at.astimezone(zone).date()
    except OverflowError:  # the first or the last day of the calendar
        return at.date()


def business_day(rows: Rows, origin: Origin, shift: str) -> date:
    """Give the day that something of a shift counts on: the shift's, however far off the clock is, else its own.

    It follows from the entry and its shift alone, so an entry that is projected anew comes to lie where it lay.
    """
    return rows.days.get((origin.shop, shift.lower()), origin.own_day)


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Unprojectable(f"{value[:40]!r} is not a date") from error


def explode(fact: facts.Fact, origin: Origin, rows: Rows, *, plain: bool = False) -> None:
    """Add the fact's rows. Raises Unprojectable when it contradicts itself. `plain` when no text needs escaping."""
    if isinstance(fact, facts.SaleCompleted):  # first: nearly all of them are sales
        lots = _details(fact, origin, rows) if any(line.detail or line.returns_sale for line in fact.lines) else {}
        if fact.parked_id:
            parked = {"parked": fact.parked_id, "sale": fact.sale_id, "chain": origin.chain}
            rows.tickets.parked.append(parked)
        _sale(fact if plain else escape(fact), origin, rows, lots)
    elif isinstance(fact, facts.SaleVoided):
        rows.voids.append(_values(fact, origin))
    elif isinstance(fact, facts.ShiftClosed):
        rows.closings.append(_values(fact, origin))
    elif isinstance(fact, facts.JournalOpened):
        rows.openings.append({"chain": origin.chain, "opened": msgspec.to_builtins(fact)})
    elif isinstance(fact, CodeUnknown):
        note_unknown(fact, rows.tickets, origin.chain)
    elif isinstance(fact, CodeBound):
        if not (CODE.fullmatch(fact.code) and 0 < fact.pack_milli <= MOST_MILLI):
            raise Unprojectable("this is no code of goods")
        note_bound(fact, rows.tickets, origin.chain)
    elif isinstance(fact, CustomerRegistered | CustomerChanged):
        note_customer(fact, rows.customers, origin.shop, origin.chain, origin.occurred_at)
    elif isinstance(fact, facts.StockAdjusted | GoodsMoved):
        _moved(fact, origin, rows)
    elif isinstance(fact, StockCounted):
        _check_count(fact)
        rows.counts.append((fact, origin))
    elif isinstance(fact, CountDecided):
        rows.counts.append((fact, origin))
    elif isinstance(fact, GoodsAsked | GoodsDecided):
        rows.approvals.append((fact, origin))
    elif isinstance(fact, OrderTaken):
        note_taken(rows.orders, fact, origin.chain, origin.occurred_at, origin.actor)
    elif isinstance(fact, PlaceMade):
        note_made(rows.places, fact, origin.shop, origin.chain)
    elif isinstance(fact, PlaceMoved):
        note_moved(rows.places, fact, origin.shop, (origin.chain, origin.seq), (origin.occurred_at, origin.actor))
    else:
        _copied(fact if plain else escape(fact), origin, rows)


def _details(fact: facts.SaleCompleted, origin: Origin, rows: Rows) -> dict[int, str]:
    """Collect what lines say beyond goods and money; gives the lots of those that name one, by line number."""
    note_details(fact, rows.tickets, _entry(origin))
    lots = {n: lot for n, line in enumerate(fact.lines, 1) if (lot := lot_of(line))}
    rows.lines["sale_lot"] += sale_lots(fact, origin.shop, lots, rows.lots, origin.chain)
    return lots


def _copied(fact: facts.Fact, origin: Origin, rows: Rows) -> None:
    lines = rows.lines
    entry, made = f"{origin.chain}\t{origin.seq}", f"{origin.occurred_at}\t{origin.actor}"
    match fact:
        case facts.ShiftOpened():
            day = _day(fact.business_day)
            rows.days[origin.shop, fact.shift_id.lower()] = day
            lines["shift"].append(
                f"{fact.shift_id}\t{entry}\t{origin.shop}\t{fact.number}\t{day}\t{fact.currency}\t{fact.float_minor}\t{made}\n"
            )
        case facts.DrawerOpened():
            day = business_day(rows, origin, fact.shift_id)
            lines["drawer"].append(
                f"{entry}\t{day}\t{origin.shop}\t{fact.shift_id}\t{fact.purpose}\t{fact.amount_minor}\t"
                f"{fact.reason}\t{made}\n"
            )
        case ReceiptCopied() | InvoiceIssued() | SaleFiscalised():
            table, line = paper_line(fact, f"{entry}\t{origin.shop}", made)
            lines[table].append(line)
        case CardSettled():
            table, line = tender_line(fact, f"{entry}\t{origin.shop}", made)
            lines[table].append(line)
        case facts.StaffSignedIn():
            lines["staff_session"].append(
                f"{entry}\t{origin.shop}\t{fact.person_id}\t{fact.role}\t{origin.occurred_at}\n"
            )


def _entry(origin: Origin) -> dict[str, Any]:
    day = origin.own_day.isoformat()
    return {"chain": origin.chain, "seq": origin.seq, "shop": origin.shop, "at": origin.occurred_at, "day": day}


def _values(fact: facts.SaleVoided | facts.ShiftClosed, origin: Origin) -> dict[str, Any]:
    values: dict[str, Any] = msgspec.to_builtins(fact)
    return values | {"chain": origin.chain, "seq": origin.seq, "at": origin.occurred_at, "actor": origin.actor}


def _sale(sale: facts.SaleCompleted, origin: Origin, rows: Rows, lots: dict[int, str]) -> None:
    _check_sums(sale)
    lines, stock, shop = rows.lines, rows.stock, origin.shop
    sale_id, place, day = sale.sale_id, sale.place_id, business_day(rows, origin, sale.shift_id)
    rows.touched.add((shop, day))
    lines["sale"].append(
        f"{sale_id}\t{day}\t{origin.chain}\t{origin.seq}\t{shop}\t{sale.receipt}\t{sale.receipt_no}\t{sale.shift_id}\t{place}\t"
        f"{sale.currency}\t{sale.tax_inclusive}\t{sale.total_minor}\t{sale.rounding_minor}\t{sale.change_minor}\t"
        f"{origin.occurred_at}\t{origin.actor}\t{sale.customer_id or NULL}\n"
    )
    rows.sales.append((sale, (shop, day)))
    for n, line in enumerate(sale.lines, 1):
        at = place if line.quantity_milli > 0 else line.to_place_id
        stock[shop, line.product_id, at, lots.get(n, "")] -= line.quantity_milli
        if line.quantity_milli < 0:
            lines["sale_return"].append(
                f"{sale_id}\t{n}\t{shop}\t{line.returns_sale or NULL}\t{line.returns_line}\t{line.returns_receipt}\t"
                f"{line.reason}\t{-line.quantity_milli}\t{-line.total_minor}\n"
            )
        for given in line.promotions:
            lines["sale_promotion"].append(f"{sale_id}\t{n}\t{given.id}\t{given.name}\t{given.amount_minor}\n")
    for tax in sale.taxes:
        lines["sale_tax"].append(
            f"{sale_id}\t{tax.rate_ppm}\t{day}\t{shop}\t{tax.net_minor}\t{tax.tax_minor}\t{tax.gross_minor}\n"
        )
    for n, paid in enumerate(sale.payments, 1):
        lines["payment"].append(
            f"{sale_id}\t{n}\t{day}\t{shop}\t{paid.method}\t{paid.amount_minor}\t{paid.reference}\n"
        )
        if paid.tip_minor:
            lines["sale_tip"].append(f"{sale_id}\t{n}\t{shop}\t{paid.method}\t{paid.tip_minor}\n")
    for coupon in dict.fromkeys(sale.coupons):
        lines["coupon_use"].append(f"{sale_id}\t{coupon}\t{shop}\t{day}\t{sale.customer_id or NULL}\n")
        rows.coupons.add(coupon)
    for move in gift_lines(sale, shop, origin.occurred_at, rows.gifts):
        lines["gift_move"].append(move)
    for move in purse_lines(sale, shop, origin.occurred_at, rows.purses):
        lines["purse_move"].append(move)


def sale_lines(sales: Sequence[tuple[facts.SaleCompleted, ShopDay]]) -> str:
    """Write the lines of sales with their shops and days for COPY."""
    return "".join(
        [
            f"{sale.sale_id}\t{n}\t{day}\t{shop}\t{line.line_id}\t{line.product_id}\t{line.sku}\t{line.name}\t{line.unit}\t"
            f"{line.code}\t{line.quantity_milli}\t{line.price_e4}\t{line.rate_ppm}\t{line.gross_minor}\t"
            f"{line.discount_minor}\t{line.net_minor}\t{line.tax_minor}\t{line.total_minor}\t"
            f"{line.to_place_id or NULL}\n"
            for sale, (shop, day) in sales
            for n, line in enumerate(sale.lines, 1)
        ]
    )


def _check_sums(sale: facts.SaleCompleted) -> None:
    total = sale.total_minor
    if sum([line.total_minor for line in sale.lines]) != total:
        raise Unprojectable("the lines do not add up to the total")
    if sum([tax.gross_minor for tax in sale.taxes]) != total:
        raise Unprojectable("the tax sums do not add up to the total")
    if sum([paid.amount_minor for paid in sale.payments]) - sale.change_minor != total + sale.rounding_minor:
        raise Unprojectable("the payments less change are not the total")


def _moved(fact: facts.StockAdjusted | GoodsMoved, origin: Origin, rows: Rows) -> None:
    if isinstance(fact, facts.StockAdjusted):
        moves = tuple(GoodsMove(**msgspec.structs.asdict(each)) for each in fact.moves)
        return move_goods(moves, fact.reason, "", origin, rows)
    return book_document(fact, origin, rows)


def book_document(fact: GoodsMoved, origin: Origin, rows: Rows) -> None:
    """Add a document with all that it moves. Raises Unprojectable."""
    entry, made = f"{origin.chain}\t{origin.seq}", f"{origin.occurred_at}\t{origin.actor}"
    rows.lines["goods_document"].append(document_line(fact, entry, origin.shop, made))
    if marks := mark_lines(fact, origin.shop):
        rows.lines["received_mark" if fact.purpose in COMES_IN else "picked_mark"] += marks
    if fact.deviations:
        rows.lines["deviation"] += deviation_lines(fact, origin.shop)
        if photos := photo_lines(fact, origin.shop):
            rows.lines["deviation_photo"] += photos
    if fact.overrides:
        rows.lines["put_override"] += override_lines(fact, origin.shop)
    if fact.weight_check:
        rows.lines["weight_check"].append(weight_line(fact.document_id, origin.shop, fact.weight_check))
    if fact.order_id:
        rows.lines["order_document"].append(document_of_order(fact, entry, origin.shop))
        note_document(rows.orders, fact, origin.occurred_at)
    if fact.purpose == SENT:
        note_sent(rows.orders, fact, origin.chain, origin.shop, origin.occurred_at)
    rows.came += pieces_in(fact)
    if fact.purpose == REPACKED:
        rows.repacked.append((origin.chain, origin.seq))
    move_goods(fact.moves, fact.reason or fact.purpose, fact.document_id, origin, rows)


def _check_count(fact: StockCounted) -> None:
    if any(not 0 <= line.book < len(fact.books) for line in fact.lines):
        raise Unprojectable("a line names no book")
    for line in fact.lines:
        day_at(line.at, UTC)


def move_goods(moves: Sequence[GoodsMove], reason: str, document: str, origin: Origin, rows: Rows) -> None:
    """Add movements of one entry, numbered from 1. Raises Unprojectable for one that moves nothing."""
    entry, day = f"{origin.chain}\t{origin.seq}", origin.own_day.isoformat()
    for n, goods in enumerate(moves, 1):
        if goods.quantity_milli <= 0:
            raise Unprojectable("a movement moves nothing")
        told = (text(reason), origin.occurred_at, text(document))
        rows.lines["adjustment"].append(adjustment_line(entry, n, day, origin.shop, goods, *told))
        carry(rows.stock, origin.shop, goods)
        note_expiry(rows.lots, goods.product_id, goods.lot, goods.expiry, origin.chain)
