"""Combos: different goods together for one price, with a gift."""

from collections.abc import Sequence

from desktop.domain.discount import WHOLE_PPM
from desktop.domain.offers.matching import in_part
from desktop.domain.offers.portions import Gift, Portion, State, dearest_first
from desktop.domain.offers.promotion import Promotion
from desktop.domain.rounding import allocate, half_up

Picked = list[tuple[int, Portion, int]]
"""Part, portion and units of one set."""


def give_combo(state: State, promotion: Promotion, lines: Sequence[int], currency: str) -> Gift:
    """Make sets of the parts, the dearest goods first, until one part is missing; each set is paid for as one."""
    runs = part_runs(state, promotion, lines)
    offs: list[tuple[Portion, int]] = []
    sets = promotion.max_times or None
    while sets is None or sets > 0:
        picked = _pick(promotion, runs)
        if not picked:
            break
        times = min(_held(portion) // _asked(picked, portion) for _, portion, _ in picked)
        times = times if sets is None else min(times, sets)
        made = _offs(promotion, _taken(state, picked, times, runs), times)
        if not sum(off for _, off in made):
            break
        offs.extend(made)
        sets = None if sets is None else sets - times
    return Gift(offs, [one for one, _ in offs])


def part_runs(state: State, promotion: Promotion, lines: Sequence[int]) -> list[list[Portion]]:
    """For each part the portions that it can be made of, the dearest first."""
    portions = dearest_first(state.open_to(promotion, lines))
    return [[one for one in portions if in_part(part, state.goods[one.line])] for part in promotion.parts]


def _pick(promotion: Promotion, runs: Sequence[Sequence[Portion]]) -> Picked:
    """Goods for one set, parts with the least choice first; nothing when a part is missing."""
    picked: Picked = []
    for number in sorted(range(len(runs)), key=lambda number: (len(runs[number]), number)):
        units = promotion.parts[number].quantity_milli // 1000
        for portion in runs[number]:
            free = min(units, _held(portion) - _asked(picked, portion))
            if free > 0:
                picked.append((number, portion, free))
                units -= free
        if units > 0:
            return []
    return picked


def _held(portion: Portion) -> int:
    return portion.quantity_milli // 1000


def _asked(picked: Picked, portion: Portion) -> int:
    return sum(units for _, one, units in picked if one is portion)


def _taken(state: State, picked: Picked, times: int, runs: Sequence[list[Portion]]) -> list[tuple[int, Portion]]:
    """Split off what so many sets need; portions that are used up leave the runs."""
    taken = [(number, state.take(portion, units * times * 1000)) for number, portion, units in picked]
    spent = {id(lot) for _, lot in taken}
    for run in runs:
        run[:] = [portion for portion in run if id(portion) not in spent]
    return taken


def _offs(promotion: Promotion, taken: Sequence[tuple[int, Portion]], times: int) -> list[tuple[Portion, int]]:
    """Gifts are free; what is left of the price of the rest is spread over it."""
    gifts = [(lot, lot.left_minor) for number, lot in taken if promotion.parts[number].gift]
    paid = [lot for number, lot in taken if not promotion.parts[number].gift]
    worth = [lot.left_minor for lot in paid]
    if promotion.price_minor:
        off = max(0, sum(worth) - times * promotion.price_minor)
    else:
        off = min(sum(worth), half_up(sum(worth) * promotion.percent_ppm, WHOLE_PPM))
    return [*gifts, *zip(paid, allocate(off, worth), strict=True)]
