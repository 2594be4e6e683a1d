"""Where an export can go on this machine: sticks first, then the till's own folder."""

from PySide6.QtCore import QStorageInfo

from desktop.ui.health.health_rows import Place

_MOUNTS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_MOST = 4


def list_places(own: str) -> tuple[Place, ...]:
    """Give the volumes somebody put in that can be written, and `own`, this till's folder for exports."""
    sticks = [_place(volume) for volume in QStorageInfo.mountedVolumes() if _is_put_in(volume)]
    return (*sticks[:_MOST], Place("", own)) if own else tuple(sticks[:_MOST])


def _is_put_in(volume: QStorageInfo) -> bool:
    root = volume.rootPath()
    drive = len(root) <= 3 and root[1:2] == ":"
    return volume.isReady() and not volume.isReadOnly() and not volume.isRoot() and (drive or root.startswith(_MOUNTS))


def _place(volume: QStorageInfo) -> Place:
    return Place(volume.displayName() or volume.rootPath(), volume.rootPath())
