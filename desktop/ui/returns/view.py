"""The screen of returns: the receipt and its lines at the left, how much and where to at the right."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.returns.pick_side import PickSide
from desktop.ui.returns.presenter import ReturnsPresenter
from desktop.ui.returns.returned_table import ReturnedTable
from desktop.ui.returns.returns_rows import ReturnsState
from desktop.ui.sides import is_mirrored, mirror
from desktop.ui.tab_order import chain
from desktop.ui.theme.theme import active
from desktop.ui.till.grant_sheet import GrantSheet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.strip import Strip, StripAction
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text

GRANT = "grant"
PICK_SHARE = 0.385
"""How much of the width the keys take, as at the till."""


class ReturnsView(Panel):
    """Widgets and the presenter, nothing else."""

    def __init__(self, presenter: ReturnsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._shown = presenter, ""
        self.number, self.look_up = Field(), Key(kind="next")
        self.strip, self.about = Strip(), Text("", "strong", wrap=True)
        self.card, self.table, self.empty = Card(flush=True), ReturnedTable(), Text("", "quiet", wrap=True)
        self.side = PickSide()
        self._lay_out()
        self.grant = GrantSheet(self, presenter.grant)
        self._connect()
        for widget in (self.table, self.number.edit, self.side.other.edit):
            widget.installEventFilter(self)
        presenter.changed.connect(self.show_state)
        self.retranslate()

    def show_state(self, state: ReturnsState) -> None:
        """Show the receipt and what is picked."""
        self.about.setText(self._about(state))
        self.table.show_state(state)
        self.table.setVisible(bool(state.rows))
        self.empty.setVisible(not state.rows)
        self.side.show_state(state)
        self._tell(state)
        if state.receipt is not None and state.receipt.sale_id != self._shown:  # what is typed now is a quantity
            self.number.set_value(state.receipt.receipt)
            self.table.setFocus()
        self._shown = state.receipt.sale_id if state.receipt else ""

    def retranslate(self) -> None:
        """Say everything again."""
        self.number.set_label(
            self.tr("Receipt number"), self.tr("Scan the code at the foot of the receipt, or type it.")
        )
        self.look_up.set_text(self.tr("Show"), name=self.tr("Show this receipt"))
        self.empty.setText(self.tr("No receipt? Scan the goods that come back: they are worth what they cost today."))
        self.table.setAccessibleName(self.tr("Lines of the receipt"))
        self.table.retranslate()
        self.show_state(self._presenter.state)

    def mirror(self, on: bool) -> None:
        """Keys at the left for the left hand, or at the right."""
        mirror(self._row, on)
        self._chain()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type a quantity, whatever part of the screen has the focus."""
        if not self._type(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tables look rows up by typed letters; here digits are a quantity. Enter in a field is the field's alone."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.table:
            return self._type(event)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        watched.event(event)
        event.accept()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen: the sheet is done."""
        self.grant.shut()
        super().hideEvent(event)

    def focus_number(self) -> None:
        """Begin with an empty number that takes what is typed."""
        self.number.set_value("")
        self.number.edit.setFocus()

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
        else:
            return False
        return True

    def _about(self, state: ReturnsState) -> str:
        receipt = state.receipt
        if receipt is not None:
            words = self.tr("Receipt {0}").replace("{0}", receipt.receipt)
            where = f" · {receipt.shop}" if receipt.shop else ""
            return f"{words}{where} · {formats.moment(datetime.fromisoformat(receipt.occurred_at).astimezone())}"
        if state.unseen:
            return self.tr("Receipt {0}, not looked at").replace("{0}", state.unseen)
        return self.tr("Without a receipt") if state.rows else ""

    def _tell(self, state: ReturnsState) -> None:
        if state.refusal is not None:
            actions = [StripAction(GRANT, self.tr("A manager allows it"), "Ctrl+G")] if state.grantable else []
            self.strip.show_notice("warn", refusal_text(state.refusal, state.currency), actions)
        elif state.asking:
            self.strip.show_notice("info", self.tr("Head office is asked for {0} …").replace("{0}", state.asking))
        else:
            self.strip.clear()

    def _look_up(self) -> None:
        """The number in the field, or the one that a finger typed on the keys."""
        state = self._presenter.state
        on_keys = "" if state.rows else state.typed
        self._presenter.look_up(self.number.value() or on_keys)

    def _connect(self) -> None:
        presenter, side = self._presenter, self.side
        self.number.submitted.connect(lambda _: self._look_up())
        self.look_up.clicked.connect(self._look_up)
        self.table.selected.connect(presenter.select)
        self.strip.acted.connect(lambda _: self.grant.ask())
        self.strip.dismissed.connect(presenter.dismiss)
        side.pad.digit.connect(presenter.press_digit)
        side.pad.decimal_mark.connect(presenter.press_mark)
        side.pad.backspace.connect(presenter.press_backspace)
        side.apply.clicked.connect(lambda: presenter.press_enter())
        side.everything.clicked.connect(lambda: presenter.press_all())
        side.nothing.clicked.connect(lambda: presenter.press_none())
        side.condition.clicked.connect(lambda: presenter.turn_condition())
        side.reasoned.connect(presenter.set_reason)
        side.take.clicked.connect(lambda: presenter.take())
        side.pay.clicked.connect(lambda: presenter.take(pay=True))
        side.other.submitted.connect(lambda _: self.table.setFocus())

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        left = QWidget()
        self._column = QVBoxLayout(left)
        self._column.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(self.number, 1)
        top.addWidget(self.look_up, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(top)
        for widget in (self.strip, self.about):
            self._column.addWidget(widget)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(self.empty, 1)
        self._column.addWidget(self.card, 1)
        self._row.addWidget(left, 1)
        self._row.addWidget(self.side)
        self._space()
        self._chain()

    def _chain(self) -> None:
        left: list[QWidget] = [self.number, self.look_up, self.strip, self.table]
        chain([self.side, *left] if is_mirrored(self._row) else [*left, self.side])

    def resizeEvent(self, event: object) -> None:
        """The keys keep their share of the width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._space()

    def _space(self) -> None:
        gap = active().gap
        self._row.setContentsMargins(gap, gap, gap, gap)
        self._row.setSpacing(gap)
        self._column.setSpacing(gap // 2)
        self.look_up.setFixedWidth(active().px(130))
        self.side.setFixedWidth(round((self.width() - 3 * gap) * PICK_SHARE))


_KEYS: dict[Qt.Key, Callable[[ReturnsPresenter], None]] = {
    Qt.Key.Key_Return: ReturnsPresenter.press_enter,
    Qt.Key.Key_Enter: ReturnsPresenter.press_enter,
    Qt.Key.Key_Backspace: ReturnsPresenter.press_backspace,
    Qt.Key.Key_Minus: ReturnsPresenter.press_none,
    Qt.Key.Key_Plus: ReturnsPresenter.take,
    Qt.Key.Key_Escape: ReturnsPresenter.leave,
    Qt.Key.Key_Up: lambda presenter: presenter.step(-1),
    Qt.Key.Key_Down: lambda presenter: presenter.step(1),
}
