"""Beside the window: what waits for head office for a quarter of an hour lies on a second disk a minute later."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import structlog

from desktop.faults import Fault
from desktop.linking import keep_running
from desktop.operations import mirror
from desktop.operations.mirror import Marks
from desktop.restoring import places_of
from desktop.station import Station
from desktop.store.database import Database

LOOK_S = 60.0
_log = structlog.get_logger("desktop.mirroring")


class Mirroring:
    """Looks every minute; `tell` is told when the second disk cannot be written, once until it can again."""

    def __init__(self, station: Station, tell: Callable[[Fault], None]) -> None:
        self._station, self._tell = station, tell
        self._marks: Marks | None = None
        self._is_told = self._is_dropped = False

    def start(self, on_bug: Callable[[Exception], None]) -> asyncio.Task[None]:
        """Begin to look."""
        return asyncio.create_task(keep_running(self._run, on_bug), name="mirror")

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            await self.look()

    async def look(self) -> None:
        """Mirror what waits for long, and let go of the mirror when nothing waits any more."""
        second, terminal = places_of(self._station.loaded).second, self._station.terminal
        if second is None or self._station.loaded.rehearsal:
            return
        wanted = mirror.is_wanted(terminal)
        if wanted is None and not self._is_dropped:
            await asyncio.to_thread(mirror.drop_mirror, second, terminal.signer.terminal)
            self._marks, self._is_dropped = None, True
        elif wanted:
            self._is_dropped = False
            await self._mirror(second)

    async def _mirror(self, second: Path) -> None:
        try:
            self._marks = await asyncio.to_thread(self._write, second)
        except Fault as fault:
            self._marks = None
            _log.warning("no mirror", code=fault.code, detail=fault.message)
            if not self._is_told:
                self._tell(fault)
            self._is_told = True
        else:
            self._is_told = False

    def _write(self, second: Path) -> Marks:
        terminal, key = self._station.terminal, self._station.database_key()
        with closing(Database(terminal.database.path, key, writable=False)) as database:
            return mirror.mirror_unsent(replace(terminal, database=database), key, second, self._marks)
