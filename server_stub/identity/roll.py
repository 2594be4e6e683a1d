"""The roll call: requests that come in while others are being looked up are looked up together.

Each is asked for after it came in, so a block works at once. Who comes in a calm goes alone and at once, also with a
few questions one after the other; in a rush nobody waits longer than a hundredth of a second for the next statement.
One by one, looking up who calls cost a centre in a rush a third of its time.
"""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from server_stub.database import Pool, single_statements
from server_stub.identity.auth import Caller, find_callers, note_seen

TOGETHER = 200
"""Callers asked for by one statement."""
STEP_S = 0.01
"""Between one statement and the next: in a rush they are a hundred a second, not one for each request."""
CALM_S = 0.1
"""As many steps as fit in here may follow each other at once after a calm: a terminal asks several things in a row."""
_SEEN_STEP = timedelta(seconds=30)

Pair = tuple[str, str]
"""A device's id, and the id of the key that it has proved."""


class Roll:
    """Looks up devices and their keys, as they are at this moment."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._waiting: list[tuple[Pair, datetime, asyncio.Future[Caller | None]]] = []
        self._work: asyncio.Task[None] | None = None
        self._due_at = 0.0

    async def call(self, device_uuid: str, key_id: str, now: datetime) -> Caller | None:
        """Give the state of a device and one of its keys, None when there is no such pair, and note it is there.

        Raises what the database raises.
        """
        answer: asyncio.Future[Caller | None] = asyncio.get_running_loop().create_future()
        self._waiting.append(((device_uuid, key_id), now, answer))
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._call_waiting())
        return await answer

    async def _call_waiting(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            self._due_at = max(self._due_at + STEP_S, loop.time() - CALM_S)
            await asyncio.sleep(self._due_at - loop.time())
            group = self._waiting[:TOGETHER]
            del self._waiting[:TOGETHER]
            found: Mapping[Pair, Caller] | Exception
            try:
                found = await self._find({pair for pair, *_ in group}, max(now for _, now, _ in group))
            except Exception as error:  # noqa: BLE001 - it is told to those who wait
                found = error
            for pair, _, answer in group:
                if answer.done():  # the caller has gone
                    continue
                if isinstance(found, Exception):
                    answer.set_exception(found)
                else:
                    answer.set_result(found.get(pair))

    async def _find(self, pairs: Iterable[Pair], now: datetime) -> Mapping[Pair, Caller]:
        async with single_statements(self._pool) as conn:
            found = {(caller.device_uuid, caller.key_id): caller for caller in await find_callers(conn, pairs)}
            unseen = [
                one.device_uuid for one in found.values() if not one.last_seen or now - one.last_seen > _SEEN_STEP
            ]
            if unseen:
                await note_seen(conn, unseen, now)
        return found
