"""What everybody has done in the warehouse today at this terminal: working state, for whoever looks at the screen."""

from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from desktop.domain.worked import Done
from desktop.operations.terminal import Terminal, require_shop
from desktop.store import worked


def note_work(connection: Connection, terminal: Terminal, person_id: str, *, scans: int, lines: int) -> None:
    """Add a finished task to what somebody did today, inside the caller's transaction."""
    worked.add(connection, _today(connection, terminal), person_id, Done(1, lines, scans))


def read_worked(connection: Connection, terminal: Terminal) -> dict[str, Done]:
    """Give what was done today by person."""
    return worked.read(connection, _today(connection, terminal))


def _today(connection: Connection, terminal: Terminal) -> str:
    zone = ZoneInfo(require_shop(connection, terminal).time_zone)
    return terminal.clock.now().astimezone(zone).date().isoformat()
