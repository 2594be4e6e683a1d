"""Many terminals at once against one real centre: a steady trade, a rush, all back together, slow callers."""

import asyncio
import contextlib
import random
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

import httpx

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.embedded.postgres import running_url
from server_stub.journal.verify import verify_centre
from server_stub.launch import launched_centre
from tests.prove.crowd import Caller, Tally, gather_crowd
from tests.prove.pace import Pace, measured_pace
from tests.server.terminal import make_ground

STEADY_PER_S, RUSH_PER_S = 100, 300
BOUND_MS, HEALTH_BOUND_MS = 500, 500
SLOW_CUT_S = 15.0
"""Aims: push p99 at both rates, health p99 beside slow callers, and how long a slow caller may hold a connection."""
STORM_SALES = 5
WORKERS = 2
"""Processes of the centre: as many as the machine has cores that this proof is about."""


@dataclass
class Verdict:
    """What each part of the proof met."""

    terminals: int
    steady: Tally = field(default_factory=Tally)
    rush: Tally = field(default_factory=Tally)
    storm: Tally = field(default_factory=Tally)
    storm_s: float = 0.0
    slow: int = 0
    slow_held_s: float = 0.0
    health_ms: float = 0.0
    pace: Pace = field(default_factory=Pace)
    sales: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """No error anywhere, every sale central once, everybody answered in time."""
        parts = (self.steady, self.rush, self.storm)
        return (
            not any(part.errors for part in parts)
            and not self.problems
            and max(self.steady.quantile_ms(0.99), self.rush.quantile_ms(0.99)) <= BOUND_MS
            and self.slow_held_s <= SLOW_CUT_S + 2
            and self.health_ms <= HEALTH_BOUND_MS
        )

    def __str__(self) -> str:
        told = f"{self.terminals} terminals; {STEADY_PER_S}/s: {self.steady}; {RUSH_PER_S}/s: {self.rush}"
        told += f", {self.pace}"
        told += f"; all at once: {self.storm}, drained in {self.storm_s:.1f} s; {self.slow} slow callers cut within"
        told += f" {self.slow_held_s:.1f} s, health p99 {self.health_ms:.0f} ms; {self.sales} sales central"
        return told + (f"; {len(self.problems)} PROBLEMS, first: {self.problems[0]}" if self.problems else "")


def run(terminals: int, seconds: int, slow: int, seed: int) -> Verdict:
    """Put a crowd on a centre of its own; each rate is kept up for so many seconds."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        with launched_centre(Path(folder) / "centre", workers=WORKERS) as centre:
            url = running_url(Path(folder) / "centre") or ""
            return asyncio.run(_prove(centre.address, url, terminals, seconds, slow, seed))


async def _prove(address: str, url: str, terminals: int, seconds: int, slow: int, seed: int) -> Verdict:
    verdict, rng = Verdict(terminals), random.Random(seed)
    each = -(-(STEADY_PER_S + RUSH_PER_S) * seconds // terminals) + 1
    async with open_pool(url, max_size=4) as pool:
        centre = await load_centre(pool)
        async with pool.connection() as conn:
            ground = await make_ground(conn)
        crowd = await gather_crowd(pool, centre.jwt_secret, ground, address, terminals, each + STORM_SALES)
        await keep_up(crowd, STEADY_PER_S, seconds, rng, verdict.steady)
        async with measured_pace() as verdict.pace:
            await keep_up(crowd, RUSH_PER_S, seconds, rng, verdict.rush)
        began = perf_counter()
        await asyncio.gather(*(caller.push(STORM_SALES, verdict.storm) for caller in crowd))
        verdict.storm_s = perf_counter() - began
        await _dawdle(address, slow, verdict)
        for caller in crowd:
            caller.close()
        await _compare(pool, crowd, verdict)
    return verdict


async def keep_up(
    crowd: list[Caller],
    per_s: int,
    seconds: int,
    rng: random.Random,
    tally: Tally,
    over: asyncio.Event | None = None,
) -> None:
    """Begin a push every so often, whether or not those before it have been answered, as customers do.

    It goes on for so many seconds, or until it is `over`.
    """
    order = rng.sample(crowd, len(crowd))
    began, pushes = perf_counter(), []
    for number in range(per_s * seconds):
        await asyncio.sleep(max(0.0, began + number / per_s - perf_counter()))
        if over is not None and over.is_set():
            break
        pushes.append(asyncio.create_task(order[number % len(order)].push(1, tally)))
    await asyncio.gather(*pushes)


async def _dawdle(address: str, count: int, verdict: Verdict) -> None:
    """Open connections that send a byte now and then, and ask for the health beside them."""
    where = urlsplit(address)

    async def dribble(number: int) -> float:
        local = (f"127.2.{number // 250}.{number % 250 + 1}", 0)
        began = perf_counter()
        reader, writer = await asyncio.open_connection(where.hostname, where.port, local_addr=local)
        with contextlib.suppress(OSError):
            for letter in b"POST /ECK/API/SYNC/JOURNAL HTTP/1.1\r\nHost: centre\r\nContent-Length: 1000\r\n\r\n" * 3:
                writer.write(bytes([letter]))
                await writer.drain()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(reader.read(), 1.0)
                    break
        writer.close()
        return perf_counter() - began

    slow = [asyncio.create_task(dribble(number)) for number in range(count)]
    waits = []
    async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=30) as http:
        while not all(task.done() for task in slow):
            began = perf_counter()
            assert (await http.get("/health")).status_code == 200
            waits.append(perf_counter() - began)
            await asyncio.sleep(0.05)
    verdict.slow = count
    verdict.slow_held_s = max((task.result() for task in slow), default=0.0)
    verdict.health_ms = sorted(waits)[int(len(waits) * 0.99)] * 1000 if waits else 0.0


async def _compare(pool: object, crowd: list[Caller], verdict: Verdict) -> None:
    """Every sale that was acknowledged is central, once."""
    found = await verify_centre(pool)  # type: ignore[arg-type]
    verdict.problems += found["problems"]
    async with pool.connection() as conn:  # type: ignore[attr-defined]
        row = await (await conn.execute("SELECT count(*), count(DISTINCT sale_id) FROM sale")).fetchone()
    wanted = sum(caller.sent for caller in crowd) - sum(1 for caller in crowd if caller.sent)
    verdict.sales = row[0]
    if not row[0] == row[1] == wanted:
        verdict.problems.append(f"{row[0]} sales, {row[1]} of them different, {wanted} handed in")
