"""The way of who picks: which places have what is wanted, how they are walked, which lot goes first. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

_NEVER = "9999-12-31"
_NUMBERS = re.compile(r"([0-9]+)")


@dataclass(frozen=True, slots=True)
class Want:
    """What a line of an order wants still, in thousandths; `place_id` and `lot` are empty where the order is open.

    `over_milli` is how much more than that is taken without asking, `bundle_id` the bundle that it is a part of.
    """

    order_id: str
    n: int
    product_id: str
    quantity_milli: int
    place_id: str = ""
    lot: str = ""
    over_milli: int = 0
    bundle_id: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the way; `sequence` 0 where nobody gave it one."""

    place_id: str
    code: str
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """What the book says lies at a place, in thousandths; `expiry` is a date (ISO 8601) or empty.

    A `face` is the place where this product is picked, before all others.
    """

    product_id: str
    place_id: str
    quantity_milli: int
    lot: str = ""
    expiry: str = ""
    face: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """What to take for a line at one place; an empty place is wherever it is found, an empty lot any lot."""

    order_id: str
    n: int
    product_id: str
    place_id: str
    quantity_milli: int
    lot: str = ""
    expiry: str = ""


def walk_key(spot: Spot) -> tuple[bool, int, tuple[tuple[int, str], ...]]:
    """Order places as they are walked: by their sequence, those without one behind, by code with numbers as numbers."""
    parts = _NUMBERS.split(spot.code.casefold())
    return spot.sequence == 0, spot.sequence, tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)


def plan(
    wants: Sequence[Want], held: Sequence[Held], spots: Sequence[Spot], empty: Collection[tuple[str, str]] = ()
) -> tuple[Pick, ...]:
    """Give what to take where, in the order of the way; earlier lines are served first, from the face of their goods
    before other places.

    `empty` are products and places at which somebody found too little: nobody is sent there again. What the book knows
    no place for is looked for anywhere, until somebody has missed some of it.
    """
    met = {row.place_id for row in held} | {want.place_id for want in wants}  # of thousands of places a few
    known = (spot for spot in spots if spot.place_id in met)
    way = {spot.place_id: at for at, spot in enumerate(sorted(known, key=walk_key))}
    missed = {product for product, _ in empty}
    stock = [row for row in held if row.place_id in way and (row.product_id, row.place_id) not in empty]
    stock.sort(key=lambda row: (not row.face, row.expiry or _NEVER, way[row.place_id], row.lot))
    left = Counter({row: row.quantity_milli for row in stock})
    picks: list[Pick] = []
    for want in wants:
        sent = want.place_id and (want.product_id, want.place_id) not in empty
        picks += _serve(want, stock, left, at_place=want.place_id if sent else "")
        rest_milli = want.quantity_milli - sum(
            each.quantity_milli for each in picks if (each.order_id, each.n) == (want.order_id, want.n)
        )
        if rest_milli and (sent or want.product_id not in missed):
            picks.append(
                Pick(want.order_id, want.n, want.product_id, want.place_id if sent else "", rest_milli, want.lot)
            )
    last = len(way)
    return tuple(sorted(picks, key=lambda each: way.get(each.place_id, last)))


def _serve(want: Want, stock: Sequence[Held], left: Counter[Held], *, at_place: str) -> Iterator[Pick]:
    open_milli = want.quantity_milli
    for row in stock:
        fits = row.product_id == want.product_id and want.lot in ("", row.lot) and at_place in ("", row.place_id)
        part_milli = min(open_milli, left[row]) if fits else 0
        if part_milli > 0:
            left[row] -= part_milli
            open_milli -= part_milli
            yield Pick(want.order_id, want.n, want.product_id, row.place_id, part_milli, row.lot, row.expiry)
