"""The journal as the engine asks for it (`sync.replica.Journal`): short calls on the thread that owns the database."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Connection

from desktop.replication.attachments import to_wire
from desktop.replication.disk import disk_trouble
from desktop.replication.incarnations import to_entry
from desktop.replication.taking_back import take_back
from desktop.store import attachments, journal
from desktop.store.database import Database
from desktop.store.journal import HandedIn
from desktop.store.terminal import Known, read_known, save_known
from desktop.store.topics import Topic
from sync.chain import Entry
from sync.replica import Chain, Contact
from sync.wire.attachments import Attachment
from sync.wire.customer_facts import NAMING
from sync.wire.messages import Manifest, SignedHead

ENVELOPE_BYTES = 160
"""Hashes, signature and framing of an entry on the wire."""


class LocalJournal:
    """Reads sealed entries for sending and keeps what the centre says of them."""

    def __init__(
        self,
        database: Database,
        on_diverged: Callable[[str, str, int, tuple[str, ...]], None],
        on_switched: Callable[[Path, bytes], None],
        on_recalled: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._on_recalled = on_recalled
        self._on_diverged = on_diverged
        self._on_switched = on_switched

    @disk_trouble()
    def chains(self) -> Sequence[Chain]:
        """Give every incarnation, oldest first; a broken one reaches only to the last entry that holds."""
        with self._database.reading() as connection:
            doubts = json.loads(read_known(connection, Known.DOUBTS) or "{}")
            chains = []
            for incarnation in journal.list_incarnations(connection):
                acked = journal.read_handed_in(connection, incarnation)
                sealed_seq = journal.read_last_seq(connection, incarnation)
                if doubts.get(incarnation, {}).get("reason") == "broken":
                    sealed_seq = min(sealed_seq, doubts[incarnation]["good_seq"])
                chains.append(Chain(incarnation, sealed_seq, acked.acked_seq if acked else 0))
        return chains

    @disk_trouble()
    def read_entries(self, incarnation: str, after_seq: int, max_entries: int, max_bytes: int) -> tuple[Entry, ...]:
        """Give consecutive entries after a number, bounded by count and bytes but at least one if there is one."""
        with self._database.reading() as connection:
            rows = journal.read_after(connection, incarnation, after_seq, max_entries)
            beside = {}
            if any(row.kind in NAMING for row in rows):
                beside = attachments.sizes(connection, incarnation, after_seq, after_seq + len(rows))
        entries: list[Entry] = []
        size = 0
        for row in rows:
            size += len(row.header) + len(row.body) + ENVELOPE_BYTES + beside.get(row.seq, 0)
            if entries and size > max_bytes:
                break
            entries.append(to_entry(row))
        return tuple(entries)

    @disk_trouble()
    def read_attachments(self, incarnation: str, after_seq: int, count: int) -> tuple[Attachment, ...]:
        """Give what so many entries name, and a few earlier ones that the centre may not have."""
        with self._database.reading() as connection:
            kept = attachments.read_for(connection, incarnation, after_seq, after_seq + count)
        return tuple(to_wire(each) for each in kept)

    @disk_trouble()
    def hash_at(self, incarnation: str, seq: int) -> bytes | None:
        """Give the hash of a sealed entry, None when it is not here."""
        with self._database.reading() as connection:
            entry = journal.read_entry(connection, incarnation, seq)
        return entry.hash if entry else None

    @disk_trouble()
    def save_acked(self, incarnation: str, seq: int, head: SignedHead | None, quarantined: tuple[int, ...]) -> None:
        """Keep the centre's word, up or down; a signed head replaces the one kept before."""
        touched = (Topic.SYNC, Topic.CASES) if quarantined else (Topic.SYNC,)
        with self._database.writing(*touched) as connection:
            known = journal.read_handed_in(connection, incarnation)
            kept = HandedIn(
                incarnation,
                seq,
                head.hash if head else (known.acked_hash if known else b""),
                head.received_at if head else (known.received_at if known else ""),
                head.signature if head else (known.signature if known else b""),
            )
            journal.save_handed_in(connection, kept)
            if quarantined:
                self._add_problem(connection, incarnation, dict.fromkeys(quarantined, "quarantined"))

    def diverge(self, incarnation: str, reason: str, centre_seq: int, prefixes: tuple[str, ...] = ()) -> None:
        """Tell the terminal that the centre knows this chain differently; it opens a new incarnation when it may."""
        self._on_diverged(incarnation, reason, centre_seq, prefixes)

    @disk_trouble()
    def take_back(self, incarnation: str, entries: tuple[Entry, ...]) -> None:
        """Make entries that the centre gave back part of the journal and its projections, in one transaction."""
        with self._database.writing(Topic.SALES, Topic.STOCK, Topic.SHIFT, Topic.STAFF, Topic.SYNC) as connection:
            take_back(connection, entries)

    @disk_trouble()
    def end_recall(self) -> None:
        """Tell the terminal that nothing is missing any more."""
        self._on_recalled()

    @disk_trouble()
    def save_problem(self, incarnation: str, seq: int, reason: str) -> None:
        """Note an entry that the centre will not take; it stays in the journal and is tried again."""
        with self._database.writing(Topic.SYNC, Topic.CASES) as connection:
            self._add_problem(connection, incarnation, {seq: reason})

    def _add_problem(self, connection: Connection, incarnation: str, problems: dict[int, str]) -> None:
        known = json.loads(read_known(connection, Known.PROBLEMS) or "{}")
        known |= {f"{incarnation}/{seq}": reason for seq, reason in problems.items()}
        save_known(connection, problems=json.dumps(known))

    @disk_trouble()
    def contact(self) -> Contact:
        """Give what is remembered of the centre."""
        with self._database.reading() as connection:
            return Contact(read_known(connection, Known.EPOCH), read_known(connection, Known.LAST_CONTACT))

    @disk_trouble()
    def save_contact(self, contact: Contact) -> None:
        """Remember the centre's epoch and the time of its last answer."""
        with self._database.writing(Topic.SYNC) as connection:
            save_known(connection, epoch=contact.epoch, last_contact=contact.at)

    @disk_trouble()
    def switch_replica(self, path: Path, manifest: Manifest) -> None:
        """Make a prepared snapshot the current replica: commit its name and key, then attach it."""
        with self._database.writing() as connection:
            save_known(connection, replica_file=path.name, replica_key=manifest.key)
        key = bytes.fromhex(manifest.key)
        self._database.attach_replica(path, key)
        self._on_switched(path, key)
        self._database.announce(Topic.CATALOG, Topic.STOCK, Topic.STAFF, Topic.SYNC, Topic.CASES, Topic.OFFERS)
