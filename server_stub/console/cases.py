"""Cases: what only a person can decide, and that it was decided."""

from collections.abc import Mapping, Sequence
from typing import Any, LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath
from psycopg.errors import UniqueViolation

from server_stub.audit import log as audit
from server_stub.console.case_details import tell_detail
from server_stub.console.code_words import CASES, STEP_OF, name_code
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, choose_language, go_to, render, translator
from server_stub.console.reading import PAGE_ROWS, read_before, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied, Refusal
from server_stub.journal.project import replay_quarantine
from server_stub.journal.project_customers import TWICE
from server_stub.offers.customers import read_customers
from server_stub.value.customer_clash import CLASH
from server_stub.value.purse_ledger import OVERSPENT

_LIST: LiteralString = """
SELECT c.id, c.kind, c.subject, c.detail, c.opened_at, c.closed_at, c.note, c.closed_by, c.device_uuid::text AS device,
    coalesce(nullif(d.name, ''), d.device_id, '') AS till, coalesce(s.currency, 'XXX') AS currency,
    CASE WHEN c.kind = 'transfer.difference' THEN ARRAY(SELECT DISTINCT f.hash FROM work_order o
        JOIN deviation v ON v.order_id = o.id JOIN deviation_photo f USING (document_id, n) JOIN photo USING (hash)
        WHERE photo.content <> '' AND (o.shop_id, o.kind) = (c.shop_id, 'arrival')
            AND o.number || ', ' || o.partner = c.subject)
        ELSE '{}' END AS photos
FROM cases c LEFT JOIN registered_devices d USING (device_uuid) LEFT JOIN shop s ON s.id = c.shop_id
WHERE (c.closed_at IS NULL) = %(open)s AND (%(shop)s::uuid IS NULL OR c.shop_id = %(shop)s) AND c.id < %(before)s
ORDER BY c.id DESC LIMIT %(rows)s
"""
_CLOSE: LiteralString = """
UPDATE cases SET closed_at = %(now)s, closed_by = %(who)s, note = coalesce(nullif(%(note)s, ''), note)
WHERE id = %(id)s AND closed_at IS NULL AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)
RETURNING kind, subject
"""
_REOPEN: LiteralString = """
UPDATE cases SET closed_at = NULL, closed_by = ''
WHERE id = %(id)s AND closed_at IS NOT NULL AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)
RETURNING kind, subject
"""
_LONGEST_NOTE = 1000


async def list_cases(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List open cases, or those that were closed."""
    is_open = request.query_params.get("show") != "closed"
    values = {
        "open": is_open,
        "shop": shop_of(request.user),
        "before": read_before(request),
        "rows": PAGE_ROWS + 1,
    }
    rows = await read_rows(context, _LIST, values)
    language = choose_language(request)
    about = [row["subject"] for row in rows if row["kind"] in (OVERSPENT, TWICE, CLASH)]
    names = await _read_names(context, [ident for subject in about for ident in subject.split()])
    cases = [
        row
        | tell_case(language, row["kind"], row["subject"], _name(row["subject"], names))
        | {"detail": tell_detail(language, row["kind"], row["detail"], row["currency"])}
        | {"arrived": dict.fromkeys(row["photos"], True)}
        for row in rows[:PAGE_ROWS]
    ]
    return render(request, "cases.html", cases=cases, is_open=is_open, more=len(rows) > PAGE_ROWS)


async def _read_names(context: Context, customers: Sequence[str]) -> dict[str, str]:
    """Give the names of customers, who go by their ids in cases."""
    if not customers:
        return {}
    async with context.pool.connection() as conn:
        return {ident: one.name for ident, one in (await read_customers(conn, customers)).items()}


def _name(subject: str, names: Mapping[str, str]) -> str:
    """Name whom a subject is about, empty when it is about nobody."""
    idents = subject.split()
    return " + ".join(names.get(ident, ident) for ident in idents) if names.keys() & {*idents} else ""


def tell_case(language: str, kind: str, subject: str, name: str = "") -> dict[str, Any]:
    """Say a case as the till's list says it: `title`, `todo` (empty when the buttons say it), `entry` is a path.

    `decides`: there is a page to decide it on. `name` is what people call the subject, where it has a name.
    """
    t, last = translator(language), subject.rpartition(" ")[2]
    what = name or (t("entry {number}", number=last) if last.isdecimal() else last)
    title = name_code(language, "case", kind) if kind in CASES else t("Something for a manager: {kind}", kind=kind)
    todo = f"todo.{STEP_OF[kind]}" if kind in STEP_OF else ""
    chain, _, seq = subject.partition(" ")
    is_entry = kind == "quarantine" and chain.isdecimal() and seq.isdecimal()
    return {
        "title": title.replace("{what}", what),
        "todo": name_code(language, "todo", todo) if todo else "",
        "entry": f"/console/journals/{chain}/{seq}" if is_entry else "",
        "decides": kind == CLASH,
    }


async def close(request: PageRequest, context: NamedDependency[Context], case: FromPath[int]) -> Response[None]:
    """Close a case with a note: somebody has dealt with it. 404 when it is not open, or not of this shop."""
    note = (await read_form(request)).get("note", "")[:_LONGEST_NOTE]
    person = {"shop": shop_of(request.user), "who": request.user.login}
    values = {"id": min(case, 2**62), "now": context.now(), "note": note} | person
    async with context.pool.connection() as conn:
        row = await (await conn.execute(_CLOSE, values)).fetchone()
        if row is None:
            raise Denied(404, "There is no such open case")
        detail = {"kind": row[0], "subject": row[1], "note": note}
        await audit.note(conn, request.user, "case.close", f"case:{case}", detail, at=context.now())
    return go_to("/console/cases", "The case is closed.")


async def reopen(request: PageRequest, context: NamedDependency[Context], case: FromPath[int]) -> Response[None]:
    """Open a closed case again. 404 when it is not closed, Refusal when another about the same is open already."""
    await read_form(request)
    values = {"id": min(case, 2**62), "shop": shop_of(request.user)}
    async with context.pool.connection() as conn:
        try:
            row = await (await conn.execute(_REOPEN, values)).fetchone()
        except UniqueViolation as error:
            raise Refusal("case.open", "There is an open case about this already.") from error
        if row is None:
            raise Denied(404, "There is no such closed case")
        detail = {"kind": row[0], "subject": row[1]}
        await audit.note(conn, request.user, "case.reopen", f"case:{case}", detail, at=context.now())
    return go_to("/console/cases", "The case is open again.")


async def replay(request: PageRequest, context: NamedDependency[Context]) -> Response[None]:
    """Try every quarantined entry again, as after an update of the centre."""
    await read_form(request)
    went_in = await replay_quarantine(context.pool)
    async with context.pool.connection() as conn:
        await audit.note(conn, request.user, "quarantine.replay", detail={"went_in": went_in}, at=context.now())
    return go_to("/console/cases", "Some entries went in." if went_in else "No entry went in yet.")
