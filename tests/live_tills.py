"""A real till whose link works against a real centre; for tests and proofs of what goes over the live line."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.commands.syncing import enrol
from desktop.domain.clock import Clock
from desktop.linking import Link
from desktop.settings import load_settings
from desktop.station import Station, open_station
from desktop.store.messages import OPEN, list_in
from desktop.store.terminal import Known, read_known, save_known
from desktop.store.topics import Topic
from sync.status import EngineStatus

PATIENCE_S = 30.0
"""How long anything may take on a loaded machine; how long it takes at best is measured by the proof `live`."""


@dataclass
class Till:
    """A station with its link at work; `stirred` is set whenever anything changed."""

    station: Station
    link: Link
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    enrolled: int = 0
    openings: int = 0
    """How often the live line has begun to stand."""

    @property
    def device(self) -> str:
        return self.station.identity.device_id

    @property
    def state(self) -> str:
        with self.station.terminal.database.reading() as connection:
            return read_known(connection, Known.STATE)

    @property
    def status(self) -> EngineStatus:
        return self.link.engine.status

    def open_messages(self) -> list[str]:
        """Give the messages that are on disk and nobody has answered, for whomever they are."""
        with self.station.terminal.database.reading() as connection:
            return [one.id for one in list_in(connection, OPEN, 10)]

    def work_as(self, person: str) -> None:
        """Somebody signs in, or out where it is empty."""
        with self.station.terminal.database.writing(Topic.STAFF) as connection:
            save_known(connection, signed_in=person)

    async def until(self, holds: Callable[[], Any], within_s: float = PATIENCE_S) -> None:
        """Wait until something holds, looked at whenever anything changes."""
        async with asyncio.timeout(within_s):
            while not holds():
                self.stirred.clear()
                await self.stirred.wait()

    async def connected(self) -> None:
        """Wait until the live line stands and everything was read."""
        await self.until(lambda: self.status.live and self.status.state == "level")


@asynccontextmanager
async def working(
    folder: Path, address: str, clock: Clock, token: str | None = None, **flags: object
) -> AsyncIterator[Till]:
    """Open a till, enrol it with a token (pending with an empty one, as it is with None), and let its link work."""
    loaded = load_settings(folder, {"secrets": "file", "name": "Till 7", **flags}, machine=folder / "none")
    station = open_station(loaded, clock)
    try:
        if token is not None:
            await enrol(station, server=address, name="Till 7", token=token, wait=False)
        till = Till(station, Link(station, lambda status: note(status), on_enrolled=lambda: note_enrolled()))
        was_live = False

        def note(status: EngineStatus) -> None:
            nonlocal was_live
            till.openings += status.live and not was_live
            was_live = status.live
            till.stirred.set()

        def note_enrolled() -> None:
            till.enrolled += 1
            till.stirred.set()

        station.terminal.database.listen(lambda topics: till.stirred.set())
        running = asyncio.create_task(till.link.run())
        yield till
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await till.link.close()
    finally:
        station.close()
