"""Promotions, coupons and price lists ended at once or removed: the question, the deed, and the way back."""

from typing import LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api.endpoint import Call
from server_stub.api.owning import must_own
from server_stub.audit import log as audit
from server_stub.console.calls import open_call, read_zone
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, read_before, read_rows, shop_of
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.offers.ending import KEPT_DAYS, Kind, Offer, end_offer, find_offer, remove_offer, take_back
from server_stub.terminals.registration import is_uuid

SECTIONS: dict[str, Kind] = {"promotions": "promotion", "coupons": "coupon", "price-lists": "price_list"}
"""Where in the console which offers are."""
ACTS = ("end", "remove")
_ENDED: LiteralString = """
SELECT n, offer_id::text AS id, shop_id::text AS shop_id, s.name AS shop, e.name, removed, done_at, done_by
FROM ended_offer e LEFT JOIN shop s ON s.id = e.shop_id
WHERE kind = %(kind)s AND n < %(before)s AND (%(shop)s::uuid IS NULL OR shop_id IS NULL OR shop_id = %(shop)s)
    AND done_at > %(now)s - make_interval(days => %(days)s)
ORDER BY n DESC LIMIT %(rows)s
"""


async def ask(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[str]:
    """Ask before it is done, and say what will be; where it cannot be, why."""
    section, act = _place(request)
    async with open_call(request, context) as call:
        offer = await _find(call, SECTIONS[section], ident)
    shown = {"offer": offer, "fault": offer.find_fault(act), "back": f"/console/{section}/{ident}", "days": KEPT_DAYS}
    return render(request, "ending.html", kind=SECTIONS[section], act=act, **shown)


async def end(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[None]:
    """End an offer now, or remove it; goes to where it can be taken back."""
    await read_form(request)
    section, act = _place(request)
    kind = SECTIONS[section]
    async with open_call(request, context) as call:
        offer = await _find(call, kind, ident)
        must_own(call, offer.shop)
        if act == "end":
            await end_offer(call.conn, kind, ident, offer, request.user.login, call.now)
        else:
            await remove_offer(call.conn, kind, ident, offer, request.user.login, call.now)
        await _note(call, kind, "ended" if act == "end" else "removed", ident, offer.name)
    return go_to(f"/console/{section}/ended", "The tills hear of it at once.")


async def list_ended(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List what was ended or removed by hand of late, the newest first."""
    section = _place(request)[0]
    shop = shop_of(request.user)
    values = {"kind": SECTIONS[section], "shop": shop, "before": read_before(request), "days": KEPT_DAYS}
    rows = await read_rows(context, _ENDED, values | {"now": context.now(), "rows": PAGE_ROWS + 1})
    found = [row | {"own": shop in (None, row["shop_id"])} for row in rows[:PAGE_ROWS]]
    more = len(rows) > PAGE_ROWS
    return render(request, "ended.html", section=section, ended=found, days=KEPT_DAYS, more=more)


async def bring_back(request: PageRequest, context: NamedDependency[Context], number: FromPath[int]) -> Response[None]:
    """Take an end or a removal back; goes to the offer, which is as it was."""
    await read_form(request)
    section = _place(request)[0]
    kind = SECTIONS[section]
    async with open_call(request, context) as call:
        taken = await take_back(call.conn, kind, number, call.now)
        must_own(call, taken.shop)
        await _note(call, kind, "taken_back", taken.id, taken.name)
    return go_to(f"/console/{section}/{taken.id}", "It is as it was. The tills hear of it at once.")


async def read_acts(request: PageRequest, context: Context, kind: Kind, ident: str) -> list[str]:
    """Give what of `ACTS` can be done to an offer now."""
    async with open_call(request, context) as call:
        offer = await _find(call, kind, ident)
    return [act for act in ACTS if not offer.find_fault(act)]


def _place(request: PageRequest) -> tuple[str, str]:
    """Give the section and the last word of the address: `/console/SECTION/.../ACT`."""
    parts = request.url.path.rstrip("/").split("/")
    return parts[2], parts[-1]


async def _find(call: Call, kind: Kind, ident: str) -> Offer:
    """Give an offer that the reader may see. Raises Denied 404."""
    zone = str(await read_zone(call.conn, None))
    found = await find_offer(call.conn, kind, ident, zone, call.now) if is_uuid(ident) else None
    if found is None or not (found.shop is None or call.sees(found.shop)):
        raise Denied(404, "There is no such offer")
    return found


async def _note(call: Call, kind: Kind, deed: str, ident: str, name: str) -> None:
    await audit.note(call.conn, call.caller, f"{kind}.{deed}", f"{kind}:{ident}", {"name": name}, at=call.now)
