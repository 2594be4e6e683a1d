"""What each kind of promotion on goods would give on the portions that are open to it."""

from collections.abc import Callable, Sequence

from desktop.domain.discount import WHOLE_PPM
from desktop.domain.offers.combos import give_combo
from desktop.domain.offers.portions import Gift, Portion, State, dearest_first
from desktop.domain.offers.promotion import Promotion
from desktop.domain.product import amount_minor
from desktop.domain.rounding import allocate, half_up

Giving = Callable[[State, Promotion, Sequence[int], str], Gift]


def give(state: State, promotion: Promotion, lines: Sequence[int], currency: str) -> Gift:
    """Work out what a promotion gives on these lines now; the state may be split finer, and nothing is taken yet."""
    return _GIVINGS[promotion.kind](state, promotion, lines, currency)


def _give_each(state: State, promotion: Promotion, lines: Sequence[int], currency: str) -> Gift:
    """Give something on every unit, the dearest first where their number is limited."""
    portions = state.open_to(promotion, lines)
    if promotion.from_milli and sum(one.quantity_milli for one in portions) < promotion.from_milli:
        return Gift()
    if promotion.max_times:
        portions = _at_most(state, portions, promotion.max_times * 1000)
    offs = [(one, _off(state, promotion, one, currency)) for one in portions]
    return Gift(offs, [one for one, off in offs if off > 0])


def _at_most(state: State, portions: Sequence[Portion], limit_milli: int) -> list[Portion]:
    taken: list[Portion] = []
    for portion in dearest_first(portions):
        if limit_milli <= 0:
            break
        taken.append(state.take(portion, limit_milli))
        limit_milli -= taken[-1].quantity_milli
    return taken


def _off(state: State, promotion: Promotion, portion: Portion, currency: str) -> int:
    left = portion.left_minor
    if promotion.kind == "percent":
        return min(left, half_up(left * promotion.percent_ppm, WHOLE_PPM))
    if promotion.kind == "amount":
        return min(left, half_up(promotion.amount_minor * portion.quantity_milli, 1000))
    if state.goods[portion.line].labelled:
        return 0
    return max(0, left - amount_minor(promotion.price_e4, portion.quantity_milli, currency))


def _give_free(state: State, promotion: Promotion, lines: Sequence[int], currency: str) -> Gift:
    """Of every `buy` + `get` units, the dearest sets first, the cheapest `get` are free or reduced."""
    groups: dict[str, list[Portion]] = {}
    for portion in state.open_to(promotion, lines):
        product = state.goods[portion.line].product_id if promotion.same_product else ""
        groups.setdefault(product, []).append(portion)
    offs: list[tuple[Portion, int]] = []
    used: list[Portion] = []
    times = promotion.max_times or None
    for product in sorted(groups):
        made = _free_of(state, promotion, dearest_first(groups[product]), times, (offs, used))
        times = None if times is None else times - made
    return Gift(offs, used)


def _free_of(
    state: State,
    promotion: Promotion,
    runs: Sequence[Portion],
    times: int | None,
    gift: tuple[list[tuple[Portion, int]], list[Portion]],
) -> int:
    """Add to `gift` what the sets of these runs give; gives how many sets there are."""
    buy, size = promotion.buy_milli // 1000, (promotion.buy_milli + promotion.get_milli) // 1000
    if size <= buy:
        return 0
    sets = sum(run.quantity_milli for run in runs) // 1000 // size
    sets = sets if times is None else min(sets, times)
    at, end = 0, sets * size
    for run in runs:
        units = min(run.quantity_milli // 1000, end - at)
        if units <= 0:
            break
        taken = state.take(run, units * 1000)
        free = _free_before(at + units, buy, size) - _free_before(at, buy, size)
        at += units
        gift[0].append((taken, half_up(taken.left_minor * free * promotion.percent_ppm, units * WHOLE_PPM)))
        gift[1].append(taken)
    return sets


def _free_before(units: int, buy: int, size: int) -> int:
    """How many of the first `units` are free, when of every `size` those after `buy` are."""
    sets, rest = divmod(units, size)
    return sets * (size - buy) + max(0, rest - buy)


def _give_mix(state: State, promotion: Promotion, lines: Sequence[int], currency: str) -> Gift:
    """Every `buy` units of any of the goods together for one price, the dearest sets first."""
    runs = dearest_first(state.open_to(promotion, lines))
    size = promotion.buy_milli // 1000
    sets = sum(run.quantity_milli for run in runs) // 1000 // size if size > 0 else 0
    sets = min(sets, promotion.max_times or sets)
    offs: list[tuple[Portion, int]] = []
    while sets > 0:
        times = max(1, min(sets, runs[0].quantity_milli // 1000 // size))
        taken = _gather(state, runs, times * size * 1000)
        worth = [one.left_minor for one in taken]
        off = _set_off(promotion, sum(worth), times)
        if off <= 0:
            break
        offs.extend(zip(taken, allocate(off, worth), strict=True))
        sets -= times
    return Gift(offs, [one for one, _ in offs])


def _gather(state: State, runs: list[Portion], wanted_milli: int) -> list[Portion]:
    """Take so much from the front of the runs, which lose it; a limit may have left part of a piece."""
    taken = []
    while wanted_milli > 0:
        run = runs[0]
        lot = state.take(run, wanted_milli)
        if lot is run:
            runs.pop(0)
        wanted_milli -= lot.quantity_milli
        taken.append(lot)
    return taken


def _set_off(promotion: Promotion, worth_minor: int, times: int) -> int:
    if promotion.price_minor:
        return worth_minor - times * promotion.price_minor
    return min(worth_minor, half_up(worth_minor * promotion.percent_ppm, WHOLE_PPM))


_GIVINGS: dict[str, Giving] = {
    "percent": _give_each,
    "amount": _give_each,
    "price": _give_each,
    "buy_get": _give_free,
    "mix": _give_mix,
    "combo": give_combo,
}
