"""The lane of small pushes: what tills hand in while others are being landed waits a moment, and lands together.

A sale alone costs the database forty statements and two commits, forty sales together hardly more. Nobody waits for
company: a push that finds the lane empty goes at once.
"""

import asyncio
from collections import deque
from collections.abc import Sequence

import psycopg

from server_stub.centre import Centre
from server_stub.database import DATABASE_AWAY, Pool
from server_stub.journal.ingest import land_all
from server_stub.journal.landing import Push
from sync.wire.messages import Batch, PushAnswer

SMALL = 50
"""Entries of a push that may travel with others; larger ones are worth a commit of their own."""
TOGETHER = 64
"""Pushes that land in one commit."""
GATHER_S = 0.02
"""In a rush the next group gathers for this long: fewer commits leave the machine room for those who call."""

Waiting = tuple[Push, asyncio.Future[PushAnswer]]


class Lane:
    """Lands pushes, one group after the other."""

    def __init__(self, pool: Pool, centre: Centre) -> None:
        self._pool = pool
        self._centre = centre
        self._waiting: deque[Waiting] = deque()
        self._work: asyncio.Task[None] | None = None

    async def land(self, device_uuid: str, batch: Batch) -> PushAnswer:
        """Store a batch and project it, as `ingest.land`. Raises chain.Break, and what the database raises."""
        answer: asyncio.Future[PushAnswer] = asyncio.get_running_loop().create_future()
        self._waiting.append((Push(device_uuid, batch), answer))
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._land_waiting())
        return await answer

    async def _land_waiting(self) -> None:
        while group := self._take():
            await self._land_together(group)
            if self._waiting:
                await asyncio.sleep(GATHER_S)

    def _take(self) -> list[Waiting]:
        """Take those that waited longest, one of each terminal: what a terminal sends next builds on the one before."""
        group: dict[str, Waiting] = {}
        later: list[Waiting] = []
        while self._waiting and len(group) < TOGETHER:
            push, answer = self._waiting.popleft()
            if push.device_uuid in group:
                later.append((push, answer))
            else:
                group[push.device_uuid] = push, answer
        self._waiting.extendleft(reversed(later))
        return list(group.values())

    async def _land_together(self, group: Sequence[Waiting]) -> None:
        answers: Sequence[PushAnswer | Exception]
        try:
            answers = await land_all(self._pool, self._centre, [push for push, _ in group])
        except Exception as error:  # noqa: BLE001 - it is told to those who wait
            away = isinstance(error, DATABASE_AWAY) and not isinstance(error, psycopg.errors.DeadlockDetected)
            if len(group) > 1 and not away:
                for one in group:  # whichever it was, the others are not to suffer for it
                    await self._land_together([one])
                return
            answers = [error] * len(group)
        for (_, waiting), answer in zip(group, answers, strict=True):
            if waiting.done():  # the caller has gone
                continue
            if isinstance(answer, Exception):
                waiting.set_exception(answer)
            else:
                waiting.set_result(answer)
