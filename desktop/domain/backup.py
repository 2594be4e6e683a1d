"""Backups of a terminal: what they are called, which of them stay, and when the next one is due."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

KEPT_DAYS = 7
HOUR = 2
"""Of the night, by this machine's clock."""
OVERDUE = timedelta(hours=26)
"""A till that is on every day has a backup younger than this."""

_NAME = re.compile(r"eckwms-.+-(?P<tag>[0-9A-Za-z]+)-(?P<stamp>[0-9]{8}-[0-9]{6})\.backup")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was written and read back: when it was made (RFC 3339), and how far the journal goes in it.

    `second` is the same file in the second place, empty when there is none.
    """

    file: str
    made_at: str
    size_bytes: int
    entries: int
    head_seq: int
    head_hash: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class BackupState:
    """The last good backup, and how the last try failed since: a Fault's code and message; empty when it did not."""

    made: Backup | None = None
    failed_at: str = ""
    trouble: str = ""
    detail: str = ""

    def is_overdue(self, now: datetime) -> bool:
        """Tell whether the last try failed or the last good one is too old; a new till has none yet, which is fine."""
        made_at = datetime.fromisoformat(self.made.made_at) if self.made else now
        return bool(self.trouble) or made_at < now - OVERDUE


def name_backup(till: str, device_id: str, now: datetime) -> str:
    """Give the name of a backup made now; the time in it is UTC, so that names sort as they were made."""
    plain = "".join(letter if letter.isalnum() else "-" for letter in till).strip("-") or "till"
    return f"eckwms-{plain}-{tag(device_id)}-{now.astimezone(UTC):%Y%m%d-%H%M%S}.backup"


def tag(device_id: str) -> str:
    """Give the part of a device's id that is in the names of its backups."""
    return "".join(letter for letter in device_id if letter.isascii() and letter.isalnum())[-8:]


def is_backup_of(name: str, device_id: str) -> bool:
    """Tell whether a file has the name of a backup of this terminal."""
    known = _NAME.fullmatch(name)
    return known is not None and known["tag"] == tag(device_id)


def list_surplus(names: Sequence[str], device_id: str) -> list[str]:
    """Name the backups that may go: all but those of the newest day and the newest of each of six days before it."""
    ours = sorted((name for name in names if is_backup_of(name, device_id)), key=stamp, reverse=True)
    days = list(dict.fromkeys(stamp(name)[:8] for name in ours))
    newest = {day: next(name for name in ours if stamp(name).startswith(day)) for day in days[:KEPT_DAYS]}
    return [name for name in ours if name not in newest.values() and stamp(name)[:8] != days[0]]


def newest_first(names: Sequence[str], device_id: str) -> list[str]:
    """Give the backups of this terminal among these names, the newest first."""
    return sorted((name for name in names if is_backup_of(name, device_id)), key=stamp, reverse=True)


def stamp(name: str) -> str:
    """Give the time in a backup's name."""
    return name.removesuffix(".backup")[-15:]


def last_due(now: datetime) -> datetime:
    """Give the last time a backup was due, as the clock on the wall shows it: 02:00 today, or yesterday before that."""
    wall = now.replace(tzinfo=None)
    due = wall.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return due if due <= wall else due - timedelta(days=1)


def is_due(state: BackupState, now: datetime) -> bool:
    """Tell whether the last backup that was due has not been made.

    Walls are compared, each with the offset of its moment: the night that has 02:00 twice, or not at all, has one.
    """
    return state.made is None or datetime.fromisoformat(state.made.made_at).replace(tzinfo=None) < last_due(now)
