"""Where a terminal's data lies: one folder for the machine where IT made it, and never on a share or in a cloud."""

import os
import re
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePath, PureWindowsPath

import platformdirs

from desktop.faults import Fault

NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs", "afs", "davfs", "ncpfs", "fuse.sshfs"),
        *("fuse.davfs2", "fuse.rclone", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.google-drive"),
    )
)
"""File systems of another machine: a lock, an fsync or the machine itself may not be there when it counts."""
MOUNTS = Path("/proc/self/mountinfo")

_CLOUDS = re.compile(
    r"dropbox( \(.+\))?|onedrive( ?- ?.+)?|google ?drive|googledrive|my drive|icloud ?drive|icloud~.*|mobile documents"
    r"|nextcloud\d*|owncloud|yandex\.?disk|pcloud ?drive|box sync|яндекс\.?диск",
    re.IGNORECASE,
)
"""Names of folders that a program copies to the cloud, one file at a time and while it is being written."""
_MARKS = (".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log", ".sync_journal.db")
_REMOTE = 4
"""DRIVE_REMOTE of the Windows API."""


def default_data_dir() -> Path:
    """Give the folder of the terminal: the machine's where IT made one that this user may write, else the user's own.

    A terminal that is in the user's folder already stays there.
    """
    named = os.environ.get("ECKWMS_DATA_DIR")
    if named:
        return Path(named)
    own = Path(platformdirs.user_data_dir("eckwms", appauthor=False))
    machine = machine_data_dir()
    if (own / "journal.db").exists() or not (machine.is_dir() and os.access(machine, os.W_OK)):
        return own
    return machine


def machine_data_dir() -> Path:
    """Give the folder that all users of a machine share, once IT has made it: one terminal for all of them."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "eckWMS" / "data"
    return Path("/var/lib/eckwms")


def require_own_disk(folder: Path) -> None:
    """Raise Fault `store.elsewhere` for a folder on a network share, or in one that is copied to a cloud."""
    place = folder.absolute()
    why = _windows_reason(place) if sys.platform == "win32" else linux_reason(place, _read_mounts())
    if why:
        raise Fault(
            "store.elsewhere",
            "The data of a till has to be on a disk of this machine",
            f"{folder} {why}",
            "Choose another folder (--data-dir or ECKWMS_DATA_DIR), and move what is in this one there.",
        )


def linux_reason(place: Path, table: str) -> str:
    """Say why a till cannot lie here, empty when it can; `table` is the kernel's table of mounts (proc(5))."""
    kind, _ = find_mount(place.resolve(), table)
    if kind in NETWORK:
        return f"is on the network ({kind})."
    for above in (place, *place.parents):
        if any((above / mark).exists() for mark in _MARKS):
            return f"is copied to a cloud ({above})."
    return cloud_reason(place)


def windows_reason(place: PureWindowsPath, drive_kind: int, environment: Mapping[str, str]) -> str:
    """Say why a till cannot lie here, empty when it can; `drive_kind` is what GetDriveType tells of the drive."""
    if place.drive.startswith("\\\\") or drive_kind == _REMOTE:
        return "is on the network."
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        cloud = environment.get(name)
        if cloud and place.is_relative_to(PureWindowsPath(cloud)):
            return f"is copied to a cloud ({cloud})."
    return cloud_reason(place)


def cloud_reason(place: PurePath) -> str:
    """Say which part of a path is named as a folder that is copied to a cloud, empty when none is."""
    named = next((part for part in place.parts if _CLOUDS.fullmatch(part)), "")
    return f"is copied to a cloud ({named})." if named else ""


def _windows_reason(place: Path) -> str:
    if sys.platform != "win32":
        return ""
    import ctypes

    kind = ctypes.windll.kernel32.GetDriveTypeW(place.anchor)
    return windows_reason(PureWindowsPath(place), kind, os.environ)


def _read_mounts() -> str:
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:  # macOS, and jails without it
        return ""


def find_mount(place: Path, table: str) -> tuple[str, frozenset[str]]:
    """Give file system and options of the mount that holds a path, from the kernel's table of mounts (proc(5))."""
    best, found = -1, ("", frozenset[str]())
    for line in table.splitlines():
        left, _, right = line.partition(" - ")
        fields, told = left.split(), right.split()
        if len(fields) < 6 or len(told) < 3:
            continue
        point = Path(fields[4].encode().decode("unicode_escape"))
        if place.is_relative_to(point) and len(point.parts) >= best:
            best = len(point.parts)
            found = told[0], frozenset(fields[5].split(",")) | frozenset(told[2].split(","))
    return found


def guard(folder: Path) -> None:
    """Let nobody but this user into the folder, or nobody but the group that IT gave it to (`chmod 2770`). OSError."""
    if is_shared(folder):
        os.umask(0o007)
        share(folder)
    else:
        folder.chmod(0o700)


def share(folder: Path) -> None:
    """Let the group of a shared folder write what this user made in it: whoever sells next goes on with it."""
    if not is_shared(folder):
        return
    for path in folder.rglob("*"):
        with suppress(OSError):  # another user's, who has shared it
            path.chmod(path.stat().st_mode | (0o2070 if path.is_dir() else 0o060))


def is_shared(folder: Path) -> bool:
    """Tell whether IT gave the folder to a group."""
    wanted = stat.S_ISGID | stat.S_IWGRP
    return os.name == "posix" and folder.stat().st_mode & wanted == wanted
