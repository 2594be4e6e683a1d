"""How this terminal is, told to the centre now and then; a centre that does not ask for it is left alone."""

import asyncio
import platform
import shutil
from collections.abc import Callable
from contextlib import suppress
from importlib import metadata

from desktop.faults import Fault
from desktop.operations.backups import read_state
from desktop.printer_glance import Glanced
from desktop.station import Station
from desktop.store import journal
from desktop.store.migrate import NEWEST
from desktop.store.reserve import LOW_BYTES
from desktop.store.terminal import Known, read_all_known, read_known, save_known
from desktop.store.topics import Topic
from sync.client import Client
from sync.trouble import Trouble
from sync.wire.condition import Condition

TELL_S = 300.0


def tell_printer(seen: Glanced) -> str:
    """Say how a printer is in a word or a code."""
    if seen.fault is not None:
        return seen.fault.code
    if seen.status is None:
        return ""
    if not seen.status.answered:
        return "silent"
    return "low" if seen.status.paper_low else "ok"


class ConditionTelling:
    """Tells it while the till runs; `look_printer` says how the printer is."""

    def __init__(self, station: Station, client: Client, look_printer: Callable[[], str]) -> None:
        self._station, self._client, self._look_printer = station, client, look_printer

    async def run(self) -> None:
        """Tell it now and every five minutes, until cancelled."""
        while True:
            await self.tell()
            await asyncio.sleep(TELL_S)

    async def tell(self) -> None:
        """Tell it once; trouble with the line is for another time."""
        if self._station.loaded.rehearsal:
            return
        condition = read_condition(self._station, self._look_printer())
        if condition is not None:
            with suppress(Trouble):
                self._keep(await self._client.tell_condition(condition))

    def _keep(self, newest: str) -> None:
        database = self._station.terminal.database
        with database.reading() as connection:
            before = read_known(connection, Known.NEWEST)
        if newest != before:
            with suppress(Fault), database.writing(Topic.SYNC) as connection:  # the next time tells it too
                save_known(connection, newest=newest)


def read_condition(station: Station, printer: str) -> Condition | None:
    """Read how this terminal is; None before it was let in."""
    with station.terminal.database.reading() as connection:
        known = read_all_known(connection)
        if known.get(Known.STATE) != "active":
            return None
        unsent, since = journal.read_unsent(connection)
        backup = read_state(connection)
    free = total = 0
    with suppress(OSError):
        disk = shutil.disk_usage(station.data_dir)
        free, total = disk.free, disk.total
    troubles = [backup.trouble, "store.low" if 0 < free < LOW_BYTES else "", known.get(Known.DOUBTS, "") and "doubts"]
    return Condition(
        version=metadata.version("eckwms-desktop"),
        schema=NEWEST,
        system=platform.platform(terse=True),
        unsent=unsent,
        unsent_since=since or "",
        clock_offset_s=float(known.get(Known.CLOCK_OFFSET_S, 0)),
        disk_free_bytes=free,
        disk_total_bytes=total,
        printer=printer if station.loaded.settings.printer else "none",
        backup_at=backup.made.made_at if backup.made else "",
        troubles=tuple(trouble for trouble in troubles if trouble),
    )
