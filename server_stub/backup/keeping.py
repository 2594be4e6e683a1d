"""Which backups stay: the newest good one of each of the last seven days that have one, and all of the newest day."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from server_stub.backup.archive import NAME, Manifest, reading
from server_stub.faults import Refusal

DAYS = 7
_ABANDONED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup in a folder; `problem` says why it cannot be used, and then there is no manifest."""

    path: Path
    manifest: Manifest | None
    problem: str = ""


def list_backups(folder: Path) -> list[Kept]:
    """Give the backups of a folder, newest first; only their manifests are read, `check_backup` reads everything."""
    names = [path for path in folder.glob("eckwms-*.zip") if NAME.fullmatch(path.name) and not path.is_symlink()]
    return [_look(path) for path in sorted(names, reverse=True)]


def keep_newest(folder: Path, centre: str, now: datetime, days: int = DAYS) -> list[Path]:
    """Remove what is older than the last `days` days with a good backup of this centre; gives what was removed.

    Call it after a backup that was verified: that one is the newest and always stays. Damaged files count for
    nothing: they go when they are older than everything kept. Other centres' backups are left alone.
    """
    found = list_backups(folder)
    ours = [kept for kept in found if kept.manifest is not None and kept.manifest.centre == centre]
    newest: dict[object, Path] = {}
    for kept in ours:
        assert kept.manifest is not None
        newest.setdefault(kept.manifest.day, kept.path)
    stays = set(list(newest.values())[:days])
    latest = next(iter(newest), None)
    oldest_name = min((path.name for path in stays), default="")
    goes = [
        kept.path
        for kept in ours
        if kept.path not in stays and kept.manifest is not None and kept.manifest.day != latest
    ]
    goes += [kept.path for kept in found if kept.manifest is None and kept.path.name < oldest_name]
    for path in goes:
        path.unlink(missing_ok=True)
    _forget_abandoned(folder, now)
    return goes


def _look(path: Path) -> Kept:
    try:
        with reading(path) as (_, manifest):
            return Kept(path, manifest)
    except Refusal as error:
        return Kept(path, None, error.message)
    except OSError as error:
        return Kept(path, None, str(error))


def _forget_abandoned(folder: Path, now: datetime) -> None:
    """Remove what a backup left that was killed."""
    for path in folder.glob("eckwms-*.part"):
        if time.time() - path.stat().st_mtime > _ABANDONED.total_seconds():
            path.unlink(missing_ok=True)
