"""What was sealed since a drill began; reads only."""

from desktop.domain.drill import Happened
from desktop.operations.terminal import Terminal
from desktop.replication.happened import read_happened
from desktop.store import journal


def last_position(terminal: Terminal) -> int:
    """Give the place of the newest entry in this database, 0 in an empty journal."""
    with terminal.database.reading() as connection:
        newest = journal.read_tail(connection, 1)
    return newest[0].position if newest else 0


def list_happened(terminal: Terminal, after_position: int) -> tuple[Happened, ...]:
    """Give what was sealed after a place, oldest first."""
    with terminal.database.reading() as connection:
        return read_happened(connection, after_position)
