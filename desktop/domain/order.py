"""Orders: what head office wants done in the warehouse, and what of it is still to do. Pure.

An order is open until a document ends it. Who is at it keeps others from it for half an hour after they last told so,
unless these say that they take it over: a device that is dead holds nothing for long, and offline nobody can know.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.stock import Movement

LEASE = timedelta(minutes=30)
"""So long somebody is believed to be at an order that they took, or last scanned for."""
RENEWED = LEASE / 3
"""So often, at most, a scan tells others that somebody is still at it."""


class OrderKind(StrEnum):
    """What an order wants: goods received, received without knowing how many, fetched, sent to another shop, taken in
    from one, returned, counted, or brought to a pick face."""

    RECEIPT = "receipt"
    BLIND_RECEIPT = "blind_receipt"
    PICKING = "picking"
    SENDING = "sending"
    ARRIVAL = "arrival"
    SUPPLIER_RETURN = "supplier_return"
    COUNT = "count"
    REFILL = "refill"


RECEIPTS = (OrderKind.RECEIPT, OrderKind.BLIND_RECEIPT)
"""Kinds that expect goods from a supplier."""
COME_IN = (*RECEIPTS, OrderKind.ARRIVAL)
"""Orders that any of their goods open."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """What is wanted of one product, in thousandths, and what was done of it; see `sync.wire.orders.OrderLine`."""

    n: int
    product_id: str = ""
    quantity_milli: int = 0
    place_id: str = ""
    lot: str = ""
    done_milli: int = 0
    bundle_id: str = ""
    over_ppm: int | None = None

    @property
    def open_milli(self) -> int:
        """What is still to be done, never below zero."""
        return max(self.quantity_milli - self.done_milli, 0)


@dataclass(frozen=True, slots=True)
class Order:
    """One open order; the fields are those of `sync.wire.orders.Order`."""

    id: str
    kind: OrderKind
    number: str
    opened_at: str
    lines: tuple[OrderLine, ...]
    partner: str = ""
    priority: int = 0
    due: str = ""
    source_place_id: str = ""
    target_place_id: str = ""
    note: str = ""
    over_ppm: int = 0
    documents: tuple[str, ...] = ()
    taken_by: str = ""
    taken_on: str = ""
    taken_at: str = ""
    packs: bool = False
    supply: str = ""
    sticker: str = ""
    not_by: tuple[str, ...] = ()
    at_once: bool = False
    missed: bool = False
    carrier: str = ""
    cut_off: str = ""
    assigned_to: str = ""

    def over_ppm_of(self, line: OrderLine) -> int:
        """How much more than a line of it wants is taken without a reason: what the line says goes first."""
        return self.over_ppm if line.over_ppm is None else line.over_ppm

    @property
    def is_blind(self) -> bool:
        """Whether nobody here is told how much of its goods is expected: its lines want nothing."""
        return self.kind is OrderKind.BLIND_RECEIPT

    @property
    def waits_for(self) -> set[str]:
        """The products that may still come for it, or are still to be fetched."""
        return {line.product_id for line in self.lines if line.open_milli or self.is_blind}

    @property
    def is_shared(self) -> bool:
        """Whether several may be at it at once: at a count of several places, each of which is one person's."""
        return self.kind is OrderKind.COUNT and len({line.place_id for line in self.lines if line.open_milli}) > 1

    @property
    def is_done(self) -> bool:
        """Whether every line has what it wants."""
        return all(not line.open_milli for line in self.lines)


def list_waiting(orders: Iterable[Order], product_ids: Collection[str]) -> list[Order]:
    """Give the orders whose goods come in and that wait for any of these."""
    return [order for order in orders if order.kind in COME_IN and not order.waits_for.isdisjoint(product_ids)]


def is_taken(order: Order, person_id: str, now: datetime) -> bool:
    """Whether somebody else is believed to be at an order."""
    if order.taken_by in ("", person_id) or not order.taken_at:
        return False
    return now - datetime.fromisoformat(order.taken_at) < LEASE


def is_renewed(opened_at: str, last_at: str, now: datetime) -> bool:
    """Whether others are told again who is at it: with the first scan of every third of a lease. RFC 3339."""
    opened = datetime.fromisoformat(opened_at)
    return (now - opened) // RENEWED > (datetime.fromisoformat(last_at) - opened) // RENEWED


@dataclass(frozen=True, slots=True)
class OrderTaken:
    """Somebody begins with an order, or (`left`) leaves it to others."""

    order_id: str
    left: bool = False


def add_done(lines: Sequence[OrderLine], done_milli: Mapping[int, int]) -> tuple[OrderLine, ...]:
    """Add what more was done, by the number of the line."""
    return tuple(replace(line, done_milli=line.done_milli + done_milli.get(line.n, 0)) for line in lines)


def allot(lines: Sequence[OrderLine], moves: Iterable[Movement]) -> tuple[Movement, ...]:
    """Say of movements which line of an order each is for, cut where one line ends and the next begins.

    Of the lines of a product (and lot, where a line names one) that of the place it comes from goes first, then the
    others in their order, each up to what it still wants. What is more than all of them want is for the last one; goods
    that no line wants are for none.
    """
    open_milli = {line.n: line.open_milli for line in lines}
    allotted: list[Movement] = []
    for move in moves:
        fit = [line for line in lines if line.product_id == move.product_id and line.lot in ("", move.lot)]
        fit.sort(key=lambda line: line.place_id != move.from_place_id)
        left_milli = move.quantity_milli
        for line in fit:
            part_milli = left_milli if line is fit[-1] else min(left_milli, open_milli[line.n])
            if part_milli:
                open_milli[line.n] = max(open_milli[line.n] - part_milli, 0)
                left_milli -= part_milli
                allotted.append(replace(move, quantity_milli=part_milli, order_line=line.n))
        if not fit:
            allotted.append(move)
    return tuple(allotted)
