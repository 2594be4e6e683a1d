"""Faults of backups by code, and what the doctor says of them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

BACKUP_FAULTS: dict[str, tuple[str, str]] = {
    "backup.unwritable": (
        QT_TRANSLATE_NOOP("Faults", "The backup cannot be written"),
        QT_TRANSLATE_NOOP("Faults", "Check the disk of the backups."),
    ),
    "backup.no_room": (
        QT_TRANSLATE_NOOP("Faults", "There is no room for the backup"),
        QT_TRANSLATE_NOOP("Faults", "Free space on the disk of the backups."),
    ),
    "backup.not_read_back": (
        QT_TRANSLATE_NOOP("Faults", "The backup does not read back"),
        QT_TRANSLATE_NOOP("Faults", "Have that disk checked; the backup before it stays."),
    ),
    "backup.second": (
        QT_TRANSLATE_NOOP("Faults", "The second copy of the backup cannot be written"),
        QT_TRANSLATE_NOOP("Faults", "Check the second disk or the share; the first copy is there."),
    ),
    "backup.unreadable": (
        QT_TRANSLATE_NOOP("Faults", "The backup cannot be copied"),
        QT_TRANSLATE_NOOP("Faults", "Check both disks."),
    ),
    "store.low": (
        QT_TRANSLATE_NOOP("Faults", "The disk is almost full"),
        QT_TRANSLATE_NOOP("Faults", "Free space on this disk before it stops the till."),
    ),
    "mirror.unwritable": (
        QT_TRANSLATE_NOOP("Faults", "What is unsent cannot be copied to the second disk"),
        QT_TRANSLATE_NOOP("Faults", "Check the second disk or the share. Selling goes on."),
    ),
}
_AGAIN = QT_TRANSLATE_NOOP("Doctor", "It is tried again every hour by itself.")

BACKUP_STEPS: dict[str, tuple[str, ...]] = {
    "backup.unwritable": (QT_TRANSLATE_NOOP("Doctor", "Check the disk that the backups go to."), _AGAIN),
    "backup.no_room": (QT_TRANSLATE_NOOP("Doctor", "Free space on the disk that the backups go to."), _AGAIN),
    "backup.not_read_back": (
        QT_TRANSLATE_NOOP("Doctor", "The disk gives back something else than was written: have it checked."),
        _AGAIN,
    ),
    "backup.second": (
        QT_TRANSLATE_NOOP("Doctor", "The first copy is there; check the second disk or the share."),
        _AGAIN,
    ),
    "store.damaged": (
        QT_TRANSLATE_NOOP("Doctor", "The file of the journal is damaged. Close this program and start it again:"),
        QT_TRANSLATE_NOOP("Doctor", "It goes on from the last good backup, and what is newer is fetched."),
    ),
}
"""Code of the Fault with which the last try failed -> steps."""
BACKUP_OTHER = (QT_TRANSLATE_NOOP("Doctor", "Leave this till on at night, or start it every day."), _AGAIN)
