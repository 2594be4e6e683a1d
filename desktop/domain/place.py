"""Places of a shop as a tree: what is inside what, where goods may lie, and what a typed check code means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID, uuid5

from desktop.domain.refusal import Refusal

TREE = ("site", "zone", "aisle", "rack", "level")
"""Kinds of place that only divide a warehouse: no goods lie at them."""
PLATE = "plate"
QUARANTINE = "quarantine"
_PLATES = UUID("5f0d6d9c-7a59-5e07-9c7e-2f3a4b1c8d60")
"""What ids of plates are made from, beside shop and number (sync.wire.places)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place; see `sync.wire.places.Place`."""

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
    max_milli: int = 0
    active: bool = True

    @property
    def takes_goods(self) -> bool:
        """Whether goods may be put there."""
        return self.active and self.kind not in TREE

    def is_face_of(self, product_id: str) -> bool:
        """Whether this product is picked here and brought here from where the rest of it lies."""
        return self.max_milli > 0 and self.product_id == product_id


@dataclass(frozen=True, slots=True)
class PlateMade:
    """A plate was met for the first time, standing at `parent_id`."""

    place_id: str
    sscc: str
    parent_id: str


@dataclass(frozen=True, slots=True)
class PlateMoved:
    """A plate was carried with all that is on it; the task it was carried in is the document."""

    place_id: str
    from_place_id: str
    to_place_id: str
    document_id: str


@dataclass(frozen=True)
class Tree:
    """The places of a shop."""

    places: Mapping[str, Place] = field(default_factory=dict)

    @cached_property
    def _children(self) -> dict[str, list[Place]]:
        children: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self.places.values():
            children[place.parent].append(place)
        return children

    def list_above(self, place_id: str) -> list[Place]:
        """Give the places that a place is in, the nearest first; a ring is walked once."""
        above: list[Place] = []
        place = self.places.get(place_id)
        while place and (place := self.places.get(place.parent)) and place not in above:
            above.append(place)
        return above

    def list_inside(self, place_id: str) -> list[Place]:
        """Give what is in a place or stands at it, however deep, by code."""
        found: dict[str, Place] = {}
        left = [place_id]
        while left:
            for place in self._children.get(left.pop(), ()):
                if place.id not in found and place.id != place_id:
                    found[place.id] = place
                    left.append(place.id)
        return sorted(found.values(), key=lambda place: place.code)

    @cached_property
    def quarantined(self) -> frozenset[str]:
        """Ids of the places of quarantine and of all that stands there: goods are seen, and nobody picks them."""
        kept = [place for place in self.places.values() if place.kind == QUARANTINE]
        return frozenset(one.id for place in kept for one in (place, *self.list_inside(place.id)))

    def class_of(self, place_id: str) -> str:
        """Give the class of goods that belong to a place: its own, else that of what it is in."""
        return next((one.goods_class for one in self._with_above(place_id) if one.goods_class), "")

    def path_of(self, place_id: str) -> str:
        """Write where a place is, from the top."""
        return " / ".join(place.name or place.code for place in reversed(self._with_above(place_id)))

    def bin_of(self, place_id: str) -> Place | None:
        """Give the place that somebody walks to: where a plate stands, every other place itself."""
        place = self.places.get(place_id)
        return self.places.get(place.parent, place) if place and place.kind == PLATE else place

    def name_on_way(self, place_id: str) -> str:
        """Name a place for somebody who goes there: a plate by where it stands and the end of its number."""
        place, at = self.places.get(place_id), self.bin_of(place_id)
        if place is None or at is None:
            return ""
        return place.code if at is place else f"{at.code} / {place.code[-6:]}"

    def _with_above(self, place_id: str) -> list[Place]:
        own = [self.places[place_id]] if place_id in self.places else []
        return own + self.list_above(place_id)


def plate_id(shop_id: str, sscc: str) -> str:
    """Give the id of the plate with this number: the same at every terminal of the shop."""
    return str(uuid5(_PLATES, f"{shop_id.lower()}/{sscc}"))


def make_tree(places: Iterable[Place]) -> Tree:
    """Put places together."""
    return Tree({place.id: place for place in places})


def check_takes_goods(places: Sequence[Place]) -> None:
    """Refuse goods at a place that only divides the warehouse. Refusal `place.no_goods`."""
    for place in places:
        if place.kind in TREE:
            said = f"No goods lie at {place.code}: it only divides the warehouse."
            raise Refusal("place.no_goods", said, "Scan a bin.", facts={"place": place.code})


def check_free(tree: Tree, place_id: str) -> None:
    """Refuse to pick at a place of quarantine. Refusal `pick.quarantine`."""
    if place_id in tree.quarantined:
        code = tree.places[place_id].code
        said = f"{code} is in quarantine: nothing is picked there."
        raise Refusal("pick.quarantine", said, "Take the goods from another place.", facts={"place": code})


def is_check_code(place: Place | None, typed: str) -> bool:
    """Whether somebody who was sent to a place typed the check code of its label."""
    return place is not None and place.check_code.casefold() == typed.strip().casefold() != ""
