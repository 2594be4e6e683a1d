"""Promotions on the receipt: so much off all their goods together, after the discounts of the lines.

Nearly every scan moves a cent on nearly every line here, so portions stand in plain columns, and nothing is an object.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from desktop.domain.discount import WHOLE_PPM
from desktop.domain.offers.best import OfferOrder, orders
from desktop.domain.offers.near import Near
from desktop.domain.offers.portions import blocking, touching
from desktop.domain.offers.promotion import Promotion
from desktop.domain.rounding import allocate, half_up

Lot = tuple[int, int]
"""A portion as the receipt sees it: what is left to pay, and flags."""


class Receipt(NamedTuple):
    """What is left of all portions, their flags, and what was `given`: the promotion's position, portions, amounts."""

    left_minor: Sequence[int]
    flags: Sequence[int]
    given: tuple[tuple[int, Sequence[int], Sequence[int]], ...] = ()


def give_on_receipt(
    lots: Sequence[Lot], promotions: Sequence[Promotion], about: Mapping[int, Sequence[int]], order: OfferOrder
) -> Receipt:
    """Give the receipt after its promotions, the customer's best or in their order; `about` says the lots of each."""
    receipt = Receipt([left for left, _ in lots], [flags for _, flags in lots])
    positions = sorted(about)
    if order == "fixed":
        return _applied(receipt, promotions, about, positions)
    alone = {one: sum(_gift(receipt, promotions[one], about[one])[1]) for one in positions}
    tried = orders(promotions, [one for one in positions if alone[one]], alone)
    made = [_applied(receipt, promotions, about, one) for one in tried]
    return min(made, key=lambda one: sum(one.left_minor)) if len(made) > 1 else made[0]


def near_on_receipt(receipt: Receipt, position: int, promotion: Promotion, about: Sequence[int]) -> Near | None:
    """Say what money is missing for a promotion; None when it is far off or gave something."""
    if any(position == given for given, _, _ in receipt.given):
        return None
    blocked = blocking(promotion)
    held = sum([receipt.left_minor[lot] for lot in about if not receipt.flags[lot] & blocked])
    missing = promotion.from_minor - held
    return Near(position, 0, missing) if 0 < missing <= promotion.from_minor // 2 else None


def _applied(
    receipt: Receipt, promotions: Sequence[Promotion], about: Mapping[int, Sequence[int]], order: Iterable[int]
) -> Receipt:
    for position in order:
        promotion = promotions[position]
        used, offs = _gift(receipt, promotion, about[position])
        total = sum(offs)
        if not total:
            continue
        if promotion.max_minor and total > promotion.max_minor:
            offs = allocate(promotion.max_minor, offs)
        left, flags, flag = list(receipt.left_minor), list(receipt.flags), touching(promotion)
        for lot, off in zip(used, offs, strict=True):
            left[lot] -= off
            flags[lot] |= flag
        receipt = Receipt(left, flags, (*receipt.given, (position, used, offs)))
    return receipt


def _gift(receipt: Receipt, promotion: Promotion, about: Sequence[int]) -> tuple[list[int], list[int]]:
    """Lots that count for a promotion once they come to enough, and what it takes off each."""
    blocked, left, flags = blocking(promotion), receipt.left_minor, receipt.flags
    used = [lot for lot in about if left[lot] and not flags[lot] & blocked]
    worth = [left[lot] for lot in used]
    base = sum(worth)
    if base < max(1, promotion.from_minor):
        return [], []
    off = promotion.amount_minor or half_up(base * promotion.percent_ppm, WHOLE_PPM)
    return used, allocate(min(off, base), worth)
