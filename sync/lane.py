"""One of the engine's two loops: run the job, wait, run it again; failures only ever make the wait longer."""

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable

from sync.backoff import Backoff, idle_s
from sync.trouble import Busy, Offline, Trouble


class Lane:
    """Runs a job over and over, one at a time; `trouble` is why the last run ended early, `pause_s` the wait after it.

    `count` gives the job's progress so far: a job that got somewhere before the line broke starts its backoff anew.
    """

    def __init__(
        self,
        job: Callable[[], Awaitable[None]],
        count: Callable[[], int],
        rng: random.Random,
        changed: Callable[[], None],
    ) -> None:
        self._job = job
        self._count = count
        self._rng = rng
        self._backoff = Backoff(rng)
        self._changed = changed
        self._lock = asyncio.Lock()
        self._wanted = asyncio.Event()
        self.trouble: Trouble | None = None
        self.pause_s = 0.0
        self.running = False

    def want(self) -> None:
        """There is something to do: run soon, unless a failure is being waited out."""
        if self.trouble is None:
            self._wanted.set()

    def retry(self) -> None:
        """The centre is there (again): run soon, unless the centre itself asked for patience."""
        if not isinstance(self.trouble, Busy):
            self._wanted.set()

    async def once(self) -> int:
        """Run the job now, after a run that is under way; gives how far it got. Trouble is kept, not raised."""
        async with self._lock:
            before = self._count()
            self.running = True
            self._changed()
            try:
                await self._job()
            except Trouble as trouble:
                self._failed(trouble, progressed=self._count() > before)
            else:
                self.trouble = None
                self._backoff.reset()
                self.pause_s = idle_s(self._rng)
            finally:
                self.running = False
            self._changed()
            return self._count() - before

    async def keep(self) -> None:
        """Run for ever."""
        while True:
            self._wanted.clear()
            await self.once()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self.pause_s):
                    await self._wanted.wait()

    def _failed(self, trouble: Trouble, *, progressed: bool) -> None:
        if progressed and isinstance(trouble, Offline):
            self._backoff.reset()
        self.trouble = trouble
        self.pause_s = self._backoff.next_s(trouble.retry_after_s)
