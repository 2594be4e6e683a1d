"""Which promotions a line can be in: indexed once for a pinned set, so that a scan asks a dictionary."""

from calendar import isleap
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from desktop.domain.offers.buyer import Buyer
from desktop.domain.offers.promotion import Part, Promotion


class Goods(NamedTuple):
    """A line as promotions see it; `countable` goods come in whole units that nobody weighed and no label priced."""

    product_id: str
    sku: str
    category: str
    quantity_milli: int
    gross_minor: int
    countable: bool
    labelled: bool


Matches = tuple[tuple[int, ...], tuple[int, ...]]
"""Positions of the promotions on goods and of those on the receipt, both ascending."""

NO_MATCHES: Matches = ((), ())


class Index:
    """The promotions of a pinned set by product, SKU and category; the positions of promotions are their names here.

    `memory` is for what has been worked out for this set: the whole cart is priced at every scan, and hardly a line has
    changed.
    """

    def __init__(self, promotions: Sequence[Promotion]) -> None:
        self.promotions = promotions
        self.memory: dict[Any, Any] = {}
        self.places = {one.id: place for place, one in enumerate(promotions)}
        self._about: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.on_receipt = frozenset(place for place, one in enumerate(promotions) if one.kind == "ticket")
        self._matches: dict[frozenset[int], dict[tuple[str, str, str], Matches]] = {}
        for position, promotion in enumerate(promotions):
            for key in _keys(promotion):
                self._about[key].append(position)

    def matches(self, product_id: str, sku: str, category: str, active: frozenset[int]) -> Matches:
        """Positions of the active promotions on such goods and of those on the receipt."""
        known, key = self._matches.setdefault(active, {}), (product_id, sku, category)
        return known.get(key) or known.setdefault(key, self._match(key, active))

    def _match(self, goods: tuple[str, str, str], active: frozenset[int]) -> Matches:
        asked = (("", ""), *zip(("product", "sku", "category"), goods, strict=True))
        about = active.intersection(position for one in asked for position in self._about.get(one, ()))
        return tuple(sorted(about - self.on_receipt)), tuple(sorted(about & self.on_receipt))

    def active(self, buyer: Buyer | None, day: str, coupons: Collection[str]) -> frozenset[int]:
        """Positions of the promotions for this buyer and these promotions' coupons, on this day."""
        return frozenset(
            position
            for position, promotion in enumerate(self.promotions)
            if not (promotion.coupon and promotion.id not in coupons) and is_for(promotion, buyer, day)
        )


def is_for(promotion: Promotion, buyer: Buyer | None, day: str) -> bool:
    """Tell whether a promotion is for this buyer on this day."""
    if promotion.groups and (buyer is None or buyer.group not in promotion.groups):
        return False
    if not promotion.birthday:
        return True
    return buyer is not None and has_birthday(buyer.birthday, day, promotion.birthday_days)


def has_birthday(birthday: str, day: str, days: int) -> bool:
    """Tell whether a birthday (MM-DD) is within so many days of a day; 29 February is kept on the 28th."""
    if not birthday or not day:
        return False
    today = date.fromisoformat(day)
    near = (today + timedelta(days=shift) for shift in range(-days, days + 1))
    return any(_is_birthday(birthday, one) for one in near)


def _is_birthday(birthday: str, day: date) -> bool:
    kept = "02-28" if birthday == "02-29" and not isleap(day.year) else birthday
    return day.strftime("%m-%d") == kept


def in_part(part: Part, goods: Goods) -> bool:
    """Tell whether goods can be this part of a combo."""
    return goods.product_id in part.product_ids or goods.sku in part.skus or goods.category in part.categories


def _keys(promotion: Promotion) -> Iterable[tuple[str, str]]:
    if promotion.kind == "combo":
        return dict.fromkeys(key for part in promotion.parts for key in _named(part))
    return dict.fromkeys(_named(promotion)) or [("", "")]


def _named(about: Part | Promotion) -> list[tuple[str, str]]:
    return [
        *(("product", one) for one in about.product_ids),
        *(("sku", one) for one in about.skus),
        *(("category", one) for one in about.categories),
    ]
