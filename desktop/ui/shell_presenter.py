"""What the frame around every screen knows: who works here, which shift, what they may see."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.staff import RIGHTS
from desktop.operations import staff
from desktop.operations.terminal import Terminal
from desktop.store import shifts
from desktop.store.topics import Topic
from desktop.ui.shell_sync_presenter import After, SyncPresenter, qt_after


@dataclass(frozen=True)
class ShellState:
    """The words of the top bar. `shift` is 0 when none is open, `rights` are values of `staff.Right`."""

    till: str
    person: str = ""
    role: str = ""
    shift: int = 0
    rights: frozenset[str] = frozenset()


class ShellPresenter(QObject):
    """Tells `changed(ShellState)` when somebody signs in or out and when a shift opens or closes."""

    changed = Signal(object)

    def __init__(self, terminal: Terminal, after: After = qt_after, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.sync = SyncPresenter(after, self)
        self.state = ShellState(till=terminal.name)
        self._stop = terminal.database.listen(self._on_topics)
        self.reload()

    def reload(self) -> None:
        """Read who is signed in and which shift is open."""
        person = staff.signed_in(self._terminal)
        with self._terminal.database.reading() as connection:
            shift = shifts.read_open(connection)
        self.state = replace(
            self.state,
            person=person.name if person else "",
            role=person.role if person else "",
            shift=shift.number if shift else 0,
            rights=frozenset(RIGHTS.get(person.role, ())) if person else frozenset(),
        )
        self.changed.emit(self.state)

    def take_terminal(self, terminal: Terminal) -> None:
        """Speak of the terminal as it is after enrolment, with its name and shop; the database is the same."""
        self._terminal = terminal
        self.state = replace(self.state, till=terminal.name)
        self.reload()

    def sign_out(self) -> None:
        """Nobody works here for now; the shift and the cart stay."""
        staff.sign_out(self._terminal)

    def now(self) -> datetime:
        """The time on the bar."""
        return self._terminal.clock.now()

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.STAFF, Topic.SHIFT}:
            self.reload()
