"""The documents that a picking comes to, one for each order: what was taken, missed and replaced. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.domain.picked import Picked, Taken
from desktop.domain.picking_route import Want
from desktop.domain.stock import Deviation, GoodsMoved, Movement


def to_documents(
    wants: Sequence[Want], picked: Picked, targets: Mapping[str, str], ids: Mapping[str, str], *, ends: bool
) -> list[GoodsMoved]:
    """Give a document for every order of which something was taken or missed; without moves where all was missing.

    `targets` are the places where goods go and `ids` names for the documents, by order. An order ends when all its
    lines have what they want, or with `ends` whatever is missing. Purpose and words are the caller's.
    """
    documents = []
    short = _short_by_order(wants, picked)
    for order_id, target_id in targets.items():
        taken = [one for one in picked.taken if one.order_id == order_id]
        deviations = (*short.get(order_id, ()), *_substituted(taken))
        if taken or deviations:
            moves = _moves(taken, target_id)
            done = ends or _is_done([want for want in wants if want.order_id == order_id], taken)
            documents.append(
                GoodsMoved(ids[order_id], "moved", moves, order_id=order_id, ends_order=done, deviations=deviations)
            )
    return documents


def _is_done(wants: Sequence[Want], taken: Sequence[Taken]) -> bool:
    return all(
        sum(one.move.quantity_milli for one in taken if one.n == want.n) >= want.quantity_milli for want in wants
    )


def _moves(taken: Sequence[Taken], target_id: str) -> tuple[Movement, ...]:
    lines: dict[tuple[str, str, str, int], Movement] = {}
    for one in taken:
        key = (one.move.product_id, one.move.from_place_id, one.move.lot, one.n)
        known = lines.get(key, replace(one.move, quantity_milli=0))
        lines[key] = replace(
            known,
            to_place_id=target_id,
            quantity_milli=known.quantity_milli + one.move.quantity_milli,
            expiry=known.expiry or one.move.expiry,
            marks=(*known.marks, one.code) if one.is_marked else known.marks,
        )
    return tuple(lines.values())


def _substituted(taken: Sequence[Taken]) -> list[Deviation]:
    sums: dict[tuple[str, str, str], int] = {}
    for one in taken:
        if one.instead_of:
            key = one.move.product_id, one.instead_of, one.move.from_place_id
            sums[key] = sums.get(key, 0) + one.move.quantity_milli
    return [
        Deviation(product_id, milli, "substituted", place_id=place_id, instead_of=instead_of)
        for (product_id, instead_of, place_id), milli in sums.items()
    ]


def _short_by_order(wants: Sequence[Want], picked: Picked) -> dict[str, list[Deviation]]:
    """What a place had not is told once, with the first order that wants it."""
    told: dict[str, list[Deviation]] = {}
    for short in picked.short:
        order_id = next(want.order_id for want in wants if want.product_id == short.product_id)
        missing = Deviation(short.product_id, short.quantity_milli, "short", short.reason, short.place_id)
        told.setdefault(order_id, []).append(missing)
    return told
