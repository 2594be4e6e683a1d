"""Somebody with the right allows one act in place: who can, their PIN, and then the act itself."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right, may
from desktop.faults import Fault
from desktop.operations import staff
from desktop.operations.terminal import Terminal
from desktop.store import people

LONGEST_PIN = 12

Act = Callable[[Person], None]
Able = Callable[[Person], bool]


@dataclass(frozen=True)
class Asked:
    """What somebody is asked to allow; for a discount the share and the name of the goods."""

    right: Right
    share_ppm: int = 0
    goods: str = ""


@dataclass(frozen=True)
class GrantState:
    """`people` can allow what is asked; `digits` is how many of the PIN are typed, it never leaves the presenter."""

    asked: Asked | None = None
    people: tuple[Person, ...] = ()
    chosen: str = ""
    digits: int = 0
    refusal: Refusal | None = None


class GrantPresenter(QObject):
    """`changed(GrantState)`, `granted()` once the PIN was right, `sounded(str)`, `faulted(Fault)`.

    Only one act waits at a time."""

    changed = Signal(object)
    granted = Signal()
    sounded = Signal(str)
    faulted = Signal(object)

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self._pin = ""
        self._act: Act = _nothing
        self.state = GrantState()

    def offer(self, asked: Asked, act: Act, able: Able | None = None) -> bool:
        """Keep an act for whoever can allow it; tells whether there is anybody. `able` is a limit beyond the right."""
        with self._terminal.database.reading() as connection:
            everybody = people.list_people(connection)
        able = able or _anybody
        can = tuple(person for person in everybody if may(person, asked.right) and able(person))
        self._act, self._pin = act, ""
        self._put(asked=asked, people=can, chosen=can[0].id if len(can) == 1 else "", digits=0, refusal=None)
        return bool(can)

    def withdraw(self) -> None:
        """The act waits no longer."""
        self._act, self._pin = _nothing, ""
        self._put(asked=None, people=(), chosen="", digits=0, refusal=None)

    def choose(self, person_id: str) -> None:
        """Say who allows it."""
        self._pin = ""
        self._put(chosen=person_id, digits=0, refusal=None)

    def press_digit(self, digit: str) -> None:
        """Type a digit of the PIN."""
        if self.state.chosen and len(self._pin) < LONGEST_PIN:
            self._pin += digit
            self._put(digits=len(self._pin), refusal=None)

    def press_backspace(self) -> None:
        """Take the last digit back."""
        self._pin = self._pin[:-1]
        self._put(digits=len(self._pin))

    def press_enter(self) -> None:
        """Check the PIN; if it is right, the act is done at once and for once."""
        asked = self.state.asked
        if not self._pin or not self.state.chosen or asked is None:
            return
        pin, self._pin = self._pin, ""
        try:
            person = staff.grant(self._terminal, self.state.chosen, pin, asked.right)
        except Refusal as refusal:
            self._put(digits=0, refusal=refusal)
            self.sounded.emit("stop")
            return
        except Fault as fault:
            self._put(digits=0)
            self.faulted.emit(fault)
            return
        act = self._act
        self.withdraw()
        self.granted.emit()
        act(person)

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)


def _nothing(person: Person) -> None:
    """No act waits."""


def _anybody(person: Person) -> bool:
    """The right alone is enough."""
    return True
