"""A terminal's disk for tests of the engine: what is written survives restarts, each call is one transaction."""

import asyncio
import copy
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import msgspec

from sync.chain import GENESIS, Entry, Header, seal, verify_links
from sync.identity import Identity
from sync.replica import Chain, Contact, Divergence, entry_bytes
from sync.trouble import Broken
from sync.wire.attachments import Attachment, attachments_bytes
from sync.wire.digest import add_up
from sync.wire.facts import JournalOpened, encode_fact
from sync.wire.messages import Cursor, Manifest, Page, SignedHead

P = ParamSpec("P")
T = TypeVar("T")
Rows = dict[tuple[str, str], bytes]
Versions = dict[tuple[str, str], int]


class InlineWork:
    """The worker thread without a thread: others run before and after, and a cancelled caller does not stop it."""

    async def __call__(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        await asyncio.sleep(0.001)
        result = function(*args, **kwargs)
        await asyncio.sleep(0.001)
        return result


class Incarnation:
    def __init__(self, name: str) -> None:
        self.name = name
        self.entries: list[Entry] = []
        self.acked_seq = 0
        self.left = False
        self.furthest_acked = 0
        self.beside: dict[int, Attachment] = {}


AGAIN = 20
"""Earlier attachments that go along with a batch."""


class MemoryJournal:
    """Implements sync.replica.Journal; `seal` is what selling does."""

    def __init__(self, identity: Identity, shop: str = "s1") -> None:
        self.identity = identity
        self.shop = shop
        self.incarnations: list[Incarnation] = []
        self.heads: dict[str, SignedHead] = {}
        self.quarantined: set[tuple[str, int]] = set()
        self.problems: dict[tuple[str, int], str] = {}
        self.diverged: list[tuple[str, Divergence, int]] = []
        self.stored_contact = Contact()
        self.replica = MemoryReplica()
        self.minted = 0
        self.life = ""
        self.reason = "fork"
        self.sealed = 0
        self.recalled = 0
        self.recalls_ended = 0
        self.there: set[bytes] = set()

    def seal(self, count: int = 1) -> None:
        """Seal entries, no two alike; after a divergence they go into a new incarnation."""
        if not self.incarnations or self.incarnations[-1].left:
            count -= self._open()
        for _ in range(count):
            self._append("test", b'{"n":%d}' % (self.sealed + 1))

    def _open(self) -> int:
        """Begin an incarnation; one that follows another begins with an entry that says so. Gives the number sealed."""
        self.minted += 1
        before = self.incarnations[-1] if self.incarnations else None
        name = str(uuid.uuid5(uuid.UUID(self.identity.device_id), f"{self.life}{self.minted}"))
        self.incarnations.append(Incarnation(name))
        if before is not None:
            fact = JournalOpened(
                reason=self.reason,
                public_key=self.identity.public_key.hex(),
                receipt_prefix=f"T{self.life}{self.minted}",
                last_receipt_no=0,
                last_shift_no=0,
                grand_total_minor=0,
                parent_incarnation=before.name,
                parent_seq=len(before.entries),
                parent_hash=before.entries[-1].hash.hex() if before.entries else "",
            )
            kind, _, body = encode_fact(fact)
            self._append(kind, body)
        return int(before is not None)

    def _append(self, kind: str, body: bytes) -> None:
        current = self.incarnations[-1]
        header = Header(
            terminal=self.identity.device_id,
            incarnation=current.name,
            seq=len(current.entries) + 1,
            shop=self.shop,
            key_id=self.identity.key_id,
            kind=kind,
            version=1,
            occurred_at="2026-11-21T10:00:00+01:00",
            actor="",
        )
        self.sealed += 1
        previous = current.entries[-1].hash if current.entries else GENESIS
        current.entries.append(seal(header, body, previous, self.identity.sign))

    def chains(self) -> list[Chain]:
        return [Chain(each.name, len(each.entries), each.acked_seq) for each in self.incarnations]

    def read_entries(self, incarnation: str, after_seq: int, max_entries: int, max_bytes: int) -> tuple[Entry, ...]:
        chosen: list[Entry] = []
        size = 0
        known = self._named(incarnation)
        for seq, entry in enumerate(known.entries[after_seq : after_seq + max_entries], after_seq + 1):
            size += entry_bytes(entry) + attachments_bytes([known.beside[seq]] if seq in known.beside else ())
            if chosen and size > max_bytes:
                break
            chosen.append(entry)
        return tuple(chosen)

    def read_attachments(self, incarnation: str, after_seq: int, count: int) -> tuple[Attachment, ...]:
        """Give what these entries name, and earlier ones of which no feed has told yet that the centre has them."""
        earlier = [
            attachment
            for each in self.incarnations
            for seq, attachment in each.beside.items()
            if attachment.hash not in self.there and (each.name != incarnation or seq <= after_seq)
        ]
        return (*self.read_named(incarnation, after_seq, count), *earlier[-AGAIN:])

    def read_named(self, incarnation: str, after_seq: int, count: int) -> tuple[Attachment, ...]:
        beside = self._named(incarnation).beside
        return tuple(beside[seq] for seq in sorted(beside) if after_seq < seq <= after_seq + count)

    def hash_at(self, incarnation: str, seq: int) -> bytes | None:
        entries = self._named(incarnation).entries
        return entries[seq - 1].hash if 0 < seq <= len(entries) else None

    def save_acked(self, incarnation: str, seq: int, head: SignedHead | None, quarantined: tuple[int, ...]) -> None:
        known = self._named(incarnation)
        assert 0 <= seq <= len(known.entries), "confirmed beyond what was sealed"
        known.acked_seq, known.furthest_acked = seq, max(seq, known.furthest_acked)
        if head is not None:
            assert head.hash == self.hash_at(incarnation, head.seq)
            self.heads[incarnation] = head
        self.quarantined |= {(incarnation, each) for each in quarantined}

    def diverge(self, incarnation: str, reason: Divergence, centre_seq: int, prefixes: tuple[str, ...] = ()) -> None:
        known = self._named(incarnation)
        if known is self.incarnations[-1] and not known.left:
            known.left = True
            self.reason = reason
            self.diverged.append((incarnation, reason, centre_seq))

    def take_back(self, incarnation: str, entries: tuple[Entry, ...]) -> None:
        known = next((each for each in self.incarnations if each.name == incarnation), None)
        if known is None:
            known = Incarnation(incarnation)
            self.incarnations.insert(len(self.incarnations) - 1, known)
        assert known is not self.incarnations[-1], "only a chain that was left is completed"
        before = known.entries[-1] if known.entries else None
        verify_links(entries, len(known.entries), before.hash if before else GENESIS)
        known.entries.extend(entries)
        known.acked_seq = len(known.entries)
        self.recalled += len(entries)

    def end_recall(self) -> None:
        self.recalls_ended += 1

    def save_problem(self, incarnation: str, seq: int, reason: str) -> None:
        self.problems[incarnation, seq] = reason

    def contact(self) -> Contact:
        return self.stored_contact

    def save_contact(self, contact: Contact) -> None:
        self.stored_contact = contact

    def switch_replica(self, path: Path, manifest: Manifest) -> None:
        self.replica.switch(path)

    def backup(self) -> "list[Incarnation]":
        """Copy the journal as a disk image would."""
        return copy.deepcopy(self.incarnations)

    def _named(self, incarnation: str) -> Incarnation:
        return next(each for each in self.incarnations if each.name == incarnation)


class MemoryReplica:
    """Implements sync.replica.Replica; `seen` is told every page that was applied, `loses` is a change to overlook."""

    def __init__(self) -> None:
        self.rows: dict[str, Rows] = {}
        self.versions: dict[str, Versions] = {}
        self.places: dict[str, Cursor] = {}
        self.prepared: dict[Path, tuple[dict[str, Rows], dict[str, Versions], dict[str, Cursor]]] = {}
        self.seen: Callable[[Page], None] = lambda page: None
        self.loses: tuple[str, str] | None = None

    def cursors(self) -> tuple[Cursor, ...]:
        return tuple(self.places.values())

    def apply_page(self, page: Page) -> int | None:
        feed = page.cursor.feed
        if page.from_position == 0:
            self.rows[feed] = {}
            self.versions[feed] = {}
        else:
            assert self.places[feed].position == page.from_position, "a page that does not follow"
        for change in page.changes:
            name = (change.entity, change.id)
            if name == self.loses:
                self.loses = None
            elif change.deleted:
                self.rows[feed].pop(name, None)
                self.versions[feed].pop(name, None)
            else:
                assert change.position > self.versions[feed].get(name, 0), "a row went back to an older version"
                self.rows[feed][name] = bytes(change.row)
                self.versions[feed][name] = change.position
        self.places[feed] = page.cursor
        self.seen(page)
        return add_up(0, self.versions[feed].values())

    def drop_feed(self, feed: str) -> None:
        self.rows.pop(feed, None)
        self.versions.pop(feed, None)
        self.places.pop(feed, None)

    def prepare_snapshot(self, path: Path, manifest: Manifest) -> None:
        try:
            stored = msgspec.msgpack.decode(path.read_bytes(), type=dict[str, list[tuple[str, str, bytes, int]]])
        except msgspec.DecodeError as error:
            raise Broken("not a replica") from error
        rows = {feed: {(entity, name): row for entity, name, row, _ in each} for feed, each in stored.items()}
        versions = {feed: {(entity, name): at for entity, name, _, at in each} for feed, each in stored.items()}
        places = {cursor.feed: cursor for cursor in manifest.cursors}
        for feed, cursor in self.places.items():
            if feed not in places:
                rows[feed], places[feed] = dict(self.rows[feed]), cursor
                versions[feed] = dict(self.versions[feed])
        self.prepared[path] = rows, versions, places

    def switch(self, path: Path) -> None:
        self.rows, self.versions, self.places = self.prepared.pop(path)
