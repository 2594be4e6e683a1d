"""The sticks that an export can go to on this machine; a drive that hangs keeps nobody waiting."""

import re
import string
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread

_MOUNTS = ("/media/", "/run/media/", "/mnt/")
_DISKS = ("btrfs", "exfat", "ext2", "ext3", "ext4", "f2fs", "fuseblk", "msdos", "ntfs", "ntfs3", "udf", "vfat", "xfs")
"""File systems of a disk at this machine: one on a network may hang as soon as it is asked anything."""
_MOST = 4

_NO_DIALOGS, _REMOVABLE, _READ_ONLY = 0x1, 2, 0x80000
"""SEM_FAILCRITICALERRORS, DRIVE_REMOVABLE, FILE_READ_ONLY_VOLUME of the Windows API."""


@dataclass(frozen=True, slots=True)
class Stick:
    """A volume somebody put in: its name and the folder it is found at."""

    name: str
    path: str


Tell = Callable[[Sequence[Stick]], None]
Find = Callable[[Tell], None]
"""Looks for sticks, and tells them once."""

_looking = Lock()


def find_sticks(tell: Tell) -> None:
    """Tell the volumes somebody put in that can be written, from a thread of its own, once they are known.

    Nothing is told while an earlier look hangs.
    """
    if _looking.acquire(blocking=False):
        Thread(target=_look, args=(tell,), name="sticks", daemon=True).start()


def _look(tell: Tell) -> None:
    try:
        sticks = _sticks()
    finally:
        _looking.release()
    with suppress(RuntimeError):  # the window is gone meanwhile
        tell(sticks[:_MOST])


def mounted_sticks() -> list[Stick]:
    """Give the volumes somebody put in now; where the system has no list of them, none."""
    try:
        return _sticks()
    except OSError:
        return []


def linux_sticks(mounts: Path) -> list[Stick]:
    """Read the sticks from the system's table of mounts (fstab(5)); none of them is touched for it."""
    sticks = []
    for line in mounts.read_text("utf-8", "replace").splitlines():
        _, root, kind, options, *_ = line.split(" ")
        if kind in _DISKS and root.startswith(_MOUNTS) and "ro" not in options.split(","):
            path = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), root)
            sticks.append(Stick(path.rpartition("/")[2], path))
    return sticks


if sys.platform == "win32":
    from ctypes import byref, create_unicode_buffer, windll
    from ctypes.wintypes import DWORD

    def _sticks() -> list[Stick]:
        kernel, sticks = windll.kernel32, []
        kernel.SetThreadErrorMode(_NO_DIALOGS, None)  # a reader without a card asks nobody to put one in
        there = kernel.GetLogicalDrives()
        for bit, letter in enumerate(string.ascii_uppercase):
            root = f"{letter}:\\"
            if not there >> bit & 1 or kernel.GetDriveTypeW(root) != _REMOVABLE:
                continue
            name, flags = create_unicode_buffer(261), DWORD()
            known = kernel.GetVolumeInformationW(root, name, len(name), None, None, byref(flags), None, 0)
            if known and not flags.value & _READ_ONLY:
                sticks.append(Stick(name.value or root, root))
        return sticks

else:

    def _sticks() -> list[Stick]:
        return linux_sticks(Path("/proc/self/mounts"))
