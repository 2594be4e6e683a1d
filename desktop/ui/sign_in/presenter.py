"""Who works here: the shop's people, and the PIN of the one who was chosen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.faults import Fault
from desktop.operations import staff, switching
from desktop.operations.terminal import Terminal
from desktop.store import people
from desktop.store.topics import Topic
from desktop.ui.shell_sync_presenter import After, qt_after

LONGEST_PIN = 12


@dataclass(frozen=True)
class SignInState:
    """`digits` is how many are typed: the PIN never leaves the presenter. `wait_s` counts down after five misses."""

    people: tuple[Person, ...] = ()
    chosen: str = ""
    digits: int = 0
    refusal: Refusal | None = None
    wait_s: int = 0


class SignInPresenter(QObject):
    """`changed(SignInState)`, `signed_in(Person)`, `sounded(str)`, `faulted(Fault)`.

    `switched(Switched)` tells of a badge at the open till, `declined(Refusal)` why it changed nobody."""

    changed = Signal(object)
    signed_in = Signal(object)
    switched = Signal(object)
    declined = Signal(object)
    sounded = Signal(str)
    faulted = Signal(object)

    def __init__(self, terminal: Terminal, after: After = qt_after, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal, self._after = terminal, after
        self._pin = ""
        self._stop_wait: Callable[[], None] | None = None
        self.state = SignInState()
        self._stop = terminal.database.listen(self._on_topics)
        self.enter()

    def enter(self) -> None:
        """Read who works here; one person alone is chosen already."""
        with self._terminal.database.reading() as connection:
            everybody = tuple(people.list_people(connection))
        kept = self.state.chosen if any(self.state.chosen == person.id for person in everybody) else ""
        chosen = everybody[0].id if len(everybody) == 1 else kept
        self._pin = ""
        self._end_wait()
        self._put(people=everybody, chosen=chosen, digits=0, refusal=None, wait_s=0)

    def choose(self, person_id: str) -> None:
        """Say who signs in."""
        self._pin = ""
        self._end_wait()
        self._put(chosen=person_id, digits=0, refusal=None, wait_s=0)

    def press_digit(self, digit: str) -> None:
        """Type a digit of the PIN."""
        if self.state.chosen and not self.state.wait_s and len(self._pin) < LONGEST_PIN:
            self._pin += digit
            self._put(digits=len(self._pin), refusal=None)

    def press_backspace(self) -> None:
        """Take the last digit back."""
        self._pin = self._pin[:-1]
        self._put(digits=len(self._pin))

    def press_escape(self) -> None:
        """Begin again: first the PIN, then the person."""
        if self._pin or self.state.refusal:
            self.choose(self.state.chosen)
        elif len(self.state.people) > 1:
            self.choose("")

    def press_enter(self) -> None:
        """Sign in."""
        if not self._pin or not self.state.chosen or self.state.wait_s:
            return
        pin, self._pin = self._pin, ""
        try:
            person = staff.sign_in(self._terminal, self.state.chosen, pin)
        except Refusal as refusal:
            self._refuse(refusal)
        except Fault as fault:
            self._put(digits=0)
            self.faulted.emit(fault)
        else:
            self._put(chosen="", digits=0, refusal=None)
            self.signed_in.emit(person)

    def take_badge(self, code: str | bytes) -> bool:
        """Sign in whose badge was scanned, whoever is chosen; tells whether it was anybody's."""
        text = code.decode(errors="replace") if isinstance(code, bytes) else code
        try:
            person = staff.sign_in_by_badge(self._terminal, text)
        except Refusal as refusal:
            self._refuse(refusal)
            return True
        except Fault as fault:
            self.faulted.emit(fault)
            return True
        if person is not None:
            self._pin = ""
            self._end_wait()
            self._put(chosen="", digits=0, refusal=None, wait_s=0)
            self.sounded.emit("ok")
            self.signed_in.emit(person)
        return person is not None

    def switch(self, code: str | bytes) -> bool:
        """Change the cashier at the open till; tells whether it was anybody's badge."""
        text = code.decode(errors="replace") if isinstance(code, bytes) else code
        try:
            switched = switching.switch_by_badge(self._terminal, text)
        except Refusal as refusal:
            self.declined.emit(refusal)
            self.sounded.emit("stop")
            return True
        except Fault as fault:
            self.faulted.emit(fault)
            return True
        if switched is not None:
            self.switched.emit(switched)
            self.sounded.emit("ok")
        return switched is not None

    def close(self) -> None:
        """Listen no more."""
        self._end_wait()
        self._stop()

    def _refuse(self, refusal: Refusal) -> None:
        wait_s = int(refusal.facts.get("seconds") or 0) if refusal.code == "staff.wait" else 0
        self._put(digits=0, refusal=refusal, wait_s=wait_s)
        self.sounded.emit("stop")
        if wait_s:
            self._stop_wait = self._after(1.0, self._count_down)

    def _count_down(self) -> None:
        left_s = self.state.wait_s - 1
        if left_s <= 0:
            self._put(wait_s=0, refusal=None)
            return
        self._put(wait_s=left_s)
        self._stop_wait = self._after(1.0, self._count_down)

    def _end_wait(self) -> None:
        if self._stop_wait is not None:
            self._stop_wait()
            self._stop_wait = None

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if Topic.STAFF in topics and not self._pin:
            self.enter()
