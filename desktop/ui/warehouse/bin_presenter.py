"""The bin that somebody stands before: whether it is empty is asked once, and it can be had counted."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject

from desktop.domain.refusal import Refusal
from desktop.operations import empty_bins, staff
from desktop.operations.task_codes import plain_text
from desktop.operations.terminal import Terminal
from desktop.ui.warehouse.screen_presenter import ScreenPresenter

BinSays = Literal["", "asked", "empty", "differs", "ordered"]


@dataclass(frozen=True)
class BinState:
    """What is asked or was said of a bin, by its code; nothing stops the next scan, which leaves it unasked."""

    task_id: str = ""
    says: BinSays = ""
    place: str = ""
    place_id: str = ""
    refusal: Refusal | None = None


class BinPresenter(ScreenPresenter):
    """`changed(BinState)`, `sounded(str)`, `faulted(Fault)`."""

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.state: BinState = BinState()

    def open(self, task_id: str) -> None:
        """Begin with a task: nothing is asked."""
        self.state = BinState(task_id)
        self.changed.emit(self.state)

    def look(self) -> None:
        """Ask whether the bin is empty that the last scan has emptied by the books."""
        self._attempt(self._look)

    def take(self, raw: str | bytes) -> bool:
        """Take a scan that says something of the bin; of any other nothing is asked any more, and it goes on."""
        said = plain_text(raw)
        if said == empty_bins.EMPTY:
            self._attempt(self._confirm)
        elif said == empty_bins.COUNT:
            self.ask_count()
        else:
            self.open(self.state.task_id)
            return False
        return True

    def confirm(self) -> None:
        """The bin that is asked about is empty."""
        if self.state.says == "asked":
            self._attempt(self._confirm)

    def ask_count(self) -> None:
        """Have the bin counted that is asked about, or else that in hand."""
        self._attempt(self._ask_count)

    # --- inside

    def _look(self) -> None:
        place = empty_bins.find_emptied(self._terminal, self.state.task_id)
        if place is not None:
            self._show(says="asked", place=place.code, place_id=place.id, refusal=None)
        else:
            self.open(self.state.task_id)

    def _confirm(self) -> None:
        person = staff.signed_in(self._terminal)
        counted = empty_bins.confirm_empty(self._terminal, person, self.state.task_id, self.state.place_id)
        differs = any(line.difference_milli for line in counted.lines)
        self._show(says="differs" if differs else "empty", place=counted.reference, refusal=None)
        self.sounded.emit("attention" if differs else "ok")

    def _ask_count(self) -> None:
        person = staff.signed_in(self._terminal)
        place = empty_bins.ask_count(self._terminal, person, self.state.task_id, self.state.place_id)
        self._show(says="ordered", place=place.code, refusal=None)
        self.sounded.emit("ok")
