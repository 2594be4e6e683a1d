"""The overview: how trade goes today, which tills are there, and what waits."""

from datetime import timedelta
from decimal import Decimal
from typing import Any, LiteralString

from litestar import Response
from litestar.di import NamedDependency

from server_stub.console.charts import Bar, draw_bars, draw_shares
from server_stub.console.pages import PageRequest, choose_language, render, translator
from server_stub.console.reading import Row, read_row, read_rows, shop_of
from server_stub.context import Context
from server_stub.journal.stats import decimal_text

SILENT_AFTER = timedelta(minutes=2)
"""Tills ask at least each half minute; one that was not heard of for this long is off or has no line."""

_HOURS: LiteralString = """
SELECT s.currency, extract(hour FROM s.occurred_at AT TIME ZONE shop.time_zone)::int AS hour,
    (s.occurred_at AT TIME ZONE shop.time_zone)::date = (%(now)s AT TIME ZONE shop.time_zone)::date AS today,
    count(*) AS sales, sum(s.total_minor)::bigint AS total_minor
FROM sale s JOIN shop ON shop.id = s.shop_id
WHERE s.void_id IS NULL AND (%(shop)s::uuid IS NULL OR s.shop_id = %(shop)s)
    AND (s.occurred_at AT TIME ZONE shop.time_zone)::date >= (%(now)s AT TIME ZONE shop.time_zone)::date - 1
    AND s.occurred_at > %(now)s - interval '3 days'
GROUP BY 1, 2, 3
"""
_TILLS: LiteralString = """
SELECT count(*) FILTER (WHERE status = 'active' AND last_seen > %(seen)s) AS selling,
    count(*) FILTER (WHERE status = 'active' AND (last_seen IS NULL OR last_seen <= %(seen)s)) AS silent,
    count(*) FILTER (WHERE status = 'pending') AS pending, count(*) FILTER (WHERE status = 'blocked') AS blocked
FROM registered_devices WHERE %(shop)s::uuid IS NULL OR shop_id = %(shop)s
"""
_WAITING: LiteralString = """
SELECT (SELECT coalesce(sum(acked_seq - projected_seq), 0)::bigint FROM incarnation) AS landed,
    (SELECT count(*) FROM quarantine) AS quarantine,
    (SELECT count(*) FROM feed_item WHERE position IS NULL) AS changes,
    (SELECT count(*) FROM cases WHERE closed_at IS NULL) AS cases,
    (SELECT coalesce(extract(epoch FROM %(now)s - min(marked_at)), 0)::float8 FROM feed_item
     WHERE position IS NULL) AS lag_s
"""


async def show_dashboard(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show the overview; asked by its own script it gives the figures alone."""
    part = "dashboard_figures.html" if "hx-request" in request.headers else "dashboard.html"
    return render(request, part, **await read_dashboard(request, context))


async def read_dashboard(request: PageRequest, context: Context) -> dict[str, Any]:
    """Read everything the overview shows, in the reader's language."""
    t = translator(choose_language(request))
    now, shop = context.now(), shop_of(request.user)
    hours = await read_rows(context, _HOURS, {"now": now, "shop": shop})
    tills = await read_row(context, _TILLS, {"seen": now - SILENT_AFTER, "shop": shop})
    waiting = await read_row(context, _WAITING, {"now": now})
    takings = {
        currency: sum(row["total_minor"] for row in hours if row["today"] and row["currency"] == currency)
        for currency in sorted({row["currency"] for row in hours})
    }
    depths = (("landed", "Entries to project"), ("quarantine", "Quarantined"), ("changes", "Changes to number"))
    return {
        "takings": [(decimal_text(minor, currency), currency) for currency, minor in takings.items()],
        "receipts": sum(row["sales"] for row in hours if row["today"]),
        "tills": tills,
        "till_chart": draw_shares(
            [Bar(name, count, f"{t(name)}: {count}") for name, count in tills.items()], t("Tills by state")
        ),
        "hour_chart": draw_bars(_hour_bars(hours), t("Sales by hour")),
        "waiting": waiting,
        "depths": [(title, waiting[name]) for name, title in depths],
        "depth_chart": draw_bars(
            [Bar(t(title), waiting[name], f"{t(title)}: {waiting[name]}") for name, title in depths], t("What waits")
        ),
        "lag_s": f"{max(waiting['lag_s'], 0):.1f}",
        "connections": context.hub.count(),
    }


def _hour_bars(rows: list[Row]) -> list[Bar]:
    """Give a bar per hour of the day: today, pale behind it yesterday; of the first currency, where there are more."""
    currency = min((row["currency"] for row in rows), default="")
    ours = [row for row in rows if row["currency"] == currency]
    today = {row["hour"]: row for row in ours if row["today"]}
    before = {row["hour"]: row for row in ours if not row["today"]}
    bars = []
    for hour in range(24):
        mine, other = (_amount(days.get(hour), currency) for days in (today, before))
        sales = today[hour]["sales"] if hour in today else 0
        bars.append(Bar(f"{hour}", float(mine), f"{hour}:00 · {mine} {currency} · {sales}", float(other)))
    return bars


def _amount(row: Row | None, currency: str) -> Decimal:
    return Decimal(decimal_text(row["total_minor"], currency)) if row else Decimal(0)
