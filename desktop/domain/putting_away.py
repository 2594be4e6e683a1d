"""Where goods are best put: one suggestion and the rule that gave it. Pure.

The rules in their order: the bin that is kept for the product; a bin where the same product and lot lies; an empty bin
of the zone for its class; any empty bin. Within a rule the put-away sequence decides, then the code. A bin that is kept
for another product, or for goods of another class, is suggested to nobody, and none without room.

What no one bin has room for is divided among them, in the same order: each is filled with whole packs of what was
scanned, or whole pieces, and the next takes what is left.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.place import Place, Tree

_LAST = 1 << 62
"""Of places that nobody gave a sequence."""


class Rule(StrEnum):
    """Why a bin is suggested."""

    FIXED = "fixed"
    SAME = "same"
    ZONE = "zone"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A bin for goods, and the rule that gave it."""

    place: Place
    rule: Rule


@dataclass(frozen=True, slots=True)
class Part:
    """How much of goods goes into a bin, in thousandths; without a bin no rule has one for it."""

    quantity_milli: int
    best: Suggestion | None = None

    @property
    def place_id(self) -> str:
        """The bin, empty for none."""
        return self.best.place.id if self.best else ""


@dataclass(frozen=True, slots=True)
class Goods:
    """What is put away; `goods_class` is what its zone is found by, the quantity is in thousandths.

    No bin gets a part of `pack_milli`, what one pack (or piece) of it holds.
    """

    product_id: str
    quantity_milli: int
    lot: str = ""
    goods_class: str = ""
    pack_milli: int = 1


Content = Mapping[str, Mapping[tuple[str, str], int]]
"""Place -> (product, lot) -> thousandths, for what lies there or is on its way there."""


def suggest(tree: Tree, content: Content, goods: Goods) -> Suggestion | None:
    """Give the bin where these goods go best, None where no rule has one."""
    fitting = [place for place in _open_to(tree, goods) if _has_room(place, content, goods)]
    for rule, holds in _rules(tree, content, goods):
        for place in fitting:
            if holds(place):
                return Suggestion(place, rule)
    return None


def divide(tree: Tree, content: Content, goods: Goods) -> tuple[Part, ...]:
    """Give the bin where goods go best, or where none takes all of them the bins, each with its part."""
    if whole := suggest(tree, content, goods):
        return (Part(goods.quantity_milli, whole),)
    parts: dict[str, Part] = {}
    left_milli = goods.quantity_milli
    for rule, holds in _rules(tree, content, goods):
        for place in _open_to(tree, goods):
            room_milli = min(place.holds_milli - _taken_milli(place, content), left_milli)
            part_milli = room_milli - room_milli % goods.pack_milli
            if part_milli > 0 and place.id not in parts and holds(place):
                parts[place.id] = Part(part_milli, Suggestion(place, rule))
                left_milli -= part_milli
    rest = (Part(left_milli),) if left_milli else ()
    return (*parts.values(), *rest)


def _open_to(tree: Tree, goods: Goods) -> list[Place]:
    bins = sorted((place for place in tree.places.values() if place.kind == "bin" and place.active), key=_order)
    return [place for place in bins if place.product_id in ("", goods.product_id)]


def _rules(tree: Tree, content: Content, goods: Goods) -> Sequence[tuple[Rule, Callable[[Place], bool]]]:
    def is_fixed(place: Place) -> bool:
        return place.product_id == goods.product_id

    def has_same(place: Place) -> bool:
        return _lying(content, place).get((goods.product_id, goods.lot), 0) > 0

    def is_zone(place: Place) -> bool:
        return bool(goods.goods_class) and tree.class_of(place.id) == goods.goods_class and is_empty(place)

    def is_free(place: Place) -> bool:
        return not tree.class_of(place.id) and is_empty(place)

    def is_empty(place: Place) -> bool:
        return not any(_lying(content, place).values())

    return ((Rule.FIXED, is_fixed), (Rule.SAME, has_same), (Rule.ZONE, is_zone), (Rule.EMPTY, is_free))


def _has_room(place: Place, content: Content, goods: Goods) -> bool:
    return not place.holds_milli or _taken_milli(place, content) + goods.quantity_milli <= place.holds_milli


def _taken_milli(place: Place, content: Content) -> int:
    return sum(milli for milli in _lying(content, place).values() if milli > 0)


def _lying(content: Content, place: Place) -> Mapping[tuple[str, str], int]:
    return content.get(place.id, {})


def _order(place: Place) -> tuple[int, str]:
    return place.put_sequence or _LAST, place.code
