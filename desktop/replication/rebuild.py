"""Recreate the projections from the journal alone, offline, to the last byte."""

from sqlalchemy import Connection

from desktop.replication.projector import project
from desktop.store import journal, rows
from sync.chain import decode_header
from sync.wire.facts import UnknownFact, decode_fact


def rebuild(connection: Connection) -> tuple[int, int]:
    """Empty the projections and project every entry again in the order of arrival.

    Gives how many were projected and how many need a newer version of the program (kept, sent, not shown).
    """
    rows.clear(connection)
    projected = waiting = 0
    for sealed in journal.read_all(connection):
        try:
            fact = decode_fact(sealed.kind, sealed.version, sealed.body)
        except UnknownFact:
            waiting += 1
            continue
        project(connection, sealed.position, decode_header(sealed.header), fact, recalled=bool(sealed.recalled))
        projected += 1
    return projected, waiting
