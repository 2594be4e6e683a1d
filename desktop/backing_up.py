"""Backups beside the window: at 02:00, or at the next start when the till was off then; selling never waits for one."""

import asyncio
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from desktop.domain.backup import Backup, is_due
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.linking import keep_running
from desktop.operations import backups
from desktop.operations.backups import Places
from desktop.restoring import places_of
from desktop.station import Station
from desktop.store import journal
from desktop.store.backup_file import Going, Stopped
from desktop.store.reserve import LOW_BYTES, keep_reserve

SETTLE_S = 60.0
"""After the start: the shop opens first."""
LOOK_S = 300.0
"""How often it is asked whether one is due: no timer is trusted over a night in which the machine sleeps."""
AGAIN = timedelta(hours=1)
"""After one that failed."""

_log = structlog.get_logger("desktop.backing_up")


async def back_up(station: Station, places: Places, going: Going = lambda: True) -> Backup:
    """Make a backup in a worker thread, remember how it went. Fault when there is none; `terminal.unenrolled`."""
    terminal, key = station.terminal, await asyncio.to_thread(station.database_key)
    with terminal.database.reading() as connection:
        if journal.read_head(connection) is None:
            raise Refusal("terminal.unenrolled", "This till is not registered yet.", "Register it with head office.")
    try:
        made = await asyncio.to_thread(backups.make_backup, terminal, key, places, going)
    except Fault as fault:
        backups.note_failed(station.terminal, fault)
        raise
    backups.note_made(station.terminal, made)
    return made


class BackingUp:
    """Makes what is due; `tell` is told of trouble that a person at the till has to know at once."""

    def __init__(self, station: Station, tell: Callable[[Fault], None]) -> None:
        self._station, self._tell = station, tell
        self._over = threading.Event()
        self._is_low = False

    def start(self, on_bug: Callable[[Exception], None]) -> asyncio.Task[None]:
        """Begin to look."""
        return asyncio.create_task(keep_running(self._run, on_bug), name="backups")

    def close(self) -> None:
        """Leave off what is being copied."""
        self._over.set()

    async def _run(self) -> None:
        await asyncio.sleep(SETTLE_S)
        while True:
            await self.look_at_room()
            await self.make_due()
            await asyncio.sleep(LOOK_S)

    async def look_at_room(self) -> None:
        """Keep the reserve on the disk, and say once that it gets full."""
        try:
            free = await asyncio.to_thread(keep_reserve, self._station.data_dir)
        except OSError as error:
            _log.warning("no reserve", detail=str(error))
            return
        if free < LOW_BYTES and not self._is_low:
            detail = f"{self._station.data_dir}: {free >> 20} MB are free"
            self._tell(Fault("store.low", "The disk is almost full", detail, "Free space on this disk."))
        self._is_low = free < LOW_BYTES

    async def make_due(self) -> None:
        """Make the backup that is due; one that failed is tried again an hour later."""
        terminal = self._station.terminal
        with terminal.database.reading() as connection:
            state = backups.read_state(connection)
        now = terminal.clock.now()
        rests = bool(state.failed_at) and now - datetime.fromisoformat(state.failed_at) < AGAIN
        if self._station.loaded.rehearsal or rests or not is_due(state, now):
            return
        try:
            made = await back_up(self._station, places_of(self._station.loaded), lambda: not self._over.is_set())
        except (Refusal, Stopped):
            return
        except Fault as fault:
            _log.warning("no backup", code=fault.code, detail=fault.message)
            if fault.code == "store.damaged":
                self._tell(fault)
            return
        _log.info("backup", file=made.file, entries=made.entries, second=made.second)
