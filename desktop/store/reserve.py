"""Room that is kept for the day the disk is full: letting go of it lets a shop finish what it is at."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

FILE = "reserve"
RESERVE_BYTES = 20 << 20
LOW_BYTES = 500 << 20
"""Below this a person is to free space; the reserve is made only where there is more."""


def free_bytes(folder: Path) -> int:
    """Give what is free on the folder's disk. Raises OSError."""
    return shutil.disk_usage(folder).free


def keep_reserve(folder: Path) -> int:
    """Make the reserve where there is none and room for it; gives the bytes that are free. Raises OSError.

    It is filled with what no disk can make smaller.
    """
    path, free = folder / FILE, free_bytes(folder)
    if free >= LOW_BYTES and not path.exists():
        block = os.urandom(1 << 20)
        part = path.with_name(FILE + ".part")
        with part.open("wb") as file:
            for _ in range(RESERVE_BYTES // len(block)):
                file.write(block)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    return free


def let_go(folder: Path) -> None:
    """The disk is full: give its room back."""
    with suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)
