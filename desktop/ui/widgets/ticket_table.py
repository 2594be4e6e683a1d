"""The ticket with its head line."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScroller,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme import paint
from desktop.ui.theme.theme import active
from desktop.ui.widgets.edge_bar import EdgeBar
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.widgets.ticket import AnyIndex, TicketLine, TicketModel
from desktop.ui.widgets.ticket_painter import TicketPainter, columns
from desktop.ui.widgets.ticket_swipe import Swipe, paint_uncovered


class _Head(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.titles: tuple[str, ...] = ("", "", "", "", "")
        self.widest = ("", "")
        self.columns_width = 0  # without the scroll bar of the list below

    def sizeHint(self) -> QSize:
        theme = active()
        return QSize(0, theme.metrics("caption").height() + theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = active(), QPainter(self)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        places = columns(theme, self.columns_width, self.widest)
        for at, title in enumerate(self.titles):
            left, right = (places[at], float(self.columns_width)) if at < 2 else (0.0, places[at])
            side = Qt.AlignmentFlag.AlignLeft if at < 2 else Qt.AlignmentFlag.AlignRight
            area = QRectF(left, 0, right - left, self.height())
            painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), title)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))


_SCROLLS = (QScroller.State.Dragging, QScroller.State.Scrolling)


class _List(QListView):
    """`swiped(key, side)` when a row was pushed far enough; the list neither selects nor scrolls meanwhile."""

    resized = Signal()
    swiped = Signal(str, str)

    def __init__(self, model: TicketModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._lines = model
        self.swipe = Swipe()
        self.swipe_words = {"left": "", "right": ""}

    def dataChanged(self, first: AnyIndex, last: AnyIndex, roles: Iterable[int] = ()) -> None:
        """A row that stays as high is drawn anew; for any other the list lays out all rows, however many there are."""
        painter = self.itemDelegate()
        if isinstance(painter, TicketPainter) and first == last and painter.keeps_height(first.row()):
            QAbstractItemView.dataChanged(self, first, last, list(roles))
        else:
            super().dataChanged(first, last, list(roles))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        self.swipe.forget()
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.swipe.begin(self._lines.lines[index.row()].key, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scrolls = QScroller.scroller(self.viewport()).state() in _SCROLLS
        before = self.swipe.by_px
        if not self.swipe.move(event.position().toPoint(), scrolls=scrolls):
            super().mouseMoveEvent(event)
        if self.swipe.by_px != before:
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key, side = self.swipe.key, self.swipe.side()
        self._let_go()
        super().mouseReleaseEvent(event)
        if side and self._lines.row_of(key) >= 0:
            self.swiped.emit(key, side)

    def hideEvent(self, event: QHideEvent) -> None:
        self._let_go()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()  # now, not in a tenth of a second: a narrower list breaks names anew
            self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows cover their ground, and what is left is filled here: the card below is not drawn each time."""
        last = self.visualRect(self.model().index(self.model().rowCount() - 1, 0))
        below = self.viewport().rect().adjusted(0, last.bottom() + 1, 0, 0)
        if below.isValid():
            painter = QPainter(self.viewport())
            painter.fillRect(below, active().colour("surface"))
            painter.end()
        super().paintEvent(event)
        if self.swipe.by_px:
            self._paint_swipe()
        if self.hasFocus():
            painter = QPainter(self.viewport())
            paint.focus_ring(painter, QRectF(self.viewport().rect()), 4, active())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _let_go(self) -> None:
        self.swipe.forget()
        self.viewport().update()

    def _paint_swipe(self) -> None:
        """The pushed row once more, where the finger has it, and what lies under it."""
        index = self._lines.index(self._lines.row_of(self.swipe.key))
        row = self.visualRect(index)
        if not index.isValid():
            return
        painter, option = QPainter(self.viewport()), QStyleOptionViewItem()
        painter.setClipRect(row)
        option.rect = row.translated(self.swipe.by_px, 0)
        if index == self.currentIndex():
            option.state |= QStyle.StateFlag.State_Selected
        paint_uncovered(painter, row, self.swipe, self.swipe_words["left" if self.swipe.by_px < 0 else "right"])
        self.itemDelegate().paint(painter, option, index)
        painter.end()


class TicketTable(QWidget):
    """Lines of a cart. `selected(str)` tells the key of the line a person (or `select`) chose, "" for none;
    `swiped_left(str)` and `swiped_right(str)` that of one that a finger, or the mouse, pushed aside.

    Focus moves the selection with the arrow keys; the table itself acts on nothing else."""

    selected = Signal(str)
    swiped_left = Signal(str)
    swiped_right = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TicketModel(self)
        self._head = _Head(self)
        self._list = _List(self.model, self)
        self._list.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._painter = TicketPainter(self.model, self._list)
        self._list.setItemDelegate(self._painter)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTabKeyNavigation(False)
        self._list.resized.connect(self._align_head)
        self._list.swiped.connect(
            lambda key, side: (self.swiped_left if side == "left" else self.swiped_right).emit(key)
        )
        self.model.flashed.connect(lambda row: self._list.update(self.model.index(row)))
        self._list.selectionModel().currentChanged.connect(lambda *_: self.selected.emit(self.selected_key()))
        self.setFocusProxy(self._list)
        scroll_by_finger(self._list)
        EdgeBar(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        self.retranslate()

    def set_lines(self, lines: Sequence[TicketLine]) -> None:
        """Show these lines; the selection stays with its line."""
        chosen = self.selected_key()
        self.model.set_lines(lines)
        if chosen and not self._list.currentIndex().isValid() and self.model.row_of(chosen) >= 0:
            self.select(chosen)
        self._list.setUniformItemSizes(self._painter.is_even())
        if self._head.widest != self.model.widest:
            self._head.widest = self.model.widest
            self._head.update()
            self._list.doItemsLayout()

    def flash(self, key: str) -> None:
        """Tint the changed line for 200 ms and bring it into view."""
        self.model.flash(key)
        if key != self.selected_key():  # the selected line is in view
            self._scroll_to(key)

    def select(self, key: str) -> None:
        """Select a line ("" for none) and bring it into view."""
        row = self.model.row_of(key)
        if row == self._list.currentIndex().row():
            self._scroll_to(key)
            return
        self._list.setCurrentIndex(self.model.index(row))  # which brings it into view
        if row < 0:
            self._list.selectionModel().clear()

    def selected_key(self) -> str:
        """The key of the selected line, or empty."""
        index = self._list.currentIndex()
        return self.model.lines[index.row()].key if index.isValid() else ""

    def retranslate(self) -> None:
        """The words of the head line."""
        self._head.titles = (self.tr("No."), self.tr("Item"), self.tr("Qty"), self.tr("Price"), self.tr("Sum"))
        self._list.swipe_words = {"left": self.tr("Remove"), "right": self.tr("Qty")}
        self._list.setAccessibleName(self.tr("Ticket"))
        self._head.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._head.updateGeometry()
            self.model.layoutChanged.emit()
        super().changeEvent(event)

    def _align_head(self) -> None:
        self._head.columns_width = self._list.viewport().width()
        self._head.update()

    def _scroll_to(self, key: str) -> None:
        row = self.model.row_of(key)
        if row >= 0:
            self._list.scrollTo(self.model.index(row))
