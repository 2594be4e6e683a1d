"""Shifts of a business day: what each was closed with, and what each person sold in it."""

from datetime import date
from typing import LiteralString
from urllib.parse import urlencode

from litestar import Response
from litestar.di import NamedDependency

from server_stub.api.amounts import money_text
from server_stub.console.pages import PageRequest, render
from server_stub.console.reading import PAGE_ROWS, Row, read_row, read_rows, shop_of
from server_stub.context import Context
from server_stub.journal.shift_people import FIGURES

_NEWEST: LiteralString = "SELECT max(business_day) AS day FROM shift WHERE %(shop)s::uuid IS NULL OR shop_id = %(shop)s"
_LIST: LiteralString = """
SELECT h.shift_id, s.name AS shop, coalesce(nullif(d.name, ''), d.device_id, '') AS till, h.number, h.currency,
    h.opened_at, h.closed_at, h.z_number, h.sales, h.total_minor, h.counts
FROM shift h JOIN shop s ON s.id = h.shop_id
LEFT JOIN incarnation i ON i.chain = h.chain LEFT JOIN registered_devices d USING (device_uuid)
WHERE h.business_day = %(day)s AND (%(shop)s::uuid IS NULL OR h.shop_id = %(shop)s)
ORDER BY h.opened_at DESC, h.shift_id DESC OFFSET %(skip)s LIMIT %(rows)s
"""
_DEBTS: LiteralString = """
SELECT s.shift_id, -sum(p.amount_minor)::bigint AS paid_minor FROM sale s JOIN payment p USING (sale_id, business_day)
WHERE s.shift_id = ANY(%(shifts)s::uuid[]) AND s.business_day = %(day)s AND s.void_id IS NULL AND s.total_minor >= 0
    AND p.method = 'account' AND p.amount_minor < 0 AND p.business_day = %(day)s GROUP BY 1
"""
_FURTHEST = 100_000


async def list_shifts(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the shifts of a day, of the newest one where none is asked for, the last opened first."""
    shop = shop_of(request.user)
    day = _read_day(request.query_params.get("day", ""))
    if day is None:
        day = (await read_row(context, _NEWEST, {"shop": shop}))["day"] or context.now().date()
    skip = _read_skip(request.query_params.get("skip", ""))
    values = {"day": day, "shop": shop, "skip": skip, "rows": PAGE_ROWS + 1}
    rows = await read_rows(context, _LIST, values)
    shown = rows[:PAGE_ROWS]
    of_these = {"day": day, "shifts": [row["shift_id"] for row in shown]}
    people, debts = await read_rows(context, FIGURES, of_these), await read_rows(context, _DEBTS, of_these)
    paid = {row["shift_id"]: row["paid_minor"] for row in debts}
    return render(
        request,
        "shifts.html",
        shifts=[_tell(row, people, paid.get(row["shift_id"], 0)) for row in shown],
        day=day.isoformat(),
        more=len(rows) > PAGE_ROWS,
        older="?" + urlencode({"day": day.isoformat(), "skip": skip + PAGE_ROWS}),
    )


def _tell(shift: Row, people: list[Row], debts_minor: int) -> Row:
    """Write the amounts of a shift and of its people, who sold most first."""
    currency = shift["currency"]
    mine = [row for row in people if row["shift_id"] == shift["shift_id"]]
    mine.sort(key=lambda row: (-row["total_minor"], row["name"], row["person"]))
    off_minor = sum(count["counted_minor"] - count["expected_minor"] for count in shift["counts"] or ())
    return shift | {
        "total": money_text(shift["total_minor"], currency) if shift["closed_at"] else "",
        "debts": money_text(debts_minor, currency) if debts_minor else "",
        "difference": money_text(off_minor, currency) if off_minor else "",
        "people": [
            row
            | {
                "total": money_text(row["total_minor"], currency),
                "returned": money_text(row["returned_minor"], currency),
                "voided": money_text(row["voided_minor"], currency),
            }
            for row in mine
        ],
    }


def _read_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1 < day.year < 9999 else None


def _read_skip(text: str) -> int:
    return min(int(text), _FURTHEST) if text.isascii() and text.isdigit() and len(text) < 9 else 0
