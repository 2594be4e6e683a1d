"""Histories of restore, rewind and clone: whatever a person does with disks, every sale that any of them still has or
had handed in is at the centre exactly once, and somebody is told.

The engine's own pusher and recaller speak to the centre's own landing on a real PostgreSQL; only the wire between is
left out. Disks are memory, so that hundreds of histories fit into minutes. In every second one whatever is handed in is
projected ahead of its turn, as only large pushes are.
"""

import asyncio
import copy
import random
import tempfile
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from server_stub.centre import Centre, load_centre
from server_stub.database import Pool, migrate, open_pool
from server_stub.embedded.postgres import start_postgres
from server_stub.journal import ahead, ingest, recall
from server_stub.journal.verify import verify_centre
from sync.chain import Entry, is_signed_by
from sync.contact import Acquaintance
from sync.identity import Identity, load_identity
from sync.packing import Parcel
from sync.pushing import Pusher
from sync.recalling import Recaller
from sync.wire.facts import ShiftOpened, encode_fact
from sync.wire.messages import Batch, HeldChains, PushAnswer, Recalled
from tests.server.terminal import Ground, Terminal, make_ground, make_sale
from tests.sync.simulation import MemorySecrets
from tests.sync.stores import Incarnation, MemoryJournal

STEPS = 25
ROUNDS = 6
"""Times each disk hands in at the end: a fork found by one is heard of by the other the next time."""


class TradingJournal(MemoryJournal):
    """Seals sales that the centre can project; `sales` are the ids on this disk, as long as it lives."""

    def __init__(self, identity: Identity, ground: Ground) -> None:
        super().__init__(identity, ground.shop)
        self.ground = ground
        self.receipts = 0

    def sell(self, rng: random.Random) -> None:
        """Seal a sale of its own in the terminal's one shift, behind the opening of a chain if one is due."""
        if not self.incarnations:
            self.seal(0)
            self._append("shift.opened", encode_fact(_shift(self.identity))[2])
        elif self.incarnations[-1].left:
            self.seal(0)
        self.receipts += 1
        sale = make_sale(self.ground, f"{self.life}-{self.receipts}", self.receipts, str(uuid.UUID(int=7)))
        sale_id = str(uuid.UUID(int=rng.getrandbits(128), version=4))
        sale = msgspec.structs.replace(sale, sale_id=sale_id, shift_id=_shift(self.identity).shift_id)
        kind, _, body = encode_fact(sale)
        self._append(kind, body)


def _shift(identity: Identity) -> ShiftOpened:
    return ShiftOpened(shift_id=identity.device_id, number=1, business_day="2026-03-01", currency="EUR", float_minor=0)


class Wire:
    """What a client does, without the network: the terminal's questions go straight into the centre."""

    def __init__(self, pool: Pool, centre: Centre, identity: Identity) -> None:
        self._pool = pool
        self._centre = centre
        self.device_id = identity.device_id
        self.public_key = identity.public_key

    def has_signed(self, entry: Entry) -> bool:
        return is_signed_by(entry, self.public_key)

    async def pack(self, batch: Batch) -> Parcel:
        return Parcel(batch, b"")

    async def push(self, parcel: Parcel) -> PushAnswer:
        return await ingest.land(self._pool, self._centre, self.device_id, parcel.batch)

    async def chains(self) -> HeldChains:
        return await recall.list_chains(self._pool, self._centre, self.device_id)

    async def recall(self, incarnation: str, after_seq: int, after_hash: bytes, limit: int) -> Recalled:
        return await recall.read_entries(self._pool, self.device_id, incarnation, after_seq, after_hash, limit)


@dataclass
class Disk:
    """A disk at work: its journal, and the program that hands in from it."""

    journal: TradingJournal
    pusher: Pusher
    recaller: Recaller


@dataclass
class History:
    """One terminal, its disks, the images made of them."""

    rng: random.Random
    ground: Ground
    identity: Identity
    wire: Wire
    centre: Centre
    disks: list[Disk] = field(default_factory=list)
    images: list[list[Incarnation]] = field(default_factory=list)
    handed_in: set[str] = field(default_factory=set)
    accidents: int = 0
    lives: int = 0
    recalled: int = 0

    def add_disk(self, incarnations: list[Incarnation]) -> Disk:
        self.lives += 1
        journal = TradingJournal(self.identity, self.ground)
        journal.incarnations, journal.life = incarnations, f"{self.identity.device_id[:8]}{self.lives}"
        contact = Acquaintance(journal, lambda: datetime.now(UTC))
        pusher = Pusher(journal, self.wire, self.centre.public_key, contact)  # type: ignore[arg-type]
        disk = Disk(journal, pusher, Recaller(journal, self.wire))  # type: ignore[arg-type]
        self.disks.append(disk)
        return disk

    async def sell(self) -> None:
        for _ in range(self.rng.randint(1, 4)):
            self.rng.choice(self.disks).journal.sell(self.rng)

    async def hand_in(self) -> None:
        await self.settle(self.rng.choice(self.disks))

    async def settle(self, disk: Disk) -> None:
        await disk.pusher.run()
        if disk.pusher.recall_due:
            disk.pusher.recall_due = not await disk.recaller.run()
        self.handed_in |= sales_on(disk.journal)

    async def image(self) -> None:
        self.images.append(copy.deepcopy(self.rng.choice(self.disks).journal.incarnations))

    async def restart(self) -> None:
        old = self.disks.pop(self.rng.randrange(len(self.disks)))
        self.recalled += old.recaller.recalled
        self.add_disk(old.journal.incarnations)

    async def restore(self) -> None:
        """An old image in the place of a disk; what that one had sold and not handed in is physically gone."""
        if self.images:
            self.accidents += 1
            gone = self.disks.pop(self.rng.randrange(len(self.disks)))
            self.recalled += gone.recaller.recalled
            self.add_disk(copy.deepcopy(self.rng.choice(self.images)))

    async def clone(self) -> None:
        if len(self.disks) < 3:
            self.accidents += 1
            self.add_disk(copy.deepcopy(self.rng.choice(self.disks).journal.incarnations))


ACTIONS: list[tuple[int, Callable[[History], Awaitable[None]]]] = [
    (10, History.sell),
    (8, History.hand_in),
    (3, History.image),
    (2, History.restart),
    (3, History.restore),
    (1, History.clone),
]


@dataclass
class Verdict:
    """What the histories went through and what was wrong with them."""

    histories: int = 0
    sales: int = 0
    accidents: int = 0
    recalled: int = 0
    alarmed: int = 0
    bad: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Nothing was lost or doubled, and every parting of ways raised an alarm."""
        return not self.bad and self.accidents > 0

    def __str__(self) -> str:
        told = f"{self.histories} histories with {self.accidents} restores and clones: {self.sales} sales, each once"
        told += f", {self.recalled} entries fetched back, {self.alarmed} histories with an alarm"
        return "; ".join([told, *self.bad[:3]])


def run(histories: int, seed: int) -> Verdict:
    """Live so many histories on a centre of their own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        with start_postgres(Path(folder) / "centre", settings={"fsync": "off", "synchronous_commit": "off"}) as server:
            migrate(server.url)
            return asyncio.run(prove(server.url, histories, seed))


async def prove(url: str, histories: int, seed: int) -> Verdict:
    """Live the histories one after the other; each is a terminal of its own."""
    verdict, large = Verdict(histories), ahead.LARGE
    async with open_pool(url, max_size=4) as pool:
        centre = await load_centre(pool)
        async with pool.connection() as conn:
            ground = await make_ground(conn)
        for number in range(histories):
            ahead.LARGE = large if number % 2 else 1
            await _live(pool, centre, ground, random.Random(f"{seed} {number}"), verdict)
        ahead.LARGE = large
        told = await verify_centre(pool)
        verdict.bad += told["problems"]
    return verdict


async def _live(pool: Pool, centre: Centre, ground: Ground, rng: random.Random, verdict: Verdict) -> None:
    identity = load_identity(MemorySecrets(), rng.getrandbits(40))
    async with pool.connection() as conn:
        pen = Terminal(ground, identity.device_id)
        pen.public_key = identity.public_key
        await pen.enrol(conn)
    history = History(rng, ground, identity, Wire(pool, centre, identity), centre)
    history.add_disk([]).journal.sell(rng)
    weights, actions = zip(*ACTIONS, strict=True)
    for act in rng.choices(actions, weights, k=STEPS):
        await act(history)
    for _ in range(ROUNDS):
        for disk in history.disks:
            disk.journal.sell(rng)
            await history.settle(disk)
    await _judge(pool, history, verdict)


async def _judge(pool: Pool, history: History, verdict: Verdict) -> None:
    device = history.identity.device_id
    async with pool.connection() as conn:
        sold = await (await conn.execute(_SOLD, (device,))).fetchall()
        (cases,) = await (await conn.execute(_CASES, (device,))).fetchone() or (0,)
        (quarantined,) = await (await conn.execute(_QUARANTINED, (device,))).fetchone() or (0,)
    central = [sale for (sale,) in sold]
    wanted = history.handed_in.union(*(sales_on(disk.journal) for disk in history.disks))
    if sorted(central) != sorted(wanted) or quarantined:
        lost, more = len(wanted - set(central)), len(central) - len(wanted & set(central))
        verdict.bad.append(f"{device}: {lost} sales lost, {more} too many, {quarantined} quarantined")
    parted = any(len(disk.journal.incarnations) > 1 for disk in history.disks)
    if parted and not cases:
        verdict.bad.append(f"{device}: nobody was told")
    for disk in history.disks:
        if unsent := sum(chain.sealed_seq - chain.acked_seq for chain in disk.journal.chains()):
            verdict.bad.append(f"{device}: {unsent} entries unsent")
        history.recalled += disk.recaller.recalled
    verdict.sales += len(central)
    verdict.accidents += history.accidents
    verdict.recalled += history.recalled
    verdict.alarmed += bool(cases)


_SOLD = """
SELECT s.sale_id::text FROM sale s JOIN incarnation i USING (chain) WHERE i.device_uuid = %s
"""
_CASES = "SELECT count(*) FROM cases WHERE device_uuid = %s AND (kind = 'fork' OR kind LIKE 'journal.%%')"
_QUARANTINED = "SELECT count(*) FROM quarantine q JOIN incarnation i USING (chain) WHERE i.device_uuid = %s"


def sales_on(journal: MemoryJournal) -> set[str]:
    """Give the ids of the sales in a journal."""
    return {
        msgspec.json.decode(entry.body)["sale_id"]
        for each in journal.incarnations
        for entry in each.entries
        if b'"sale_id"' in entry.body
    }
