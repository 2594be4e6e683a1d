"""Entries of this terminal that lie outside its journal become part of it again: of a file put aside, of a mirror."""

from collections.abc import Iterable
from dataclasses import fields, replace

import msgspec
from sqlalchemy import Connection

from desktop.replication.incarnations import to_entry
from desktop.replication.projector import project
from desktop.replication.recording import Signer
from desktop.store import carts, journal
from desktop.store.journal import Sealed
from sync.chain import GENESIS, Break, is_signed_by, read_link
from sync.wire.facts import UnknownFact, decode_fact


def salvage(connection: Connection, signer: Signer, entries: Iterable[Sealed], *, late: bool = False) -> int:
    """Append and project entries that follow what is here; gives how many. They count as unsent.

    Those that are here already are passed over; whatever is not linked to what is here and signed by this terminal's
    key is left out, with all of its incarnation that comes behind it. `late` ones come when the terminal has gone on:
    like those that the centre gave back they change what happened, never what is in hand.
    """
    taken = 0
    for sealed in entries:
        last = journal.read_last_seq(connection, sealed.incarnation)
        if sealed.seq != last + 1 or not _is_own(connection, signer, sealed):
            continue
        _take(connection, replace(sealed, recalled=1) if late else sealed)
        taken += 1
    if taken:
        carts.drop_sold(connection)
    return taken


def _is_own(connection: Connection, signer: Signer, sealed: Sealed) -> bool:
    before = journal.read_entry(connection, sealed.incarnation, sealed.seq - 1)
    entry = to_entry(sealed)
    try:
        header = read_link(entry, sealed.seq - 1, before.hash if before else GENESIS)
    except Break:
        return False
    ours = (header.terminal, header.incarnation) == (signer.terminal, sealed.incarnation)
    return ours and any(is_signed_by(entry, key) for key in (signer.public_key, *signer.former))


def _take(connection: Connection, sealed: Sealed) -> None:
    columns = {field.name: getattr(sealed, field.name) for field in fields(Sealed) if field.name != "position"}
    position = journal.append(connection, columns)
    header = read_link(to_entry(sealed), sealed.seq - 1, sealed.prev_hash)
    try:
        fact = decode_fact(sealed.kind, sealed.version, sealed.body)
    except (UnknownFact, msgspec.DecodeError):
        return  # kept and shown by a newer program, as everywhere
    project(connection, position, header, fact, recalled=bool(sealed.recalled))
