"""Cases: what only a person can decide, and that it was decided."""

from typing import LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.audit import log as audit
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.journal.project import replay_quarantine

_LIST: LiteralString = """
SELECT c.id, c.kind, c.subject, c.detail, c.opened_at, c.closed_at, c.device_uuid::text AS device,
    coalesce(nullif(d.name, ''), d.device_id, '') AS till
FROM cases c LEFT JOIN registered_devices d USING (device_uuid)
WHERE (c.closed_at IS NULL) = %(open)s AND (%(shop)s::uuid IS NULL OR d.shop_id = %(shop)s) AND c.id < %(before)s
ORDER BY c.id DESC LIMIT %(rows)s
"""
_CLOSE: LiteralString = """
UPDATE cases c SET closed_at = %(now)s
WHERE c.id = %(id)s AND c.closed_at IS NULL AND (%(shop)s::uuid IS NULL OR EXISTS (
    SELECT 1 FROM registered_devices d WHERE d.device_uuid = c.device_uuid AND d.shop_id = %(shop)s))
RETURNING kind, subject
"""


async def list_cases(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List open cases, or those that were closed."""
    is_open = request.query_params.get("show") != "closed"
    before = request.query_params.get("before", "")
    values = {
        "open": is_open,
        "shop": shop_of(request.user),
        "before": int(before) if before.isascii() and before.isdigit() and len(before) < 19 else 2**62,
        "rows": PAGE_ROWS + 1,
    }
    rows = await read_rows(context, _LIST, values)
    return render(request, "cases.html", cases=rows[:PAGE_ROWS], is_open=is_open, more=len(rows) > PAGE_ROWS)


async def close(request: PageRequest, context: NamedDependency[Context], case: FromPath[int]) -> Response[None]:
    """Close a case: somebody has dealt with it. 404 when it is not open, or not of this shop."""
    await read_form(request)
    values = {"id": min(case, 2**62), "shop": shop_of(request.user), "now": context.now()}
    async with context.pool.connection() as conn:
        row = await (await conn.execute(_CLOSE, values)).fetchone()
        if row is None:
            raise Denied(404, "There is no such open case")
        await audit.note(conn, request.user, "case.close", f"case:{case}", {"kind": row[0], "subject": row[1]})
    return go_to("/console/cases", "The case is closed.")


async def replay(request: PageRequest, context: NamedDependency[Context]) -> Response[None]:
    """Try every quarantined entry again, as after an update of the centre."""
    await read_form(request)
    went_in = await replay_quarantine(context.pool)
    async with context.pool.connection() as conn:
        await audit.note(conn, request.user, "quarantine.replay", detail={"went_in": went_in}, at=context.now())
    return go_to("/console/cases", "Some entries went in." if went_in else "No entry went in yet.")
