"""The fiscal port: sealed papers are signed in the order of the journal, each answer is an entry that follows.

`Known.FISCAL_POSITION` is the place in this database up to which everything is signed; it is set when a device is first
used, so that nothing from before is asked of it, and moves in the transaction that writes an answer down.
"""

from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.domain.papers import Fiscal
from desktop.domain.sale import Sale
from desktop.domain.staff import Person
from desktop.operations.terminal import Terminal
from desktop.replication.recall import recall_sale, recall_void
from desktop.store import journal, papers
from desktop.store.terminal import Known, read_known, save_known
from desktop.store.topics import Topic

KINDS = ("sale.completed", "sale.voided")
"""Entries whose papers are signed."""


@dataclass(frozen=True, slots=True)
class Unsigned:
    """The oldest paper without an answer; amounts of a void are below zero."""

    position: int
    sale: Sale
    void_id: str
    receipt: str
    seq: int
    hash: str
    occurred_at: str

    @property
    def sign(self) -> int:
        """What its amounts are multiplied by."""
        return -1 if self.void_id else 1


def begin_signing(terminal: Terminal) -> None:
    """From now on papers are signed; those from before the device came are left alone."""
    with terminal.database.writing() as connection:
        if not read_known(connection, Known.FISCAL_POSITION):
            tail = journal.read_tail(connection, 1)
            save_known(connection, fiscal_position=str(tail[0].position if tail else 0))


def skip_signed(connection: Connection) -> None:
    """Pass over papers whose answers are here already: entries of another file were brought over."""
    if not read_known(connection, Known.FISCAL_POSITION):
        return
    while sealed := journal.read_first_of(connection, KINDS, _signed_up_to(connection)):
        unsigned = _unsigned(connection, sealed)
        if papers.read_fiscal(connection, unsigned.sale.sale_id, unsigned.void_id) is None:
            return
        save_known(connection, fiscal_position=str(sealed.position))


def read_unsigned(terminal: Terminal) -> Unsigned | None:
    """Give the oldest paper that waits for an answer."""
    with terminal.database.reading() as connection:
        sealed = journal.read_first_of(connection, KINDS, _signed_up_to(connection))
        return _unsigned(connection, sealed) if sealed else None


def record_answer(terminal: Terminal, unsigned: Unsigned, answer: Fiscal) -> None:
    """Seal what the device answered; an answer that came twice is written down once."""
    itself = Person(id=terminal.signer.terminal, login="", name=terminal.name, role="")
    with terminal.database.writing(Topic.PAPERS, Topic.SYNC) as connection:
        if _signed_up_to(connection) >= unsigned.position:
            return
        terminal.record(connection, answer, itself)
        save_known(connection, fiscal_position=str(unsigned.position))


def read_signed(terminal: Terminal, sale_id: str, void_id: str = "") -> Fiscal | None:
    """Give what a device signed of a sale or its void."""
    with terminal.database.reading() as connection:
        return papers.read_fiscal(connection, sale_id, void_id)


def is_awaited(terminal: Terminal, sale_id: str) -> bool:
    """Tell whether a sale was made since a device is used and has no answer yet."""
    with terminal.database.reading() as connection:
        known = read_known(connection, Known.FISCAL_POSITION)
        position = papers.read_position(connection, sale_id)
        return bool(known) and position is not None and position > int(known)


def _signed_up_to(connection: Connection) -> int:
    return int(read_known(connection, Known.FISCAL_POSITION) or 0)


def _unsigned(connection: Connection, sealed: journal.Sealed) -> Unsigned:
    void = recall_void(sealed) if sealed.kind == "sale.voided" else None
    sale = recall_sale(connection, void.sale_id if void else papers.read_sale_at(connection, sealed.position))
    if sale is None:
        raise ValueError(f"entry {sealed.seq} is of no sale")
    return Unsigned(
        position=sealed.position,
        sale=sale,
        void_id=void.void_id if void else "",
        receipt=void.receipt if void else sale.receipt,
        seq=sealed.seq,
        hash=sealed.hash.hex(),
        occurred_at=sealed.occurred_at,
    )
