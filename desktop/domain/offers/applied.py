"""Promotions on a whole cart: first those on goods, then the discounts of the lines, then those on the receipt.

Lines are worked out in an order of their content, never in that of the scans, so any order of scans costs the same.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.domain.cart import Cart, CartLine
from desktop.domain.discount import reduction_minor
from desktop.domain.explanation import Step
from desktop.domain.offers.best import Terms, apply_all, group_by_goods, lines_of, work_out
from desktop.domain.offers.matching import Goods, Index
from desktop.domain.offers.near import Near, find_near
from desktop.domain.offers.portions import Portion, State
from desktop.domain.offers.reasons import near_step, reason
from desktop.domain.pricing_line import LinePromotion
from desktop.domain.rounding import allocate
from desktop.domain.shop import Shop

MOST_NEAR = 5


class Given(NamedTuple):
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


class _Work:
    """The cart's goods in the order of their content, and what has been given on them."""

    def __init__(self, cart: Cart, grosses: Sequence[int], shop: Shop) -> None:
        self.cart, self.index = cart, cart.offers.index
        self.order = content_order(cart, grosses)
        self.lines = [cart.lines[number] for number in self.order]
        self.goods = [_goods(line, grosses[number]) for line, number in zip(self.lines, self.order, strict=True)]
        self.portions: list[Sequence[Portion]] = [()] * len(self.goods)
        self.given: list[dict[int, int]] = [{} for _ in self.goods]
        self.own = [0] * len(self.goods)
        self.near: list[Near] = []
        self.terms = Terms(shop.offer_order, cart.currency)
        coupons = {coupon.promotion_id for coupon in cart.coupons}
        active = self.index.active(cart.buyer, cart.offers.day, coupons)
        self.on_receipt = tuple(sorted(one for one in active if self.index.promotions[one].kind == "ticket"))
        self.on_goods = active.difference(self.on_receipt)

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
    if work.on_receipt:
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


def _apply_to_goods(work: _Work) -> None:
    index, active = work.index, work.on_goods
    matches = [tuple(one for one in index.matches(goods) if one in active) for goods in work.goods]
    for positions, numbers in group_by_goods(matches):
        outcome = work_out(index, positions, [work.goods[number] for number in numbers], work.terms)
        work.near.extend(outcome.near)
        for number, portions, given in zip(numbers, outcome.lines, outcome.given, strict=True):
            work.portions[number], work.given[number] = portions, dict(given)


def _apply_to_receipt(work: _Work) -> None:
    state = State(work.goods, [_after_own(work, number) for number in range(len(work.goods))], work.given)
    state = apply_all(work.index, work.on_receipt, state, work.terms)
    work.given = state.given
    lines = lines_of(work.index, work.on_receipt, work.goods)
    near = (find_near(state, one, work.index.promotions[one], lines[one]) for one in work.on_receipt)
    work.near.extend(one for one in near if one is not None)


def _after_own(work: _Work, number: int) -> list[Portion]:
    """Portions of a line, less the line's own discount."""
    goods = work.goods[number]
    known = work.portions[number] or [Portion(number, goods.quantity_milli, goods.gross_minor)]
    shares = allocate(work.own[number], [one.left_minor for one in known])
    return [
        Portion(number, one.quantity_milli, one.left_minor - share, one.flags, one.by)
        for one, share in zip(known, shares, strict=True)
    ]


def _in_order_of_scans(work: _Work) -> Applied:
    count = len(work.order)
    given: list[tuple[Given, ...]] = [()] * count
    own, bases = [0] * count, [0] * count
    for at, number in enumerate(work.order):
        given[number] = _given(work.index, work.given[at], work.cart.currency)
        own[number], bases[number] = work.own[at], work.left_minor(at)
    near = sorted(work.near, key=lambda one: one.position)[:MOST_NEAR]
    return Applied(
        work.order, given, own, bases, tuple(_near_miss(work.index, one, work.cart.currency) for one in near)
    )


def _given(index: Index, amounts: dict[int, int], currency: str) -> tuple[Given, ...]:
    if not amounts:
        return ()
    return tuple(_one_given(index, position, amounts[position], currency) for position in sorted(amounts))


def _one_given(index: Index, position: int, off: int, currency: str) -> Given:
    promotion = index.promotions[position]
    return Given(LinePromotion(promotion.id, promotion.name, off), reason(promotion, off, currency))


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
