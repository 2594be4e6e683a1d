"""Sales as they were handed in: lines, taxes, payments, and whether they were taken back."""

from collections import defaultdict
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta, Struct
from psycopg.rows import dict_row

from server_stub.api.amounts import Currency, Money, Quantity, money_text, price_text, quantity_text, rate_text
from server_stub.api.asking import Between
from server_stub.api.endpoint import Call, Endpoint, missing
from server_stub.api.paging import EACH_SHOP, Listing, Page, Paged, Row
from server_stub.identity.callers import MANAGERS


class LinePromotion(Struct, frozen=True, kw_only=True):
    """What one promotion took off a line; it is part of the line's discount."""

    id: str
    name: str
    amount: Money


class LineReturn(Struct, frozen=True, kw_only=True):
    """What a line takes back: the sale it was sold in (null without a receipt at hand), its number, and why."""

    sale: UUID | None
    receipt: str
    reason: str


class SaleLine(Struct, frozen=True, kw_only=True):
    """A line of a sale; `total` is what the customer pays for it, tax included. A line that takes goods back has
    quantity and amounts below zero."""

    product: UUID
    sku: str
    name: str
    unit: str
    code: str
    quantity: Quantity
    unit_price: Money
    discount: Money
    tax_rate: Money
    net: Money
    tax: Money
    total: Money
    promotions: list[LinePromotion]
    returns: LineReturn | None


class SaleTax(Struct, frozen=True, kw_only=True):
    """The sale's sums at one tax rate."""

    tax_rate: Money
    net: Money
    tax: Money
    gross: Money


class SalePayment(Struct, frozen=True, kw_only=True):
    """Money handed over by one method; for cash what was tendered, before change. `tip` came beside the amount."""

    method: str
    amount: Money
    reference: str
    tip: Money


class Voided(Struct, frozen=True, kw_only=True):
    """A sale was taken back whole."""

    at: datetime
    reason: str


class Sale(Struct, frozen=True, kw_only=True):
    """A paid sale: Σ lines = Σ taxes = total, and total + rounding = Σ payments − change."""

    id: UUID
    shop: UUID
    terminal: UUID | None
    seq: int
    receipt: str
    shift: UUID
    place: UUID
    status: Literal["completed", "voided"]
    voided: Voided | None
    currency: Currency
    tax_inclusive: bool
    total: Money
    rounding: Money
    change: Money
    occurred_at: datetime
    actor: str
    lines: list[SaleLine]
    taxes: list[SaleTax]
    payments: list[SalePayment]


class SaleQuery(Between, frozen=True, kw_only=True):
    """Which sales."""

    status: Literal["completed", "voided"] | None = None
    q: Annotated[str, Meta(max_length=60, description="How the receipt number begins.")] = ""
    shift: UUID | None = None


LISTING = Listing(
    "sales",
    """s.sale_id, s.business_day, s.shop_id, i.device_uuid, s.seq, s.receipt, s.shift_id, s.place_id, s.currency,
    s.tax_inclusive, s.total_minor, s.rounding_minor, s.change_minor, s.occurred_at, s.actor, s.void_id, s.voided_at,
    s.void_reason""",
    "sale s LEFT JOIN incarnation i ON i.chain = s.chain",
    (("s.shop_id", "uuid"), ("s.occurred_at", "timestamptz"), ("s.chain", "integer"), ("s.seq", "bigint")),
    {
        "shop": "s.shop_id = %(shop)s",
        "since": "s.occurred_at >= %(since)s",
        "before": "s.occurred_at < %(before)s",
        "voided": "(s.void_id IS NOT NULL) = %(voided)s",
        "receipt": """(s.shop_id, s.sale_id, s.business_day) IN (
            SELECT shop_id, sale_id, business_day FROM sale_day WHERE receipt ^@ %(receipt)s)""",
        "shift": "s.shift_id = %(shift)s",
        "sale": """s.sale_id = %(sale)s
            AND s.business_day = (SELECT business_day FROM sale_day WHERE sale_id = %(sale)s)""",
    },
    ever=(EACH_SHOP.format("s.shop_id"),),
    within="shop",
)
_LINES = """
SELECT sale_id, product_id, sku, name, unit, code, quantity_milli, price_e4, rate_ppm, discount_minor, net_minor,
    tax_minor, total_minor,
    (SELECT jsonb_agg(jsonb_build_array(p.promotion_id, p.name, p.amount_minor) ORDER BY p.promotion_id)
        FROM sale_promotion p WHERE p.sale_id = sale_line.sale_id AND p.n = sale_line.n) AS promotions,
    (SELECT jsonb_build_array(r.returns_sale, r.returns_receipt, r.reason)
        FROM sale_return r WHERE r.sale_id = sale_line.sale_id AND r.n = sale_line.n) AS returns
FROM sale_line WHERE sale_id = ANY(%(sales)s) AND business_day = ANY(%(days)s) ORDER BY sale_id, n
"""
_TAXES = """
SELECT sale_id, rate_ppm, net_minor, tax_minor, gross_minor FROM sale_tax
WHERE sale_id = ANY(%(sales)s) AND business_day = ANY(%(days)s) ORDER BY sale_id, rate_ppm
"""
_PAYMENTS = """
SELECT sale_id, method, amount_minor, reference,
    coalesce((SELECT t.tip_minor FROM sale_tip t WHERE t.sale_id = payment.sale_id AND t.n = payment.n), 0) AS tip_minor
FROM payment WHERE sale_id = ANY(%(sales)s) AND business_day = ANY(%(days)s) ORDER BY sale_id, n
"""
PARTS = (_LINES, _TAXES, _PAYMENTS)
"""What hangs on sales, by their ids and business days."""


async def list_sales(call: Call, asked: SaleQuery) -> Page[Sale]:
    """List sales by shop and time; one that a terminal hands in late has its own, earlier place."""
    rows, following = await call.page(
        LISTING,
        asked,
        shop=call.shop(asked.shop),
        since=asked.since,
        before=asked.before,
        voided=None if asked.status is None else asked.status == "voided",
        receipt=asked.q or None,
        shift=asked.shift,
    )
    return Page(items=await _tell(call, rows), next=following)


async def read_sale(call: Call, _asked: None) -> Sale:
    """Give one sale."""
    rows, _ = await call.page(LISTING, Paged(limit=1), sale=call.id_of("id"))
    if not rows or not call.sees(rows[0]["shop_id"]):
        raise missing()
    return (await _tell(call, rows))[0]


async def _tell(call: Call, rows: list[Row]) -> list[Sale]:
    lines, taxes, payments = [await _read_parts(call, query, rows) for query in PARTS]
    return [_sale(row, lines[row["sale_id"]], taxes[row["sale_id"]], payments[row["sale_id"]]) for row in rows]


async def _read_parts(call: Call, query: Any, rows: list[Row]) -> dict[UUID, list[Row]]:
    parts: dict[UUID, list[Row]] = defaultdict(list)
    if not rows:
        return parts
    values = {"sales": [row["sale_id"] for row in rows], "days": list({row["business_day"] for row in rows})}
    async with call.conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(query, values)
        for row in await cursor.fetchall():
            parts[row["sale_id"]].append(row)
    return parts


def _sale(row: Row, lines: list[Row], taxes: list[Row], payments: list[Row]) -> Sale:
    currency = row["currency"]
    is_voided = row["void_id"] is not None
    return Sale(
        id=row["sale_id"],
        shop=row["shop_id"],
        terminal=row["device_uuid"],
        seq=row["seq"],
        receipt=row["receipt"],
        shift=row["shift_id"],
        place=row["place_id"],
        status="voided" if is_voided else "completed",
        voided=Voided(at=row["voided_at"], reason=row["void_reason"]) if is_voided else None,
        currency=currency,
        tax_inclusive=row["tax_inclusive"],
        total=money_text(row["total_minor"], currency),
        rounding=money_text(row["rounding_minor"], currency),
        change=money_text(row["change_minor"], currency),
        occurred_at=row["occurred_at"],
        actor=row["actor"],
        lines=[_line(line, currency) for line in lines],
        taxes=[
            SaleTax(
                tax_rate=rate_text(tax["rate_ppm"]),
                net=money_text(tax["net_minor"], currency),
                tax=money_text(tax["tax_minor"], currency),
                gross=money_text(tax["gross_minor"], currency),
            )
            for tax in taxes
        ],
        payments=[
            SalePayment(
                method=paid["method"],
                amount=money_text(paid["amount_minor"], currency),
                reference=paid["reference"],
                tip=money_text(paid["tip_minor"], currency),
            )
            for paid in payments
        ],
    )


def _line(row: Row, currency: str) -> SaleLine:
    return SaleLine(
        product=row["product_id"],
        sku=row["sku"],
        name=row["name"],
        unit=row["unit"],
        code=row["code"],
        quantity=quantity_text(row["quantity_milli"]),
        unit_price=price_text(row["price_e4"], currency),
        discount=money_text(row["discount_minor"], currency),
        tax_rate=rate_text(row["rate_ppm"]),
        net=money_text(row["net_minor"], currency),
        tax=money_text(row["tax_minor"], currency),
        total=money_text(row["total_minor"], currency),
        promotions=[
            LinePromotion(id=promotion_id, name=name, amount=money_text(amount, currency))
            for promotion_id, name, amount in row["promotions"] or ()
        ],
        returns=_returned(row["returns"]),
    )


def _returned(values: list[Any] | None) -> LineReturn | None:
    if values is None:
        return None
    sale, receipt, reason = values
    return LineReturn(sale=UUID(sale) if sale else None, receipt=receipt, reason=reason)


ENDPOINTS = (
    Endpoint("GET", "/sales", list_sales, Page[Sale], MANAGERS, "sales:read", SaleQuery, one_moment=True),
    Endpoint("GET", "/sales/{id:str}", read_sale, Sale, MANAGERS, "sales:read", one_moment=True),
)
