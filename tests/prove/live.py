"""What head office does reaches a till within a second: an approval, a block, a message, the request for a bundle.

The tills are the real ones on real files, each with its engine at work; the centre is a process of its own. The clock
runs from before head office's transaction until the till has it on its own disk.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from desktop.domain.clock import SystemClock
from desktop.operations import messages
from server_stub.bundles import keeping
from server_stub.database import Pool, open_pool
from server_stub.embedded.postgres import running_url
from server_stub.launch import launched_centre
from server_stub.live import mail
from server_stub.terminals import registry
from tests.live_tills import Till, working
from tests.prove.quantile import quantile
from tests.server.terminal import make_ground

AIM_MS = 1000.0
ROUND_S = 0.3
"""Between rounds: a till says four things in each, and a line that says more than twenty a second is closed."""
AUTHOR = "Head office"


@dataclass
class Verdict:
    """Milliseconds that each thing took to the till, by its name."""

    took_ms: dict[str, list[float]] = field(default_factory=dict)

    @property
    def good(self) -> bool:
        """Of each, ninety-nine in a hundred were there in time."""
        return bool(self.took_ms) and all(quantile(took, 0.99) <= AIM_MS for took in self.took_ms.values())

    def __str__(self) -> str:
        told = (
            f"{len(took)} × {name} p50 {quantile(took, 0.5):.0f}, p99 {quantile(took, 0.99):.0f} ms"
            for name, took in self.took_ms.items()
        )
        return "; ".join(told)


@dataclass
class HeadOffice:
    """A centre and a shop in it; whatever is done here is done by the functions that its pages call."""

    pool: Pool
    address: str
    shop: str
    verdict: Verdict = field(default_factory=Verdict)

    async def act(self, act: Callable[..., Awaitable[Any]], *arguments: object) -> Any:
        """Do one thing, in a transaction of its own."""
        async with self.pool.connection() as conn:
            return await act(conn, *arguments, datetime.now(UTC))

    async def time(self, name: str, till: Till, act: Awaitable[Any], there: Callable[[], object]) -> Any:
        """Do one thing and wait until it is `there` at the till."""
        began = perf_counter()
        done = await act
        await till.until(there)
        self.verdict.took_ms.setdefault(name, []).append((perf_counter() - began) * 1000)
        return done


def run(times: int) -> Verdict:
    """Do each thing so many times."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        with launched_centre(Path(folder) / "centre") as centre:
            url = running_url(Path(folder) / "centre") or ""
            return asyncio.run(_prove(Path(folder), centre.address, url, times))


async def _prove(folder: Path, address: str, url: str, times: int) -> Verdict:
    async with open_pool(url, max_size=2) as pool:
        async with pool.connection() as conn:
            ground = await make_ground(conn)
        office = HeadOffice(pool, address, ground.shop)
        for number in range(times):
            await _approve(office, folder / f"till-{number}")
        async with _active(office, folder / "till") as till:
            for _ in range(times):
                await asyncio.sleep(ROUND_S)
                await _block(office, till)
                await _write(office, till)
                await _ask(office, till)
    return office.verdict


async def _approve(office: HeadOffice, folder: Path) -> None:
    async with working(folder, office.address, SystemClock(), "") as till:
        await till.until(lambda: till.status.live)
        approve = office.act(registry.approve, till.device, office.shop)
        await office.time("approval", till, approve, lambda: till.state == "active")


@asynccontextmanager
async def _active(office: HeadOffice, folder: Path) -> AsyncIterator[Till]:
    async with office.pool.connection() as conn:
        token = await registry.create_enrolment_token(conn, office.shop, timedelta(minutes=15), datetime.now(UTC))
    async with working(folder, office.address, SystemClock(), token) as till:
        await till.connected()
        yield till


async def _block(office: HeadOffice, till: Till) -> None:
    await office.time("block", till, office.act(registry.block, till.device), lambda: till.state == "blocked")
    unblock = office.act(registry.unblock, till.device)
    await office.time("end of a block", till, unblock, lambda: till.state == "active")
    await till.connected()


async def _write(office: HeadOffice, till: Till) -> None:
    to = mail.Addressee("till", till.device, office.shop)
    await _deliver(office, till, "message", office.act(mail.send, to, "Please ring", AUTHOR))


async def _ask(office: HeadOffice, till: Till) -> None:
    asked = office.act(keeping.ask, till.device, office.shop, AUTHOR)
    await _deliver(office, till, "bundle request", asked)


async def _deliver(office: HeadOffice, till: Till, name: str, sent: Awaitable[Any]) -> None:
    """The till has one open message at most: whatever is open is the one that was sent."""
    done = await office.time(name, till, sent, till.open_messages)
    assert till.open_messages() == [done.id]
    messages.close_message(till.station.terminal, done.id)
