"""Shifts of cashiers: opened, counted, closed."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from msgspec import Struct

from server_stub.api.amounts import Currency, Money, money_text
from server_stub.api.asking import Between
from server_stub.api.endpoint import Call, Endpoint, missing
from server_stub.api.paging import Listing, Page, Paged, Row
from server_stub.identity.callers import MANAGERS
from server_stub.journal.shift_people import FIGURES


class MethodCount(Struct, frozen=True, kw_only=True):
    """What a payment method should hold, what was counted, and how much more or less that is."""

    method: str
    expected: Money
    counted: Money
    difference: Money


class Closing(Struct, frozen=True, kw_only=True):
    """The Z report: sales that stand, their total, the terminal's perpetual total, and the count.

    `approved_by` allowed a difference or a closing without a count; `remarks` are `uncounted` and `unapproved`.
    """

    at: datetime
    by: str
    z_number: int
    sales: int
    total: Money
    grand_total: Money
    interrupted: bool
    approved_by: str
    remarks: list[str]
    counts: list[MethodCount]


class Shift(Struct, frozen=True, kw_only=True):
    """A shift; `closing` is null while it is open."""

    id: UUID
    shop: UUID
    terminal: UUID | None
    number: int
    status: Literal["open", "closed"]
    business_day: date
    currency: Currency
    opening_float: Money
    opened_at: datetime
    opened_by: str
    closing: Closing | None


class PersonFigures(Struct, frozen=True, kw_only=True):
    """What one person sold in a shift; `total` is of the sales that stand and less by `returned` already.

    `returns` counts the sales that took goods back, `voids` those of anybody that this person took back as a whole.
    """

    person: str
    name: str
    sales: int
    total: Money
    returns: int
    returned: Money
    voids: int
    voided: Money


class ShiftQuery(Between, frozen=True, kw_only=True):
    """Which shifts, by when they were opened."""

    status: Literal["open", "closed"] | None = None


LISTING = Listing(
    "shifts",
    """h.shift_id, h.shop_id, i.device_uuid, h.number, h.business_day, h.currency, h.float_minor, h.opened_at,
    h.opened_by, h.closed_at, h.closed_by, h.z_number, h.sales, h.total_minor, h.grand_total_minor, h.counts,
    h.interrupted, h.granted_by, h.remarks""",
    "shift h LEFT JOIN incarnation i ON i.chain = h.chain",
    (("h.shop_id", "uuid"), ("h.opened_at", "timestamptz"), ("h.shift_id", "uuid")),
    {
        "shop": "h.shop_id = %(shop)s",
        "since": "h.opened_at >= %(since)s",
        "before": "h.opened_at < %(before)s",
        "open": "(h.closed_at IS NULL) = %(open)s",
        "shift": """h.shift_id = %(shift)s
            AND h.business_day = (SELECT business_day FROM shift_day WHERE shift_id = %(shift)s)""",
    },
)


PEOPLE = Listing(
    "shift people",
    "f.*",
    f"({FIGURES}) f",
    (("f.person", "text"),),
)


async def list_shifts(call: Call, asked: ShiftQuery) -> Page[Shift]:
    """List shifts by shop and opening."""
    rows, following = await call.page(
        LISTING,
        asked,
        shop=call.shop(asked.shop),
        since=asked.since,
        before=asked.before,
        open=None if asked.status is None else asked.status == "open",
    )
    return Page(items=[_tell(row) for row in rows], next=following)


async def read_shift(call: Call, _asked: None) -> Shift:
    """Give one shift."""
    rows, _ = await call.page(LISTING, Paged(limit=1), shift=call.id_of("id"))
    if not rows or not call.sees(rows[0]["shop_id"]):
        raise missing()
    return _tell(rows[0])


async def list_people(call: Call, asked: Paged) -> Page[PersonFigures]:
    """List what each person sold in a shift; together they are what its Z report says."""
    rows, _ = await call.page(LISTING, Paged(limit=1), shift=call.id_of("id"))
    if not rows or not call.sees(rows[0]["shop_id"]):
        raise missing()
    shift = rows[0]
    people, following = await call.page(PEOPLE, asked, shifts=[shift["shift_id"]], day=shift["business_day"])
    return Page(items=[_tell_person(row, shift["currency"]) for row in people], next=following)


def _tell_person(row: Row, currency: str) -> PersonFigures:
    return PersonFigures(
        person=row["person"],
        name=row["name"],
        sales=row["sales"],
        total=money_text(row["total_minor"], currency),
        returns=row["returns"],
        returned=money_text(row["returned_minor"], currency),
        voids=row["voids"],
        voided=money_text(row["voided_minor"], currency),
    )


def _tell(row: Row) -> Shift:
    return Shift(
        id=row["shift_id"],
        shop=row["shop_id"],
        terminal=row["device_uuid"],
        number=row["number"],
        status="open" if row["closed_at"] is None else "closed",
        business_day=row["business_day"],
        currency=row["currency"],
        opening_float=money_text(row["float_minor"], row["currency"]),
        opened_at=row["opened_at"],
        opened_by=row["opened_by"],
        closing=None if row["closed_at"] is None else _closing(row),
    )


def _closing(row: Row) -> Closing:
    currency = row["currency"]
    return Closing(
        at=row["closed_at"],
        by=row["closed_by"],
        z_number=row["z_number"],
        sales=row["sales"],
        total=money_text(row["total_minor"], currency),
        grand_total=money_text(row["grand_total_minor"], currency),
        interrupted=row["interrupted"],
        approved_by=row["granted_by"],
        remarks=row["remarks"],
        counts=[_count(count, currency) for count in row["counts"]],
    )


def _count(count: dict[str, Any], currency: str) -> MethodCount:
    expected, counted = count["expected_minor"], count["counted_minor"]
    return MethodCount(
        method=count["method"],
        expected=money_text(expected, currency),
        counted=money_text(counted, currency),
        difference=money_text(counted - expected, currency),
    )


ENDPOINTS = (
    Endpoint("GET", "/shifts", list_shifts, Page[Shift], MANAGERS, "shifts:read", ShiftQuery),
    Endpoint("GET", "/shifts/{id:str}", read_shift, Shift, MANAGERS, "shifts:read"),
    Endpoint("GET", "/shifts/{id:str}/people", list_people, Page[PersonFigures], MANAGERS, "shifts:read", Paged),
)
