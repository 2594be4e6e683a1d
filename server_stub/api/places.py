"""Places of a shop: its warehouse as a tree, places made one by one or a range at once, ended when they are empty."""

from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta, Struct

from server_stub.api.amounts import Quantity, quantity_text
from server_stub.api.asking import OfShop, Word
from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.owning import check_shop, find_own, find_seen
from server_stub.api.paging import Listing, Page, Row
from server_stub.audit import log as audit
from server_stub.faults import Denied
from server_stub.feed.marks import mark
from server_stub.goods import places
from server_stub.goods.places_drafting import PlaceDraft, RangeDraft, read_known, to_place, to_range
from server_stub.identity.callers import MANAGERS, ROLES
from sync.wire import changes


class Place(Struct, frozen=True, kw_only=True):
    """A place; `kind` bin, shelf and plate is where goods lie, site to level only divide a warehouse.

    `level` is how high it is in its rack, `sku` the one product that it is kept for, a `holds` of 0 is no limit. A
    place with a `most` is the pick face of its product: below `least` it is refilled up to there.
    """

    id: UUID
    shop: UUID
    code: str
    name: str
    kind: str
    parent: UUID | None
    parent_code: str
    level: int
    check_code: str
    pick_sequence: int
    put_sequence: int
    goods_class: str
    sku: str
    holds: Quantity
    least: Quantity
    most: Quantity
    active: bool


class PlaceQuery(OfShop, frozen=True, kw_only=True):
    """Which places."""

    kind: Word | None = None
    parent: Annotated[UUID | None, Meta(description="Only what is directly in this place.")] = None
    code: Annotated[Word | None, Meta(description="The code begins with this.")] = None
    active: bool | None = None


class NewPlace(PlaceDraft, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place to be made; of one's own shop where none is named."""

    shop: UUID | None = None


class NewRange(RangeDraft, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A range to be made; of one's own shop where none is named."""

    shop: UUID | None = None


class RangeMade(Struct, frozen=True, kw_only=True):
    """What became of a range: how many places were made, bins and what divides them, and the first and last code."""

    made: int
    bins: int
    first: str
    last: str


class PlaceEnded(Struct, frozen=True, kw_only=True):
    """A place that is no more; `kept` when something happened there and it stays, inactive, for what is written."""

    id: UUID
    kept: bool


LISTING = Listing(
    "places",
    """p.id, p.shop_id, p.code, p.name, p.kind, p.parent_id, coalesce(u.code, '') AS parent_code, p.level, p.check_code,
    p.pick_sequence, p.put_sequence, p.goods_class, coalesce(g.sku, '') AS sku, p.holds_milli, p.min_milli,
    p.max_milli, p.active""",
    "place p LEFT JOIN place u ON u.id = p.parent_id LEFT JOIN product g ON g.id = p.kept_for_id",
    (("p.shop_id", "uuid"), ("p.id", "uuid")),
    {
        "shop": "p.shop_id = %(shop)s",
        "place": "p.id = %(place)s",
        "kind": "p.kind = %(kind)s",
        "parent": "p.parent_id = %(parent)s",
        "code": "p.code ^@ %(code)s",
        "active": "p.active = %(active)s",
    },
)


async def list_places(call: Call, asked: PlaceQuery) -> Page[Place]:
    """List places by shop."""
    values = {"kind": asked.kind, "parent": asked.parent, "code": asked.code, "active": asked.active}
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), **values)
    return Page(items=[_tell(row) for row in rows], next=following)


async def read_place(call: Call, _asked: None) -> Place:
    """Give one place."""
    return _tell(await find_seen(call, LISTING, place=call.id_of("id")))


async def create_place(call: Call, draft: NewPlace) -> Place:
    """Make a place and tell the terminals."""
    shop = await need_shop(call, draft.shop)
    made = await to_place(call.conn, await read_known(call.conn, shop, [draft.sku]), draft)
    await _save(call, shop, [made], "place.added", {"code": made.code})
    return _tell(await find_seen(call, LISTING, place=made.id))


async def create_range(call: Call, draft: NewRange) -> RangeMade:
    """Make all bins of a pattern at once, and what divides them."""
    shop = await need_shop(call, draft.shop)
    made = to_range(await read_known(call.conn, shop, []), draft)
    codes = sorted(place.code for place in made if place.kind == "bin")
    await _save(call, shop, made, "place.range", {"pattern": draft.pattern, "made": len(made)})
    return RangeMade(made=len(made), bins=len(codes), first=codes[0] if codes else "", last=codes[-1] if codes else "")


async def replace_place(call: Call, draft: PlaceDraft) -> Place:
    """Put a place as it shall be in the place of what it is."""
    row = await find_own(call, LISTING, place=call.id_of("id"))
    shop, ident = str(row["shop_id"]), str(row["id"])
    made = await to_place(call.conn, await read_known(call.conn, shop, [draft.sku]), draft, ident)
    await _save(call, shop, [made], "place.changed", {"code": made.code})
    return _tell(await find_seen(call, LISTING, place=ident))


async def end_place(call: Call, _asked: None) -> PlaceEnded:
    """End a place: it is gone if nothing ever happened there, else no goods are put there any more."""
    row = await find_own(call, LISTING, place=call.id_of("id"))
    shop, ident = str(row["shop_id"]), str(row["id"])
    inside = await places.list_inside(call.conn, ident)
    selling = await call.conn.execute("SELECT 1 FROM shop WHERE selling_place_id = %s", (ident,))
    if await selling.fetchone() is not None or row["kind"] == "customer":
        raise Denied(409, "The shop sells from this place, or to it")
    if await places.holds_goods(call.conn, inside):
        raise Denied(409, "Goods lie at this place")
    kept = len(inside) > 1 or await places.has_history(call.conn, ident)
    if kept:
        found = (await places.read_places(call.conn, inside)).values()
        await places.save_places(call.conn, shop, [places.ended(place) for place in found])
    else:
        await call.conn.execute("DELETE FROM place WHERE id = %s", (ident,))
        await mark(call.conn, f"shop:{shop}", "place", [ident], deleted=True)
    await audit.note(call.conn, call.caller, "place.ended", f"place:{ident}", {"code": row["code"]}, at=call.now)
    return PlaceEnded(id=row["id"], kept=kept)


async def need_shop(call: Call, asked: UUID | None) -> str:
    """Give the shop that a place is made for. Raises Denied 400 when neither caller nor request names one."""
    shop = await check_shop(call, asked)
    if shop is None:
        raise Denied(400, "Name the shop")
    return shop


async def _save(call: Call, shop: str, made: list[changes.Place], action: str, detail: dict[str, Any]) -> None:
    if any(place.kind == "customer" for place in made):
        query = "SELECT id::text FROM place WHERE shop_id = %s AND kind = 'customer'"
        row = await (await call.conn.execute(query, (shop,))).fetchone()
        if row is not None and row[0] not in {place.id for place in made}:
            raise Denied(400, "A shop has one place for its customers")
    await places.save_places(call.conn, shop, made)
    about = f"place:{made[0].id}" if len(made) == 1 else f"shop:{shop}"
    await audit.note(call.conn, call.caller, action, about, detail, at=call.now)


def _tell(row: Row) -> Place:
    others = ("shop", "parent", "holds", "least", "most")
    same = {name: row[name] for name in Place.__struct_fields__ if name not in others}
    return Place(
        **same,
        shop=row["shop_id"],
        parent=row["parent_id"],
        holds=quantity_text(row["holds_milli"]),
        least=quantity_text(row["min_milli"]),
        most=quantity_text(row["max_milli"]),
    )


_READ, _WRITE, _CONFLICT = "stock:read", "stock:write", frozenset({409})
ENDPOINTS = (
    Endpoint("GET", "/places", list_places, Page[Place], ROLES, _READ, PlaceQuery),
    Endpoint("POST", "/places", create_place, Place, MANAGERS, _WRITE, NewPlace, 201),
    Endpoint("POST", "/places/range", create_range, RangeMade, MANAGERS, _WRITE, NewRange, 201),
    Endpoint("GET", "/places/{id:str}", read_place, Place, ROLES, _READ),
    Endpoint("PUT", "/places/{id:str}", replace_place, Place, MANAGERS, _WRITE, PlaceDraft),
    Endpoint("DELETE", "/places/{id:str}", end_place, PlaceEnded, MANAGERS, _WRITE, refuses=_CONFLICT),
)
