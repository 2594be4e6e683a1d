"""Claims on suppliers: made of what was not as ordered, sent, answered; as JSON and as a file for a spreadsheet."""

import csv
import io
from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from server_stub.api.day_totals import CSV, plain_cell
from server_stub.api.endpoint import Call, Endpoint, File, missing
from server_stub.api.orders import LISTING, OrderDeviation, read_order
from server_stub.api.owning import find_seen
from server_stub.audit import log as audit
from server_stub.identity.callers import MANAGERS
from server_stub.orders import claims
from server_stub.orders.claims import State

_COLUMNS = ("sku", "name", "lot", "kind", "quantity", "reason")


class Claim(Struct, frozen=True, kw_only=True):
    """A claim: on whom, about which order, how far it is, and everything that was not as ordered."""

    number: int
    state: State
    partner: str
    order: str
    made_at: datetime
    sent_at: datetime | None
    answered_at: datetime | None
    answer: str
    lines: list[OrderDeviation]


class ClaimQuery(Struct, frozen=True, kw_only=True):
    """As what it is wanted."""

    format: Annotated[Literal["json", "csv"], Meta(description="csv is a file for a spreadsheet.")] = "json"


class Answer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the supplier said."""

    answer: Annotated[str, Meta(min_length=1, max_length=1000)]


async def find_claim(call: Call) -> Claim | None:
    """Give the claim of the order of the path, if one was made."""
    told = await read_order(call, None)
    found = await claims.read_claim(call.conn, str(told.id))
    if found is None:
        return None
    return Claim(
        number=found.number,
        state=found.state,
        partner=told.order.partner,
        order=told.order.number,
        made_at=found.made_at,
        sent_at=found.sent_at,
        answered_at=found.answered_at,
        answer=found.answer,
        lines=told.deviations,
    )


async def read_claim(call: Call, asked: ClaimQuery) -> Claim | File:
    """Give the claim of an order; 404 when none was made."""
    found = await find_claim(call)
    if found is None:
        raise missing()
    return File(write_csv(found), CSV, f"claim-{found.number}.csv") if asked.format == "csv" else found


def write_csv(claim: Claim) -> bytes:
    """Write the lines for a spreadsheet; no text is one that it would run."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("claim", "order", "partner", *_COLUMNS))
    head = (str(claim.number), plain_cell(claim.order), plain_cell(claim.partner))
    writer.writerows((*head, *(plain_cell(getattr(line, name)) for name in _COLUMNS)) for line in claim.lines)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


async def make_claim(call: Call, _asked: None) -> Claim:
    """Make the claim of an order, once; 409 when everything came as it was ordered."""
    order = await _find(call)
    await claims.make_claim(call.conn, order, call.now)
    return await _noted(call, "claim.made", order)


async def send_claim(call: Call, _asked: None) -> Claim:
    """Note that the claim has gone out to the supplier."""
    order = await _find(call)
    await claims.note_sent(call.conn, order, call.now)
    return await _noted(call, "claim.sent", order)


async def answer_claim(call: Call, asked: Answer) -> Claim:
    """Note what the supplier said."""
    order = await _find(call)
    await claims.note_answer(call.conn, order, asked.answer, call.now)
    return await _noted(call, "claim.answered", order)


async def _find(call: Call) -> str:
    return str((await find_seen(call, LISTING, order=call.id_of("id")))["id"])


async def _noted(call: Call, action: str, order: str) -> Claim:
    call.ids["id"] = order
    found = await find_claim(call)
    assert found is not None
    await audit.note(call.conn, call.caller, action, f"order:{order}", {"claim": found.number}, at=call.now)
    return found


_PATH, _WRITE, _CONFLICT = "/orders/{id:str}/claim", "orders:write", frozenset({409})
_READ = Endpoint("GET", _PATH, read_claim, Claim, MANAGERS, "orders:read", ClaimQuery, media=("text/csv",))
ENDPOINTS = (
    _READ,
    Endpoint("POST", _PATH, make_claim, Claim, MANAGERS, _WRITE, refuses=_CONFLICT),
    Endpoint("POST", _PATH + "/sent", send_claim, Claim, MANAGERS, _WRITE, refuses=_CONFLICT),
    Endpoint("POST", _PATH + "/answer", answer_claim, Claim, MANAGERS, _WRITE, Answer, refuses=_CONFLICT),
)
