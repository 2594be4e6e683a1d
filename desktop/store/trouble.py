"""Foreign database errors become Faults, once, at this edge."""

from pathlib import Path

from sqlcipher3 import dbapi2

from desktop.faults import Fault

START_AGAIN = "Close this program and start it again: it mends itself."

_FAULTS: dict[int, tuple[str, str, str]] = {
    13: ("store.full", "The disk is full", "Try once more, there is a reserve; then free space on this disk."),
    8: ("store.readonly", "The disk cannot be written", "Check the disk and its permissions."),
    26: (
        "store.damaged",
        "The database is damaged or its key is wrong",
        START_AGAIN,
    ),
    11: ("store.damaged", "The database is damaged", START_AGAIN),
    5: ("store.busy", "Another program is using the database", "Close it and try again."),
    6: ("store.busy", "Another program is using the database", "Close it and try again."),
    10: ("store.disk", "The disk reported an error", "Check the disk, then start again."),
    14: ("store.unreachable", "The database cannot be opened", "Check the folder and its permissions."),
}
"""Primary SQLite result code -> code, title, remedy."""


def translate(error: BaseException | None, path: Path) -> Exception:
    """Give the Fault for a driver error of the environment; other errors are bugs and come back as they are."""
    known = _FAULTS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if isinstance(error, dbapi2.Error) and known:
        code, title, remedy = known
        return Fault(code, title, f"{path}: {error}", remedy)
    return error if isinstance(error, Exception) else RuntimeError("database error without a cause")
