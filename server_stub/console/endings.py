"""Promotions, coupons and price lists ended at once or removed: the question, the deed, and the way back."""

from typing import LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api import offer_endings
from server_stub.api.offer_endings import SECTIONS
from server_stub.console.calls import open_call
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import PAGE_ROWS, read_before, read_rows, shop_of
from server_stub.context import Context
from server_stub.offers.ending import KEPT_DAYS, Kind

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
        offer = await offer_endings.find(call, SECTIONS[section], ident)
    shown = {"offer": offer, "fault": offer.find_fault(act), "back": f"/console/{section}/{ident}", "days": KEPT_DAYS}
    return render(request, "ending.html", kind=SECTIONS[section], act=act, **shown)


async def end(request: PageRequest, context: NamedDependency[Context], ident: FromPath[str]) -> Response[None]:
    """End an offer now, or remove it; goes to where it can be taken back."""
    await read_form(request)
    section, act = _place(request)
    async with open_call(request, context) as call:
        await offer_endings.end(call, SECTIONS[section], ident, "end" if act == "end" else "remove", request.user.login)
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
    async with open_call(request, context) as call:
        taken = await offer_endings.bring_back(call, SECTIONS[section], number)
    return go_to(f"/console/{section}/{taken.id}", "It is as it was. The tills hear of it at once.")


async def read_acts(request: PageRequest, context: Context, kind: Kind, ident: str) -> list[str]:
    """Give what of `ACTS` can be done to an offer now."""
    async with open_call(request, context) as call:
        offer = await offer_endings.find(call, kind, ident)
    return [act for act in ACTS if not offer.find_fault(act)]


def _place(request: PageRequest) -> tuple[str, str]:
    """Give the section and the last word of the address: `/console/SECTION/.../ACT`."""
    parts = request.url.path.rstrip("/").split("/")
    return parts[2], parts[-1]
