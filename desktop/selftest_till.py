"""What `doctor` says of a till at work: rights on its ports, the age of what head office sent, the reserve of room."""

import os
from datetime import datetime
from pathlib import Path

from desktop.domain.clock import SystemClock
from desktop.faults import Fault
from desktop.settings import Loaded, Settings

OLD_DAYS = 3
"""Prices and people that are older than this are worth a word."""


def probe_ports(settings: Settings) -> str:
    """Say which device files the settings name. Raises Fault for one that this user may not read and write."""
    words = " ".join(
        (settings.scanner_ports, settings.printer, settings.label_printer, settings.scale, settings.display)
    )
    paths = [Path(word.strip(",")) for word in words.split() if word.startswith("/dev/")]
    closed = [str(path) for path in paths if path.exists() and not os.access(path, os.R_OK | os.W_OK)]
    if closed:
        raise Fault(
            "ports.closed",
            "A port may not be used by this user",
            ", ".join(closed),
            "Add the user to the group of the port (ls -l shows it, often dialout), then sign in again.",
        )
    return ", ".join(map(str, paths)) or "none is named by its device file"


def probe_replica(loaded: Loaded) -> str:
    """Give how old prices and people are. Raises Fault when head office was not heard of for days."""
    from desktop.station import JOURNAL_FILE, open_station
    from desktop.store.terminal import Known, read_all_known

    if not (loaded.data_dir / JOURNAL_FILE).exists():
        return "not set up yet"
    station = open_station(loaded, SystemClock(), writable=False)
    try:
        with station.terminal.database.reading() as connection:
            known = read_all_known(connection)
    finally:
        station.close()
    heard = known.get(Known.LAST_CONTACT)
    if not heard:
        return "head office was not heard of yet"
    hours = (SystemClock().now() - datetime.fromisoformat(heard)).total_seconds() / 3600
    if hours > OLD_DAYS * 24:
        raise Fault(
            "replica.old",
            "Prices and people of this till are old",
            f"head office was heard of {hours / 24:.0f} days ago",
            "See `eckwms sync`: it says what is in the way. Selling goes on meanwhile.",
        )
    return f"as of {hours:.0f} h ago"


def probe_reserve(folder: Path) -> str:
    """Say whether room is kept for the day the disk is full. Raises Fault where there was none to keep."""
    from desktop.store.reserve import FILE, LOW_BYTES, free_bytes

    if (folder / FILE).exists():
        return f"{(folder / FILE).stat().st_size >> 20} MB are kept"
    if folder.is_dir() and free_bytes(folder) < LOW_BYTES:
        raise Fault(
            "reserve.none",
            "There is no reserve for a full disk",
            f"less than {LOW_BYTES >> 20} MB are free",
            "Free space on this disk: the reserve is made by itself then.",
        )
    return "made by the window"
