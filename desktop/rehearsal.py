"""The rehearsal: the shop's own goods, prices and people in a folder beside the real one, where nothing counts.

It is a terminal of its own with keys and numbers of its own, in a process of its own, so nothing done there can reach a
real sale, the drawer, the card terminal or the centre. Each rehearsal begins anew.
"""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from desktop.domain.clock import Clock
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.operations.journals import open_journal
from desktop.operations.terminal import require_open, require_shop
from desktop.settings import Loaded, Settings
from desktop.station import NotReady, Station, open_station
from desktop.store.replica_file import ReplicaFile
from desktop.store.terminal import Known, read_all_known, save_known

FOLDER = "rehearsal"
PREFIX = "R"
"""Receipts of a rehearsal are R-000001; no terminal has a number like that."""
_HARMLESS: Mapping[str, object] = {
    "server": "",
    "secrets": "file",
    "card_terminal": "",
    "fiscal": "",
    "mail_host": "",
    "receipt_folder": "",
}


def prepare(loaded: Loaded, clock: Clock) -> Loaded:
    """Make the rehearsal's folder anew from the terminal's goods and people; gives its settings.

    Refusals `terminal.unenrolled`, `terminal.no_goods` where there is nothing to rehearse with; Fault for the disk.
    """
    folder = loaded.data_dir / FOLDER
    ours = replace(loaded, settings=_harmless(loaded.settings), data_dir=folder, rehearsal=True)
    try:
        real = open_station(loaded, clock, writable=False)
    except NotReady as error:
        raise Refusal("terminal.no_goods", "This till has no goods and prices yet.",
                      "Connect it to head office once.") from error  # fmt: skip
    with closing(real.terminal.database):
        try:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(mode=0o700)
        except OSError as error:
            raise Fault("store.readonly", "The data directory cannot be used", str(error), "Check the disk.") from error
        _make(real, ours, clock)
    return ours


def _make(real: Station, ours: Loaded, clock: Clock) -> None:
    with real.terminal.database.reading() as connection:
        require_open(connection)
        require_shop(connection, real.terminal)
        known = read_all_known(connection)
    station = open_station(ours, clock)
    try:
        path, key = real.replica()
        with closing(ReplicaFile(path, key)) as replica:
            replica.copy_to(ours.data_dir / path.name)
        with station.terminal.database.writing() as connection:
            save_known(
                connection,
                name=real.terminal.name,
                state="active",
                shop=known[Known.SHOP],
                replica_file=path.name,
                replica_key=key.hex(),
            )
        station.renew()
        open_journal(station.terminal, PREFIX)
    finally:
        station.close()


def _harmless(settings: Settings) -> Settings:
    return replace(settings, **_HARMLESS)  # type: ignore[arg-type]


def start_program(data_dir: Path, *words: str) -> None:
    """Start this program once more, after everything of this process is closed."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
    subprocess.Popen([*program, "--data-dir", str(data_dir), *words], start_new_session=True)
