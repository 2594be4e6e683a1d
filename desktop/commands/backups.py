"""`backup`: a copy of the journal while selling; `recovery-sheet`: the key that opens it, for the safe."""

from dataclasses import asdict
from pathlib import Path

from desktop.backing_up import back_up
from desktop.commands.figures import Json
from desktop.domain.backup import Backup
from desktop.domain.clock import iso
from desktop.faults import Fault
from desktop.paper.recovery_sheet import recovery_sheet
from desktop.restoring import places_of
from desktop.station import Station
from sync.wire.recovery_key import spell_key

EXPORTS = "exports"
"""Folder of this till for what people asked to be written."""


async def backup(station: Station, *, to: str = "") -> Json:
    """Make a backup now, in the usual folder or in the one that is named."""
    made = await back_up(station, places_of(station.loaded, Path(to) if to else None))
    return backup_json(made)


def backup_json(made: Backup) -> Json:
    """Give a backup under the names of its fields."""
    return asdict(made) | {"verified": True}


def write_sheet(station: Station, *, file: str) -> Json:
    """Write the sheet with the key of this till's database as a PDF; on the screen it is never shown."""
    terminal = station.terminal
    language, key = station.loaded.settings.language, spell_key(station.database_key())
    pdf = recovery_sheet(language, terminal.name, terminal.signer.terminal, key, iso(terminal.clock.now()))
    Path(file).write_bytes(pdf)
    return {"file": file}


def save_sheet(station: Station) -> str:
    """Write the sheet beside the other exports of this till, for its owner alone; gives the file. Fault."""
    file = station.data_dir / EXPORTS / "recovery-sheet.pdf"
    try:
        file.parent.mkdir(exist_ok=True)
        file.touch(0o600)
        write_sheet(station, file=str(file))
    except OSError as error:
        raise Fault("export.unwritable", "The file cannot be written", str(error), "Check the disk.") from error
    return str(file)
