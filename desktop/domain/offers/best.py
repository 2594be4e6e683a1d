"""In which order promotions are tried: by priority, or so that the customer pays least.

Promotions that have no goods in common cannot disturb each other, so each such group is worked out for itself and
remembered by what is in it. Among up to three promotions every order is tried; among more of them the order of
priority, the one that gives most by itself first, and the exclusive or the combinable ones first. `best` is therefore
never dearer than `fixed`.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import Literal, NamedTuple

from desktop.domain.offers.giving import give
from desktop.domain.offers.matching import Goods, Index
from desktop.domain.offers.near import Near, find_near
from desktop.domain.offers.portions import Portion, State

OfferOrder = Literal["best", "fixed"]

MEMORY = 512
"""Groups remembered for one pinned set."""

_ALL_ORDERS = 3


class Terms(NamedTuple):
    """What the order and the amounts depend on beside the goods."""

    order: OfferOrder
    currency: str


class Outcome(NamedTuple):
    """What promotions left of some lines: their portions, what each promotion gave on each, and what nearly fired."""

    lines: Sequence[Sequence[Portion]]
    given: Sequence[Mapping[int, int]]
    near: tuple[Near, ...]


Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Positions of promotions, and the lines that they are about."""


def group_by_goods(matches: Sequence[Sequence[int]]) -> list[Group]:
    """Join promotions that have a line in common; `matches` are the positions of each line."""
    root: dict[int, int] = {}
    for positions in matches:
        first = _find(root, positions[0]) if positions else -1
        for position in positions:
            root[_find(root, position)] = first
    groups: dict[int, tuple[set[int], list[int]]] = {}
    for line, positions in enumerate(matches):
        if positions:
            members, lines = groups.setdefault(_find(root, positions[0]), (set(), []))
            members.update(positions)
            lines.append(line)
    return [(tuple(sorted(members)), tuple(lines)) for members, lines in groups.values()]


def _find(root: dict[int, int], position: int) -> int:
    while root.setdefault(position, position) != position:
        position = root[position]
    return position


def work_out(index: Index, positions: tuple[int, ...], goods: Sequence[Goods], terms: Terms) -> Outcome:
    """What these promotions leave of a group's goods, which come in an order that does not depend on the scans."""
    key = (positions, tuple(goods), terms)
    known: Outcome | None = index.memory.get(key)
    if known is None:
        known = _work_out(index, positions, State.of(goods), terms)
        if len(index.memory) >= MEMORY:
            index.memory.clear()
        index.memory[key] = known
    return known


def apply_all(index: Index, positions: Sequence[int], state: State, terms: Terms) -> State:
    """Give the state after all these promotions, in the order that the terms ask for."""
    lines = lines_of(index, positions, state.goods)
    if terms.order == "fixed" or len(positions) == 1:
        return _applied(index, positions, state, lines, terms)
    tried = [_applied(index, order, state, lines, terms) for order in _orders(index, positions, state, lines, terms)]
    return min(tried, key=State.left_minor)


def _work_out(index: Index, positions: tuple[int, ...], state: State, terms: Terms) -> Outcome:
    state = apply_all(index, positions, state, terms)
    lines = lines_of(index, positions, state.goods)
    near = (find_near(state, position, index.promotions[position], lines[position]) for position in positions)
    return Outcome(state.lines, state.given, tuple(one for one in near if one is not None))


def lines_of(index: Index, positions: Iterable[int], goods: Sequence[Goods]) -> dict[int, list[int]]:
    """Numbers of the lines that each of these promotions is about."""
    lines: dict[int, list[int]] = {position: [] for position in positions}
    for line, one in enumerate(goods):
        for position in index.matches(one):
            if position in lines:
                lines[position].append(line)
    return lines


def _applied(
    index: Index, order: Sequence[int], state: State, lines: Mapping[int, Sequence[int]], terms: Terms
) -> State:
    state = state.copy()
    for position in order:
        promotion = index.promotions[position]
        state.accept(position, promotion, give(state, promotion, lines[position], terms.currency))
    return state


def _orders(
    index: Index, positions: Sequence[int], state: State, lines: Mapping[int, Sequence[int]], terms: Terms
) -> Iterable[Sequence[int]]:
    """Orders to try, that of priority first; promotions that give nothing by themselves come last."""
    alone = {
        position: sum(
            off for _, off in give(state.copy(), index.promotions[position], lines[position], terms.currency).offs
        )
        for position in positions
    }
    giving = [position for position in positions if alone[position] > 0]
    rest = [position for position in positions if alone[position] <= 0]
    if len(giving) <= _ALL_ORDERS:
        return ([*order, *rest] for order in permutations(giving))
    by_gift = sorted(giving, key=lambda position: (-alone[position], position))
    exclusive = [position for position in by_gift if index.promotions[position].exclusive]
    shared = [position for position in by_gift if not index.promotions[position].exclusive]
    orders = ([*positions], by_gift, [*exclusive, *shared], [*shared, *exclusive])
    return dict.fromkeys((*order, *rest) if len(order) < len(positions) else tuple(order) for order in orders)
