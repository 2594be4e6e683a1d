"""Cases: what only a person can decide, and that it was decided."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.asking import Between, Word
from server_stub.api.endpoint import Call, Endpoint, missing
from server_stub.api.paging import Listing, Page, Paged, Row
from server_stub.audit import log as audit
from server_stub.identity.callers import MANAGERS, ApiKey, Person


class Case(Struct, frozen=True, kw_only=True):
    """What needs a person: its kind, what it is about, and why; `terminal` is null when no terminal caused it."""

    id: int
    kind: str
    subject: str
    detail: str
    shop: UUID | None
    terminal: UUID | None
    status: Literal["open", "closed"]
    opened_at: datetime
    closed_at: datetime | None
    note: str


class Closing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """That a case was dealt with, and what was decided."""

    note: Annotated[str, Meta(max_length=1000)] = ""


class CaseQuery(Between, frozen=True, kw_only=True):
    """Which cases, by when they were opened."""

    status: Literal["open", "closed"] | None = None
    kind: Word | None = None


_DIGITS = 18
LISTING = Listing(
    "cases",
    "c.id, c.kind, c.subject, c.detail, c.device_uuid, c.shop_id, c.opened_at, c.closed_at, c.note",
    "cases c",
    (("c.id", "bigint"),),
    {
        "shop": "c.shop_id = %(shop)s",
        "case": "c.id = %(case)s",
        "since": "c.opened_at >= %(since)s",
        "before": "c.opened_at < %(before)s",
        "open": "(c.closed_at IS NULL) = %(open)s",
        "kind": "c.kind = %(kind)s",
    },
)
_CLOSE = """
UPDATE cases SET closed_at = %(now)s, closed_by = %(who)s, note = coalesce(nullif(%(note)s, ''), note)
WHERE id = %(case)s AND closed_at IS NULL AND (%(shop)s::uuid IS NULL OR shop_id = %(shop)s)
"""


async def list_cases(call: Call, asked: CaseQuery) -> Page[Case]:
    """List cases, the oldest first."""
    rows, following = await call.page(
        LISTING,
        asked,
        shop=call.shop(asked.shop),
        since=asked.since,
        before=asked.before,
        open=None if asked.status is None else asked.status == "open",
        kind=asked.kind,
    )
    return Page(items=[_tell(row) for row in rows], next=following)


async def close_case(call: Call, asked: Closing) -> Case:
    """Close a case: somebody has dealt with it; tills no longer show it. One that is closed stays as it is."""
    number = number_of(call)
    about = {"case": number, "shop": call.shop()}
    who = call.caller.login if isinstance(call.caller, Person) else ""
    who = call.caller.name if isinstance(call.caller, ApiKey) else who
    closed = await call.conn.execute(_CLOSE, about | {"now": call.now, "who": who, "note": asked.note})
    case = await find_case(call)
    if closed.rowcount:
        detail = {"kind": case.kind, "subject": case.subject, "note": asked.note}
        await audit.note(call.conn, call.caller, "case.close", f"case:{number}", detail, at=call.now)
    return case


def number_of(call: Call) -> int:
    """Give the case that the path names. Raises Denied 404 for what is no number."""
    number = call.ids["id"]
    if not (number.isascii() and number.isdigit()) or len(number) > _DIGITS:
        raise missing()
    return int(number)


async def find_case(call: Call) -> Case:
    """Give the case that the path names. Raises Denied 404 where the caller sees none."""
    rows, _ = await call.page(LISTING, Paged(limit=1), case=number_of(call), shop=call.shop())
    if not rows:
        raise missing()
    return _tell(rows[0])


def _tell(row: Row) -> Case:
    return Case(
        id=row["id"],
        kind=row["kind"],
        subject=row["subject"],
        detail=row["detail"],
        shop=row["shop_id"],
        terminal=row["device_uuid"],
        status="open" if row["closed_at"] is None else "closed",
        opened_at=row["opened_at"],
        closed_at=row["closed_at"],
        note=row["note"],
    )


ENDPOINTS = (
    Endpoint("GET", "/cases", list_cases, Page[Case], MANAGERS, "cases:read", CaseQuery),
    Endpoint("POST", "/cases/{id:str}/close", close_case, Case, MANAGERS, "cases:write", Closing),
)
