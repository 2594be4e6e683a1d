"""Every live line is cut at once: they come back one after the other, ask for no new tokens, and pushes go on.

The lines are the engine's own, through a relay that is cut; pushes come from another process, straight to the centre.
Lines that draw no jitter are the control that must come back as one.
"""

import asyncio
import random
import tempfile
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from ssl import SSLContext
from time import perf_counter
from urllib.parse import urlsplit

from server_stub.centre import Centre, load_centre
from server_stub.database import Pool, open_pool
from server_stub.embedded.postgres import running_url
from server_stub.identity.tokens import issue_access
from server_stub.launch import launched_centre
from sync.chain import derive_key_id
from sync.client import Client
from sync.engine import Engine
from sync.identity import load_identity, save_tokens
from sync.live import Heard, Standing, open_live
from sync.wire.messages import Tokens
from tests.prove.beside import pushing_beside
from tests.prove.crowd import Tally
from tests.prove.load import BOUND_MS, STEADY_PER_S, WORKERS
from tests.server.terminal import Ground, Terminal, make_ground
from tests.sync.simulation import MemorySecrets
from tests.sync.stores import InlineWork, MemoryJournal

BACK_WITHIN_S = 30.0
CROWDED, FEW = 0.25, 5
"""The largest share of the lines that may come back within a second; of few lines chance brings a few more."""
TILLS_PER_ADDRESS = 20
AUTH = b" /ECK/API/AUTH/"


@dataclass
class Verdict:
    """What the storm was like."""

    lines: int
    per_s: int
    back: int = 0
    back_s: float = 0.0
    peak_per_s: int = 0
    control: int = 0
    control_peak_per_s: int = 0
    tokens: int = 0
    quiet: Tally = field(default_factory=Tally)
    storm: Tally = field(default_factory=Tally)

    @property
    def good(self) -> bool:
        """All came back, spread, without asking for tokens, and nobody who pushed had to wait."""
        return (
            self.back == self.lines
            and self.peak_per_s <= self.lines * CROWDED + FEW
            and self.control_peak_per_s > self.control * CROWDED + FEW
            and self.tokens == 0
            and not self.quiet.errors + self.storm.errors
            and self.storm.quantile_ms(0.99) <= BOUND_MS
        )

    def __str__(self) -> str:
        told = (
            f"{self.back} of {self.lines} lines back within {self.back_s:.1f} s, at most {self.peak_per_s} in a second"
        )
        told += f" (without jitter {self.control_peak_per_s} of {self.control}), {self.tokens} token requests;"
        return told + f" pushes at {self.per_s}/s before: {self.quiet}; in the storm: {self.storm}"


class Lockstep(random.Random):
    """Draws the same every time: what a line without jitter does."""

    def uniform(self, a: float, b: float) -> float:
        """Give the end."""
        return b


class Cutter:
    """A relay in front of the centre that can be cut; counts who asks for tokens."""

    def __init__(self, target: str) -> None:
        self._target = urlsplit(target)
        self._writers: set[asyncio.StreamWriter] = set()
        self._count = 0
        self.tokens = 0
        self.address = ""

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["Cutter"]:
        """Serve as long as the block lasts."""
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=4096)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            server.close()
            self.cut()

    def cut(self) -> None:
        """Drop every connection; new ones are taken at once."""
        for writer in self._writers:
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._count += 1
        local = f"127.3.{self._count // TILLS_PER_ADDRESS // 250 % 250}.{self._count // TILLS_PER_ADDRESS % 250 + 1}"
        with suppress(OSError):
            up = await asyncio.open_connection(self._target.hostname, self._target.port, local_addr=(local, 0))
            both = {writer, up[1]}
            self._writers |= both
            try:
                await asyncio.gather(self._pump(reader, up[1]), self._pump(up[0], writer))
            finally:
                self._writers -= both
                for each in both:
                    each.close()

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while data := await source.read(65536):
            self.tokens += data.count(AUTH)
            sink.write(data)
            await sink.drain()
        sink.close()


@dataclass
class Lines:
    """The engines' live lines, and when each began to come back."""

    began: list[float] = field(default_factory=list)
    engines: list[Engine] = field(default_factory=list)
    clients: list[Client] = field(default_factory=list)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def add(self, centre: Centre, terminal: Terminal, address: str, rng: random.Random, folder: Path) -> None:
        """Put a terminal's engine together; of its tasks only the live line runs."""
        secrets, work = MemorySecrets(), InlineWork()
        identity = load_identity(secrets, random.getrandbits(47))
        terminal.device, terminal.public_key = identity.device_id, identity.public_key
        token = issue_access(
            centre.jwt_secret,
            identity.device_id,
            derive_key_id(identity.public_key),
            datetime.now(UTC),
            timedelta(days=1),
        )
        save_tokens(secrets, Tokens(access=token, refresh="", expires_in=86_400))
        client = Client(address, identity, secrets, work, connect=self._connect)
        journal = MemoryJournal(identity)
        self.clients.append(client)
        self.engines.append(
            Engine(journal, journal.replica, client, work, folder=folder, server_key=centre.public_key,
                   now=lambda: datetime.now(UTC), rng=rng)
        )  # fmt: skip

    async def _connect(self, url: str, tls: SSLContext, token: str, standing: Standing) -> AsyncGenerator[Heard, None]:
        self.began.append(perf_counter())
        async for heard in open_live(url, tls, token, standing):
            yield heard

    async def open(self) -> None:
        """Open all lines, a few at a time."""
        for number, engine in enumerate(self.engines):
            self.tasks.append(asyncio.create_task(engine._listen()))
            if number % 10 == 0:
                await asyncio.sleep(0.1)
        await self.all_live()

    async def all_live(self) -> None:
        """Wait until every line stands."""
        with suppress(TimeoutError):
            async with asyncio.timeout(BACK_WITHIN_S):
                while self.live < len(self.engines):  # noqa: ASYNC110 - they stand when the centre has answered
                    await asyncio.sleep(0.05)

    @property
    def live(self) -> int:
        """How many lines stand."""
        return sum(engine.status.live for engine in self.engines)

    async def close(self) -> None:
        """Hang all up."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        for client in self.clients:
            await client.close()

    def peak_per_s(self) -> int:
        """Give the most lines that began to come back within a second."""
        began = sorted(self.began)
        return max((sum(at <= other < at + 1 for other in began) for at in began), default=0)


def run(lines: int, seconds: int, seed: int, per_s: int = STEADY_PER_S) -> Verdict:
    """Cut so many lines of a centre of their own; pushes are measured before that and until all are back."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        with launched_centre(Path(folder) / "centre", workers=WORKERS) as centre:
            url = running_url(Path(folder) / "centre") or ""
            return asyncio.run(_prove(centre.address, url, Verdict(lines, per_s), seconds, seed))


async def _prove(address: str, url: str, verdict: Verdict, seconds: int, seed: int) -> Verdict:
    rng, count = random.Random(seed), verdict.lines
    async with open_pool(url, max_size=4) as pool, Cutter(address).serving() as cutter:
        centre = await load_centre(pool)
        async with pool.connection() as conn:
            ground = await make_ground(conn)
        with pushing_beside(address, url, verdict.per_s, seconds, seed) as pushers:
            verdict.quiet = await pushers.quiet()
            lines = await _gather(pool, centre, ground, cutter.address, count, rng)
            pushers.begin()
            verdict.tokens, verdict.back_s = await _cut(lines, cutter)
            verdict.back, verdict.peak_per_s = lines.live, lines.peak_per_s()
            verdict.storm = await pushers.end()
        await lines.close()
        control = await _gather(pool, centre, ground, cutter.address, min(count, 100), None)
        await _cut(control, cutter)
        verdict.control, verdict.control_peak_per_s = len(control.engines), control.peak_per_s()
        await control.close()
    return verdict


async def _cut(lines: Lines, cutter: Cutter) -> tuple[int, float]:
    """Cut all lines and wait until they are back; gives the token requests meanwhile, and how long it took."""
    lines.began.clear()
    tokens, began = cutter.tokens, perf_counter()
    cutter.cut()
    while lines.live:  # noqa: ASYNC110 - each notices by itself
        await asyncio.sleep(0)
    await lines.all_live()
    return cutter.tokens - tokens, perf_counter() - began


async def _gather(
    pool: Pool, centre: Centre, ground: Ground, address: str, count: int, rng: random.Random | None
) -> Lines:
    """Enrol terminals and open their lines; without a random source they draw in lockstep."""
    lines = Lines()
    async with pool.connection() as conn:
        for _ in range(count):
            terminal = Terminal(ground)
            lines.add(centre, terminal, address, random.Random(rng.random()) if rng else Lockstep(), Path())
            await terminal.enrol(conn)
    await lines.open()
    return lines
