"""Places: where goods lie and how a warehouse is divided, and the plates that goods are carried on.

A plate is a place that stands at another one. Its id follows from its number and the shop, so two tills that meet the
same plate while they are offline make one place: UUIDv5 of "shop/SSCC" in 5f0d6d9c-7a59-5e07-9c7e-2f3a4b1c8d60.
"""

from msgspec import Struct

TREE = ("site", "zone", "aisle", "rack", "level")
"""Kinds of place that only divide a warehouse, from the largest: no goods lie at them."""
OUTSIDE = ("supplier", "customer", "repacking")
"""Kinds of place where nobody counts what is there; repacking is where goods become other goods."""
VIRTUAL = ("receiving", "packing", "transit", "quarantine", "waste", "lost_and_found")
"""Kinds of place that goods pass through."""
KINDS = (*TREE, "bin", "shelf", "plate", *VIRTUAL, *OUTSIDE)


class Place(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place of a shop; `kind` is one of `KINDS`.

    parent         the place that it is in, or stands at; empty at the top
    level          how high it is in its rack, from 1 at the bottom; 0 where nobody says
    check_code     what the label says beside the bars: who types instead of scanning types it
    pick_sequence  where it lies on the way of who picks; put_sequence the way of who puts away; 0 for anywhere
    goods_class    the goods that belong there and below it: a category, or whatever the shop sorts them by
    product_id     the one product that it is kept for
    holds_milli    how much goes in, in thousandths of what lies there; 0 for as much as one likes
    min_milli      of a pick face: below it more is brought from where the rest lies; max_milli up to which, 0 for a
                   place that is none
    active         whether goods are put there
    moved          for a plate: per incarnation the number up to which its entries are in `parent`
    """

    id: str
    code: str
    name: str
    kind: str
    parent: str = ""
    level: int = 0
    check_code: str = ""
    pick_sequence: int = 0
    put_sequence: int = 0
    goods_class: str = ""
    product_id: str = ""
    holds_milli: int = 0
    min_milli: int = 0
    max_milli: int = 0
    active: bool = True
    moved: dict[str, int] = {}

    @property
    def is_plain(self) -> bool:
        """Whether code, name and kind say all there is."""
        return self == Place(id=self.id, code=self.code, name=self.name, kind=self.kind)


class PlaceMade(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """A plate was met for the first time, standing at `parent_id`; `sscc` are its 18 digits."""

    place_id: str
    sscc: str
    parent_id: str


class PlaceMoved(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """A plate was carried with everything on it: it stood at `from_place_id` and stands at `to_place_id`.

    The ledger does not move: what lies on the plate lies on it still. `document_id` is the task it belonged to.
    """

    place_id: str
    from_place_id: str
    to_place_id: str
    document_id: str
