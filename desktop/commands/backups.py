"""`backup`: a copy of the journal while selling."""

from dataclasses import asdict
from pathlib import Path

from desktop.backing_up import back_up
from desktop.commands.figures import Json
from desktop.domain.backup import Backup
from desktop.restoring import places_of
from desktop.station import Station


async def backup(station: Station, *, to: str = "") -> Json:
    """Make a backup now, in the usual folder or in the one that is named."""
    made = await back_up(station, places_of(station.loaded, Path(to) if to else None))
    return backup_json(made)


def backup_json(made: Backup) -> Json:
    """Give a backup under the names of its fields."""
    return asdict(made) | {"verified": True}
