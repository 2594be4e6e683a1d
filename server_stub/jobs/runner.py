"""The runner of one process: takes jobs that are due, a few at a time, and does them until it is told to stop."""

import asyncio
import os
import secrets
import socket
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import psycopg
import structlog
from psycopg_pool import PoolClosed, PoolTimeout

from server_stub.jobs import queue
from server_stub.jobs.queue import Job
from server_stub.jobs.schedules import Schedule, enqueue_due
from server_stub.jobs.workplace import Hopeless, Kind, Workplace

_AWAY = (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout, PoolClosed)
_TROUBLED_WAIT_S = 2.0
_BLOCKED_WAIT_S = 1.0
"""Between looks at a job that is due while another of its key runs elsewhere."""
_log = structlog.get_logger("server_stub.jobs")


@dataclass(frozen=True, slots=True)
class Pace:
    """How many jobs at once, how long a lease holds, how often to look without being woken, how long to let finish."""

    at_once: int = 2
    lease_s: float = 60.0
    poll_s: float = 15.0
    grace_s: float = 8.0


@dataclass(slots=True)
class Runner:
    """Does jobs of the kinds it knows; `wake` it when there may be new ones."""

    place: Workplace
    kinds: Mapping[str, Kind]
    schedules: Sequence[Schedule] = ()
    pace: Pace = Pace()
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    holder: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}")
    _hands: dict[int, tuple[Job, asyncio.Task[None]]] = field(default_factory=dict)
    _next_period: datetime | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop`; then what runs may finish for a moment, and the rest is given back."""
        keeper = asyncio.create_task(self._keep_leases())
        troubled = False
        while not stop.is_set():
            self.wake.clear()
            try:
                wait_s = await self._step()
                troubled = False
            except Exception as error:  # noqa: BLE001 - jobs go on, whatever it was; it is told once
                if not troubled:
                    note = _log.warning if isinstance(error, _AWAY) else _log.error
                    note("jobs wait", reason=f"{type(error).__name__}: {error}")
                troubled, wait_s = True, _TROUBLED_WAIT_S
            await self._rest(stop, wait_s)
        await self._leave()
        keeper.cancel()
        await asyncio.gather(keeper, return_exceptions=True)

    async def _step(self) -> float:
        """Make what is scheduled, take what is due; gives the seconds until something may be due again."""
        now = self.place.now()
        async with self.place.pool.connection() as conn:
            if self._next_period is None or now >= self._next_period:
                _, self._next_period = await enqueue_due(conn, now, self.schedules)
                await conn.commit()
            free = self.pace.at_once - len(self._hands)
            if free > 0:
                lease = timedelta(seconds=self.pace.lease_s)
                for job in await queue.take(conn, self.kinds, self.holder, now, lease, free, self._hands):
                    self._start(job)
            if len(self._hands) >= self.pace.at_once:
                return self.pace.poll_s  # whatever ends wakes this
            due = await queue.next_due(conn, self.kinds)
        wait_s = (min(due or self._next_period, self._next_period) - now).total_seconds()
        return min(self.pace.poll_s, wait_s if wait_s > 0 else _BLOCKED_WAIT_S)

    async def _rest(self, stop: asyncio.Event, wait_s: float) -> None:
        """Wait until woken or stopped, at most so long."""
        waits = [asyncio.ensure_future(self.wake.wait()), asyncio.ensure_future(stop.wait())]
        await asyncio.wait(waits, timeout=wait_s, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()

    def _start(self, job: Job) -> None:
        task = asyncio.create_task(self._do(job))
        self._hands[job.id] = (job, task)
        task.add_done_callback(lambda _done: self._put_down(job.id))

    def _put_down(self, ident: int) -> None:
        self._hands.pop(ident, None)
        self.wake.set()

    async def _do(self, job: Job) -> None:
        """Do one job and note how it went."""
        kind = self.kinds[job.kind]
        try:
            async with asyncio.timeout(kind.limit_s):
                await kind.handler(self.place, job.payload)
        except asyncio.CancelledError:
            await asyncio.shield(self._give_back(job))
            raise
        except Hopeless as error:
            await self._note_failure(job, str(error), hopeless=True)
        except TimeoutError:
            await self._note_failure(job, f"Not done within {kind.limit_s:g} s")
        except Exception as error:  # noqa: BLE001 - whatever a kind does wrong ends here, and in the table
            await self._note_failure(job, f"{type(error).__name__}: {error}")
        else:
            await self._note_done(job)

    async def _note_done(self, job: Job) -> None:
        with suppress(*_AWAY):  # not noted: the lease runs out, and it is done again
            async with self.place.pool.connection() as conn:
                if not await queue.finish(conn, job, self.place.now()):
                    _log.warning("a job was done after its lease had ended", job=job.id, kind=job.kind)

    async def _note_failure(self, job: Job, error: str, *, hopeless: bool = False) -> None:
        with suppress(*_AWAY):
            async with self.place.pool.connection() as conn:
                dead = await queue.fail(conn, job, error, self.place.now(), hopeless=hopeless)
            note = _log.error if dead else _log.info
            note("job failed", job=job.id, kind=job.kind, attempt=job.attempts, dead=dead, reason=error)

    async def _give_back(self, job: Job) -> None:
        with suppress(*_AWAY):
            async with self.place.pool.connection() as conn:
                await queue.give_back(conn, job, self.place.now())

    async def _keep_leases(self) -> None:
        """Renew the leases of what is being done; let go of what somebody else has taken meanwhile."""
        while True:
            await asyncio.sleep(self.pace.lease_s / 3)
            held = dict(self._hands)
            if not held:
                continue
            with suppress(*_AWAY):
                until = self.place.now() + timedelta(seconds=self.pace.lease_s)
                async with self.place.pool.connection() as conn:
                    kept = await queue.renew(conn, self.holder, list(held), until)
                for ident in held.keys() - kept:
                    held[ident][1].cancel()

    async def _leave(self) -> None:
        tasks = [task for _, task in self._hands.values()]
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=self.pace.grace_s)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
