"""Cases: what only a person can decide."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from msgspec import Struct

from server_stub.api.asking import Between, Word
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.paging import Listing, Page, Row
from server_stub.identity.callers import MANAGERS


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


class CaseQuery(Between, frozen=True, kw_only=True):
    """Which cases, by when they were opened."""

    status: Literal["open", "closed"] | None = None
    kind: Word | None = None


LISTING = Listing(
    "cases",
    "c.id, c.kind, c.subject, c.detail, c.device_uuid, d.shop_id, c.opened_at, c.closed_at",
    "cases c LEFT JOIN registered_devices d USING (device_uuid)",
    (("c.id", "bigint"),),
    {
        "shop": "(d.shop_id = %(shop)s OR (c.kind = 'receipt.twice' AND c.subject ^@ %(shop)s::text))",
        "since": "c.opened_at >= %(since)s",
        "before": "c.opened_at < %(before)s",
        "open": "(c.closed_at IS NULL) = %(open)s",
        "kind": "c.kind = %(kind)s",
    },
)


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
    )


ENDPOINTS = (Endpoint("GET", "/cases", list_cases, Page[Case], MANAGERS, "cases:read", CaseQuery),)
