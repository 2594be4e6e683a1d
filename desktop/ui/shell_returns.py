"""Returns beside the till: the screen, the key and the receipt's code that lead to it, and the ways back."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.domain.refusal import Refusal
from desktop.domain.staff import Right
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.returns.presenter import ReturnsPresenter
from desktop.ui.returns.view import ReturnsView
from desktop.ui.shell import Screen, Shell
from desktop.ui.shell_selling import TILL
from desktop.ui.till.actions import Action
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.view import TillView

RETURNS = "returns"

RETURNS_KEYS = (
    ("0 – 9", QT_TRANSLATE_NOOP("Keys", "Type how much of the chosen line comes back")),
    ("Enter", QT_TRANSLATE_NOOP("Keys", "Apply what is typed; with nothing typed, all that is left of the line")),
    ("↑ ↓", QT_TRANSLATE_NOOP("Keys", "Choose a line")),
    ("−", QT_TRANSLATE_NOOP("Keys", "Nothing of the chosen line comes back")),
    ("+", QT_TRANSLATE_NOOP("Keys", "Onto the ticket")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "One step back, nothing is lost")),
)


class Returning(QObject):
    """Adds the screen of returns to a shell. `divert(raw)` takes a scan that is the code of a receipt."""

    def __init__(self, shell: Shell, presenter: ReturnsPresenter, till: TillPresenter, till_view: TillView) -> None:
        super().__init__(shell)
        self._shell, self._presenter, self._till = shell, presenter, till
        self.view: ReturnsView | None = None
        shell.add_screen(
            Screen(
                RETURNS,
                QT_TRANSLATE_NOOP("Screens", "Returns"),
                self._make,
                scan=presenter.scan,
                chrome="step",
                right=str(Right.RETURN),
                enter=self._enter,
                back=presenter.leave,
                keys=RETURNS_KEYS,
            )
        )
        words = QT_TRANSLATE_NOOP("TillActions", "Take goods back")
        till_view.sheets.more.add(Action(words, "Ctrl+R", partial(shell.show_screen, RETURNS)))
        presenter.taken.connect(self._taken)
        presenter.left.connect(lambda: shell.show_screen(TILL))
        presenter.lost.connect(self._lose)
        till.changed.connect(lambda state: presenter.follow_ticket(state.cart))

    def divert(self, raw: str | bytes) -> bool:
        """Take the code of a receipt that was scanned at the till: its return is what is wanted."""
        if not self._presenter.expect(raw):
            return False
        self._shell.show_screen(RETURNS)
        return True

    def _make(self) -> ReturnsView:
        self.view = ReturnsView(self._presenter)
        return self.view

    def _enter(self) -> None:
        self._presenter.enter()
        if self.view is not None and self._presenter.state.receipt is None:
            self.view.focus_number()

    def _lose(self, refusal: Refusal) -> None:
        """A certificate is on the ticket no more: whoever is about to pay it out sees that first."""
        self._shell.show_screen(TILL)
        self._till.enter()
        self._till.ticket.refuse(refusal)

    def _taken(self, pay: bool) -> None:
        self._shell.show_screen(TILL)
        if pay:
            self._till.pay()
