"""A step on the cart, as what it changed: enough to take it back."""

from dataclasses import dataclass, fields, replace

from desktop.domain.cart import Cart, CartLine, is_empty
from desktop.domain.offers.pinned import NO_OFFERS, Offers
from desktop.domain.remembered import changed

_REST = tuple(field.name for field in fields(Cart) if field.name not in ("lines", "offers"))


@dataclass(frozen=True, slots=True)
class CartStep:
    """What a step changed: `lines` as they were before it, between `head` lines and `tail` lines that stayed.

    `rest` is the cart before it without lines and offers, where more than those has changed or nothing is left.
    """

    lines: tuple[CartLine, ...]
    head: int
    tail: int
    rest: Cart | None = None


def step_between(before: Cart, after: Cart) -> CartStep:
    """Say what a step changed. An empty cart is nowhere to be read from again: what it had stands in the step."""
    head, tail = _common(before.lines, after.lines)
    same = not is_empty(after) and all(getattr(before, name) == getattr(after, name) for name in _REST)
    rest = None if same else replace(before, lines=(), offers=NO_OFFERS)
    return CartStep(before.lines[head : len(before.lines) - tail], head, tail, rest)


def step_back(after: Cart, step: CartStep, offers: Offers) -> Cart:
    """Give the cart as it was before the step that led to `after`, under the offers of then."""
    lines = (*after.lines[: step.head], *step.lines, *after.lines[len(after.lines) - step.tail :])
    return replace(step.rest or after, lines=lines, offers=offers)


def offers_before(before: Cart, after: Cart) -> Offers:
    """Give the offers to go back to: an empty cart is opened under those of when goods come, so it has theirs."""
    return after.offers if is_empty(before) else before.offers


def _common(before: tuple[CartLine, ...], after: tuple[CartLine, ...]) -> tuple[int, int]:
    """Count the lines with which both begin, and of the rest those with which both end."""
    shorter = min(len(before), len(after))
    others = [at for at in changed(before, after) if at < shorter and before[at] != after[at]]
    if len(before) == len(after):
        return (others[0], shorter - 1 - others[-1]) if others else (shorter, 0)
    head = others[0] if others else shorter
    ends = zip(reversed(before[head:]), reversed(after[head:]), strict=False)
    tail = next((number for number, (one, other) in enumerate(ends) if one != other), shorter - head)
    return head, tail
