"""What somebody asks to be a place becomes one: what it is in, its goods and its way are checked against the shop's."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from server_stub.api.amounts import GivenQuantity, quantity_milli
from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.goods.place_range import BadRange, make_range
from server_stub.goods.places import has_history, list_inside, list_places
from server_stub.ids import new_id
from sync.wire.places import OUTSIDE, TREE, Place

Kind = Literal[
    "site",
    "zone",
    "aisle",
    "rack",
    "level",
    "bin",
    "shelf",
    "receiving",
    "packing",
    "transit",
    "quarantine",
    "waste",
    "lost_and_found",
    "supplier",
    "customer",
    "repacking",
]
"""Kinds of place that a person makes; plates are met at the terminals."""
FACES = ("bin", "shelf")
"""Kinds of place that goods may be picked from and brought to."""
Divider = Literal["site", "zone", "aisle", "rack", "level"]
Code = Annotated[str, Meta(min_length=1, max_length=40, pattern=r"^[^\s\x00-\x1f](?:[^\x00-\x1f]*[^\s\x00-\x1f])?$")]
ParentCode = Annotated[str, Meta(max_length=40, description="Code of the place that it is in; empty at the top.")]
CheckCode = Annotated[str, Meta(pattern="^([0-9A-Za-z]{2,3})?$", description="Printed on the label, typed for a scan.")]
Way = Annotated[int, Meta(ge=0, le=2_000_000_000, description="Where it lies on the way; 0 for anywhere.")]
GoodsClass = Annotated[str, Meta(max_length=60, description="Goods that belong there: a category of the catalogue.")]
Holds = Annotated[GivenQuantity, Meta(description="How much goes in; 0 for as much as one likes.")]
Least = Annotated[GivenQuantity, Meta(description="Of a pick face: below it more is brought there.")]
Most = Annotated[GivenQuantity, Meta(description="Of a pick face: up to how much is brought; 0: it is none.")]


class PlaceDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place as it shall be; `sku` is the one product that it is kept for, whose pick face it is with a `most`."""

    code: Code
    kind: Kind
    name: Annotated[str, Meta(max_length=120)] = ""
    parent: ParentCode = ""
    level: Annotated[int, Meta(ge=0, le=99)] = 0
    check_code: CheckCode = ""
    pick_sequence: Way = 0
    put_sequence: Way = 0
    goods_class: GoodsClass = ""
    sku: Annotated[str, Meta(max_length=64)] = ""
    holds: Holds = "0"
    least: Least = "0"
    most: Most = "0"
    active: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """The places of a shop by their codes in small letters, and products by article number."""

    places: dict[str, Place]
    products: dict[str, str]

    def find(self, code: str) -> Place | None:
        """Give the place with this code, whatever its case."""
        return self.places.get(code.casefold())


async def read_known(conn: Connection, shop: str, skus: Iterable[str]) -> Known:
    """Read what drafts may name."""
    places = {place.code.casefold(): place for place in await list_places(conn, shop)}
    cursor = await conn.execute("SELECT sku, id::text FROM product WHERE sku = ANY(%s)", (sorted(set(skus) - {""}),))
    return Known(places, dict(await cursor.fetchall()))


async def to_place(conn: Connection, known: Known, asked: PlaceDraft, ident: str = "") -> Place:
    """Give the place to be kept; `ident` is the one that it takes the place of. Raises Denied 400."""
    other = known.find(asked.code)
    if other is not None and other.id != ident:
        raise Denied(400, f"There is a place {asked.code} already")
    if asked.sku and asked.sku not in known.products:
        raise Denied(400, f"There is no product {asked.sku}")
    parent = known.find(asked.parent) if asked.parent else None
    if asked.parent and (parent is None or parent.kind in (*OUTSIDE, "plate")):
        raise Denied(400, f"There is no place {asked.parent}")
    before = next((place for place in known.places.values() if place.id == ident), None)
    if before is not None:
        await _check_change(conn, before, asked, parent)
    given = {name: getattr(asked, name) for name in Place.__struct_fields__ if name in asked.__struct_fields__}
    return Place(
        **given
        | {"id": ident or new_id(), "parent": parent.id if parent else "", "holds_milli": quantity_milli(asked.holds)}
        | _face_of(asked)
        | {"product_id": known.products.get(asked.sku, ""), "check_code": asked.check_code.upper()}
    )


def _face_of(asked: PlaceDraft) -> dict[str, int]:
    """Give how much is to lie at a pick face. Raises Denied 400."""
    least, most = quantity_milli(asked.least), quantity_milli(asked.most)
    if (least or most) and not (asked.sku and asked.kind in FACES):
        raise Denied(400, "Only a bin or shelf that is kept for one article is refilled")
    if least > most or (asked.kind in FACES and most > quantity_milli(asked.holds) > 0):
        raise Denied(400, "At least is not more than at most, and that is what goes in")
    return {"min_milli": least, "max_milli": most}


async def _check_change(conn: Connection, before: Place, asked: PlaceDraft, parent: Place | None) -> None:
    if parent and parent.id in await list_inside(conn, before.id):
        raise Denied(400, "A place cannot be in itself")
    if before.kind == "plate" or (before.kind != asked.kind and await has_history(conn, before.id)):
        raise Denied(400, "What a place is stays as it is once goods were there")


class RangeDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Bins of a pattern, `A-{01..12}-{01..06}-{1..4}`; those that are there already stay as they are.

    `groups` are the kinds that the first groups of the pattern divide by: a place is made for each beginning, and the
    bins are in the last of them. With `turning` every other aisle is walked backwards. Sequences begin behind `behind`.
    """

    pattern: Annotated[str, Meta(min_length=1, max_length=60)]
    parent: ParentCode = ""
    groups: Annotated[list[Divider], Meta(max_length=5)] = []
    turning: bool = True
    behind: Annotated[int, Meta(ge=0, le=1_000_000_000)] = 0
    goods_class: GoodsClass = ""
    holds: Holds = "0"


def to_range(known: Known, asked: RangeDraft) -> list[Place]:
    """Give the places of a range that are not there yet, what divides it before what is in it. Raises Denied 400."""
    top = known.find(asked.parent) if asked.parent else None
    if asked.parent and (top is None or top.kind not in TREE):
        raise Denied(400, f"There is no place {asked.parent}")
    try:
        made = make_range(asked.pattern, turning=asked.turning)
    except BadRange as error:
        raise Denied(400, str(error)) from error
    if len(asked.groups) >= len(made[0].beginnings):
        raise Denied(400, "The last group of a range is its bins")
    places: dict[str, Place] = {}
    for one in made:
        parent = top.id if top else ""
        for kind, code in zip(asked.groups, one.beginnings, strict=False):
            parent = _keep(places, known, Place(id=new_id(), code=code, name="", kind=kind, parent=parent))
        sequence = asked.behind + one.sequence
        place = Place(id=new_id(), code=one.code, name="", kind="bin", parent=parent, level=one.level)
        way = {"pick_sequence": sequence, "put_sequence": sequence, "check_code": one.check_code}
        goods = {"goods_class": asked.goods_class, "holds_milli": quantity_milli(asked.holds)}
        _keep(places, known, msgspec.structs.replace(place, **way | goods))
    return list(places.values())


def _keep(places: dict[str, Place], known: Known, place: Place) -> str:
    """Add a place unless its code is there already; gives the id that has it."""
    there = known.find(place.code) or places.setdefault(place.code.casefold(), place)
    return there.id
