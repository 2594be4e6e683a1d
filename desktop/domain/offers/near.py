"""What nearly fired: promotions on goods of which at least half of what they ask for is in the cart."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.domain.offers.combos import part_runs
from desktop.domain.offers.portions import Portion, State
from desktop.domain.offers.promotion import Promotion


class Near(NamedTuple):
    """What a promotion, named by its position, still asks for: a quantity of `goods`, or money when that is 0."""

    position: int
    missing_milli: int
    missing_minor: int = 0
    goods: str = ""


def find_near(state: State, position: int, promotion: Promotion, lines: Sequence[int]) -> Near | None:
    """Say what is missing for a promotion, after all others; None when it is far off or gives what it can."""
    if promotion.kind == "combo":
        return _near_combo(state, position, promotion, lines)
    portions = state.open_to(promotion, lines)
    if promotion.kind in ("buy_get", "mix"):
        return _near_set(state, position, promotion, portions)
    held = sum(one.quantity_milli for one in portions)
    return _near(position, promotion.from_milli - held, promotion.from_milli)


def _near(position: int, missing_milli: int, wanted_milli: int) -> Near | None:
    return Near(position, missing_milli) if 0 < missing_milli <= wanted_milli // 2 else None


def _near_set(state: State, position: int, promotion: Promotion, portions: Sequence[Portion]) -> Near | None:
    size = promotion.buy_milli + (promotion.get_milli if promotion.kind == "buy_get" else 0)
    if size <= 0 or (promotion.max_times and _sets(state, position, size) >= promotion.max_times):
        return None
    groups: dict[str, int] = {}
    for portion in portions:
        product = state.goods[portion.line].product_id if promotion.same_product else ""
        groups[product] = groups.get(product, 0) + portion.quantity_milli
    begun = max((held % size for held in groups.values()), default=0)
    return _near(position, size - begun, size) if begun else None


def _sets(state: State, position: int, size_milli: int) -> int:
    """How many sets a promotion has made."""
    used = (one.quantity_milli for portions in state.lines for one in portions if position in one.by)
    return sum(used) // size_milli


def _near_combo(state: State, position: int, promotion: Promotion, lines: Sequence[int]) -> Near | None:
    wanted = sum(part.quantity_milli for part in promotion.parts)
    if promotion.max_times and _sets(state, position, max(1, wanted)) >= promotion.max_times:
        return None
    missing = []
    for part, runs in zip(promotion.parts, part_runs(state, promotion, lines), strict=True):
        short = part.quantity_milli - sum(run.quantity_milli for run in runs)
        if short > 0:
            missing.append((part.name, short))
    short_milli = sum(short for _, short in missing)
    if not 0 < short_milli <= wanted // 2:
        return None
    return Near(position, short_milli, goods=", ".join(name for name, _ in missing if name))
