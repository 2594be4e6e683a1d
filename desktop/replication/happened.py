"""Entries as the drills of the rehearsal see them."""

from sqlalchemy import Connection

from desktop.domain.drill import Happened
from desktop.store import journal
from desktop.store.journal import Sealed
from sync.wire.facts import SaleCompleted, ShiftClosed, UnknownFact, decode_fact


def read_happened(connection: Connection, after_position: int) -> tuple[Happened, ...]:
    """Give what was sealed after a place in this database, oldest first."""
    return tuple(_happened(sealed) for sealed in journal.read_all(connection, after_position))


def _happened(sealed: Sealed) -> Happened:
    try:
        fact = decode_fact(sealed.kind, sealed.version, sealed.body)
    except UnknownFact:
        return Happened(sealed.kind)
    if isinstance(fact, SaleCompleted):
        return _sold(sealed.kind, fact)
    if isinstance(fact, ShiftClosed):
        off = sum(count.counted_minor - count.expected_minor for count in fact.counts)
        return Happened(sealed.kind, difference_minor=off)
    return Happened(sealed.kind)


def _sold(kind: str, fact: SaleCompleted) -> Happened:
    quantities = [line.quantity_milli for line in fact.lines]
    return Happened(
        kind,
        sale_id=fact.sale_id,
        pieces_milli=sum(max(0, quantity) for quantity in quantities),
        most_milli=max(quantities, default=0),
        methods=frozenset(payment.method for payment in fact.payments),
        change_minor=fact.change_minor,
        takes_back=any(quantity < 0 for quantity in quantities),
    )
