"""The shift screen: one page for each step of a shift's life."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.shift.cash_page import CashPage
from desktop.ui.shift.close_pages import ClosedPage, CountPage, ReviewPage
from desktop.ui.shift.open_page import OpenPage
from desktop.ui.shift.pad_page import PadPage
from desktop.ui.shift.presenter import ShiftPresenter
from desktop.ui.shift.running_page import RunningPage
from desktop.ui.shift.shift_rows import ShiftState
from desktop.ui.till.grant_sheet import GrantSheet


class ShiftView(QWidget):
    """Digits go to what is chosen, Enter to the next line, F9 or + is the step of the page, Esc one step back."""

    def __init__(self, presenter: ShiftPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.open, self.running, self.cash = OpenPage(), RunningPage(), CashPage()
        self.count, self.review, self.closed = CountPage(), ReviewPage(), ClosedPage()
        self._pages: dict[str, OpenPage | RunningPage | CashPage | CountPage | ReviewPage | ClosedPage] = {
            "open": self.open,
            "running": self.running,
            "cash": self.cash,
            "count": self.count,
            "review": self.review,
            "closed": self.closed,
        }
        self.grant = GrantSheet(self, presenter.grant)
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.state)

    def show_state(self, state: ShiftState) -> None:
        """Show the page of this state."""
        page = self._pages[state.page]
        page.show_state(state)
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            self.setFocus()  # digits are an amount again, not more of the last reason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type amounts."""
        if not self._type(event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown."""
        self.grant.shut()
        self._presenter.leave()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_state(self._presenter.state)

    def _type(self, event: QKeyEvent) -> bool:
        presenter, key, text = self._presenter, Qt.Key(event.key()), event.text()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if len(text) == 1 and text in "0123456789":
            presenter.press_digit(text)
        elif text in (",", "."):
            presenter.press_mark()
        elif key in _KEYS:
            _KEYS[key](presenter)
        elif key == Qt.Key.Key_Plus:
            self._step()
        else:
            return False
        return True

    def _step(self) -> None:
        page = self._pages[self._presenter.state.page]
        if isinstance(page, PadPage):
            page.go.click()

    def _connect(self) -> None:
        presenter = self._presenter
        for page in (self.open, self.cash, self.count):
            page.pad.digit.connect(presenter.press_digit)
            page.pad.decimal_mark.connect(presenter.press_mark)
            page.pad.backspace.connect(presenter.press_backspace)
        for counted in (self.open.count, self.count.count):
            counted.slot_chosen.connect(presenter.choose_slot)
            counted.way_chosen.connect(lambda pieces: presenter.choose_way(by_pieces=pieces))
        self.open.go.clicked.connect(lambda: presenter.open_shift())
        self.open.again.clicked.connect(lambda: presenter.print_z())
        self.running.report.clicked.connect(lambda: presenter.print_x())
        self.running.cash_in.clicked.connect(lambda: presenter.begin_cash("in"))
        self.running.cash_out.clicked.connect(lambda: presenter.begin_cash("out"))
        self.running.finish.clicked.connect(lambda: presenter.begin_count())
        self.cash.direction_chosen.connect(presenter.choose_direction)
        self.cash.reason_given.connect(presenter.give_reason)
        self.cash.go.clicked.connect(lambda: presenter.move_cash())
        for allow in (self.cash.allow, self.count.allow, self.review.allow):
            allow.clicked.connect(lambda: self.grant.ask())
        self.count.drawer.clicked.connect(lambda: presenter.open_drawer(self.tr("count")))
        self.count.skip.clicked.connect(lambda: presenter.skip_count())
        self.count.go.clicked.connect(lambda: presenter.review())
        self.review.again.clicked.connect(lambda: presenter.press_escape())
        self.review.finish.clicked.connect(lambda: presenter.close_shift())
        self.review.anyway.clicked.connect(lambda: presenter.close_unapproved())
        self.closed.again.clicked.connect(lambda: presenter.print_z())
        self.closed.next.clicked.connect(lambda: presenter.enter())


_KEYS: dict[Qt.Key, Callable[[ShiftPresenter], None]] = {
    Qt.Key.Key_Backspace: ShiftPresenter.press_backspace,
    Qt.Key.Key_Escape: ShiftPresenter.press_escape,
    Qt.Key.Key_Up: lambda presenter: presenter.step(-1),
    Qt.Key.Key_Down: lambda presenter: presenter.step(1),
    Qt.Key.Key_Return: lambda presenter: presenter.step(1),
    Qt.Key.Key_Enter: lambda presenter: presenter.step(1),
}
