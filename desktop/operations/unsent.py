"""What is not at head office yet; read, never written."""

from sqlalchemy import Connection

from desktop.domain.money import Money
from desktop.domain.unsent import HandingIn, Unsent, Weight
from desktop.operations.terminal import Terminal
from desktop.replication.unsent import describe
from desktop.store import journal, sales

SHOWN = 200
"""Entries that are described; the rest is counted."""

WEIGHED = 2000
"""More than these are not weighed in passing: every one of them would be read."""

RECEIPTS = ("sale.completed", "sale.voided")


def read_handing_in(terminal: Terminal, limit: int = SHOWN, weighed: int = WEIGHED) -> HandingIn:
    """Give what waits, oldest first; with what it is worth unless it is more than `weighed` entries."""
    with terminal.database.reading() as connection:
        count, oldest = journal.read_unsent(connection)
        head = journal.read_head(connection)
        return HandingIn(
            count=count,
            weight=_weigh(connection) if count <= weighed else None,
            oldest_at=oldest,
            rows=tuple(_waiting(connection, limit)[:limit]),
            entries=sum(journal.read_last_seq(connection, name) for name in journal.list_incarnations(connection)),
            head_seq=head.seq if head else 0,
            head_hash=head.hash.hex() if head else "",
        )


def weigh_unsent(terminal: Terminal) -> Weight:
    """Count the receipts that wait and what they are worth, however many: for a worker thread."""
    with terminal.database.reading() as connection:
        return _weigh(connection)


def _weigh(connection: Connection) -> Weight:
    sums: dict[str, int] = {}
    for incarnation in journal.list_incarnations(connection):
        acked = journal.read_handed_in(connection, incarnation)
        for currency, minor in sales.sum_after(connection, incarnation, acked.acked_seq if acked else 0):
            sums[currency] = sums.get(currency, 0) + minor
    worth = tuple(Money(minor, currency) for currency, minor in sums.items())
    return Weight(journal.count_unsent(connection, RECEIPTS), worth)


def _waiting(connection: Connection, limit: int) -> list[Unsent]:
    rows: list[Unsent] = []
    for incarnation in journal.list_incarnations(connection):
        acked = journal.read_handed_in(connection, incarnation)
        seq = acked.acked_seq if acked else 0
        rows += [describe(connection, sealed) for sealed in journal.read_after(connection, incarnation, seq, limit)]
    return rows
