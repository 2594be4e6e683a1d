"""Stock as a ledger: every change is a movement between two places, on hand is a sum."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale

REASONS = ("received", "counted", "damaged", "found", "lost")
"""Why a person puts stock right."""


@dataclass(frozen=True, slots=True)
class Movement:
    """A quantity of one product that goes from one place to another; always above zero."""

    product_id: str
    from_place_id: str
    to_place_id: str
    quantity_milli: int


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Stock put right by a person, with the reason."""

    adjustment_id: str
    reason: str
    note: str
    moves: tuple[Movement, ...]


def moves_of_sale(sale: Sale, customer_place_id: str) -> tuple[Movement, ...]:
    """Goods of a sale go from the place that sells to the customers, and what comes back to where its line says."""
    quantities: dict[tuple[str, str, str], int] = {}
    for line in sale.lines:
        way = (sale.place_id, customer_place_id)
        if line.quantity_milli < 0:
            way = (customer_place_id, line.to_place_id)
        key = (line.product_id, *way)
        quantities[key] = quantities.get(key, 0) + abs(line.quantity_milli)
    return tuple(Movement(*key, number) for key, number in quantities.items())


def reverse(moves: Iterable[Movement]) -> tuple[Movement, ...]:
    """The movements that take these back."""
    return tuple(Movement(move.product_id, move.to_place_id, move.from_place_id, move.quantity_milli) for move in moves)


def correction(product_id: str, place_id: str, other_place_id: str, difference_milli: int) -> Movement:
    """The movement that adds a difference to a place, taken from or put to the other. Refusal `stock.no_difference`."""
    if difference_milli == 0:
        raise Refusal("stock.no_difference", "This changes nothing.", "Type a quantity other than zero.")
    source, target = (other_place_id, place_id) if difference_milli > 0 else (place_id, other_place_id)
    return Movement(product_id, source, target, abs(difference_milli))


def on_hand_milli(moves: Iterable[Movement], product_id: str, place_id: str) -> int:
    """Sum the movements of one product into and out of a place."""
    own = [move for move in moves if move.product_id == product_id]
    into = sum(move.quantity_milli for move in own if move.to_place_id == place_id)
    return into - sum(move.quantity_milli for move in own if move.from_place_id == place_id)
