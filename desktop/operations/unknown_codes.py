"""A code that no goods have is told to the office, once for each code."""

from desktop.domain.staff import Person
from desktop.domain.unknown_code import UnknownCode
from desktop.operations.terminal import Terminal, require_open
from desktop.store import serials
from desktop.store.topics import Topic


def tell_unknown_code(terminal: Terminal, person: Person | None, unknown: UnknownCode) -> bool:
    """Seal what was scanned; False when it was told before, or nobody is signed in."""
    if person is None:
        return False
    with terminal.database.reading() as connection:
        if serials.is_noted(connection, unknown.code):
            return False
    with terminal.database.writing(Topic.SYNC) as connection:
        require_open(connection)
        terminal.record(connection, unknown, person)
    return True
