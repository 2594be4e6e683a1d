"""What `doctor` says of backups: how old the last good one is, and why there is no newer one."""

from datetime import datetime

from desktop.domain.clock import SystemClock
from desktop.faults import Fault
from desktop.settings import Loaded


def probe_backup(loaded: Loaded) -> str:
    """Give the age and place of the last good backup. Raises Fault when the last try failed or it is too old."""
    from desktop.operations.backups import read_state
    from desktop.station import JOURNAL_FILE, open_station

    if not (loaded.data_dir / JOURNAL_FILE).exists():
        return "not set up yet"
    station = open_station(loaded, SystemClock(), writable=False)
    try:
        with station.terminal.database.reading() as connection:
            state = read_state(connection)
    finally:
        station.close()
    now = SystemClock().now()
    told = "none yet"
    if state.made:
        hours = (now - datetime.fromisoformat(state.made.made_at)).total_seconds() / 3600
        told = f"{hours:.0f} h old, {state.made.size_bytes >> 20} MB, {state.made.file}"
    if state.is_overdue(now):
        why = f"{told}; the last try failed: {state.trouble} {state.detail}" if state.trouble else told
        raise Fault("backup.old", "There is no fresh backup", why, "Mend what is in the way, then `eckwms backup`.")
    return told
