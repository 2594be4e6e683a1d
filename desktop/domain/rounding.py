"""The one rounding rule table: halves, cash steps, and who gets the residual cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Method = Literal["nearest", "up", "down"]


@dataclass(frozen=True, slots=True)
class CashRounding:
    """How a cash amount is rounded: to a multiple of `step_minor`; a step of 0 or 1 leaves it alone."""

    step_minor: int = 0
    method: Method = "nearest"


def half_up(numerator: int, denominator: int) -> int:
    """Divide and round to the nearest whole, halves away from zero (HMRC VATREC12020: below 0.5 down, else up)."""
    whole, rest = divmod(abs(numerator), denominator)
    rounded = whole + (2 * rest >= denominator)
    return -rounded if numerator < 0 else rounded


def round_cash(amount_minor: int, rule: CashRounding) -> int:
    """Round a payable cash amount; what is paid back rounds like what is paid, so a refund returns the same money."""
    step = rule.step_minor
    if step <= 1:
        return amount_minor
    size = abs(amount_minor)
    if rule.method == "nearest":
        size = half_up(size, step) * step
    elif rule.method == "up":
        size = -(-size // step) * step
    else:
        size = size // step * step
    return -size if amount_minor < 0 else size


def allocate(total: int, weights: Sequence[int]) -> list[int]:
    """Share `total` out in proportion to non-negative weights by largest remainder; ties go to the earlier one.

    Every share is within one of its exact value and the shares add up to the total. Without weights it must be 0.
    """
    whole = sum(weights)
    if whole == 0:
        if total:
            raise ValueError("nothing to share the amount out over")
        return [0] * len(weights)
    parts = [divmod(total * weight, whole) for weight in weights]
    shares = [share for share, _ in parts]
    order = sorted(range(len(parts)), key=lambda index: (-parts[index][1], index))
    for index in order[: total - sum(shares)]:
        shares[index] += 1
    return shares
