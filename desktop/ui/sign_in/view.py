"""The sign-in screen: large tiles for people, a keypad for the PIN, what is wrong under the dots."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.shell_look import LookKeys
from desktop.ui.sides import is_mirrored, mirror
from desktop.ui.sign_in.people_grid import PeopleGrid
from desktop.ui.sign_in.presenter import SignInPresenter, SignInState
from desktop.ui.tab_order import chain
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.keypad import Keypad
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text

DOT = "●"
_PAD_WIDTH_MM = 92.0
_ALL_IT_MAY = 100  # of the stretch: the pad is as wide as it may be, and narrower only where names need the room


class SignInView(Panel):
    """Who works here?"""

    def __init__(self, presenter: SignInPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._state = presenter, presenter.state
        self._title, self._hint = Text("", "title", wrap=True), Text("", "body", tone="muted", wrap=True)
        self.people, self.look = PeopleGrid(), LookKeys()
        self._nobody = EmptyState(icon_name="users")
        self._who, self.dots = Text("", "strip", wrap=True), Figure("", "figure", align=Qt.AlignmentFlag.AlignHCenter)
        self.refused = Text("", "body", tone="danger", wrap=True)
        self.pad = Keypad(decimal=False)
        self.enter = Key(kind="primary", size="key", shortcut="F9")
        self._lay_out()
        self.people.picked.connect(presenter.choose)
        self.pad.digit.connect(presenter.press_digit)
        self.pad.backspace.connect(presenter.press_backspace)
        self.enter.clicked.connect(lambda: presenter.press_enter())
        presenter.changed.connect(self.show_state)
        self.retranslate()

    def show_state(self, state: SignInState) -> None:
        """Show people, dots and what is wrong."""
        self._state = state
        if self.people.set_people(state.people, state.chosen):
            self._chain()
        self.people.setVisible(bool(state.people))
        self._nobody.setVisible(not state.people)
        person = next((person for person in state.people if person.id == state.chosen), None)
        self._who.setText(person.name if person else self.tr("First choose your name"))
        self.dots.set_text(" ".join(DOT * state.digits))
        self.dots.setAccessibleName(self.tr("PIN: %n digit(s) typed", "", state.digits))
        self.refused.setText(self._refusal(state))
        ready = person is not None and not state.wait_s
        self.pad.setEnabled(ready)
        self.enter.setEnabled(ready and state.digits > 0)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.tr("Who is working?"))
        self._hint.setText(self.tr("Choose your name and type your PIN, or scan your badge."))
        self._card.set_heading(self.tr("PIN"))
        self._nobody.set_words(self.tr("Nobody is known here yet"), self.tr("People come from head office."))
        self.people.setAccessibleName(self.tr("People"))
        self.enter.set_text(self.tr("Sign in"))
        self.people.retranslate()
        self.show_state(self._state)

    def mirror(self, on: bool) -> None:
        """Keys at the left for the left hand, or at the right."""
        mirror(self._row, on)
        self._chain()
        self._space()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The PIN can be typed."""
        if not self._type(event):
            super().keyPressEvent(event)

    def _type(self, event: QKeyEvent) -> bool:
        key, text = Qt.Key(event.key()), event.text()
        if len(text) == 1 and text in "0123456789":
            self._presenter.press_digit(text)
        elif key == Qt.Key.Key_Backspace:
            self._presenter.press_backspace()
        elif key == Qt.Key.Key_Escape:
            self._presenter.press_escape()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._presenter.press_enter()
        else:
            return False
        return True

    def _chain(self) -> None:
        people, keys = [self.people, self.look], [self.pad, self.enter]
        chain([*keys, *people] if is_mirrored(self._row) else [*people, *keys])

    def _refusal(self, state: SignInState) -> str:
        if state.refusal is None:
            return ""
        if state.wait_s:
            return self.tr("Too many wrong PINs. Wait %n second(s), or choose another name.", "", state.wait_s)
        return refusal_text(state.refusal)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        left = QVBoxLayout()
        self._heading = QVBoxLayout()
        self._heading.addWidget(self._title)
        self._heading.addWidget(self._hint)
        left.addLayout(self._heading)
        left.addSpacing(active().gap)
        left.addWidget(self.people, 1)
        self.people.setMinimumHeight(1)  # a low screen scrolls
        left.addWidget(self._nobody, 1)
        left.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(left, 1)
        self._card = Card(" ")
        self.refused.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._typing = Scrolled(self._who, self.dots, self.refused, self.pad, self.enter)
        self._typing.column.insertStretch(3, 1)
        self._card.body.addWidget(self._typing, 1)
        self._row.addWidget(self._card, _ALL_IT_MAY)
        self._space()

    def _space(self) -> None:
        theme = active()
        side, edge = theme.px(24), theme.gap
        left, right = (edge, side) if is_mirrored(self._row) else (side, edge)
        self._row.setContentsMargins(left, edge, right, edge)
        self._row.setSpacing(side)
        self._heading.setContentsMargins(0, edge // 2, 0, 0)
        self._heading.setSpacing(theme.px(2))
        least = self.pad.minimumSizeHint().width() + 2 * side
        self._card.setMinimumWidth(least)
        self._card.setMaximumWidth(max(theme.mm(_PAD_WIDTH_MM), least))
        self._typing.column.setSpacing(theme.mm(theme.density.gap_mm))
        self.refused.setMinimumHeight(theme.metrics("body").height() * 2)
