"""The count of a drawer in hand, on disk while it is typed; work in hand is no fact, so nothing here is sealed."""

import msgspec

from desktop.domain.drawer_count import DrawerCount
from desktop.operations.terminal import Terminal
from desktop.store.terminal import Known, read_known, save_known


def read_count(terminal: Terminal, shift_id: str) -> DrawerCount | None:
    """Give the count of this shift as it was left; None when none was begun."""
    with terminal.database.reading() as connection:
        kept = read_known(connection, Known.DRAWER_COUNT)
    count = msgspec.json.decode(kept, type=DrawerCount) if kept else None
    return count if count and count.shift_id == shift_id else None


def keep_count(terminal: Terminal, count: DrawerCount | None) -> None:
    """Put the count on disk as it is now; None leaves nothing behind."""
    with terminal.database.writing() as connection:
        save_known(connection, drawer_count=msgspec.json.encode(count).decode() if count else "")
