"""A backup made while terminals push, restored elsewhere: feeds, epoch and acknowledged numbers go back, and the
terminals bring everything that the restored centre lacks, by themselves; in the end all is there exactly once.

Engines and clients are the real ones, only their disks are memory; the centre is a process that is stopped and started
at the same address, each time on the database that was restored last.
"""

import asyncio
import random
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

import psycopg
from psycopg.conninfo import make_conninfo

from server_stub.backup.making import make_backup
from server_stub.backup.restoring import restore_backup
from server_stub.centre import load_centre
from server_stub.database import migrate, open_pool
from server_stub.embedded.postgres import Postgres, start_postgres
from server_stub.goods.places import save_place
from server_stub.journal.verify import verify_centre
from server_stub.launch import launched_centre
from sync.client import Client
from sync.engine import Engine
from sync.identity import load_identity
from sync.wire.changes import Place
from tests.ports import free_ports
from tests.prove.histories import TradingJournal, sales_on
from tests.server.asking import rows
from tests.server.terminal import Ground, Terminal, make_ground, new_id
from tests.sync.simulation import MemorySecrets
from tests.sync.stores import InlineWork
from tests.sync.test_real_centre import SnapshotReplica

WRITERS = 4
PACE_S = 0.05
LEVEL_WITHIN_S = 120.0
_HEADS = "SELECT incarnation, acked_seq FROM incarnation"


@dataclass
class Verdict:
    """What the restores took away and what came back."""

    restores: int = 0
    sales: int = 0
    in_the_middle: int = 0
    taken_back: int = 0
    level_s: float = 0.0
    bad: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Something was taken away each time, and nothing is missing."""
        return not self.bad and self.taken_back > 0

    def __str__(self) -> str:
        told = f"{self.restores} backups made while {WRITERS} terminals pushed ({self.in_the_middle} entries landed"
        told += f" meanwhile) and restored: {self.taken_back} acknowledged entries were gone, {self.sales} sales there"
        return "; ".join([f"{told} once, level again within {self.level_s:.1f} s", *self.bad[:3]])

    def expect(self, what: str, holds: bool) -> None:
        """Note what does not hold."""
        if not holds:
            self.bad.append(f"restore {self.restores}: {what}")


@dataclass
class Writer:
    """A terminal that sells and pushes all the time."""

    journal: TradingJournal
    replica: SnapshotReplica
    engine: Engine

    @property
    def acked(self) -> int:
        """How many entries the centre has confirmed, by the terminal's own word."""
        return sum(chain.acked_seq for chain in self.journal.chains())

    async def work(self, rng: random.Random, over: asyncio.Event) -> None:
        """Sell until told to stop; the engine hands in beside it."""
        async with asyncio.TaskGroup() as tasks:
            running = tasks.create_task(self.engine.run())
            while not over.is_set():
                self.journal.sell(rng)
                self.engine.wake()
                await asyncio.sleep(PACE_S)
            while self.engine.status.unsent or self.engine.status.state != "level":
                self.engine.retry()
                await asyncio.sleep(PACE_S)
            running.cancel()


def run(restores: int, seed: int) -> Verdict:
    """Back up and restore so many times on a PostgreSQL of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o711)
        with start_postgres(folder / "database") as server:
            migrate(server.url)
            return asyncio.run(prove(server, server.url, folder, restores, seed))


async def prove(server: Postgres, url: str, folder: Path, restores: int, seed: int) -> Verdict:
    """Sell, back up, sell on, restore into a new database, again and again; `url` is a migrated one."""
    verdict, (port,) = Verdict(), free_ports(1)
    over = asyncio.Event()
    async with AsyncExitStack() as stack:
        ground, writers = await _gather(stack, url, f"http://127.0.0.1:{port}", folder)
        tasks = [asyncio.create_task(each.work(random.Random(f"{seed} {n}"), over)) for n, each in enumerate(writers)]
        for number in range(1, restores + 1):
            verdict.restores = number
            url = await _go_back(server, url, folder, port, ground, writers, verdict)
        async with _running(url, folder / "last", port):
            over.set()
            async with asyncio.timeout(LEVEL_WITHIN_S):
                await asyncio.gather(*tasks)
            await _judge(url, writers, verdict)
    return verdict


async def _gather(stack: AsyncExitStack, url: str, address: str, folder: Path) -> tuple[Ground, list[Writer]]:
    """Enrol the writers."""
    writers = []
    async with open_pool(url, max_size=2) as pool:
        centre = await load_centre(pool)
        async with pool.connection() as conn:
            ground = await make_ground(conn)
            for number in range(WRITERS):
                secrets, work = MemorySecrets(), InlineWork()
                identity = load_identity(secrets, random.getrandbits(47))
                pen = Terminal(ground, identity.device_id)
                pen.public_key = identity.public_key
                await pen.enrol(conn)
                client = Client(address, identity, secrets, work)
                stack.push_async_callback(client.close)
                journal, replica = TradingJournal(identity, ground), SnapshotReplica()
                journal.replica, journal.life = replica, identity.device_id[:8]
                engine = Engine(journal, replica, client, work, folder=folder / f"till{number}",
                                server_key=centre.public_key, now=lambda: datetime.now(UTC),
                                rng=random.Random(number))  # fmt: skip
                (folder / f"till{number}").mkdir()
                writers.append(Writer(journal, replica, engine))
    return ground, writers


@asynccontextmanager
async def _running(url: str, data_dir: Path, port: int) -> AsyncIterator[None]:
    """Run the centre's process; the writers go on meanwhile."""
    context = launched_centre(data_dir, database_url=url, port=port)
    await asyncio.to_thread(context.__enter__)
    try:
        yield
    finally:
        await asyncio.to_thread(context.__exit__, None, None, None)


async def _go_back(
    server: Postgres, url: str, folder: Path, port: int, ground: Ground, writers: list[Writer], verdict: Verdict
) -> str:
    """Back up while everybody pushes, let them push more, and restore; gives the address of the restored database."""
    place = Place(id=new_id(), code=f"N{verdict.restores}", name="New shelf", kind="shelf")
    async with _running(url, folder / f"centre{verdict.restores}", port):
        await _until(lambda: all(each.engine.status.feeds for each in writers))
        await _more(writers, 20)
        before = sum(each.acked for each in writers)
        data, kept = folder / f"centre{verdict.restores}", folder / "backups"
        made = await asyncio.to_thread(make_backup, url, data, kept, datetime.now(UTC), ZoneInfo("UTC"))
        meanwhile = sum(each.acked for each in writers) - before
        verdict.expect("nothing landed while the backup was made", meanwhile > 0)
        verdict.in_the_middle += meanwhile
        await _move_feed(url, ground, place)
        await _more(writers, 20)
        await _until(lambda: all(_knows(each, place) for each in writers))
    acked = {chain.incarnation: chain.acked_seq for each in writers for chain in each.journal.chains()}
    epochs = {mark.epoch for each in writers for mark in each.engine.status.feeds}
    target = _create(server, f"restored{verdict.restores}")
    told = await asyncio.to_thread(restore_backup, target, folder / "elsewhere", Path(made["file"]), datetime.now(UTC))
    verdict.expect(f"the restored centre does not verify: {told['problems'][:1]}", not told["problems"])
    verdict.expect("the epoch is the old one", told["epoch"] not in epochs)
    with psycopg.connect(target) as conn:
        heads = dict(conn.execute(_HEADS).fetchall())
    gone = {name: seq - heads.get(name, 0) for name, seq in acked.items()}
    verdict.expect(f"nothing was taken away: {gone}", all(lost > 0 for lost in gone.values()))
    verdict.taken_back += sum(gone.values())
    await _come_back(target, folder, port, told["epoch"], writers, place, verdict)
    return target


async def _come_back(
    url: str, folder: Path, port: int, epoch: str, writers: list[Writer], place: Place, verdict: Verdict
) -> None:
    """Start the restored centre and wait until every terminal has taken its history over."""
    began = perf_counter()
    async with _running(url, folder / f"back{verdict.restores}", port):
        await _until(lambda: all(_is_in(each, epoch) and not _knows(each, place) for each in writers))
        await _more(writers, 1)
    verdict.level_s = max(verdict.level_s, perf_counter() - began)


def _is_in(writer: Writer, epoch: str) -> bool:
    """Tell whether all feeds and the heads of a terminal are those of this epoch."""
    return {mark.epoch for mark in writer.engine.status.feeds} == {epoch} == {writer.journal.contact().epoch}


def _knows(writer: Writer, place: Place) -> bool:
    return any(("place", place.id) in rows_of for rows_of in writer.replica.rows.values())


async def _until(holds: object) -> None:
    async with asyncio.timeout(LEVEL_WITHIN_S):
        while not holds():  # type: ignore[operator]  # noqa: ASYNC110 - engines at work
            await asyncio.sleep(PACE_S)


async def _more(writers: list[Writer], count: int) -> None:
    """Wait until each has handed in so many more entries."""
    marks = [each.acked for each in writers]
    await _until(lambda: all(each.acked >= mark + count for each, mark in zip(writers, marks, strict=True)))


async def _move_feed(url: str, ground: Ground, place: Place) -> None:
    """Publish something that the restored centre will not know."""
    async with open_pool(url, max_size=1) as pool, pool.connection() as conn:
        await save_place(conn, ground.shop, place)


def _create(server: Postgres, name: str) -> str:
    """Make an empty database."""
    with psycopg.connect(make_conninfo(server.url, dbname="postgres"), autocommit=True) as conn:
        conn.execute(f'CREATE DATABASE "{name}"'.encode())
    return make_conninfo(server.url, dbname=name)


async def _judge(url: str, writers: list[Writer], verdict: Verdict) -> None:
    """Every sale of every disk is central once."""
    async with open_pool(url, max_size=2) as pool:
        central = [sale for (sale,) in await rows(pool, "SELECT sale_id::text FROM sale")]
        found = await verify_centre(pool)
    wanted = {sale for each in writers for sale in sales_on(each.journal)}
    verdict.sales = len(wanted)
    verdict.expect(f"{len(wanted - set(central))} sales lost", wanted <= set(central))
    verdict.expect(f"{len(central) - len(wanted)} sales too many", len(central) == len(wanted))
    verdict.bad += found["problems"]
    for each in writers:
        verdict.expect("a terminal took another incarnation", len(each.journal.incarnations) == 1)
