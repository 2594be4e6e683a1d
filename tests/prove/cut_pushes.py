"""Every push is cut at a random byte, on its way there or back; handed in again, everything is there exactly once."""

import asyncio
import contextlib
import random
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from server_stub.database import migrate
from server_stub.embedded.postgres import start_postgres
from sync.client import Client
from sync.contact import Acquaintance
from sync.identity import load_identity, server_key
from sync.pushing import Pusher
from sync.trouble import Busy, Trouble
from sync.worker import Worker
from tests.edges import SettableClock
from tests.server_http.conftest import RunningCentre, running_centre
from tests.sync.simulation import MemorySecrets
from tests.sync.stores import MemoryJournal

UP, DOWN = "up", "down"
LONGEST = {UP: 2500, DOWN: 700}
"""About the bytes of a push and of its answer; one that is done before its cut is not counted."""
BACKLOG = 250
"""Entries that wait now and then: more than one batch, so that two are under way when the line is cut."""


class Scissors:
    """A proxy for TCP that drops a connection after so many bytes in one direction."""

    def __init__(self, target: str) -> None:
        self._host, _, port = target.removeprefix("http://").partition(":")
        self._port = int(port)
        self._left: dict[str, int] = {}
        self.cuts = 0
        self.address = ""

    def arm(self, way: str, after_bytes: int) -> None:
        """Cut once, after this many more bytes that way."""
        self._left = {way: after_bytes}

    def disarm(self) -> None:
        """Let everything pass."""
        self._left = {}

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Listen on a free port."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with server:
            yield

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(self._host, self._port)
        try:
            async with asyncio.TaskGroup() as ways:
                ways.create_task(self._carry(reader, back, UP))
                ways.create_task(self._carry(there, writer, DOWN))
        except* (ConnectionError, _Cut):
            pass
        finally:
            for each in (writer, back):
                each.transport.abort()

    async def _carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, way: str) -> None:
        while data := await source.read(65536):
            left = self._left.get(way)
            if left is not None and len(data) >= left:
                self._left = {}
                self.cuts += 1
                sink.write(data[:left])
                with contextlib.suppress(ConnectionError):
                    await sink.drain()
                raise _Cut
            if left is not None:
                self._left[way] = left - len(data)
            sink.write(data)
            await sink.drain()
        raise _Cut


class _Cut(Exception):
    """The end of a connection."""


@dataclass
class Verdict:
    """How many pushes were cut, and what was then at the centre."""

    wanted: int = 0
    pushes: int = 0
    cuts: int = 0
    unanswered_but_landed: int = 0
    sealed: int = 0
    landed: int = 0
    distinct: int = 0
    unsent: int = 0

    @property
    def good(self) -> bool:
        """Every entry is there once."""
        return self.cuts == self.wanted and self.unsent == 0 and self.sealed == self.landed == self.distinct

    def __str__(self) -> str:
        return (
            f"{self.cuts} of {self.pushes} pushes cut ({self.unanswered_but_landed} after they had landed): "
            f"{self.sealed} entries sealed, {self.landed} landed, {self.distinct} of them different"
        )


def run(pushes: int, seed: int) -> Verdict:
    """Cut so many pushes to a centre of their own, and make some that get through."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        with start_postgres(Path(folder) / "centre") as server:
            migrate(server.url)
            with running_centre(server.url, SettableClock(datetime.now(UTC)), Path(folder)) as centre:
                return asyncio.run(prove(centre, pushes, seed))


async def prove(centre: RunningCentre, pushes: int, seed: int) -> Verdict:
    """Push through the scissors; each push that fails is made again by the same code, uncut."""
    rng, scissors, worker, secrets = random.Random(seed), Scissors(centre.address), Worker(), MemorySecrets()
    verdict = Verdict(pushes)
    async with scissors.open():
        identity = load_identity(secrets, 1_795_000_000_000)
        client = Client(scissors.address, identity, secrets, worker, timeout_s=10)
        await client.register("Till 1", centre.token())
        journal, key = MemoryJournal(identity), server_key(secrets)
        assert key is not None
        pusher = Pusher(journal, client, key, Acquaintance(journal, lambda: datetime.now(UTC)))
        await pusher.run()
        while scissors.cuts < pushes:
            verdict.pushes += 1
            journal.seal(BACKLOG if rng.random() < 0.02 else rng.randint(1, 5))
            way = rng.choice((UP, DOWN))
            scissors.arm(way, rng.randint(0, LONGEST[way]))
            try:
                await pusher.run()
            except Trouble:
                landed = centre.ask("SELECT coalesce(max(acked_seq), 0) FROM incarnation")[0][0]
                verdict.unanswered_but_landed += landed == journal.sealed
            scissors.disarm()
            centre.clock.advance(seconds=1)
            await _push_patiently(pusher)
        await client.close()
    await worker.close()
    verdict.cuts, verdict.sealed = scissors.cuts, journal.sealed
    verdict.unsent = sum(chain.sealed_seq - chain.acked_seq for chain in journal.chains())
    counted = centre.ask("SELECT count(*), count(DISTINCT hash) FROM entry")[0]
    verdict.landed, verdict.distinct = int(str(counted[0])), int(str(counted[1]))
    return verdict


async def _push_patiently(pusher: Pusher) -> None:
    """Push, and again after as long as the centre asks for: nobody may push more than fifty times a second."""
    while True:
        try:
            await pusher.run()
        except Busy as busy:
            await asyncio.sleep(busy.retry_after_s or 1.0)
        else:
            return
