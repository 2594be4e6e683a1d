"""Promotions on a whole cart: first those on goods, then the discounts of the lines, then those on the receipt.

Lines are worked out in an order of their content, never in that of the scans, so any order of scans costs the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.domain.cart import Cart, CartLine
from desktop.domain.discount import reduction_minor
from desktop.domain.explanation import Step
from desktop.domain.offers.best import (
    give_on_goods,
    give_on_receipt,
    lines_by_position,
)
from desktop.domain.offers.ledger import Ledger
from desktop.domain.offers.matching import Goods, Index
from desktop.domain.offers.near import Near, find_near
from desktop.domain.offers.portions import Portion, State
from desktop.domain.offers.reasons import near_step, reason
from desktop.domain.pricing_line import LinePromotion
from desktop.domain.rounding import allocate
from desktop.domain.shop import Shop

MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Given:
    """What a promotion gave on one line, and the step that says so."""

    promotion: LinePromotion
    step: Step

    def __hash__(self) -> int:
        """The step follows from the promotion; a priced line is looked up by this at every scan."""
        return hash((self.promotion.id, self.promotion.amount_minor))


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


class _Work:
    """The cart's goods in the order of their content, and what has been given on them."""

    def __init__(self, cart: Cart, grosses: Sequence[int], shop: Shop) -> None:
        self.cart, self.shop, self.index = cart, shop, cart.offers.index
        self.promotions = self.index.promotions
        self.order = content_order(cart, grosses)
        self.lines = [cart.lines[number] for number in self.order]
        self.goods = [_goods(line, grosses[number]) for line, number in zip(self.lines, self.order, strict=True)]
        self.ledger = _ledger(self.index, cart.currency)
        self.numbers = [self.ledger.begin(goods) for goods in self.goods]
        self.given: list[dict[int, int]] = [{} for _ in self.goods]
        self.own = [0] * len(self.goods)
        self.near: list[Near] = []
        active = self.index.active(cart.buyer, cart.offers.day, {coupon.promotion_id for coupon in cart.coupons})
        matches = self.index.matches(self.goods, active)
        self.on_goods, self.on_receipt = [one[0] for one in matches], [one[1] for one in matches]

    def left_minor(self, line: int) -> int:
        """What is left to pay for a line."""
        return self.goods[line].gross_minor - sum(self.given[line].values()) - self.own[line]


def apply_offers(cart: Cart, grosses: Sequence[int], shop: Shop) -> Applied:
    """Work out the promotions of a cart whose lines cost `grosses` by themselves."""
    if not cart.offers.promotions:
        own = [reduction_minor(line.discount, gross) for line, gross in zip(cart.lines, grosses, strict=True)]
        bases = [gross - off for gross, off in zip(grosses, own, strict=True)]
        return Applied(content_order(cart, grosses) if cart.discount else (), [()] * len(bases), own, bases)
    work = _Work(cart, grosses, shop)
    _apply_to_goods(work)
    for number, line in enumerate(work.lines):
        work.own[number] = reduction_minor(line.discount, work.left_minor(number))
    _apply_to_receipt(work)
    return _in_order_of_scans(work)


def content_order(cart: Cart, grosses: Sequence[int]) -> list[int]:
    """Numbers of the lines in an order that depends on what they are and not on when they were scanned."""
    return sorted(range(len(grosses)), key=lambda number: _content(cart.lines[number], grosses[number]))


def _content(line: CartLine, gross: int) -> tuple[object, ...]:
    discount = line.discount
    given = (discount.kind, discount.value, discount.limit_ppm) if discount else ()
    labelled = line.fixed_total_minor is not None
    goods = (line.product_id, line.sku, line.category, line.quantity_milli, gross)
    return (*goods, line.rate_ppm, line.weighed, labelled, given)


def _goods(line: CartLine, gross: int) -> Goods:
    labelled = line.fixed_total_minor is not None
    countable = not (labelled or line.weighed or line.quantity_milli % 1000)
    return Goods(line.product_id, line.sku, line.category, line.quantity_milli, gross, countable, labelled)


def _ledger(index: Index, currency: str) -> Ledger:
    known: Ledger | None = index.memory.get(currency)
    if known is None or known.full:
        index.memory.clear()
        known = index.memory[currency] = Ledger(index.promotions, currency)
    return known


def _apply_to_goods(work: _Work) -> None:
    lines = lines_by_position(work.on_goods)
    steps = give_on_goods(work.ledger, work.promotions, work.on_goods, work.numbers, work.shop.offer_order)
    for position, about, offs in steps:
        for line, off in zip(about, offs, strict=True):
            if off:
                work.given[line][position] = off
    numbers = work.numbers
    near = (work.ledger.near(one, tuple([numbers[line] for line in about])) for one, about in lines.items())
    work.near.extend(one for one in near if one is not None)


def _apply_to_receipt(work: _Work) -> None:
    lines = lines_by_position(work.on_receipt)
    if not lines:
        return
    state = State(work.goods, [_after_own(work, number) for number in range(len(work.goods))], work.given)
    positions = sorted(lines)
    state = give_on_receipt(state, work.promotions, positions, lines, work.shop.offer_order)
    work.given = state.given
    near = (find_near(state, one, work.promotions[one], lines[one]) for one in positions)
    work.near.extend(one for one in near if one is not None)


def _after_own(work: _Work, number: int) -> list[Portion]:
    """Portions of a line, less the line's own discount."""
    portions = work.ledger.portions(work.numbers[number], number)
    if work.own[number]:
        shares = allocate(work.own[number], [one.left_minor for one in portions])
        for portion, share in zip(portions, shares, strict=True):
            portion.left_minor -= share
    return portions


def _in_order_of_scans(work: _Work) -> Applied:
    count, currency = len(work.order), work.cart.currency
    given: list[tuple[Given, ...]] = [()] * count
    own, bases = [0] * count, [0] * count
    for at, number in enumerate(work.order):
        if work.given[at]:
            given[number] = tuple(_given(work.index, one, currency) for one in sorted(work.given[at].items()))
        own[number], bases[number] = work.own[at], work.left_minor(at)
    near = sorted(work.near, key=lambda one: one.position)[:MOST_NEAR]
    return Applied(work.order, given, own, bases, tuple(_near_miss(work.index, one, currency) for one in near))


def _given(index: Index, what: tuple[int, int], currency: str) -> Given:
    """The same gift is the same object, so that the priced line is found quickly."""
    key = (what, currency)
    known: Given | None = index.memory.get(key)
    if known is None:
        promotion, off = index.promotions[what[0]], what[1]
        known = Given(LinePromotion(promotion.id, promotion.name, off), reason(promotion, off, currency))
        index.memory[key] = known
    return known


def _near_miss(index: Index, near: Near, currency: str) -> NearMiss:
    promotion = index.promotions[near.position]
    return NearMiss(promotion.id, promotion.name, near_step(promotion, near, currency))


def fired(lines: Iterable[Sequence[LinePromotion]]) -> tuple[LinePromotion, ...]:
    """Add up what promotions gave, over all lines."""
    sums: dict[tuple[str, str], int] = {}
    for promotions in lines:
        for one in promotions:
            sums[one.id, one.name] = sums.get((one.id, one.name), 0) + one.amount_minor
    return tuple(LinePromotion(id_, name, amount) for (id_, name), amount in sums.items())
