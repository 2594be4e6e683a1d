"""Entries that the centre gave back become part of the journal again, in the order of their arrival.

They belong to incarnations that were left, so they change what happened, never what is in hand: the shift that is
open, the receipt prefix and the chain that is being written stay what they are.
"""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from desktop.replication.projector import project
from desktop.store import carts, journal
from desktop.store.journal import HandedIn
from sync.chain import Entry, Header, decode_header
from sync.wire.facts import UnknownFact, decode_fact


def take_back(connection: Connection, entries: Sequence[Entry]) -> None:
    """Store and project proven entries that follow what is here of their incarnation; they count as handed in."""
    for entry in entries:
        header = decode_header(entry.header)
        position = journal.append(connection, _row(header, entry))
        try:
            fact = decode_fact(header.kind, header.version, entry.body)
        except (UnknownFact, msgspec.DecodeError):
            continue  # kept and shown by a newer program, as everywhere
        project(connection, position, header, fact, recalled=True)
    last, header = entries[-1], decode_header(entries[-1].header)
    known = journal.read_handed_in(connection, header.incarnation)
    received_at, signature = (known.received_at, known.signature) if known else ("", b"")
    kept = HandedIn(header.incarnation, header.seq, last.hash, received_at, signature)
    journal.save_handed_in(connection, kept)
    carts.drop_sold(connection)


def _row(header: Header, entry: Entry) -> dict[str, object]:
    return {
        "incarnation": header.incarnation,
        "seq": header.seq,
        "kind": header.kind,
        "version": header.version,
        "occurred_at": header.occurred_at,
        "actor": header.actor,
        "header": entry.header,
        "body": entry.body,
        "prev_hash": entry.prev_hash,
        "hash": entry.hash,
        "signature": entry.signature,
        "recalled": 1,
    }
