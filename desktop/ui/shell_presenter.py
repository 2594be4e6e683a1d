"""What the frame around every screen knows: who works here, which shift, what they may see."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.command_code import command_tag
from desktop.domain.permission import rights_of
from desktop.domain.rights import Standing
from desktop.domain.staff import Right
from desktop.faults import Fault
from desktop.operations import staff
from desktop.operations.cases import count_cases
from desktop.operations.rights import read_shop, read_standing
from desktop.operations.terminal import Terminal
from desktop.store import shifts
from desktop.store.topics import Topic
from desktop.ui.shell_sync_presenter import After, SyncPresenter, qt_after

COUNT_AFTER_S = 1.0
"""Commits follow each other closely; cases are counted once for all of them, and never on a sale's path."""


@dataclass(frozen=True)
class ShellState:
    """The words of the top bar. `shift` is 0 when none is open, `rights` are values of `staff.Right`.

    `cases` counts what waits for this person's decision: 0 for whoever decides nothing. `standing` is how far
    the rights of everybody here reach.
    """

    till: str
    person: str = ""
    role: str = ""
    shift: int = 0
    rights: frozenset[str] = frozenset()
    cases: int = 0
    standing: Standing = Standing()  # noqa: RUF009  frozen


class ShellPresenter(QObject):
    """Tells `changed(ShellState)` when somebody signs in or out and when a shift opens or closes."""

    changed = Signal(object)

    def __init__(self, terminal: Terminal, after: After = qt_after, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.sync = SyncPresenter(after, self)
        self._after, self._counting = after, False
        self._stop_counting: Callable[[], None] = _nothing
        self.command_tag = command_tag(terminal.signer.terminal)
        self.state = ShellState(till=terminal.name)
        self._stop = terminal.database.listen(self._on_topics)
        self.reload()

    def reload(self) -> None:
        """Read who is signed in and which shift is open."""
        person = staff.signed_in(self._terminal)
        with self._terminal.database.reading() as connection:
            shift = shifts.read_open(connection)
            shop = read_shop(connection, self._terminal)
        rights = frozenset(str(right) for right in rights_of(person, shop)) if person else frozenset()
        self.state = replace(
            self.state,
            person=person.name if person else "",
            role=person.role if person else "",
            shift=shift.number if shift else 0,
            rights=rights,
            cases=self.state.cases if Right.JOURNAL in rights else 0,
            standing=read_standing(self._terminal),
        )
        self.changed.emit(self.state)
        self._count_later()

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
        self._stop_counting()

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.STAFF, Topic.SHIFT}:
            self.reload()
        elif topics & {Topic.SYNC, Topic.CASES}:
            self._count_later()

    def _count_later(self) -> None:
        if Right.JOURNAL in self.state.rights and not self._counting:
            self._counting = True
            self._stop_counting = self._after(COUNT_AFTER_S, self._count_cases)

    def _count_cases(self) -> None:
        self._counting = False
        if Right.JOURNAL not in self.state.rights:
            return
        try:
            cases = count_cases(self._terminal)
        except Fault:  # whoever writes next meets it too, and tells it
            return
        if cases != self.state.cases:
            self.state = replace(self.state, cases=cases)
            self.changed.emit(self.state)


def _nothing() -> None:
    """Nothing to call off."""
