"""Promotions, coupons and price lists ended at once, removed where they never applied, and taken back for a while."""

from datetime import datetime, timedelta
from types import FunctionType
from typing import Literal
from uuid import UUID

from msgspec import Struct

from server_stub.api.endpoint import Call, Endpoint, Work, missing
from server_stub.api.owning import Gone, must_own
from server_stub.api.paging import Listing, Page, Paged, Row
from server_stub.api.zones import read_zone
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.identity.callers import MANAGERS
from server_stub.offers.ending import KEPT_DAYS, Kind, Offer, Taken, end_offer, find_offer, remove_offer, take_back
from server_stub.terminals.registration import is_uuid

SECTIONS: dict[str, Kind] = {"promotions": "promotion", "coupons": "coupon", "price-lists": "price_list"}
"""Where which offers are, over REST and in the console."""
Act = Literal["end", "remove"]


class EndedOffer(Struct, frozen=True, kw_only=True):
    """An offer that was ended or removed by hand; `number` names it for the way back."""

    number: int
    id: UUID
    shop: UUID | None
    name: str
    removed: bool
    done_at: datetime
    done_by: str


LISTING = Listing(
    "ended-offers",
    "e.n, e.offer_id, e.shop_id, e.name, e.removed, e.done_at, e.done_by",
    "ended_offer e",
    (("e.n", "bigint"),),
    {
        "kind": "e.kind = %(kind)s",
        "shop": "(e.shop_id = %(shop)s OR e.shop_id IS NULL)",
        "since": "e.done_at > %(since)s",
    },
)


async def find(call: Call, kind: Kind, ident: str) -> Offer:
    """Give an offer that the caller may see. Raises Denied 404."""
    zone = str(await read_zone(call.conn, None))
    found = await find_offer(call.conn, kind, ident, zone, call.now) if is_uuid(ident) else None
    if found is None or not (found.shop is None or call.sees(found.shop)):
        raise Denied(404, "There is no such offer")
    return found


async def end(call: Call, kind: Kind, ident: str, act: Act, who: str) -> None:
    """End an offer now, or remove it, and note who did. Raises Denied 403, 404, 409."""
    offer = await find(call, kind, ident)
    must_own(call, offer.shop)
    await (end_offer if act == "end" else remove_offer)(call.conn, kind, ident, offer, who, call.now)
    await _note(call, kind, "ended" if act == "end" else "removed", ident, offer.name)


async def bring_back(call: Call, kind: Kind, number: int) -> Taken:
    """Take an end or a removal back. Raises Denied 403, 404, 409."""
    taken = await take_back(call.conn, kind, number, call.now)
    must_own(call, taken.shop)
    await _note(call, kind, "taken_back", taken.id, taken.name)
    return taken


async def _note(call: Call, kind: Kind, deed: str, ident: str, name: str) -> None:
    await audit.note(call.conn, call.caller, f"{kind}.{deed}", f"{kind}:{ident}", {"name": name}, at=call.now)


def _remove(kind: Kind) -> Work:
    async def work(call: Call, _asked: None) -> Gone:
        ident = call.id_of("id")
        await end(call, kind, ident, "remove", audit.name_caller(call.caller))
        return Gone(id=UUID(ident))

    return _named(work, f"remove_{kind}", "Remove it where it never applied, with all that is in it; else 409.")


def _end(kind: Kind) -> Work:
    async def work(call: Call, _asked: None) -> Gone:
        ident = call.id_of("id")
        await end(call, kind, ident, "end", audit.name_caller(call.caller))
        return Gone(id=UUID(ident))

    return _named(work, f"end_{kind}", "End it now; 409 where it does not hold any more, or has not begun.")


def _list(kind: Kind) -> Work:
    async def work(call: Call, asked: Paged) -> Page[EndedOffer]:
        since = call.now - timedelta(days=KEPT_DAYS)
        rows, following = await call.page(LISTING, asked, kind=kind, shop=call.shop(), since=since)
        return Page(items=[_tell(row) for row in rows], next=following)

    return _named(work, f"list_ended_{kind}", "List what was ended or removed by hand and can be taken back.")


def _take_back(kind: Kind) -> Work:
    async def work(call: Call, _asked: None) -> Gone:
        number = call.ids["number"]
        if not (number.isascii() and number.isdigit()) or len(number) > _DIGITS:
            raise missing()
        return Gone(id=UUID((await bring_back(call, kind, int(number))).id))

    return _named(work, f"take_back_{kind}", "Put it back as it was before; 409 where it was changed since.")


def _named(work: Work, name: str, summary: str) -> Work:
    """Give a handler the name and summary that the description tells."""
    assert isinstance(work, FunctionType)
    work.__name__, work.__doc__ = name, summary
    return work


def _tell(row: Row) -> EndedOffer:
    return EndedOffer(
        number=row["n"],
        id=row["offer_id"],
        shop=row["shop_id"],
        name=row["name"],
        removed=row["removed"],
        done_at=row["done_at"],
        done_by=row["done_by"],
    )


def _endpoints(section: str, kind: Kind) -> tuple[Endpoint, ...]:
    read, write, path = f"{section}:read", f"{section}:write", f"/{section}"
    refuses = frozenset({409})
    back = f"{path}/ended/{{number:str}}/take-back"
    return (
        Endpoint("GET", f"{path}/ended", _list(kind), Page[EndedOffer], MANAGERS, read, Paged),
        Endpoint("POST", back, _take_back(kind), Gone, MANAGERS, write, refuses=refuses),
        Endpoint("POST", f"{path}/{{id:str}}/end", _end(kind), Gone, MANAGERS, write, refuses=refuses),
        Endpoint("DELETE", f"{path}/{{id:str}}", _remove(kind), Gone, MANAGERS, write, refuses=refuses),
    )


_DIGITS = 18
ENDPOINTS = tuple(one for section, kind in SECTIONS.items() for one in _endpoints(section, kind))
