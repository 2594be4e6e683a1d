"""A shop's business day as a file for bookkeeping: per shift and for the day, as CSV and as JSON with the same rows.

Sums come from the sales; beside them stands what each Z report says, so a difference is seen and never hidden.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta, Struct
from psycopg.rows import dict_row

from server_stub.api.amounts import Currency, Money, money_text, rate_text
from server_stub.api.endpoint import Call, Endpoint, File, missing
from server_stub.database import Connection
from server_stub.identity.callers import MANAGERS

KINDS = (
    "sales",
    "tax",
    "method",
    "debts_paid",
    "credit_paid_in",
    "tip",
    "rounding",
    "voided",
    "z",
    "counted",
    "difference",
)
CSV = "text/csv; charset=utf-8"
MOSTSHIFTS = 10_000


class TotalRow(Struct, frozen=True, kw_only=True):
    """One line of the file; `shift` and `z_number` are null in the lines of the whole day.

    `kind` is sales, tax (`name` is the rate in per cent), method (what was kept, cash less change), debts_paid (what
    customers paid of what they owed on account) and credit_paid_in (what they put into store credit; both are among
    the methods on both sides, and no revenue), tip (what came beside it and is no revenue, by method), rounding,
    voided, z (as the Z report has it), counted and difference (per method, as counted at closing).
    """

    shift: int | None
    z_number: int | None
    terminal: str | None
    kind: Literal[
        "sales",
        "tax",
        "method",
        "debts_paid",
        "credit_paid_in",
        "tip",
        "rounding",
        "voided",
        "z",
        "counted",
        "difference",
    ]
    name: str
    count: int | None
    net: Money | None
    tax: Money | None
    gross: Money


class DayTotals(Struct, frozen=True, kw_only=True):
    """A shop's business day; `open_shifts` have no Z report yet, so the day may still change."""

    shop: UUID
    shop_name: str
    business_day: date
    currency: Currency
    open_shifts: int
    agrees: bool
    rows: list[TotalRow]


class TotalsQuery(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which day of which shop, and as what."""

    shop: UUID
    day: date
    format: Annotated[Literal["json", "csv"], Meta(description="csv is a file for a spreadsheet.")] = "json"


SHIFTS = """
SELECT h.shift_id, h.number, h.z_number, h.sales AS z_sales, h.total_minor AS z_total, h.counts,
    h.closed_at IS NULL AS is_open, coalesce(d.receipt_prefix, '') AS terminal,
    count(s.sale_id) FILTER (WHERE s.void_id IS NULL) AS sales,
    coalesce(sum(s.total_minor) FILTER (WHERE s.void_id IS NULL), 0)::bigint AS total,
    coalesce(sum(s.rounding_minor) FILTER (WHERE s.void_id IS NULL), 0)::bigint AS rounding,
    count(s.sale_id) FILTER (WHERE s.void_id IS NOT NULL) AS voids,
    coalesce(sum(s.total_minor) FILTER (WHERE s.void_id IS NOT NULL), 0)::bigint AS voided
FROM shift h LEFT JOIN incarnation i ON i.chain = h.chain LEFT JOIN registered_devices d USING (device_uuid)
LEFT JOIN sale s ON s.shift_id = h.shift_id AND s.business_day = h.business_day AND s.business_day = %(day)s
WHERE h.shop_id = %(shop)s AND h.business_day = %(day)s
GROUP BY h.shift_id, h.business_day, d.receipt_prefix ORDER BY d.receipt_prefix, h.number, h.shift_id LIMIT %(most)s
"""
TAXES = """
SELECT s.shift_id, t.rate_ppm, sum(t.net_minor)::bigint AS net, sum(t.tax_minor)::bigint AS tax,
    sum(t.gross_minor)::bigint AS gross
FROM sale s JOIN sale_tax t USING (sale_id, business_day)
WHERE s.shift_id = ANY(%(shifts)s) AND s.business_day = %(day)s AND s.void_id IS NULL GROUP BY 1, 2 ORDER BY 1, 2
"""
METHODS = """
SELECT s.shift_id, p.method, count(*) AS payments,
    (sum(p.amount_minor) - sum(CASE WHEN p.n = f.n THEN s.change_minor ELSE 0 END))::bigint AS kept,
    count(t.n) AS tipped, coalesce(sum(t.tip_minor), 0)::bigint AS tips,
    count(*) FILTER (WHERE p.amount_minor < 0 AND s.total_minor >= 0 AND p.method IN ('account', 'credit')) AS pay_ins,
    coalesce(-sum(p.amount_minor) FILTER (WHERE p.amount_minor < 0 AND s.total_minor >= 0
        AND p.method IN ('account', 'credit')), 0)::bigint AS paid_in
FROM sale s JOIN payment p USING (sale_id, business_day) LEFT JOIN LATERAL (
    SELECT n FROM payment x WHERE x.sale_id = s.sale_id AND x.business_day = %(day)s
    ORDER BY x.method <> 'cash', n LIMIT 1) f ON true
LEFT JOIN sale_tip t ON t.sale_id = p.sale_id AND t.n = p.n
WHERE s.shift_id = ANY(%(shifts)s) AND s.business_day = %(day)s AND s.void_id IS NULL GROUP BY 1, 2 ORDER BY 1, 2
"""
_PAID_IN = {"account": "debts_paid", "credit": "credit_paid_in"}
"""The purse that is paid into -> the kind of its line. Money that goes to a purse in a return is not paid in."""
_Row = dict[str, Any]


async def report_totals(call: Call, asked: TotalsQuery) -> DayTotals | File:
    """Give a shop's business day for bookkeeping."""
    totals = await read_totals(call.conn, str(call.shop(asked.shop)), asked.day)
    if totals is None:
        raise missing()
    if asked.format == "json":
        return totals
    return File(write_csv(totals), CSV, f"day-{asked.day.isoformat()}.csv")


async def read_totals(conn: Connection, shop: str, day: date) -> DayTotals | None:
    """Sum a shop's business day up, None when there is no such shop."""
    found = await (await conn.execute("SELECT name, currency FROM shop WHERE id = %s", (shop,))).fetchone()
    if found is None:
        return None
    name, currency = found
    shifts = await _read(conn, SHIFTS, {"shop": shop, "day": day, "most": MOSTSHIFTS})
    of_day = {"shifts": [shift["shift_id"] for shift in shifts], "day": day}
    taxes, methods = await _read(conn, TAXES, of_day), await _read(conn, METHODS, of_day)
    rows = []
    for shift in shifts:
        mine = shift["shift_id"]
        rows += _lines(
            [shift],
            [t for t in taxes if t["shift_id"] == mine],
            [m for m in methods if m["shift_id"] == mine],
            currency,
        )
    closed = [shift for shift in shifts if not shift["is_open"]]
    return DayTotals(
        shop=UUID(shop),
        shop_name=name,
        business_day=day,
        currency=currency,
        open_shifts=len(shifts) - len(closed),
        agrees=all((shift["sales"], shift["total"]) == (shift["z_sales"], shift["z_total"]) for shift in closed),
        rows=rows + _lines(shifts, taxes, methods, currency, whole_day=True),
    )


async def _read(conn: Connection, query: Any, values: Any) -> list[_Row]:
    async with conn.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchall()


def _lines(
    shifts: list[_Row], taxes: list[_Row], methods: list[_Row], currency: str, *, whole_day: bool = False
) -> list[TotalRow]:
    """Write the lines of one shift, or of all together."""

    def line(kind: Any, gross: int, name: str = "", count: int | None = None, **more: int) -> TotalRow:
        one = {} if whole_day else shifts[0]
        return TotalRow(
            shift=one.get("number"),
            z_number=one.get("z_number"),
            terminal=one.get("terminal"),
            kind=kind,
            name=name,
            count=count,
            net=money_text(more["net"], currency) if more else None,
            tax=money_text(more["tax"], currency) if more else None,
            gross=money_text(gross, currency),
        )

    net, tax = _sum(taxes, "net"), _sum(taxes, "tax")
    lines = [line("sales", _sum(shifts, "total"), count=_sum(shifts, "sales"), net=net, tax=tax)]
    lines += [
        line("tax", _sum(own, "gross"), rate_text(rate), net=_sum(own, "net"), tax=_sum(own, "tax"))
        for rate, own in _grouped(taxes, "rate_ppm")
    ]
    lines += [
        line("method", _sum(own, "kept"), name, _sum(own, "payments")) for name, own in _grouped(methods, "method")
    ]
    lines += [
        line(_PAID_IN[name], _sum(own, "paid_in"), count=_sum(own, "pay_ins"))
        for name, own in _grouped(methods, "method")
        if _sum(own, "pay_ins")
    ]
    lines += [
        line("tip", _sum(own, "tips"), name, _sum(own, "tipped"))
        for name, own in _grouped(methods, "method")
        if _sum(own, "tipped")
    ]
    lines.append(line("rounding", _sum(shifts, "rounding")))
    lines.append(line("voided", _sum(shifts, "voided"), count=_sum(shifts, "voids")))
    closed = [shift for shift in shifts if not shift["is_open"]]
    if closed:
        lines.append(line("z", _sum(closed, "z_total"), count=_sum(closed, "z_sales")))
    counts = [count for shift in closed for count in shift["counts"]]
    for name, own in _grouped(counts, "method"):
        counted = _sum(own, "counted_minor")
        lines.append(line("counted", counted, name))
        lines.append(line("difference", counted - _sum(own, "expected_minor"), name))
    return lines


def _sum(rows: Iterable[_Row], name: str) -> int:
    return sum(row[name] for row in rows)


def _grouped(rows: list[_Row], name: str) -> list[tuple[Any, list[_Row]]]:
    keys = dict.fromkeys(row[name] for row in rows)
    return [(key, [row for row in rows if row[name] == key]) for key in sorted(keys)]


def write_csv(totals: DayTotals) -> bytes:
    """Write the day as CSV, the shop repeated in every line; no text is one that a spreadsheet would run."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["business_day", "shop", "currency", *TotalRow.__struct_fields__])
    for row in totals.rows:
        given = {
            **msgspec.structs.asdict(row),
            "name": plain_cell(row.name),
            "terminal": plain_cell(row.terminal or ""),
        }
        cells = ["" if value is None else value for value in given.values()]
        writer.writerow([totals.business_day.isoformat(), plain_cell(totals.shop_name), totals.currency, *cells])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def plain_cell(text: str) -> str:
    """Make a text harmless in a spreadsheet: what begins like a formula gets an apostrophe (OWASP, CSV injection)."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") else text


ENDPOINTS = (
    Endpoint(
        "GET",
        "/reports/day-totals",
        report_totals,
        DayTotals,
        MANAGERS,
        "reports:read",
        TotalsQuery,
        media=("text/csv",),
        one_moment=True,
        refuses=frozenset({404}),
    ),
)
