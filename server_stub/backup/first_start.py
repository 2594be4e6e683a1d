"""A centre that starts with nothing takes the newest good backup of a folder, if it is told one."""

from datetime import datetime
from pathlib import Path

import structlog

from server_stub.backup.keeping import list_backups
from server_stub.backup.restoring import is_empty, restore_backup
from server_stub.faults import Fault, Refusal

_log = structlog.get_logger("server_stub.backup")


def restore_if_empty(url: str, data_dir: Path, folder: Path, now: datetime) -> Path | None:
    """Restore the newest good backup of a folder into an empty database; None when it is not empty or has none.

    Raises Fault when there are backups and none is good: a centre that began anew then would be taken for the old one.
    """
    if not is_empty(url):
        return None
    found = list_backups(folder)
    for kept in found:
        try:
            if kept.problem:
                raise Refusal("backup.damaged", kept.problem)
            told = restore_backup(url, data_dir, kept.path, now)
        except Refusal as error:
            if error.code not in ("backup.damaged", "restore.unproved"):
                raise
            _log.warning("a backup was passed over", file=str(kept.path), reason=error.message)
            continue
        _log.warning("the database was empty and was restored from a backup", **told)
        return kept.path
    if found:
        raise Fault("restore.none_good", f"None of the {len(found)} backups in {folder} can be used.",
                    "Look at them, or start without --restore-from.")  # fmt: skip
    return None
