"""Somebody with the right allows one act in place: who can, their PIN or badge, and then the act itself."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.permission import may
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.faults import Fault
from desktop.operations import staff
from desktop.operations.rights import read_shop
from desktop.operations.terminal import Terminal
from desktop.store import people
from desktop.store.terminal import Known, read_known

LONGEST_PIN = 12
GRANTABLE = "staff.approval"
"""The refusal that somebody else can lift for this once."""

Act = Callable[[Person], None]
Able = Callable[[Person], bool]


@dataclass(frozen=True)
class Asked:
    """What somebody is asked to allow: up to which share or how much money, and for which goods or receipt."""

    right: Right
    share_ppm: int = 0
    goods: str = ""
    amount_minor: int = 0
    currency: str = ""


@dataclass(frozen=True)
class GrantState:
    """`people` can allow what is asked; `digits` is how many of the PIN are typed, it never leaves the presenter."""

    asked: Asked | None = None
    people: tuple[Person, ...] = ()
    chosen: str = ""
    digits: int = 0
    refusal: Refusal | None = None


class GrantPresenter(QObject):
    """`changed(GrantState)`, `granted()` once PIN or badge was right, `sounded(str)`, `faulted(Fault)`.

    Only one act waits at a time, and whoever allows it allows nothing else: the person is told to that act alone."""

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
            shop = read_shop(connection, self._terminal)
            asking = read_known(connection, Known.SIGNED_IN)
        others = [person for person in everybody if person.id != asking]
        others = [person for person in others if may(person, asked.right, shop, **_limits(asked))]
        can = tuple(person for person in others if able is None or able(person))
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
        chosen, pin = self.state.chosen, self._pin
        self._pin = ""
        if pin and chosen:
            self._allow(lambda asked: staff.grant(self._terminal, chosen, pin, asked.right, **_limits(asked)))

    def take_badge(self, code: str | bytes) -> bool:
        """Take a scan while an act waits: if it is the badge of somebody who may, the act is done at once and for once.

        Tells whether it was anybody's badge; what is not goes on as any other scan.
        """
        text = code.decode(errors="replace") if isinstance(code, bytes) else code
        return self._allow(lambda asked: staff.grant_by_badge(self._terminal, text, asked.right, **_limits(asked)))

    def _allow(self, check: Callable[[Asked], Person | None]) -> bool:
        asked = self.state.asked
        if asked is None:
            return False
        try:
            person = check(asked)
        except Refusal as refusal:
            self._put(digits=0, refusal=refusal)
            self.sounded.emit("stop")
            return True
        except Fault as fault:
            self._put(digits=0)
            self.faulted.emit(fault)
            return True
        if person is not None:
            act = self._act
            self.withdraw()
            self.granted.emit()
            act(person)
        return person is not None

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)


def _limits(asked: Asked) -> dict[str, int]:
    return {"amount_minor": asked.amount_minor, "share_ppm": asked.share_ppm}


def _nothing(person: Person) -> None:
    """No act waits."""
