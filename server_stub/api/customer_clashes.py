"""Customers that were changed in two places, over REST: what stands against what, and who wins in which field."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api import customers
from server_stub.api.cases import Case, Closing, close_case, find_case
from server_stub.api.endpoint import Call, Endpoint, missing
from server_stub.api.paging import Paged, Row
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.value import customer_clash
from server_stub.value.customer_clash import CLASH, Wish

Field = Literal["name", "card", "phone", "email", "address", "birthday", "tax_number", "price_list_id"]
_LOCK = "SELECT 1 FROM customer WHERE customer_id = %s::uuid FOR UPDATE"


class Wanted(Struct, frozen=True, kw_only=True):
    """What a till wanted in a field; `before` is what it took for the present value."""

    change: UUID
    terminal: UUID
    till: str
    at: datetime
    before: str
    value: str


class Clashing(Struct, frozen=True, kw_only=True):
    """A field about which nobody has decided: `ours` is kept now, `theirs` was wanted, the earliest first."""

    field: Field
    ours: str
    theirs: list[Wanted]


class Clash(Struct, frozen=True, kw_only=True):
    """A case of the kind customer.clash in full; no fields where the customer was erased."""

    case: int
    customer: UUID
    fields: list[Clashing]


class Decision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who wins, by field; fields that are left out wait on. When none is left, the case is closed with the note."""

    choices: Annotated[
        dict[Field, Annotated[str, Meta(max_length=36)]],
        Meta(min_length=1, description="By field: ours, or the id of the change that wins."),
    ]
    note: Annotated[str, Meta(max_length=1000)] = ""


async def read_clash(call: Call, _asked: None) -> Clash:
    """Tell what stands against what in an open case of the kind customer.clash; 404 for any other."""
    case = await _find(call)
    row = await _read_customer(call, case)
    wishes = await customer_clash.read_wishes(call.conn, case.id)
    present = _values(row)
    fields = [
        Clashing(field=field, ours=present[field], theirs=[_tell(wish) for wish in theirs])  # type: ignore[arg-type]
        for field, theirs in wishes.items()
    ]
    return Clash(case=case.id, customer=row["customer_id"], fields=fields)


async def decide_clash(call: Call, decision: Decision) -> Case:
    """Let the centre or a till win, by field; 409 for a card that is another customer's."""
    case = await _find(call)
    await call.conn.execute(_LOCK, (case.subject,))
    wishes = await customer_clash.read_wishes(call.conn, case.id)
    try:
        won = customer_clash.choose(wishes, {str(field): choice for field, choice in decision.choices.items()})
    except KeyError as error:
        raise Denied(400, "Nothing is to be decided there") from error
    if won:
        await customers.put_change(call, await _read_customer(call, case), _given(won))
    left = await customer_clash.settle(call.conn, case.id, [*decision.choices])
    detail = {"case": case.id, "ours": sorted(decision.choices.keys() - won.keys()), "till": sorted(won)}
    await audit.note(call.conn, call.caller, "customer.decided", f"customer:{case.subject}", detail, at=call.now)
    return await find_case(call) if left else await close_case(call, Closing(note=decision.note))


async def _find(call: Call) -> Case:
    case = await find_case(call)
    if case.kind != CLASH or case.status == "closed":
        raise missing()
    return case


async def _read_customer(call: Call, case: Case) -> Row:
    """Give the customer's row; who sees the case sees it, also where it is of another shop and known everywhere."""
    rows, _ = await call.page(customers.LISTING, Paged(limit=1), customer=case.subject)
    if not rows:
        raise missing()
    return rows[0]


def _values(row: Row) -> dict[str, str]:
    data = customers.open_data(row)
    return data | {"card": row["card"], "price_list_id": str(row["price_list_id"] or "")}


def _given(won: Mapping[str, Wish]) -> dict[str, Any]:
    """Give the wishes as the customer's own change has them, with when the customer agreed to them."""
    given: dict[str, Any] = {field: wish.value for field, wish in won.items()}
    if "price_list_id" in given:
        given["price_list"] = given.pop("price_list_id") or None
    agreed = max(wish.consent_at for wish in won.values())
    return given | ({"consent_at": agreed} if agreed else {})


def _tell(wish: Wish) -> Wanted:
    return Wanted(
        change=wish.id, terminal=wish.terminal, till=wish.till, at=wish.at, before=wish.before, value=wish.value
    )


ENDPOINTS = (
    Endpoint("GET", "/cases/{id:str}/clash", read_clash, Clash, MANAGERS, "customers:read"),
    Endpoint(
        "POST",
        "/cases/{id:str}/clash",
        decide_clash,
        Case,
        MANAGERS,
        "customers:write",
        Decision,
        refuses=frozenset({409}),
    ),
)
