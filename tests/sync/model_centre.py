"""The centre's contract in memory, as small as it can be said: what it lands, publishes and refuses."""

import base64
import copy
import hashlib
import random
from dataclasses import dataclass, field

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.chain import GENESIS, Break, Entry, head_message, verify_links, verify_signature
from sync.wire.changes import Change
from sync.wire.digest import add_up
from sync.wire.messages import (
    Batch,
    Cursor,
    FeedList,
    HeadAnswer,
    Held,
    HeldChains,
    Manifest,
    Page,
    PushAnswer,
    Recalled,
    SignedHead,
    auth_message,
    manifest_message,
)
from sync.wire.replica import SCHEMA
from tests.sync.beside import Held as Beside
from tests.sync.beside import keep
from tests.sync.books import Books

FEEDS = ("catalogue", "shop:s1", "people:s1", "stock:s1")
OPENED = ("receipt_prefix", "parent_incarnation", "parent_seq", "parent_hash")
IN_SNAPSHOT = ("catalogue", "shop:s1", "stock:s1")


class HttpError(Exception):
    """An answer that is not 200."""

    def __init__(self, code: int, error: str = "", status: str = "", retry_after: str = "") -> None:
        super().__init__(f"{code} {error}")
        self.code = code
        self.body = msgspec.json.encode({"error": error, "status": status})
        self.headers = {"retry-after": retry_after} if retry_after else {}


@dataclass
class Feed:
    """One row per entity: position and content (None when deleted); `tokens` has the last position of every tick."""

    rows: dict[tuple[str, str], tuple[int, bytes | None]] = field(default_factory=dict)
    tokens: dict[int, str] = field(default_factory=dict)
    top: int = 0
    prunes: int = 0


@dataclass
class History:
    """All that a backup of the centre holds."""

    epoch: str
    branches: dict[str, list[list[Entry]]] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    figures: dict[str, int] = field(default_factory=dict)
    feeds: dict[str, Feed] = field(default_factory=lambda: {name: Feed() for name in FEEDS})
    books: Books = field(default_factory=Books)
    beside: Beside = field(default_factory=dict)


class ModelCentre:
    """Landing is one transaction, projecting another; `dies` is the chance that the process ends in between.

    `landed` remembers every hash that was ever confirmed.
    """

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.key = Ed25519PrivateKey.generate()
        self.public_key = self.key.public_key().public_bytes_raw()
        self.devices: dict[str, bytes] = {}
        self.now = History(epoch=self._token())
        self.landed: set[bytes] = set()
        self.status = "active"
        self.batch_limit = 10_000
        self.unwanted: set[bytes] = set()
        self.quarantined: tuple[int, ...] = ()
        self.dies = 0.0
        self.names: tuple[str, ...] = FEEDS
        self.keep_snapshot = False
        self.page_limit = 7
        self.has_snapshots = True
        self.nonces: dict[str, str] = {}
        self.access: set[str] = set()
        self.refreshes: set[str] = set()
        self.files: dict[str, bytes] = {}
        self.made: Manifest | None = None
        self.ticks = 0
        self.gaps = 0
        self.expected: dict[tuple[str, int, str], dict[tuple[str, str], bytes]] = {}

    # ---- backups --------------------------------------------------------------------------------------------------

    def backup(self) -> History:
        return copy.deepcopy(self.now)

    def restore(self, old: History, *, announce: bool) -> None:
        """Go back to a backup; without `announce` not even the epoch tells."""
        epoch = self._token() if announce else self.now.epoch
        self.now = copy.deepcopy(old)
        self.now.epoch = epoch
        self.made = None

    # ---- tokens ---------------------------------------------------------------------------------------------------

    def challenge(self, device: str) -> dict[str, object]:
        if device not in self.devices:
            raise HttpError(404, "unknown device")
        nonce = self._token()
        self.nonces[nonce] = device
        return {"nonce": nonce, "expires_in": 60}

    def prove(self, device: str, nonce: str, signature: str) -> dict[str, object]:
        known = self.nonces.pop(nonce, None)
        message = auth_message(device, nonce)
        if known != device or not verify_signature(self.devices[device], message, base64.b64decode(signature)):
            raise HttpError(401, "bad proof")
        return self._tokens()

    def refresh(self, token: str) -> dict[str, object]:
        if token not in self.refreshes:
            raise HttpError(401, "used or unknown")
        self.refreshes.remove(token)
        return self._tokens()

    def figure(self, device: str) -> int:
        """What the entries of a terminal add up to, counted afresh: the book that the figures must agree with."""
        names = [name for name, owner in self.now.owners.items() if owner == device]
        held = {entry.hash: entry for name in names for branch in self.now.branches[name] for entry in branch}
        return sum(map(amount, held.values()))

    def _tokens(self) -> dict[str, object]:
        access, refresh = self._token(), self._token()
        self.access.add(access)
        self.refreshes.add(refresh)
        return {"access": access, "refresh": refresh, "expires_in": 900}

    # ---- the journal ----------------------------------------------------------------------------------------------

    def push(self, device: str, batch: Batch) -> PushAnswer:
        if len(batch.entries) > self.batch_limit:
            raise HttpError(413, "too large")
        first = batch.first_seq
        branches = self.now.branches.setdefault(batch.incarnation, [[]])
        assert self.now.owners.setdefault(batch.incarnation, device) == device, "one chain, two terminals"
        if not batch.entries:
            return self._answer(device, batch.incarnation, branches[0], "landed")
        previous = batch.entries[0].prev_hash
        fitting = [each for each in branches if _hash_at(each, first - 1) == previous]
        if not fitting:
            beyond = first > len(branches[0]) + 1
            self.gaps += 1
            return PushAnswer(outcome="gap", acked_seq=len(branches[0]) if beyond else 0, epoch=self.now.epoch)
        if any(entry.hash in self.unwanted for entry in batch.entries):
            raise HttpError(422, "an entry that this centre does not take")
        try:
            verify_links(batch.entries, first - 1, previous)
        except Break as error:
            raise HttpError(422, str(error)) from error
        branch = max(fitting, key=lambda each: _common(each, batch))
        at = first - 1 + _common(branch, batch)
        rest = batch.entries[at - first + 1 :]
        outcome = "landed"
        if rest and at < len(branch):
            branch = branch[:at]
            branches.append(branch)
        if len(branches) > 1:
            outcome = "fork"
        branch.extend(rest)
        keep(self.now.beside, batch)
        self.now.figures[device] = self.now.figures.get(device, 0) + sum(map(amount, rest))
        self.landed |= {entry.hash for entry in branch}
        self.now.books.land(rest)
        if self.rng.random() >= self.dies:
            self.now.books.project()
        return self._answer(device, batch.incarnation, branch, outcome)

    def _answer(self, device: str, incarnation: str, branch: list[Entry], outcome: str) -> PushAnswer:
        seq, hashed = len(branch), branch[-1].hash if branch else GENESIS
        at = "2026-11-21T09:00:00+00:00"
        signature = self.key.sign(head_message(device, incarnation, seq, hashed, at))
        head = SignedHead(incarnation=incarnation, seq=seq, hash=hashed, received_at=at, signature=signature)
        return PushAnswer(outcome=outcome, acked_seq=seq, epoch=self.now.epoch, head=head, quarantined=self.quarantined)

    def chains(self, device: str) -> HeldChains:
        held = []
        for name, branches in self.now.branches.items():
            if self.now.owners.get(name) != device:
                continue
            first = msgspec.json.decode(branches[0][0].body) if branches[0] else {}
            said = {key: first[key] for key in OPENED if key in first}
            held += [
                Held(incarnation=name, branch=n, seq=len(branch), hash=branch[-1].hash.hex() if branch else "", **said)
                for n, branch in enumerate(branches)
            ]
        return HeldChains(epoch=self.now.epoch, chains=tuple(each for each in held if each.seq))

    def recall(self, incarnation: str, after: int, hashed: bytes, limit: int) -> Recalled:
        for branch in self.now.branches.get(incarnation, []):
            if len(branch) > after and _hash_at(branch, after) == hashed:
                found = branch[after : after + limit]
                return Recalled(incarnation=incarnation, entries=tuple(found), more=len(branch) > after + limit)
        return Recalled(incarnation=incarnation, entries=())

    def head(self, incarnation: str) -> HeadAnswer:
        main = self.now.branches.get(incarnation, [[]])[0]
        hashed = main[-1].hash.hex() if main else ""
        return HeadAnswer(incarnation=incarnation, seq=len(main), hash=hashed, epoch=self.now.epoch)

    # ---- the feeds ------------------------------------------------------------------------------------------------

    def publish(self, feed: str, count: int) -> None:
        """Change, add or delete rows of a feed, in one tick."""
        self.ticks += 1
        known, token = self.now.feeds[feed], self._token()
        for _ in range(count):
            name = ("product", f"p{self.rng.randrange(40)}")
            known.top += 1
            gone = self.rng.random() < 0.2
            known.rows[name] = known.top, None if gone else msgspec.msgpack.encode([name[1], self.ticks, known.top])
        known.tokens[known.top] = token

    def prune(self, feed: str) -> None:
        """Forget tombstones, and with them the ticks of which somebody may not know them."""
        known = self.now.feeds[feed]
        known.tokens = {at: token for at, token in known.tokens.items() if at == known.top}
        known.prunes += 1
        known.rows = {name: row for name, row in known.rows.items() if row[1] is not None}

    def cursor(self, feed: str) -> Cursor:
        return self._cursor(feed, self.now.feeds[feed].top)

    def _cursor(self, feed: str, position: int) -> Cursor:
        """A place, proved by the newest tick: what moved beyond the place before then must not come back unseen.

        In the middle of a feed also by the tombstones of that time: the rest of them has still to be read.
        """
        known = self.now.feeds[feed]
        middle = f".{known.prunes}" if position < known.top else ""
        token = f"{known.top}.{self._token_at(feed, known.top)}{middle}"
        return Cursor(feed=feed, epoch=self.now.epoch, position=position, token=token)

    def _token_at(self, feed: str, position: int) -> str:
        """The token of the tick that numbered the position."""
        tokens = self.now.feeds[feed].tokens
        return tokens[min(at for at in tokens if at >= position)] if position else ""

    def feeds(self) -> FeedList:
        return FeedList(cursors=tuple(self.cursor(name) for name in self.names))

    def page(self, feed: str, position: int, token: str, limit: int) -> Page:
        known = self.now.feeds[feed]
        if position:
            top, tick, *prunes = token.split(".")
            if (
                int(top) > known.top
                or self._token_at(feed, int(top)) != tick
                or prunes not in ([], [str(known.prunes)])
            ):
                raise HttpError(410, "gone")
        ordered = sorted((at, name, row) for name, (at, row) in known.rows.items() if at > position)
        if position == 0:
            ordered = [each for each in ordered if each[2] is not None]
        chosen = ordered[: min(limit, self.page_limit)]
        more = len(chosen) < len(ordered)
        cursor = self._cursor(feed, chosen[-1][0] if more else known.top)
        self.expected[feed, cursor.position, cursor.token] = {
            name: row for name, (at, row) in known.rows.items() if row is not None and at <= cursor.position
        }
        changes = tuple(
            Change(at, name[0], name[1], msgspec.Raw(row or b"\xc0"), row is None) for at, name, row in chosen
        )
        digest = None if more else self.digest(feed)
        return Page(cursor=cursor, from_position=position, more=more, changes=changes, digest=digest)

    def digest(self, feed: str) -> int:
        return add_up(0, [at for at, row in self.now.feeds[feed].rows.values() if row is not None])

    def manifest(self) -> Manifest:
        """A snapshot, made anew only now and then, so that the feeds have usually moved on."""
        if not self.has_snapshots:
            raise HttpError(404, "no snapshot")
        if self.made is None or (self.rng.random() < 0.3 and not self.keep_snapshot):
            content = {name: self._stored(name) for name in IN_SNAPSHOT}
            data = msgspec.msgpack.encode(content)
            hashed = hashlib.sha256(data).hexdigest()
            self.files[hashed] = data
            cursors = tuple(self.cursor(name) for name in IN_SNAPSHOT)
            plain = Manifest(schema=SCHEMA, hash=hashed, size=len(data), key="00" * 32, cursors=cursors, signature=b"")
            self.made = self.signed(plain)
        return self.made

    def signed(self, manifest: Manifest) -> Manifest:
        return msgspec.structs.replace(manifest, signature=self.key.sign(manifest_message(manifest)))

    def _stored(self, feed: str) -> list[tuple[str, str, bytes, int]]:
        rows = self.now.feeds[feed].rows
        return [(name[0], name[1], row, at) for name, (at, row) in rows.items() if row is not None]

    def _token(self) -> str:
        return f"{self.rng.getrandbits(64):016x}"


def amount(entry: Entry) -> int:
    """What an entry moves; openings move nothing."""
    return int(msgspec.json.decode(entry.body).get("n", 0))


def _hash_at(branch: list[Entry], seq: int) -> bytes | None:
    if seq == 0:
        return GENESIS
    return branch[seq - 1].hash if seq <= len(branch) else None


def _common(branch: list[Entry], batch: Batch) -> int:
    """How many entries of the batch, from its first, the branch already holds."""
    count = 0
    for known, sent in zip(branch[batch.first_seq - 1 :], batch.entries, strict=False):
        if known.hash != sent.hash:
            break
        count += 1
    return count
