"""One seed, one life of three terminals: real engines and clients against the model of the centre, in virtual time.

The schedule is drawn from the seed: sales, changes, crashes at any await, lost and doubled answers, outages, backups
put back on either side, cloned disks. Afterwards all is healed and everything has to be level within a few virtual
hours. What must hold at every step and in the end are the promises that a model can show: nothing acknowledged is
lost (S1) or doubled (S2), figures are the sum of what landed (S3), no row goes back to an older version (S4), no sale
is seen in part (S5), all become level (S6), chains hold (S7), drawers and closings are right (S8), no coupon is spent
twice (S9), in the end no entry is without what it names (S10). Faults built in on purpose (`books`, `trading`) show
that the last of them see something.
"""

import asyncio
import contextlib
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sync.chain import GENESIS, verify_links
from sync.client import Client
from sync.engine import Engine
from sync.identity import Identity, load_identity
from sync.status import EngineStatus
from sync.wire.messages import Nudge, Page
from tests.sync.beside import check_beside
from tests.sync.books import Books, check_coupons, check_drawers, check_whole
from tests.sync.model_centre import FEEDS, History, ModelCentre
from tests.sync.network import SimulatedNetwork, Weather
from tests.sync.stores import Incarnation, InlineWork
from tests.sync.trading import TradingJournal
from tests.sync.virtual_time import run_virtual

QUIET_S = (4500.0, 400.0, 400.0)
"""Time to become level after the last fault: more than the hourly comparison of heads and the longest wait."""
START = datetime(2026, 11, 21, 8, tzinfo=UTC)


class MemorySecrets:
    """A secret store that is always there."""

    kind = "memory"

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.values.get(name)

    def set(self, name: str, value: bytes) -> None:
        self.values[name] = value

    def delete(self, name: str) -> None:
        self.values.pop(name, None)


@dataclass
class Tally:
    """What a schedule went through, to show that the faults really happened."""

    seed: int
    steps: int = 0
    entries: int = 0
    requests: int = 0
    restarts: int = 0
    rollbacks: int = 0
    restores: int = 0
    clones: int = 0
    recalled: int = 0
    incarnations: int = 0
    virtual_s: float = 0.0


class World:
    """A terminal's disk, a centre, the network between them and the program that runs just now.

    Several share the centre of the first; `original` makes it a clone of that one's disk.
    """

    def __init__(
        self,
        seed: int,
        folder: Path,
        first: "World | None" = None,
        original: "World | None" = None,
        broken: str = "",
    ) -> None:
        self.rng: random.Random = first.rng if first else random.Random(seed)
        self.folder = folder
        self.folder.mkdir(exist_ok=True)
        self.centre: ModelCentre = first.centre if first else ModelCentre(self.rng)
        if first is None:
            self.centre.dies, self.centre.now.books = 0.1, Books(broken)
        self.secrets = MemorySecrets()
        if original is not None:
            self.secrets.values = dict(original.secrets.values)
        self.identity: Identity = load_identity(self.secrets, seed)
        self.network = SimulatedNetwork(self.centre, self.rng, self.identity.device_id)
        self.centre.devices[self.identity.device_id] = self.identity.public_key
        self.journal = TradingJournal(self.identity, broken)
        if original is not None:
            self.journal.incarnations, self.journal.life = original.journal.backup(), folder.name
        self.journal.replica.seen = self._check_page
        self.tally = Tally(seed)
        self.program: asyncio.Task[None] | None = None
        self.client: Client | None = None
        self.engine: Engine | None = None
        self.images: list[list[Incarnation]] = []
        self.statuses: list[EngineStatus] = []
        self.nudges: list[Nudge] = []

    # ---- the program ------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        self.build()
        assert self.engine is not None
        self.program = asyncio.create_task(self.engine.run())

    def build(self) -> None:
        """Make client and engine anew, as a start of the program does."""
        self.journal.wake_up()
        work = InlineWork()
        self.client = Client(
            "http://centre",
            self.identity,
            self.secrets,
            work,
            transport=self.network,
            connect=self.network.connect,
            now=self._now,
        )
        self.engine = Engine(
            self.journal,
            self.journal.replica,
            self.client,
            work,
            folder=self.folder,
            server_key=self.centre.public_key,
            now=self._now,
            rng=random.Random(self.rng.getrandbits(32)),
            on_status=self.statuses.append,
            on_nudge=self.nudges.append,
        )

    async def stop(self) -> None:
        """End the program at whatever await it is in; what it had in memory is gone."""
        assert self.program is not None
        self.program.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self.program
        await self.close()

    async def close(self) -> None:
        """Close what `build` opened."""
        assert self.client is not None
        await self.client.close()

    def _now(self) -> datetime:
        return START + timedelta(seconds=asyncio.get_running_loop().time())

    # ---- what may happen --------------------------------------------------------------------------------------------

    def sell(self) -> None:
        self.journal.seal(self.rng.choice((1, 1, 2, 5, 40, 260)))
        if self.engine is not None:
            self.engine.wake()

    def publish(self) -> None:
        self.centre.publish(self.rng.choice(FEEDS), self.rng.choice((1, 3, 30)))

    async def restart(self) -> None:
        self.tally.restarts += 1
        await self.stop()
        await self.start()

    def lose_tokens(self) -> None:
        self.centre.access.clear()
        if self.rng.random() < 0.5:
            self.centre.refreshes.clear()

    def change_weather(self) -> None:
        self.network.weather = Weather(
            down=self.rng.random() < 0.15,
            captive=self.rng.random() < 0.1,
            throttled=self.rng.random() < 0.15,
            loss=self.rng.choice((0.0, 0.02, 0.1, 0.3)),
        )

    def change_mind(self) -> None:
        """The centre blocks, limits, forgets tombstones, refuses an entry or makes no snapshots, for a while."""
        centre, last = self.centre, self.journal.incarnations[-1].entries
        centre.unwanted = {self.rng.choice(last[-20:]).hash} if self.rng.random() < 0.4 else set()
        centre.status = self.rng.choice(("active", "active", "pending", "blocked"))
        centre.batch_limit = self.rng.choice((10_000, 50, 3, 1))
        centre.has_snapshots = self.rng.random() < 0.8
        centre.prune(self.rng.choice(FEEDS))

    def image_terminal(self) -> None:
        self.images.append(self.journal.backup())

    async def roll_back_terminal(self) -> None:
        """An old disk image comes back: what was sealed since is only at the centre, if anywhere."""
        if self.images:
            self.tally.rollbacks += 1
            await self.stop()
            self.journal.incarnations = self.rng.choice(self.images)
            self.images.clear()
            if self.rng.random() < 0.7:
                self.journal.seal(self.rng.choice((1, 5, 50)))  # sold before anybody noticed
            await self.start()

    # ---- what has to hold -------------------------------------------------------------------------------------------

    def _check_page(self, page: Page) -> None:
        """The cursor is never ahead of the rows: everything up to it is there, as it was published.

        A page also tells which attachments the centre has.
        """
        cursor = page.cursor
        self.journal.there = set(self.centre.now.beside)
        rows = self.journal.replica.rows[cursor.feed]
        for name, row in self.centre.expected[cursor.feed, cursor.position, cursor.token].items():
            assert rows.get(name) == row, f"{name} is behind the cursor {cursor}"

    def check_acked(self) -> None:
        """What counts as handed in was landed, and no program error ended the engine."""
        assert self.program is not None
        if self.program.done():
            self.program.result()
        for each in self.journal.incarnations:
            for entry in each.entries[: each.acked_seq]:
                assert entry.hash in self.centre.landed, f"{each.name} {each.acked_seq} was never landed"

    def check_level(self) -> None:
        """Everything sealed is at the centre once, chains hold, and the replica is what the centre publishes."""
        assert self.engine is not None
        status = self.engine.status
        assert (status.state, status.unsent, status.cause) == ("level", 0, ""), status
        for each in self.journal.incarnations:
            branches = self.centre.now.branches[each.name]
            hashes = [entry.hash for entry in each.entries]
            assert any(hashes == [entry.hash for entry in branch[: len(hashes)]] for branch in branches), each.name
            for branch in branches:
                verify_links(branch, 0, GENESIS)
                assert len({entry.hash for entry in branch}) == len(branch), "an entry landed twice"
        device = self.identity.device_id
        assert self.centre.now.figures.get(device, 0) == self.centre.figure(device), "figures are not what landed"
        replica = self.journal.replica
        for name in FEEDS:
            known = self.centre.now.feeds[name]
            assert replica.places[name] == self.centre.cursor(name)
            assert replica.rows[name] == {key: row for key, (_, row) in known.rows.items() if row is not None}


TILLS = 3
ACTIONS: list[tuple[int, str]] = [
    (30, "sell"),
    (15, "publish"),
    (10, "restart"),
    (6, "lose_tokens"),
    (10, "change_weather"),
    (5, "change_mind"),
    (4, "back_up_centre"),
    (3, "restore_centre"),
    (3, "image_terminal"),
    (2, "roll_back_terminal"),
    (1, "clone_terminal"),
]


class Company:
    """Terminals and the one centre, with what happens to the centre."""

    def __init__(self, seed: int, folder: Path, broken: str = "") -> None:
        first = World(seed, folder / "till0", broken=broken)
        self.tills = [first, *(World(seed + n, folder / f"till{n}", first, broken=broken) for n in range(1, TILLS))]
        self.broken = broken
        self.folder = folder
        self.centre = first.centre
        self.rng = first.rng
        self.tally = Tally(seed)
        self.backups: list[History] = []

    async def act(self, action: str) -> None:
        """Let something happen to the centre, or to one of the terminals."""
        here = getattr(self, action, None)
        result = here() if here else getattr(self.rng.choice(self.tills), action)()
        if asyncio.iscoroutine(result):
            await result
        if action == "publish":
            for till in self.tills:
                till.network.announce()

    def back_up_centre(self) -> None:
        self.backups.append(self.centre.backup())

    def restore_centre(self) -> None:
        if self.backups:
            self.tally.restores += 1
            self.centre.restore(self.rng.choice(self.backups), announce=self.rng.random() < 0.6)

    async def clone_terminal(self) -> None:
        """A second machine starts from a copy of a terminal's disk, and both go on."""
        if len(self.tills) == TILLS:
            self.tally.clones += 1
            original = self.rng.choice(self.tills)
            self.tills.append(World(0, self.folder / "clone", self.tills[0], original, self.broken))
            await self.tills[-1].start()

    def check(self) -> None:
        for till in self.tills:
            till.check_acked()
        self.check_books()

    def check_books(self) -> None:
        """What anybody reads at the centre is whole, and adds up with what has landed (S5, S8, S9)."""
        books = self.centre.now.books
        branches = [branch for branches in self.centre.now.branches.values() for branch in branches]
        check_whole(books)
        check_drawers(books, branches)
        most_unsent = max(till.journal.most_unsent for till in self.tills)
        check_coupons(books, (entry for branch in branches for entry in branch), most_unsent)

    def check_beside(self) -> None:
        """In the end no entry at the centre lacks what it names (S10)."""
        branches = [branch for branches in self.centre.now.branches.values() for branch in branches]
        for till in self.tills:
            check_beside(till.journal, branches, self.centre.now.beside)

    def sum_up(self) -> Tally:
        tally = self.tally
        for till in self.tills:
            tally.entries += sum(len(each.entries) for each in till.journal.incarnations)
            tally.requests += till.network.requests
            tally.incarnations += len(till.journal.incarnations)
            tally.restarts += till.tally.restarts
            tally.rollbacks += till.tally.rollbacks
            tally.recalled += till.journal.recalled
        return tally


async def _live(company: Company, steps: int) -> None:
    rng = company.rng
    for feed in FEEDS:
        company.centre.publish(feed, 30)
    for till in company.tills:
        till.journal.seal()
        await till.start()
    for action in rng.choices([action for _, action in ACTIONS], [weight for weight, _ in ACTIONS], k=steps):
        await company.act(action)
        await asyncio.sleep(rng.choice((0.0, 0.01, 0.3, rng.expovariate(1 / 20), rng.expovariate(1 / 400))))
        company.check()
    await _heal(company)
    for till in company.tills:
        till.check_level()
    company.check_beside()
    for till in company.tills:
        await till.stop()
        for task in list(till.network.late):
            task.cancel()


async def _heal(company: Company) -> None:
    """End every fault, sell once more, and wait."""
    centre = company.centre
    centre.status, centre.batch_limit, centre.has_snapshots = "active", 10_000, True
    centre.unwanted.clear()
    for seconds in QUIET_S:
        for till in company.tills:
            till.network.weather = Weather()
            till.sell()
        await company.act("publish")
        await asyncio.sleep(seconds)
        company.check()
    company.tally.virtual_s = asyncio.get_running_loop().time()


def simulate(seed: int, folder: Path, steps: int = 90, broken: str = "") -> Tally:
    """Run the schedule of a seed. Raises AssertionError for a broken promise, whatever the engine raises for a bug.

    `broken` names a fault to build in: then a broken promise is what is wanted.
    """

    async def main() -> Tally:
        company = Company(seed, folder, broken)
        await _live(company, steps)
        company.tally.steps = steps
        return company.sum_up()

    return run_virtual(main())
