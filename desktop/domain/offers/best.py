"""In which order promotions are tried: by priority, or so that the customer pays least.

Promotions that have no goods in common cannot disturb each other, so each such group is worked out for itself. Among up
to three promotions that give something every order is tried; among more of them the order of priority, the one that
gives most by itself first, and the exclusive or the combinable ones first. `best` is never dearer than `fixed`.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import Literal, NamedTuple

from desktop.domain.offers.ledger import Ledger
from desktop.domain.offers.promotion import Promotion

OfferOrder = Literal["best", "fixed"]
Lines = Mapping[int, Sequence[int]]
"""Position of a promotion -> numbers of the lines that it is about."""

_ALL_ORDERS = 3


class Outcome(NamedTuple):
    """What promotions made of lines: the state of each line, and what was done: a position and what it took off each
    of its lines."""

    numbers: dict[int, int]
    steps: list[tuple[int, Sequence[int]]]


def give_on_goods(ledger: Ledger, tried: Iterable[Sequence[int]], numbers: Mapping[int, int], lines: Lines) -> Outcome:
    """Give what the order that leaves least to pay makes of the lines with these `numbers`, the first of equal ones."""
    outcomes = [_apply_in_order(ledger, order, numbers, lines) for order in tried]
    left = ledger.left_minor
    return min(outcomes, key=lambda one: sum([left[number] for number in one.numbers.values()]))


def _apply_in_order(ledger: Ledger, order: Iterable[int], numbers: Mapping[int, int], lines: Lines) -> Outcome:
    after, steps = dict(numbers), list[tuple[int, Sequence[int]]]()
    for position in order:
        about = lines[position]
        result = ledger.apply(position, tuple([after[line] for line in about]))
        if result.total_minor:
            steps.append((position, result.offs))
            after.update(zip(about, result.numbers, strict=True))
    return Outcome(after, steps)


def orders(promotions: Sequence[Promotion], giving: Sequence[int], alone: Mapping[int, int]) -> Iterable[Sequence[int]]:
    """Orders to try of promotions of which each gives something `alone`; that of priority comes first."""
    if len(giving) <= _ALL_ORDERS:
        return permutations(giving)
    by_gift = sorted(giving, key=lambda position: (-alone[position], position))
    shared_first = sorted(by_gift, key=lambda position: promotions[position].exclusive)
    exclusive_first = sorted(by_gift, key=lambda position: not promotions[position].exclusive)
    return list(dict.fromkeys(tuple(order) for order in (giving, by_gift, exclusive_first, shared_first)))
