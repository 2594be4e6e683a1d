"""A manager allows one act without signing in: the name, the PIN, and the till goes on where it was."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.staff import Right
from desktop.ui import formats
from desktop.ui.tab_order import chain
from desktop.ui.theme.theme import active
from desktop.ui.till.grant_presenter import GrantPresenter, GrantState
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.keypad import Keypad
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text

DOT = "●"


class GrantSheet(Sheet):
    """Opened by `ask()`; shuts itself when the act is allowed."""

    def __init__(self, host: QWidget, presenter: GrantPresenter) -> None:
        super().__init__(host, place="centre", width_mm=100.0)
        self._presenter = presenter
        self._what, self._hint = Text("", "strong", wrap=True), Text("", "quiet", wrap=True)
        self.people = Segments()
        self.dots = Figure("", "figure", align=Qt.AlignmentFlag.AlignHCenter)
        self.refused = Text("", "body", tone="danger", wrap=True)
        self.pad = Keypad(decimal=False)
        self.allow = Key(kind="primary", size="key", shortcut="Enter", cap="right", bind=False)
        for widget in (self._what, self._hint, self.people, self.dots, self.refused, self.pad, self.allow):
            self.body.addWidget(widget)
        self.people.chosen.connect(presenter.choose)
        self.pad.digit.connect(presenter.press_digit)
        self.pad.backspace.connect(presenter.press_backspace)
        self.allow.clicked.connect(lambda: presenter.press_enter())
        presenter.changed.connect(self.show_state)
        presenter.granted.connect(self.shut)
        self.closed.connect(presenter.withdraw)

    def ask(self) -> None:
        """Open for the act that waits."""
        state = self._presenter.state
        self.set_title(self.tr("Allow this once"))
        self._what.setText(self._words(state))
        self._hint.setText(
            self.tr("Whoever may do this types the PIN or scans a badge. It is written down who allowed it.")
        )
        self.people.set_options([(person.id, person.name) for person in state.people])
        self.people.setAccessibleName(self.tr("Who allows it"))
        self.allow.set_text(self.tr("Allow"))
        chain([self.people, self.pad, self.allow])
        self._show(state)
        self.open()

    def show_state(self, state: GrantState) -> None:
        """Show who, the dots, and what is wrong, while it is open."""
        if not self.isHidden() and state.people:
            self._show(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The PIN can be typed; nothing that is pressed here is typed into the till below."""
        key, text = Qt.Key(event.key()), event.text()
        if len(text) == 1 and text in "0123456789":
            self._choose_marked()
            self._presenter.press_digit(text)
        elif key == Qt.Key.Key_Backspace:
            self._presenter.press_backspace()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._presenter.press_enter()
        else:
            super().keyPressEvent(event)
        event.accept()

    def _choose_marked(self) -> None:
        """A PIN that is typed while a name is marked is that person's: it would be lost without a word."""
        people = self._presenter.state.people
        marked = next((one.id for one in people if self.people.button(one.id).hasFocus()), "")
        if marked and not self._presenter.state.chosen:
            self._presenter.choose(marked)

    def _lay_out(self) -> None:
        """What explains goes first where large letters need the room; the keys stay."""
        self._hint.show()
        width = min(active().mm(self._width_mm), self._host.width())
        self._hint.setVisible(self.panel.heightForWidth(width) <= self._host.height())
        super()._lay_out()

    def _words(self, state: GrantState) -> str:
        asked = state.asked
        if asked is None:
            return ""
        words = {
            Right.DISCOUNT: self.tr("{share} off: {what}"),
            Right.OVERRIDE_PRICE: self.tr("Another price: {what}"),
            Right.VOID: self.tr("Take a sale back {what}"),
            Right.RETURN: self.tr("Take goods back {what}"),
            Right.RETURN_BLIND: self.tr("Take goods back without a receipt"),
            Right.ADJUST_STOCK: self.tr("Write off goods worth {money}"),
            Right.RECEIVE_OVER: self.tr("Take in what is too much or expires too soon"),
            Right.WRITE_OFF_STRICT: self.tr("Write off goods for this reason"),
            Right.SUBSTITUTE: self.tr("Take other goods than were ordered"),
            Right.ACCEPT_WEIGHT: self.tr("Take the weight of a parcel for right"),
            Right.CASH_MOVE: self.tr("Take {money} out of the drawer"),
            Right.OPEN_DRAWER: self.tr("Open the drawer"),
            Right.SETTLE_CARD: self.tr("Decide about a card payment in place of the terminal"),
            Right.ADD_CUSTOMER: self.tr("Make a customer: {what}"),
            Right.CHANGE_CUSTOMER: self.tr("Change a customer: {what}"),
            Right.CUSTOMER_PRICES: self.tr("Another price list: {what}"),
            Right.CLOSE_DIFFERENCE: self.tr("Close the shift with a difference"),
            Right.CLOSE_UNCOUNTED: self.tr("Close the shift without a count"),
        }.get(asked.right, "{what}")
        money = formats.money(asked.amount_minor, asked.currency) if asked.currency else ""
        return words.format(share=formats.percent(asked.share_ppm), what=asked.goods, money=money).strip(" :")

    def _show(self, state: GrantState) -> None:
        if state.chosen:
            self.people.choose(state.chosen)
        else:
            self.people.choose_none()
        self.dots.set_text(" ".join(DOT * state.digits))
        self.dots.setAccessibleName(self.tr("PIN: %n digit(s) typed", "", state.digits))
        self.refused.setText(refusal_text(state.refusal) if state.refusal else "")
        self.pad.setEnabled(bool(state.chosen))
        self.allow.setEnabled(state.digits > 0)
