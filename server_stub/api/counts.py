"""Counts: ordered by what is to be counted, and decided where they wait for somebody."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.amounts import NO_CURRENCY, Quantity, money_text, quantity_text
from server_stub.api.asking import OfShop
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.owning import check_shop, find_seen
from server_stub.api.paging import Listing, Page, Row
from server_stub.audit import log as audit
from server_stub.counts.deciding import decide_matter
from server_stub.counts.matters import read_matters
from server_stub.counts.planning import USUAL_LINES, Plan, plan_count
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.identity.limits import check_worth
from sync.wire.counts import Counting
from sync.wire.counts import Matter as Waiting

Code = Annotated[str, Meta(max_length=60)]


class CountPlan(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to count: everything, the places of a section (codes, with what is in them), or so many lines of goods
    that are due by their class, or that something made doubtful.
    """

    scope: Literal["full", "section", "cycle", "triggered"]
    shop: UUID | None = None
    places: Annotated[list[Code], Meta(max_length=2000)] = []
    lines: Annotated[int, Meta(ge=1, le=100_000)] = USUAL_LINES
    number: Code = ""
    note: Annotated[str, Meta(max_length=500)] = ""


class PlannedCount(Struct, frozen=True, kw_only=True):
    """The order that was made; `order` null and no lines where there is nothing to count."""

    order: UUID | None
    number: str
    lines: int


class CountOf(Struct, frozen=True, kw_only=True):
    """One count of it: `moves` is what moves if it stands."""

    number: int
    count: UUID
    counted: Quantity
    book: Quantity
    difference: Quantity
    moved_since: Quantity
    moves: Quantity
    at: str
    by: str


class Matter(Struct, frozen=True, kw_only=True):
    """What of an article and lot at a place waits for a decision, the oldest count first."""

    id: UUID
    shop: UUID
    product: UUID
    sku: str
    name: str
    place: UUID
    place_code: str
    lot: str
    opened_at: datetime
    book_now: Quantity
    counts: list[CountOf]


class CountDecision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`stands` is the number of the count that stands, 0 where none does: then the book is as it was before them."""

    stands: Annotated[int, Meta(ge=0, le=1000)]
    note: Annotated[str, Meta(max_length=500)] = ""


class CountDecided(Struct, frozen=True, kw_only=True):
    """It is decided, and so much moved to the place, or (below zero) from it."""

    id: UUID
    moved: Quantity


LISTING = Listing(
    "counts",
    """m.id, m.shop_id, m.product_id, m.place_id, m.lot, m.opened_at, coalesce(x.sku, '') AS sku,
    coalesce(x.name, '') AS name, coalesce(p.code, '') AS place_code, coalesce(s.on_hand_milli, 0) AS held""",
    """count_matter m LEFT JOIN product x ON x.id = m.product_id LEFT JOIN place p ON p.id = m.place_id
    LEFT JOIN stock s ON (s.product_id, s.place_id, s.lot) = (m.product_id, m.place_id, m.lot)""",
    (("m.shop_id", "uuid"), ("m.opened_at", "timestamptz"), ("m.id", "uuid")),
    {"shop": "m.shop_id = %(shop)s", "open": "m.decided_at IS NULL AND %(open)s", "matter": "m.id = %(matter)s"},
    within="shop",
)


_PRICE = "SELECT p.price_e4, s.currency FROM product p, shop s WHERE p.id = %s AND s.id = %s"


async def plan(call: Call, asked: CountPlan) -> PlannedCount:
    """Order a count and tell the tills; what is expected is told to nobody who counts."""
    shop = await check_shop(call, asked.shop)
    if shop is None:
        raise Denied(400, "A count is for a shop")
    wanted = Plan(asked.scope, tuple(asked.places), asked.lines, asked.number.strip(), asked.note)
    made = await plan_count(call.conn, shop, wanted, call.now)
    if made is None:
        return PlannedCount(order=None, number="", lines=0)
    told = {"kind": "count", "number": made.number, "scope": asked.scope, "lines": made.lines}
    await audit.note(call.conn, call.caller, "order.added", f"order:{made.order}", told, at=call.now)
    return PlannedCount(order=UUID(made.order), number=made.number, lines=made.lines)


async def list_matters(call: Call, asked: OfShop) -> Page[Matter]:
    """List what waits for a decision, with every count beside the book."""
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), open=True)
    known = await read_matters(call.conn, [str(row["id"]) for row in rows])
    found = [_tell(row, known[str(row["id"])]) for row in rows if str(row["id"]) in known]
    return Page(items=found, next=following)


async def decide(call: Call, asked: CountDecision) -> CountDecided:
    """Decide which count stands; stock moves, and every till hears of it. 409 when somebody has decided already, 403
    above the worth that the role may decide.
    """
    row = await find_seen(call, LISTING, matter=call.id_of("id"))
    ident = str(row["id"])
    matter = (await read_matters(call.conn, [ident])).get(ident)
    if matter is None:
        raise Denied(409, "Somebody decided it already")
    if asked.stands > len(matter.counts):
        raise Denied(400, "There is no such count")
    chosen = matter.counts[asked.stands - 1] if asked.stands else None
    stands = (chosen.count_id, chosen.n) if chosen else None
    await _check_worth(call, str(row["shop_id"]), str(row["product_id"]), matter, chosen)
    settled = await decide_matter(call.conn, ident, stands, call.now, _name(call), asked.note)
    told = {"about": settled.subject, "stands": asked.stands, "moved": quantity_text(settled.milli)}
    await audit.note(call.conn, call.caller, "count.decided", f"count:{ident}", told, at=call.now)
    return CountDecided(id=row["id"], moved=quantity_text(settled.milli))


async def _check_worth(call: Call, shop: str, product: str, matter: Waiting, chosen: Counting | None) -> None:
    """As at a till: the largest difference that is decided about counts, at the price of the catalogue, rounded up."""
    milli = chosen.settles_milli if chosen else matter.undo_milli
    difference_milli = max(abs(milli), *(abs(one.counted_milli - one.book_milli) for one in matter.counts))
    row = await (await call.conn.execute(_PRICE, (product, shop))).fetchone()
    price_e4, currency = row or (0, NO_CURRENCY)
    digits = len(money_text(0, currency).partition(".")[2])
    worth_minor = -(-difference_milli * price_e4 * 10**digits // 10_000_000)
    await check_worth(call.conn, call.caller, shop, "approve_count", worth_minor)


def _name(call: Call) -> str:
    return str(getattr(call.caller, "login", "") or getattr(call.caller, "name", ""))


def _tell(row: Row, matter: Waiting) -> Matter:
    same = ("id", "sku", "name", "lot", "opened_at", "place_code")
    return Matter(
        **{name: row[name] for name in same},
        shop=row["shop_id"],
        product=row["product_id"],
        place=row["place_id"],
        book_now=quantity_text(row["held"]),
        counts=[_tell_count(n, one, row["held"]) for n, one in enumerate(matter.counts, 1)],
    )


def _tell_count(number: int, one: Counting, held_milli: int) -> CountOf:
    return CountOf(
        number=number,
        count=UUID(one.count_id),
        counted=quantity_text(one.counted_milli),
        book=quantity_text(one.book_milli),
        difference=quantity_text(one.counted_milli - one.book_milli),
        moved_since=quantity_text(held_milli - one.book_milli),
        moves=quantity_text(one.settles_milli),
        at=one.at,
        by=one.actor,
    )


_READ, _WRITE, _CONFLICT = "counts:read", "counts:write", frozenset({409})
ENDPOINTS = (
    Endpoint("GET", "/counts/waiting", list_matters, Page[Matter], MANAGERS, _READ, OfShop),
    Endpoint("POST", "/counts", plan, PlannedCount, MANAGERS, _WRITE, CountPlan, 201, refuses=_CONFLICT),
    Endpoint(
        "POST", "/counts/{id:str}/decide", decide, CountDecided, MANAGERS, _WRITE, CountDecision, refuses=_CONFLICT
    ),
)
