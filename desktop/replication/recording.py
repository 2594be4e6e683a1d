"""Facts become entries: sealed, stored and projected inside the operation's own transaction."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.replication.projector import project
from desktop.store import journal
from desktop.store.journal import Head
from sync import chain
from sync.wire.facts import Fact, encode_fact
from sync.wire.fingerprint import fingerprint_groups


@dataclass(frozen=True, slots=True)
class Signer:
    """Who seals at this terminal: its id, its shop, and the signing half of its Ed25519 key."""

    terminal: str
    shop: str
    key_id: str
    public_key: bytes
    sign: Callable[[bytes], bytes]
    former: tuple[bytes, ...] = ()
    """Keys with which this terminal signed on a machine before this one."""

    @property
    def fingerprint(self) -> str:
        """The key as both people compare it before the centre approves this terminal."""
        return fingerprint_groups(self.public_key)


class NoJournal(Exception):
    """A fact was recorded before the journal was opened: a bug of the caller."""


def record(connection: Connection, signer: Signer, fact: Fact, *, actor: str, occurred_at: str) -> Head:
    """Seal a fact as the next entry of the current incarnation and project it; gives the new head."""
    head = journal.read_head(connection)
    if head is None:
        raise NoJournal(type(fact).__name__)
    return append(connection, signer, head, fact, actor=actor, occurred_at=occurred_at)


def append(connection: Connection, signer: Signer, head: Head, fact: Fact, *, actor: str, occurred_at: str) -> Head:
    """Seal a fact behind a given head, which for a new incarnation has number 0 and the genesis hash."""
    kind, version, body = encode_fact(fact)
    header = chain.Header(
        terminal=signer.terminal,
        incarnation=head.incarnation,
        seq=head.seq + 1,
        shop=signer.shop,
        key_id=signer.key_id,
        kind=kind,
        version=version,
        occurred_at=occurred_at,
        actor=actor,
    )
    entry = chain.seal(header, body, head.hash, signer.sign)
    store(connection, header, entry, fact)
    return Head(header.incarnation, header.seq, entry.hash)


def store(connection: Connection, header: chain.Header, entry: chain.Entry, fact: Fact) -> None:
    """Put a sealed entry into the journal and its projections."""
    position = journal.append(
        connection,
        {
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
            "recalled": 0,
        },
    )
    project(connection, position, header, fact)
