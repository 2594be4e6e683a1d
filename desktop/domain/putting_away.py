"""Where goods are best put: one suggestion and the rule that gave it. Pure.

The rules in their order: the bin that is kept for the product; a bin where the same product and lot lies; an empty bin
of the zone for its class; any empty bin. Within a rule the put-away sequence decides, then the code. A bin that is kept
for another product, or for goods of another class, is suggested to nobody, and none without room.
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
class Goods:
    """What is put away; `goods_class` is what its zone is found by, the quantity is in thousandths."""

    product_id: str
    quantity_milli: int
    lot: str = ""
    goods_class: str = ""


Content = Mapping[str, Mapping[tuple[str, str], int]]
"""Place -> (product, lot) -> thousandths, for what lies there or is on its way there."""


def suggest(tree: Tree, content: Content, goods: Goods) -> Suggestion | None:
    """Give the bin where these goods go best, None where no rule has one."""
    bins = sorted((place for place in tree.places.values() if place.kind == "bin" and place.active), key=_order)
    open_to = [place for place in bins if place.product_id in ("", goods.product_id)]
    fitting = [place for place in open_to if _has_room(place, content, goods)]
    for rule, holds in _rules(tree, content, goods):
        for place in fitting:
            if holds(place):
                return Suggestion(place, rule)
    return None


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
    taken = sum(milli for milli in _lying(content, place).values() if milli > 0)
    return not place.holds_milli or taken + goods.quantity_milli <= place.holds_milli


def _lying(content: Content, place: Place) -> Mapping[tuple[str, str], int]:
    return content.get(place.id, {})


def _order(place: Place) -> tuple[int, str]:
    return place.put_sequence or _LAST, place.code
