"""Whether a disk keeps what it was told to keep: an fsync that is real, on a file system that outlives a power cut.

A disk that lies about fsync in its own firmware cannot be seen from here; what stands between the program and the disk
can: a file system in memory or on the network, one mounted without barriers, a library that makes fsync do nothing.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from desktop.data_folder import NETWORK, find_mount
from desktop.faults import Fault

ROUNDS = 16
BLOCK = os.urandom(4096)
SLOW_S = 0.25
"""A sale waits for about two of these; slower than that and a customer notices."""
FLEETING = frozenset(("tmpfs", "ramfs", "devtmpfs"))
CARELESS = frozenset(("nobarrier", "barrier=0", "volatile", "nointegrity"))
MOUNTS = Path("/proc/self/mountinfo")


def nearest(folder: Path) -> Path:
    """Give the folder, or the nearest one above it that is there."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), Path(folder.anchor or "."))


def probe_durability(folder: Path) -> str:
    """Time real fsyncs where the folder lies or will lie. Raises Fault for a disk that forgets or is too slow."""
    place = nearest(folder.absolute())
    if not os.access(place, os.W_OK):
        return f"not tried: {place} belongs to another user"
    kind = _check_mount(place)
    if "eatmydata" in os.environ.get("LD_PRELOAD", ""):
        raise _lost("LD_PRELOAD names a library that makes fsync do nothing.", "Start the program without it.")
    took_s = write_and_read_back(place)
    told = f"fsync takes {took_s * 1000:.1f} ms{kind and f' on {kind}'}"
    if took_s > SLOW_S:
        raise Fault(
            "disk.slow", "The disk is too slow for a till", told, "Put the data on an SSD, or find what loads it."
        )
    return told


def write_and_read_back(folder: Path) -> float:
    """Append blocks, each followed by fsync, and read them back; gives the median of an fsync in seconds."""
    times = []
    with tempfile.TemporaryFile(dir=folder, prefix=".eckwms-probe-") as file:
        for _ in range(ROUNDS):
            file.write(BLOCK)
            file.flush()
            began = perf_counter()
            os.fsync(file.fileno())
            times.append(perf_counter() - began)
        file.seek(0)
        if file.read() != BLOCK * ROUNDS:
            raise _lost(f"{folder} gives back other bytes than were written.", "Replace the disk.")
    return median(times)


def _check_mount(place: Path) -> str:
    """Give the kind of file system, empty where the system does not tell. Raises Fault for one that forgets."""
    if not sys.platform.startswith("linux") or not MOUNTS.is_file():
        return ""
    kind, options = find_mount(place, MOUNTS.read_text(encoding="utf-8", errors="replace"))
    remedy = "Choose a folder on a disk of this machine (--data-dir)."
    if kind in FLEETING:
        raise _lost(f"{place} is in memory ({kind}).", remedy)
    if kind in NETWORK:
        raise _lost(f"{place} is on the network ({kind}).", remedy)
    if careless := sorted(options & CARELESS):
        raise _lost(f"{place} is mounted with {', '.join(careless)}.", "Mount it without that.")
    return kind


def _lost(message: str, remedy: str) -> Fault:
    return Fault("disk.forgets", "A power cut would lose sales here", message, remedy)
