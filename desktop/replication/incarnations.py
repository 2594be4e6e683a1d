"""Incarnations of the journal: open one, and find out at start whether the chain at hand may be gone on with."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.replication.recording import Signer, append
from desktop.store import journal, sales
from desktop.store.journal import Head, Sealed
from sync.chain import GENESIS, Break, Entry, decode_header, verify_links
from sync.wire.facts import JournalOpened

VERIFIED_AT_START = 1000
"""Entries checked before the first sale; the rest is checked in the background."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a chain: the first bad entry's incarnation and number, and why."""

    incarnation: str
    seq: int
    reason: str


@dataclass(frozen=True, slots=True)
class HeadNote:
    """The head as it is also kept outside the database, with the counters that must never go back; `hash` is hex."""

    incarnation: str
    seq: int
    hash: str
    receipt_prefix: str
    last_receipt_no: int
    last_shift_no: int
    grand_total_minor: int


def read_note(connection: Connection) -> HeadNote | None:
    """Give the note for the present head, None in an empty journal."""
    head, tally = journal.read_head(connection), sales.read_tally(connection)
    if head is None or tally is None:
        return None
    return HeadNote(
        head.incarnation,
        head.seq,
        head.hash.hex(),
        tally.receipt_prefix,
        tally.last_receipt_no,
        tally.last_shift_no,
        tally.grand_total_minor,
    )


def read_owner(connection: Connection) -> str:
    """Give the device id of the terminal that sealed the last entry; empty in an empty journal."""
    tail = journal.read_tail(connection, 1)
    return decode_header(tail[0].header).terminal if tail else ""


def open_first(connection: Connection, signer: Signer, incarnation: str, prefix: str, occurred_at: str) -> Head:
    """Open the journal of a terminal that never had one; receipts begin at 1 behind the prefix."""
    fact = JournalOpened(
        reason="enrolled",
        public_key=signer.public_key.hex(),
        receipt_prefix=prefix,
        last_receipt_no=0,
        last_shift_no=0,
        grand_total_minor=0,
    )
    start = Head(incarnation, 0, GENESIS)
    return append(connection, signer, start, fact, actor=signer.terminal, occurred_at=occurred_at)


def open_next(
    connection: Connection, signer: Signer, incarnation: str, after: HeadNote, doubt: "Doubt", occurred_at: str
) -> Head:
    """Open a new chain that goes on from `after`, for a reason such as rewound, fork, broken or restored.

    Counters go on from the highest known, and the receipt prefix gets the letter (T03, T03b, T03c) behind all that
    are known, so no number is given twice even where the true highest is not known.
    """
    fact = JournalOpened(
        reason=doubt.reason,
        public_key=signer.public_key.hex(),
        receipt_prefix=next_prefix(max((after.receipt_prefix, *doubt.prefixes), key=lambda each: (len(each), each))),
        last_receipt_no=after.last_receipt_no,
        last_shift_no=after.last_shift_no,
        grand_total_minor=after.grand_total_minor,
        parent_incarnation=after.incarnation,
        parent_seq=after.seq,
        parent_hash=after.hash,
    )
    start = Head(incarnation, 0, GENESIS)
    return append(connection, signer, start, fact, actor=signer.terminal, occurred_at=occurred_at)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a chain may not be gone on with: reason broken, rewound or fork; it holds up to `good_seq`.

    `prefixes` are receipt prefixes that the centre has met from this terminal.
    """

    incarnation: str
    reason: str
    detail: str
    good_seq: int
    prefixes: tuple[str, ...] = ()


def find_doubt(connection: Connection, note: HeadNote | None) -> Doubt | None:
    """Tell why the chain at hand may not be gone on with; None when it may.

    `note` is the head as kept outside. Only a journal shorter than it is alarming: notes are written now and then.
    """
    verdict = verify_tail(connection)
    if verdict:
        return Doubt(verdict.incarnation, "broken", f"entry {verdict.seq}: {verdict.reason}", verdict.seq - 1)
    if note is None:
        return None
    noted = journal.read_entry(connection, note.incarnation, note.seq)
    if noted is None:
        last = journal.read_last_seq(connection, note.incarnation)
        return Doubt(note.incarnation, "rewound", f"the journal ends at entry {last}, but {note.seq} was sealed", last)
    if noted.hash.hex() != note.hash:
        return Doubt(note.incarnation, "fork", f"entry {note.seq} is not the one that was sealed", note.seq - 1)
    return None


def next_prefix(prefix: str) -> str:
    """Give the receipt prefix of the following incarnation: T03, T03b … T03z, T03zb."""
    last = prefix[-1:]
    if not last.isalpha() or not last.islower():
        return prefix + "b"
    return prefix + "b" if last == "z" else prefix[:-1] + chr(ord(last) + 1)


def verify_tail(connection: Connection, count: int = VERIFIED_AT_START) -> Verdict | None:
    """Check the last entries of the journal; None when they hold."""
    return _verify(journal.read_tail(connection, count))


def verify_all(connection: Connection) -> Verdict | None:
    """Check every entry of every incarnation from its first one; None when they hold."""
    return _verify(journal.read_all(connection))


def _verify(entries: Iterable[Sealed]) -> Verdict | None:
    """Check each incarnation on its own; a tail begins in the middle of one, so its first entry is taken as given."""
    heads: dict[str, tuple[int, bytes]] = {}
    for sealed in entries:
        known = heads.get(sealed.incarnation)
        seq, prev_hash = known or ((0, GENESIS) if sealed.seq == 1 else (sealed.seq - 1, sealed.prev_hash))
        try:
            heads[sealed.incarnation] = verify_links([to_entry(sealed)], seq, prev_hash)
        except Break as broken:
            return Verdict(sealed.incarnation, broken.seq, broken.reason)
    return None


def to_entry(sealed: Sealed) -> Entry:
    """Give the entry as it is sent, byte for byte."""
    return Entry(sealed.header, sealed.body, sealed.prev_hash, sealed.hash, sealed.signature)
