"""Reports from the sales themselves: by business day, by product, by payment method. Voided sales do not count."""

from datetime import date, timedelta
from typing import Any, LiteralString
from uuid import UUID

from msgspec import Struct

from server_stub.api.amounts import Currency, Money, Quantity, money_text, quantity_text
from server_stub.api.asking import Days
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.paging import Listing, Page, Row
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS

_MOST_DAYS = 366


class DaySales(Struct, frozen=True, kw_only=True):
    """What a shop sold on a business day; `total` = `net` + `tax`, of the sales that stand."""

    shop: UUID
    business_day: date
    currency: Currency
    sales: int
    voids: int
    net: Money
    tax: Money
    total: Money
    rounding: Money


class ProductSales(Struct, frozen=True, kw_only=True):
    """What was sold of a product; name and unit as on the newest receipt."""

    product: UUID
    sku: str
    name: str
    unit: str
    currency: Currency
    sales: int
    quantity: Quantity
    discount: Money
    net: Money
    tax: Money
    total: Money


class MethodSales(Struct, frozen=True, kw_only=True):
    """What was taken by a payment method, cash less change; `tips` came beside it.

    `paid_in` is what customers paid into a purse, beside the goods: debts on `account`, money for later into `credit`.
    `amount` is less by it, and that of what they paid it by more.
    """

    method: str
    currency: Currency
    payments: int
    amount: Money
    tips: Money
    paid_in: Money


OF_DAYS: LiteralString = """
WITH counted AS (
    SELECT sale_id, shop_id, currency, total_minor, rounding_minor, change_minor, void_id, occurred_at, business_day
    FROM sale WHERE business_day BETWEEN %(first)s AND %(last)s
        AND shop_id = ANY(CASE WHEN %(shop)s::uuid IS NULL THEN (SELECT array_agg(id) FROM shop)
            ELSE ARRAY[%(shop)s::uuid] END))
"""
"""Sales of business days; the days stand beside every part of a sale again, so that only their partitions are read.

The shops are listed where all are meant: with them the index of shops and days serves both questions.
"""

BY_DAY = Listing(
    "reports.day",
    "r.*",
    """(
    SELECT c.shop_id, c.business_day, c.currency, count(*) FILTER (WHERE c.void_id IS NULL) AS sales,
        count(*) FILTER (WHERE c.void_id IS NOT NULL) AS voids,
        coalesce(sum(t.net) FILTER (WHERE c.void_id IS NULL), 0)::bigint AS net,
        coalesce(sum(t.tax) FILTER (WHERE c.void_id IS NULL), 0)::bigint AS tax,
        coalesce(sum(c.total_minor) FILTER (WHERE c.void_id IS NULL), 0)::bigint AS total,
        coalesce(sum(c.rounding_minor) FILTER (WHERE c.void_id IS NULL), 0)::bigint AS rounding
    FROM counted c CROSS JOIN LATERAL (
        SELECT coalesce(sum(net_minor), 0) AS net, coalesce(sum(tax_minor), 0) AS tax
        FROM sale_tax t WHERE t.sale_id = c.sale_id AND t.business_day = c.business_day
            AND t.business_day BETWEEN %(first)s AND %(last)s) t
    GROUP BY 1, 2, 3) r""",
    (("r.shop_id", "uuid"), ("r.business_day", "date"), ("r.currency", "text")),
    before=OF_DAYS,
)
BY_PRODUCT = Listing(
    "reports.product",
    "r.*",
    """(
    SELECT l.product_id, c.currency, (array_agg(l.sku ORDER BY c.occurred_at DESC, c.sale_id))[1] AS sku,
        (array_agg(l.name ORDER BY c.occurred_at DESC, c.sale_id))[1] AS name,
        (array_agg(l.unit ORDER BY c.occurred_at DESC, c.sale_id))[1] AS unit, count(DISTINCT c.sale_id) AS sales,
        sum(l.quantity_milli)::bigint AS quantity, sum(l.discount_minor)::bigint AS discount,
        sum(l.net_minor)::bigint AS net, sum(l.tax_minor)::bigint AS tax, sum(l.total_minor)::bigint AS total
    FROM counted c JOIN sale_line l USING (sale_id, business_day)
    WHERE c.void_id IS NULL AND l.business_day BETWEEN %(first)s AND %(last)s GROUP BY 1, 2) r""",
    (("r.product_id", "uuid"), ("r.currency", "text")),
    before=OF_DAYS,
)
BY_METHOD = Listing(
    "reports.method",
    "r.*",
    """(
    SELECT p.method, c.currency, count(*) AS payments,
        (sum(p.amount_minor) - sum(CASE WHEN p.n = f.n THEN c.change_minor ELSE 0 END))::bigint AS amount,
        coalesce(sum(t.tip_minor), 0)::bigint AS tips,
        coalesce(-sum(p.amount_minor) FILTER (WHERE p.amount_minor < 0 AND c.total_minor >= 0
            AND p.method IN ('account', 'credit')), 0)::bigint AS paid_in
    FROM counted c JOIN payment p USING (sale_id, business_day)
    LEFT JOIN LATERAL (
        SELECT n FROM payment x WHERE x.sale_id = c.sale_id AND x.business_day = c.business_day
            AND x.business_day BETWEEN %(first)s AND %(last)s
        ORDER BY x.method <> 'cash', n LIMIT 1) f ON true
    LEFT JOIN sale_tip t ON t.sale_id = p.sale_id AND t.n = p.n
    WHERE c.void_id IS NULL AND p.business_day BETWEEN %(first)s AND %(last)s GROUP BY 1, 2) r""",
    (("r.method", "text"), ("r.currency", "text")),
    before=OF_DAYS,
)


def day_values(shop: str | None, first: date, last: date) -> dict[str, Any]:
    """Give the parameters of `OF_DAYS`. Raises Denied 400 for days that are not in order, or too many."""
    if not timedelta(0) <= last - first <= timedelta(days=_MOST_DAYS):
        raise Denied(400, f"to is not before from, and at most {_MOST_DAYS} days later")
    return {"first": first, "last": last, "shop": shop}


async def _read(call: Call, listing: Listing, asked: Days) -> tuple[list[Row], str | None]:
    shop = call.shop(asked.shop)
    return await call.page(listing, asked, **day_values(shop, asked.first, asked.last))


async def report_days(call: Call, asked: Days) -> Page[DaySales]:
    """Sum sales up per shop and business day."""
    rows, following = await _read(call, BY_DAY, asked)
    items = [
        DaySales(
            shop=row["shop_id"],
            business_day=row["business_day"],
            currency=row["currency"],
            sales=row["sales"],
            voids=row["voids"],
            **_sums(row, "net", "tax", "total", "rounding"),
        )
        for row in rows
    ]
    return Page(items=items, next=following)


async def report_products(call: Call, asked: Days) -> Page[ProductSales]:
    """Sum sales up per product."""
    rows, following = await _read(call, BY_PRODUCT, asked)
    items = [
        ProductSales(
            product=row["product_id"],
            sku=row["sku"],
            name=row["name"],
            unit=row["unit"],
            currency=row["currency"],
            sales=row["sales"],
            quantity=quantity_text(row["quantity"]),
            **_sums(row, "discount", "net", "tax", "total"),
        )
        for row in rows
    ]
    return Page(items=items, next=following)


async def report_methods(call: Call, asked: Days) -> Page[MethodSales]:
    """Sum up what was taken per payment method."""
    rows, following = await _read(call, BY_METHOD, asked)
    items = [
        MethodSales(
            method=row["method"],
            currency=row["currency"],
            payments=row["payments"],
            amount=money_text(row["amount"], row["currency"]),
            tips=money_text(row["tips"], row["currency"]),
            paid_in=money_text(row["paid_in"], row["currency"]),
        )
        for row in rows
    ]
    return Page(items=items, next=following)


def _sums(row: Row, *names: str) -> dict[str, str]:
    return {name: money_text(row[name], row["currency"]) for name in names}


ENDPOINTS = (
    Endpoint("GET", "/reports/sales/by-day", report_days, Page[DaySales], MANAGERS, "reports:read", Days),
    Endpoint("GET", "/reports/sales/by-product", report_products, Page[ProductSales], MANAGERS, "reports:read", Days),
    Endpoint("GET", "/reports/sales/by-method", report_methods, Page[MethodSales], MANAGERS, "reports:read", Days),
)
