"""In which order promotions are tried: by priority, or so that the customer pays least.

Promotions that have no goods in common cannot disturb each other, so each such group is worked out for itself. Among up
to three promotions that give something every order is tried; among more of them the order of priority, the one that
gives most by itself first, and the exclusive or the combinable ones first. `best` is never dearer than `fixed`.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import Literal

from desktop.domain.offers.giving import give
from desktop.domain.offers.ledger import Ledger
from desktop.domain.offers.portions import State
from desktop.domain.offers.promotion import Promotion

OfferOrder = Literal["best", "fixed"]
Lines = Mapping[int, Sequence[int]]
"""Position of a promotion -> numbers of the lines that it is about."""
Steps = list[tuple[int, Sequence[int], Sequence[int]]]
"""Position of a promotion, its lines, and what it took off each."""

_ALL_ORDERS = 3


def lines_by_position(matches: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Turn the positions of each line into the lines of each position."""
    lines: dict[int, list[int]] = {}
    for line, positions in enumerate(matches):
        for position in positions:
            lines.setdefault(position, []).append(line)
    return lines


def group_by_goods(matches: Iterable[tuple[int, ...]]) -> list[list[int]]:
    """Join the positions of promotions that have a line in common; `matches` are the positions of each line."""
    root: dict[int, int] = {}
    for positions in dict.fromkeys(matches):
        first = _find(root, positions[0]) if positions else -1
        for position in positions:
            root[_find(root, position)] = first
    groups: dict[int, list[int]] = {}
    for position in sorted(root):
        groups.setdefault(_find(root, position), []).append(position)
    return list(groups.values())


def _find(root: dict[int, int], position: int) -> int:
    while root.setdefault(position, position) != position:
        position = root[position]
    return position


def give_on_goods(
    ledger: Ledger,
    promotions: Sequence[Promotion],
    matches: Sequence[Sequence[int]],
    numbers: list[int],
    order: OfferOrder,
) -> Steps:
    """Work everything out: `numbers`, the states of all lines, become those after it; gives what was done.

    What gives nothing alone gives nothing after others either, which only take goods and money away from it.
    """
    lines = lines_by_position(matches)
    alone = {one: ledger.apply(one, tuple([numbers[line] for line in lines[one]])).total_minor for one in lines}
    giving = {one for one, total in alone.items() if total}
    if order == "fixed":
        numbers[:], steps = apply_in_order(ledger, sorted(giving), numbers, lines)
        return steps
    steps = []
    for group in group_by_goods([tuple([one for one in positions if one in giving]) for positions in matches]):
        touched = {line for position in group for line in lines[position]}
        tried = [apply_in_order(ledger, order, numbers, lines) for order in orders(promotions, group, alone)]
        best = min(tried, key=lambda one: sum([ledger.left_minor[one[0][line]] for line in touched]))
        numbers[:] = best[0]
        steps += best[1]
    return steps


def apply_in_order(
    ledger: Ledger, order: Iterable[int], numbers: Sequence[int], lines: Lines
) -> tuple[list[int], Steps]:
    """Apply promotions one after the other; gives the states after them, and the steps."""
    after, steps = list(numbers), list[tuple[int, Sequence[int], Sequence[int]]]()
    for position in order:
        about = lines[position]
        result = ledger.apply(position, tuple([after[line] for line in about]))
        if result.total_minor:
            steps.append((position, about, result.offs))
            for line, number in zip(about, result.numbers, strict=True):
                after[line] = number
    return after, steps


def give_on_receipt(
    state: State, promotions: Sequence[Promotion], positions: Sequence[int], lines: Lines, order: OfferOrder
) -> State:
    """Give the state after the promotions on the receipt, the customer's best or in their order."""
    currency = ""  # a ticket promotion counts in minor units only

    def applied(order: Iterable[int], after: State) -> State:
        for position in order:
            promotion = promotions[position]
            after.accept(position, promotion, give(after, promotion, lines[position], currency))
        return after

    if order == "fixed":
        return applied(positions, state)
    alone = {one: sum([off for _, off in give(state, promotions[one], lines[one], currency).offs]) for one in positions}
    tried = list(orders(promotions, [one for one in positions if alone[one] > 0], alone))
    if len(tried) == 1:
        return applied(tried[0], state)
    return min((applied(order, state.copy()) for order in tried), key=State.left_minor)


def orders(promotions: Sequence[Promotion], giving: Sequence[int], alone: Mapping[int, int]) -> Iterable[Sequence[int]]:
    """Orders to try of promotions of which each gives something `alone`; that of priority comes first."""
    if len(giving) <= _ALL_ORDERS:
        return permutations(giving)
    by_gift = sorted(giving, key=lambda position: (-alone[position], position))
    shared_first = sorted(by_gift, key=lambda position: promotions[position].exclusive)
    exclusive_first = sorted(by_gift, key=lambda position: not promotions[position].exclusive)
    return list(dict.fromkeys(tuple(order) for order in (giving, by_gift, exclusive_first, shared_first)))
