"""Tills that push all the time, for tests in which something goes away meanwhile."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx
import psycopg

from sync.chain import Entry
from sync.wire.messages import MSGPACK, PUSH
from tests.edges import SettableClock
from tests.server_http.conftest import RunningCentre
from tests.server_http.terminal import WireTerminal

PACE_S = 0.05
"""A till's pause between pushes; without any, a few of them would take the whole machine."""
PATIENCE_S = 150


@dataclass
class Seller:
    """A till that seals and pushes all the time, one batch after the other, and sends again what was not answered."""

    terminal: WireTerminal
    acked: int = 0
    last: Entry | None = None
    statuses: list[int] = field(default_factory=list)
    broken: list[Exception] = field(default_factory=list)

    async def sell(self, stop: asyncio.Event) -> None:
        """Push until told to stop and all is answered."""
        while not stop.is_set():
            entries = self.terminal.entries(5, self.last, self.acked + 1)
            body = self.terminal.batch(entries, self.acked + 1)
            while (answer := await self._send(body)) is None or answer.status_code != 200:
                if answer is not None and answer.status_code == 503:
                    assert int(answer.headers["retry-after"]) > 0
                await asyncio.sleep(PACE_S)
            self.acked, self.last = self.acked + len(entries), entries[-1]
            await asyncio.sleep(PACE_S)

    async def _send(self, body: bytes) -> httpx.Response | None:
        try:
            headers = self.terminal.bearer | {"Content-Type": MSGPACK}
            answer = await self.terminal.http.post(PUSH, content=body, headers=headers)
        except httpx.TransportError as error:
            self.broken.append(error)
            return None
        self.statuses.append(answer.status_code)
        return answer


@contextlib.asynccontextmanager
async def selling(
    address: str, database_url: str, tills: int = 3, verify: ssl.SSLContext | bool = True
) -> AsyncIterator[list[Seller]]:
    """Have tills sell as long as the block lasts; at its end everything they had answered is in the database."""
    centre = RunningCentre(address, database_url, SettableClock(datetime.now(UTC)), Path())
    async with contextlib.AsyncExitStack() as stack:
        sellers: list[Seller] = []
        for number in range(tills):
            http = await stack.enter_async_context(
                httpx.AsyncClient(base_url=address, verify=verify, trust_env=False, timeout=30)
            )
            terminal = WireTerminal(http, f"till-{number}")
            assert (await terminal.register(centre.token())).json()["status"] == "active"
            await terminal.sign_in()
            sellers.append(Seller(terminal))
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            for seller in sellers:
                group.create_task(seller.sell(stop))
            try:
                await until(lambda: all(seller.acked > 20 for seller in sellers))
                yield sellers
                before = [seller.acked for seller in sellers]
                await until(lambda: all(s.acked > b + 20 for s, b in zip(sellers, before, strict=True)))
            finally:
                stop.set()
        for seller in sellers:
            with psycopg.connect(database_url) as conn:
                row = conn.execute(
                    """SELECT count(*), max(seq) FROM entry JOIN incarnation USING (chain) WHERE incarnation = %s""",
                    (seller.terminal.incarnation,),
                ).fetchone()
            assert row == (seller.acked, seller.acked)


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(PATIENCE_S):
        while not holds():  # noqa: ASYNC110 - what is waited for happens in other processes
            await asyncio.sleep(0.05)
