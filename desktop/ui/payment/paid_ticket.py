"""The ticket beside the payment: names and sums, quiet; nothing on it can be changed."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.pricing import PricedCart, PricedLine
from desktop.domain.purse_pay_in import PayIn
from desktop.ui import formats
from desktop.ui.payment.presenter import PaymentState
from desktop.ui.payment.tenders import tax_words
from desktop.ui.theme.theme import active
from desktop.ui.till.purse_words import pay_in_words
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.name_lines import name_lines
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.widgets.text import Text

AnyIndex = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole + 1
_LEAST_LETTERS = 10
"""A name of which less could be read has the whole width."""


class _Model(QAbstractListModel):
    priced: PricedCart | None = None
    pay_ins: tuple[PayIn, ...] = ()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() or self.priced is None else len(self.priced.lines) + len(self.pay_ins)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.priced is None:
            return None
        lines, currency = self.priced.lines, self.priced.currency
        paid = self.pay_ins[index.row() - len(lines)] if index.row() >= len(lines) else None
        words = _paid_words(paid, currency) if paid else _words(lines[index.row()], currency)
        if role == _LINE:
            return words
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return f"{words[0]}{words[1]}, {words[2]}" if role in spoken else None


def _words(line: PricedLine, currency: str) -> tuple[str, str, str]:
    """Name, quantity and sum; only the name may ever be cut."""
    quantity = ""
    if line.quantity_milli != 1000 and line.unit == "pcs":
        quantity = f" {formats.TIMES} {formats.quantity(line.quantity_milli)}"
    elif line.quantity_milli != 1000:
        quantity = f" · {formats.quantity(line.quantity_milli, line.unit)}"
    return line.name, quantity, formats.amount(line.total_minor, currency)


def _paid_words(paid: PayIn, currency: str) -> tuple[str, str, str]:
    return pay_in_words(paid.purse), "", formats.amount(paid.amount_minor, currency)


class _Painter(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option
        theme = active()
        name, quantity, total = index.data(_LINE)
        left, is_below = _lines(name, quantity, total, self._view.viewport().width())
        return QSize(0, (len(left) + is_below) * theme.metrics("body").height() + theme.px(22))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, rect = active(), QRectF(option.rect)
        name, quantity, total = index.data(_LINE)
        left, is_below = _lines(name, quantity, total, int(rect.width()))
        painter.save()
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        font = theme.font("body", 600)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        text = rect.adjusted(0, theme.px(11), 0, -theme.px(11))
        across = Qt.AlignmentFlag.AlignBottom if is_below else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, int(Qt.AlignmentFlag.AlignRight | across), total)
        painter.setFont(theme.font("body"))
        across = Qt.AlignmentFlag.AlignTop if is_below else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft | across), "\n".join(left))
        painter.restore()


def _lines(name: str, quantity: str, total: str, width: int) -> tuple[list[str], bool]:
    """Give the lines at the left, and whether the sum stands below them: beside it there is no room for words."""
    theme = active()
    metrics = theme.metrics("body")
    room = width - theme.metrics("body", 600).horizontalAdvance(total) - theme.px(12)
    if metrics.horizontalAdvance(name + quantity) <= room:
        return [name + quantity], False
    is_below = room < _LEAST_LETTERS * metrics.averageCharWidth()
    below = quantity.strip(" ·")
    return [*name_lines(metrics, name, width if is_below else room), *([below] if below else [])], is_below


class PaidTicket(Card):
    """Lines and the small print of the tax."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._state = PaymentState()
        self._model = _Model(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Painter(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setProperty("grid", "tiles")
        scroll_by_finger(self._list)
        self._small = Text("", "label", wrap=True)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._small)
        self.retranslate()

    def show_state(self, state: PaymentState) -> None:
        """Show what is paid."""
        if state.priced is not self._model.priced:
            self._model.beginResetModel()
            self._model.priced = state.priced
            self._model.pay_ins = state.cart.pay_ins if state.cart else ()
            self._model.endResetModel()
        self._state = state
        self._small.setText(tax_words(state))

    def retranslate(self) -> None:
        """Say everything again."""
        self.set_heading(self.tr("Ticket"))
        self._list.setAccessibleName(self.tr("Ticket"))
        self._list.viewport().update()
        self.show_state(self._state)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._model.layoutChanged.emit()
        super().changeEvent(event)
