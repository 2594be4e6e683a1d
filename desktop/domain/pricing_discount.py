"""The discount on a whole cart: spread over the lines in proportion, within the limits, whatever their order."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.domain.cart import Cart
from desktop.domain.discount import WHOLE_PPM, Discount, allowed_minor, reduction_minor
from desktop.domain.rounding import allocate


class Spread(NamedTuple):
    """What a cart's discount falls on: for each line what its own discount took, and what is left."""

    cart: Cart
    order: Sequence[int]
    own: Sequence[int]
    bases: Sequence[int]

    def goods_minor(self) -> list[int]:
        """What is left of each line that can be given for less; a gift certificate is worth what it costs."""
        lines = zip(self.cart.lines, self.bases, strict=True)
        return [0 if line.detail is not None and line.detail.gift else base for line, base in lines]


def spread(over: Spread, reduction: int | None = None) -> list[int]:
    """Give each line's share; its own discount and its share together keep to what was allowed."""
    discount = over.cart.discount
    if discount is None:
        return [0] * len(over.bases)
    goods = over.goods_minor()
    if reduction is None:
        reduction = reduction_minor(discount, sum(goods))
    shares = [0] * len(over.bases)
    parts = allocate(reduction, [goods[number] for number in over.order])
    for number, share in zip(over.order, parts, strict=True):
        shares[number] = _within(over, number, share, discount)
    return shares


def _within(over: Spread, number: int, share: int, discount: Discount) -> int:
    own = over.cart.lines[number].discount
    if own is None:
        return share
    whole = over.own[number] + over.bases[number]
    allowed = -(-whole * max(own.limit_ppm, discount.limit_ppm) // WHOLE_PPM)
    return max(0, min(share, allowed - over.own[number]))


def reduce_to(over: Spread, pays: Callable[[list[int]], int]) -> list[int]:
    """Give the shares with which the customer pays the target, or as little above it as the limit allows.

    Where tax comes on top, and rounding leaves the target out, the customer pays the next amount below it.
    """
    discount = over.cart.discount
    if discount is None:
        return spread(over)
    low, high = 0, allowed_minor(discount, sum(over.goods_minor()))
    while low < high:
        middle = (low + high) // 2
        if pays(spread(over, middle)) > discount.value:
            low = middle + 1
        else:
            high = middle
    return spread(over, low)
