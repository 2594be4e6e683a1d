"""Promotions on a whole cart: first those on goods, then the discounts of the lines, then those on the receipt.

Lines are worked out in an order of their content, never in that of the scans, so any order of scans costs the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from operator import sub
from typing import NamedTuple

from desktop.domain.cart import Cart, CartLine
from desktop.domain.discount import Discount, reduction_minor
from desktop.domain.explanation import Step
from desktop.domain.offers.best import OfferOrder
from desktop.domain.offers.clusters import Clusters, Look, Offs
from desktop.domain.offers.ledger import Ledger
from desktop.domain.offers.matching import NO_MATCHES, Goods, Index, Matches
from desktop.domain.offers.near import Near
from desktop.domain.offers.on_receipt import Lot, give_on_receipt, near_on_receipt
from desktop.domain.offers.promotion import Promotion
from desktop.domain.offers.reasons import near_step, reason
from desktop.domain.pricing_line import LinePromotion
from desktop.domain.remembered import Remembered
from desktop.domain.rounding import allocate
from desktop.domain.shop import Shop

MOST_NEAR = 5
CARTS_KEPT = 4
"""Of which what was worked out is kept from step to step; somebody sells one, and others wait."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a promotion gave on one line, and the step that says so."""

    promotion: LinePromotion
    step: Step


class NearMiss(NamedTuple):
    """A promotion that nearly fired, and the step that says what is missing."""

    promotion_id: str
    promotion: str
    step: Step


class Applied(NamedTuple):
    """What promotions and the lines' own discounts leave; the sequences have one value for each line of the cart.

    `order` are the numbers of the lines in the order of their content.
    """

    order: Sequence[int]
    given: Sequence[tuple[Given, ...]]
    own: Sequence[int]
    bases: Sequence[int]
    near: tuple[NearMiss, ...] = ()


def apply_offers(cart: Cart, grosses: Sequence[int], discounts: Sequence[Discount | None], shop: Shop) -> Applied:
    """Work out the promotions of a cart whose lines cost `grosses` by themselves and have `discounts` of their own."""
    if not cart.offers.promotions:
        own = _own(discounts, grosses)
        order: Sequence[int] = content_order(cart, grosses) if cart.discount else ()
        return Applied(order, [()] * len(own), own, _less(grosses, own))
    index = cart.offers.index
    active = index.active(cart.buyer, cart.offers.day, {coupon.promotion_id for coupon in cart.coupons})
    work = _work(cart, shop.offer_order)
    looks = work.looks.follow(cart.lines, grosses, work.matches(active).follow(cart.lines))
    work.clusters.follow(looks)
    left = list(map(work.ledger.left_minor.__getitem__, work.clusters.after))
    own = _own(discounts, left)
    if not index.on_receipt.isdisjoint(active):
        return _apply_to_receipt(work, looks, left, own)
    given = work.given.follow(list(work.clusters.offs))
    order = work.clusters.order if cart.discount else ()
    return Applied(order, given, own, _less(left, own), _nearest(work, work.clusters.near))


class _Work:
    """What is kept of one cart from step to step."""

    def __init__(self, cart: Cart, ledger: Ledger, order: OfferOrder) -> None:
        self.index, self.ledger, self.order, self.currency = cart.offers.index, ledger, order, cart.currency
        self._active = frozenset[int]()
        self._matches = Remembered(partial(_matches, self.index, self._active))
        self.looks = Remembered(partial(_look, ledger))
        self.clusters = Clusters(ledger, self.index.promotions, order)
        self.lots = Remembered(partial(_lots, ledger))
        self.given = Remembered(partial(_given, self.index, self.currency))

    def matches(self, active: frozenset[int]) -> Remembered[Matches]:
        """The promotions that each line can be in of those that are active; one more of them touches its lines only."""
        if active != self._active:
            self._active, self._matches = active, Remembered(partial(_matches, self.index, active))
        return self._matches


def _work(cart: Cart, order: OfferOrder) -> _Work:
    """Give what is kept of this cart; the oldest of too many carts is forgotten."""
    ledger, key = _ledger(cart.offers.index, cart.currency), (cart.id, order)
    known: _Work | None = ledger.carts.get(key)
    if known is None:
        if len(ledger.carts) >= CARTS_KEPT:
            del ledger.carts[next(iter(ledger.carts))]
        known = ledger.carts[key] = _Work(cart, ledger, order)
    return known


def _own(discounts: Sequence[Discount | None], left: Sequence[int]) -> list[int]:
    """What the lines' own discounts take off what is left."""
    if not any(discounts):  # on nearly every ticket
        return [0] * len(left)
    return [reduction_minor(one, rest) if one else 0 for one, rest in zip(discounts, left, strict=True)]


def _less(left: Sequence[int], own: Sequence[int]) -> list[int]:
    return list(map(sub, left, own)) if any(own) else list(left)


def content_order(cart: Cart, grosses: Sequence[int]) -> list[int]:
    """Numbers of the lines in an order that depends on what they are and not on when they were scanned."""
    return sorted(range(len(grosses)), key=lambda number: _content(cart.lines[number], grosses[number]))


def _content(line: CartLine, gross: int) -> tuple[object, ...]:
    discount = line.discount
    given = (discount.kind, discount.value, discount.limit_ppm) if discount else ()
    labelled = line.fixed_total_minor is not None
    goods = (line.product_id, line.sku, line.category, line.quantity_milli, gross)
    return (*goods, line.rate_ppm, line.weighed, labelled, given)


def _matches(index: Index, active: frozenset[int], line: CartLine) -> Matches:
    is_money = line.detail is not None and line.detail.gift  # a certificate is worth what it costs
    return NO_MATCHES if is_money else index.matches(line.product_id, line.sku, line.category, active)


def _look(ledger: Ledger, line: CartLine, gross: int, matches: Matches) -> Look:
    labelled = line.fixed_total_minor is not None
    countable = not (labelled or line.weighed or line.quantity_milli % 1000)
    goods = Goods(line.product_id, line.sku, line.category, line.quantity_milli, gross, countable, labelled)
    return Look(_content(line, gross), goods, ledger.begin(goods), *matches)


def _ledger(index: Index, currency: str) -> Ledger:
    known: Ledger | None = index.memory.get(currency)
    if known is None or known.full:
        index.memory.clear()
        known = index.memory[currency] = Ledger(index.promotions, currency)
    return known


def _apply_to_receipt(work: _Work, looks: Sequence[Look], left: Sequence[int], own: Sequence[int]) -> Applied:
    """Go on with the promotions on the receipt, for which all lines count."""
    clusters, promotions = work.clusters, work.index.promotions
    lots = work.lots.follow(list(clusters.after), own)
    line_of = [line for line in clusters.order for _ in lots[line]]
    seen = [looks[line].on_receipt for line in line_of]
    about = {
        position: [lot for lot, positions in enumerate(seen) if position in positions]
        for position in sorted(set(chain.from_iterable(seen)))
    }
    flat = list(chain.from_iterable([lots[line] for line in clusters.order]))
    receipt = give_on_receipt(flat, promotions, about, work.order)
    near = [near_on_receipt(receipt, one, promotions[one], about[one]) for one in about]
    offs, bases = list(clusters.offs), _less(left, own)
    for position, used, taken in receipt.given:
        by_line = dict.fromkeys(map(line_of.__getitem__, used), 0)
        for lot, off in zip(used, taken, strict=True):
            by_line[line_of[lot]] += off
        for line, off in by_line.items():
            bases[line] -= off
            if off:
                offs[line] += ((position, off),)
    nearest = _nearest(work, [*clusters.near, *(one for one in near if one is not None)])
    return Applied(clusters.order, work.given.follow(offs), own, bases, nearest)


def _lots(ledger: Ledger, number: int, own: int) -> list[Lot]:
    """Portions of a line, less the line's own discount."""
    lots = ledger.lots(number)
    if not own:
        return lots
    shares = allocate(own, [left for left, _ in lots])
    return [(left - share, flags) for (left, flags), share in zip(lots, shares, strict=True)]


def _given(index: Index, currency: str, offs: Offs) -> tuple[Given, ...]:
    return tuple([_gift(index, off, currency) for off in sorted(offs)])


def _gift(index: Index, what: tuple[int, int], currency: str) -> Given:
    """The same gift is the same object, so that the priced line is found quickly."""
    key = (what, currency)
    known: Given | None = index.memory.get(key)
    if known is None:
        promotion, off = index.promotions[what[0]], what[1]
        known = Given(LinePromotion(promotion.id, promotion.name, off), reason(promotion, off, currency))
        index.memory[key] = known
    return known


def _nearest(work: _Work, near: Sequence[Near]) -> tuple[NearMiss, ...]:
    first = sorted(near, key=lambda one: one.position)[:MOST_NEAR]
    return tuple(_near_miss(work.index.promotions[one.position], one, work.currency) for one in first)


def _near_miss(promotion: Promotion, near: Near, currency: str) -> NearMiss:
    return NearMiss(promotion.id, promotion.name, near_step(promotion, near, currency))
