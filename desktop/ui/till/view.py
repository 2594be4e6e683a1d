"""The till's screen: ticket at the left, keys at the right, every function also on the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from desktop.domain.offers.applied import NearMiss
from desktop.ui.keymap import chosen_key
from desktop.ui.sides import is_mirrored, mirror
from desktop.ui.tab_order import chain
from desktop.ui.theme.theme import active
from desktop.ui.till.key_side import KeySide
from desktop.ui.till.offer_actions import add_offer_actions
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.purse_actions import add_purse_actions
from desktop.ui.till.ticket_actions import add_actions
from desktop.ui.till.ticket_side import GRANT, OLD_ENOUGH, OPEN_ANYWAY, SEARCH, TAKE_OUT, TOO_YOUNG, TicketSide
from desktop.ui.till.till_rows import AskReason, TillState
from desktop.ui.till.till_sheets import TillSheets
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.pictures import Pictures

KEYS_SHARE = 0.385
"""How much of the width the keys take."""


class TillView(Panel):
    """Widgets and the presenter, nothing else.

    `search_asked()`, `reprint_asked()` and `drawer_asked()` are for whoever holds those."""

    search_asked = Signal()
    reprint_asked = Signal()
    drawer_asked = Signal()

    def __init__(self, presenter: TillPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._state = presenter, TillState()
        self.pictures = Pictures(self)
        self.ticket, self.keys = TicketSide(self.pictures), KeySide(self.pictures)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.ticket, 1)
        self._row.addWidget(self.keys)
        self.sheets = TillSheets(self, presenter)
        add_actions(self.sheets, presenter)
        add_offer_actions(self.sheets, presenter)
        add_purse_actions(self.sheets, presenter)
        self._connect_ticket()
        self._connect_keys()
        self._bind_keys()
        for view in self.findChildren(QAbstractItemView):
            view.installEventFilter(self)
        self._space()
        self.pictures.wanted.connect(presenter.pictures.ask)
        presenter.pictures.came.connect(self.pictures.take)
        presenter.changed.connect(self.show_state)
        presenter.goods.changed.connect(self.keys.show_goods)
        self.show_state(presenter.state)
        self.keys.show_goods(presenter.goods.state)

    def show_state(self, state: TillState) -> None:
        """Show the till as it is."""
        before, self._state = self._state, state
        self.ticket.show_state(state)
        self.keys.show_state(state)
        if isinstance(state.prompt, AskReason):
            self.sheets.price.follow(state, before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, whatever part of the screen has the focus."""
        if not self._type(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lists look rows up by typed letters; here digits are for the keypad."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            picks = watched is self.keys.tiles and event.key() == Qt.Key.Key_Space
            return not (picks and self._presenter.goods.state.query) and self._type(event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keys stay where they are, whatever is written on them."""
        super().resizeEvent(event)
        self._space()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen: the sheets are done."""
        self.shut_sheets()
        super().hideEvent(event)

    def mirror(self, on: bool) -> None:
        """Keys at the left for the left hand, or at the right."""
        mirror(self._row, on)
        self._chain()

    def shut_sheets(self) -> None:
        """What lies over the till goes: another screen, or the next goods."""
        for sheet in self.sheets.made():
            sheet.shut()

    def retranslate(self) -> None:
        """What the keys do that are not on the screen."""
        self._reprint.setWhatsThis(self.tr("Print the last receipt again"))
        self._drawer.setWhatsThis(self.tr("Open the drawer"))

    def _type(self, event: QKeyEvent) -> bool:
        presenter, key, text = self._presenter, Qt.Key(event.key()), event.text()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        is_sign = len(text) == 1 and text.isprintable() and all(sheet.isHidden() for sheet in self.sheets.made())
        if is_sign and presenter.press_letter(text):
            return True
        if len(text) == 1 and text in "0123456789":
            presenter.press_digit(text)
        elif text in (",", "."):
            presenter.press_mark()
        elif key in _KEYS:
            _KEYS[key](presenter)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            return False
        return True

    def _enter(self) -> None:
        if self._presenter.state.resumed and not self._presenter.state.entry.typed:
            self._presenter.go_on()
        else:
            self._presenter.press_enter()

    def _connect_ticket(self) -> None:
        presenter, ticket = self._presenter, self.ticket
        ticket.table.selected.connect(lambda key: presenter.select(key) if key else None)
        ticket.table.swiped_left.connect(presenter.remove_line)
        ticket.table.swiped_right.connect(presenter.press_quantity)
        ticket.chip.undone.connect(presenter.bring_back)
        ticket.chip.expired.connect(presenter.forget_removed)
        ticket.chooser.chosen.connect(presenter.choose)
        ticket.chooser.left.connect(presenter.ignore)
        ticket.resume.continued.connect(presenter.go_on)
        ticket.resume.parked.connect(presenter.park)
        ticket.acted.connect(self._act)
        ticket.why_asked.connect(self._explain)

    def _bind_keys(self) -> None:
        self._reprint = QShortcut(QKeySequence(chosen_key("Ctrl+P")), self, self.reprint_asked.emit)
        self._drawer = QShortcut(QKeySequence(chosen_key("Ctrl+D")), self, self.drawer_asked.emit)
        self.retranslate()

    def _connect_keys(self) -> None:
        presenter, keys = self._presenter, self.keys
        keys.pad.digit.connect(presenter.press_digit)
        keys.pad.decimal_mark.connect(presenter.press_mark)
        keys.pad.backspace.connect(presenter.press_backspace)
        keys.entry.applied.connect(presenter.press_enter)
        keys.entry.times_pressed.connect(presenter.press_times)
        keys.quantity.clicked.connect(lambda: presenter.press_quantity())
        keys.discount.clicked.connect(lambda: presenter.press_discount())
        keys.park.clicked.connect(lambda: presenter.park())
        keys.remove.clicked.connect(lambda: presenter.remove_line())
        keys.recall.clicked.connect(self._recall)
        keys.more.clicked.connect(lambda: self.sheets.more.show_actions())
        keys.pay.clicked.connect(lambda: presenter.pay())
        keys.tabs.turned.connect(self._chain)
        keys.tabs.chosen.connect(presenter.goods.choose)
        keys.tiles.picked.connect(presenter.pick_tile)

    def _act(self, name: str) -> None:
        if name == OLD_ENOUGH:
            self._presenter.confirm_age()
            return
        if name == TOO_YOUNG:
            self._presenter.refuse_age()
            return
        if name == OPEN_ANYWAY:
            self._presenter.parking.open_anyway()
            return
        if name == TAKE_OUT:
            self._presenter.take_out()
            return
        self._presenter.ignore()
        if name == SEARCH:
            self.search_asked.emit()
        elif name == GRANT:
            self.sheets.grant.ask()

    def _explain(self) -> None:
        why = self.sheets.why
        if why.isHidden():
            self._presenter.offering.explain(self._show_why)
        else:
            why.shut()

    def _show_why(self, missed: Sequence[NearMiss]) -> None:
        self.sheets.why.show_steps(self._presenter.state, missed)
        self.sheets.why.open()

    def _recall(self) -> None:
        parked = self._presenter.state.parked
        cart = self._presenter.state.cart
        if len(parked) == 1 and cart is not None and not cart.lines:
            self._presenter.recall(parked[0].cart_id, parked[0].other)
        else:
            self.sheets.parked.show_parked(self._presenter.state)
            self.sheets.parked.open()

    def _chain(self) -> None:
        keys = self.keys
        side: list[QWidget] = [keys.tabs, keys.recall, keys.more, keys.tiles, keys.entry, keys.pad, keys.pay]
        chain([*side, self.ticket] if is_mirrored(self._row) else [self.ticket, *side])

    def _space(self) -> None:
        gap = active().gap
        self._row.setContentsMargins(gap, gap, gap, gap)
        self._row.setSpacing(gap)
        self.keys.setFixedWidth(round((self.width() - 3 * gap) * KEYS_SHARE))


_KEYS: dict[Qt.Key, Callable[[TillPresenter], None]] = {
    Qt.Key.Key_Asterisk: lambda presenter: presenter.press_times(),
    Qt.Key.Key_Plus: lambda presenter: presenter.pay(),
    Qt.Key.Key_Minus: lambda presenter: presenter.remove_line(),
    Qt.Key.Key_Backspace: lambda presenter: presenter.press_backspace(),
    Qt.Key.Key_Escape: lambda presenter: presenter.press_escape(),
    Qt.Key.Key_Up: lambda presenter: presenter.step(-1),
    Qt.Key.Key_Down: lambda presenter: presenter.step(1),
    Qt.Key.Key_PageUp: lambda presenter: presenter.goods.turn(-1),
    Qt.Key.Key_PageDown: lambda presenter: presenter.goods.turn(1),
}
