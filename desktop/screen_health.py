"""The hands of the screen of sync and health: what it asks of journal, disk and printer."""

import asyncio
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from desktop import screen_work
from desktop.commands.backups import EXPORTS
from desktop.devices.sticks import find_sticks
from desktop.domain.unsent import Exported, Weight
from desktop.logs import log_file
from desktop.masking import mask_address
from desktop.paper.note import note_rows
from desktop.screen_reports import Layout
from desktop.station import Station
from desktop.store.terminal import Known, read_known
from desktop.ui.health.health_rows import Checked, Place, Tell, TillFacts
from desktop.ui.health.presenter import HealthHands

"""Folder of the data directory for what is exported from the screen."""


class HealthWork:
    """Does for one station what the screen asks for."""

    def __init__(self, station: Station, print_report: Callable[[Layout, str], None]) -> None:
        self._station = station
        self._print_report = print_report

    def hands(self, ask_sync: Callable[[], None]) -> HealthHands:
        """Give the hands; `ask_sync` asks the engine for a try now."""
        return HealthHands(ask_sync, self._check_journal, self._export, self._weigh, self._till_facts, self._print_note)

    async def _check_journal(self) -> Checked:
        return await asyncio.to_thread(screen_work.check_journal, self._station.terminal, self._station.database_key())

    async def _export(self, folder: str) -> Exported:
        terminal = self._station.terminal
        return await asyncio.to_thread(screen_work.export_unsent, terminal, self._station.database_key(), Path(folder))

    async def _weigh(self) -> Weight:
        return await asyncio.to_thread(screen_work.weigh_unsent, self._station.terminal, self._station.database_key())

    def _till_facts(self) -> TillFacts:
        station, settings = self._station, self._station.loaded.settings
        with station.terminal.database.reading() as connection:
            server = read_known(connection, Known.SERVER)
            newest = read_known(connection, Known.NEWEST)
        prints = bool(settings.printer or settings.receipt_folder)
        return TillFacts(
            mask_address(server),
            version("eckwms-desktop"),
            str(log_file(station.data_dir)),
            str(station.data_dir / EXPORTS),
            prints,
            newest,
        )

    def _print_note(self, lines: Sequence[tuple[str, str]]) -> None:
        name = self._station.terminal.name
        self._print_report(lambda words: note_rows(name, lines), f"note-{self._station.terminal.clock.now():%H%M%S}")


def tell_sticks(tell: Tell) -> None:
    """Tell the memory sticks that are plugged in."""
    find_sticks(lambda sticks: tell([Place(stick.name, stick.path) for stick in sticks]))
