"""What belongs to a shop or to all of them: found by whoever sees it, changed by whom it belongs to."""

from uuid import UUID

from msgspec import Struct

from server_stub.api.endpoint import Call, missing
from server_stub.api.paging import Listing, Paged, Row
from server_stub.faults import Denied


class Gone(Struct, frozen=True, kw_only=True):
    """It is no more."""

    id: UUID


def must_own(call: Call, shop: object) -> None:
    """Raise Denied 403 for what is for all shops, unless the caller sees all of them."""
    if not call.sees(shop):
        raise Denied(403, "Only who sees every shop changes what is for all of them")


async def check_shop(call: Call, asked: UUID | None) -> str | None:
    """Give the shop that something is for: the named one, else the caller's own, None for all.

    Raises Denied 400, 403.
    """
    shop = call.shop(asked)
    if shop is not None:
        known = await call.conn.execute("SELECT 1 FROM shop WHERE id = %s", (shop,))
        if await known.fetchone() is None:
            raise Denied(400, "There is no such shop")
    return shop


async def find_seen(call: Call, listing: Listing, **which: str) -> Row:
    """Give the one row of a list with this id, of a shop or of all. Raises Denied 404 where the caller sees none."""
    rows, _ = await call.page(listing, Paged(limit=1), **which)
    if not rows or not (rows[0]["shop_id"] is None or call.sees(rows[0]["shop_id"])):
        raise missing()
    return rows[0]


async def find_own(call: Call, listing: Listing, **which: str) -> Row:
    """Give a row that the caller may change. Raises Denied 404, 403."""
    row = await find_seen(call, listing, **which)
    must_own(call, row["shop_id"])
    return row
