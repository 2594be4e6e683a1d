"""The audit log: who did what, found by person, deed and day, and checked as the chain it is."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import LiteralString
from urllib.parse import urlencode

from litestar import Response
from litestar.di import NamedDependency

from server_stub.audit import log
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, render
from server_stub.console.reading import PAGE_ROWS, Row, read_before, read_rows
from server_stub.context import Context

_LIST: LiteralString = """
SELECT n, at, who, action, subject, detail FROM audit
WHERE n < %(before)s AND (%(action)s = '' OR action = %(action)s)
    AND (%(who)s = '' OR who ILIKE %(like)s)
    AND (%(from)s::timestamptz IS NULL OR at >= %(from)s AND at < %(to)s)
ORDER BY n DESC LIMIT %(rows)s
"""
_ACTIONS: LiteralString = """
WITH RECURSIVE known AS (
    (SELECT action FROM audit ORDER BY action LIMIT 1)
    UNION ALL
    SELECT (SELECT a.action FROM audit a WHERE a.action > known.action ORDER BY a.action LIMIT 1) FROM known
    WHERE known.action IS NOT NULL)
SELECT action FROM known WHERE action IS NOT NULL
"""
"""From one action to the next along the index: the log may be long, its actions are few."""


async def list_lines(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List what was done, the newest first, a page at a time."""
    return await _show(request, context, None)


async def verify(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Check that no line was changed or taken out, and show what came out."""
    await read_form(request)
    async with context.pool.connection() as conn:
        verdict = await log.verify(conn)
    return await _show(request, context, verdict)


async def _show(request: PageRequest, context: Context, verdict: log.Verdict | None) -> Response[str]:
    asked = {name: request.query_params.get(name, "").replace("\0", "") for name in ("who", "action", "day")}
    day = _read_day(asked["day"])
    like = "%" + asked["who"].replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%"
    values = {
        **asked,
        "like": like,
        "from": day,
        "to": day + timedelta(days=1) if day else None,
        "before": read_before(request),
        "rows": PAGE_ROWS + 1,
    }
    rows = await read_rows(context, _LIST, values)
    return render(
        request,
        "audit.html",
        lines=[row | {"detail": _tell(row)} for row in rows[:PAGE_ROWS]],
        actions=[row["action"] for row in await read_rows(context, _ACTIONS)],
        asked=asked,
        query=urlencode({name: value for name, value in asked.items() if value}),
        more=len(rows) > PAGE_ROWS,
        verdict=verdict,
    )


def _read_day(text: str) -> datetime | None:
    """Give the beginning of a day in UTC; None for what is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if 1 < day.year < 9999 else None


def _tell(row: Row) -> str:
    """Write a line's detail as `name: value`, without what says nothing."""
    detail = json.loads(row["detail"])
    return " · ".join(f"{name}: {_value(value)}" for name, value in detail.items() if value not in ("", None, []))


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
