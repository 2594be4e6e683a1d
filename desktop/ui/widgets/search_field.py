"""The field at the top: scan, or type a part of a name or a code."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.ui.keymap import chosen_key
from desktop.ui.theme import paint
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key


class SearchField(QLineEdit):
    """Typing tells `query_changed(str)`, Enter `submitted(str)`, Esc and the cross empty it, Esc then tells `left()`.

    Up and Down tell `stepped(int)`, for the list of hits below."""

    query_changed = Signal(str)
    submitted = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, placeholder: str = "", shortcut: str = "F2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cap = shortcut
        self.set_placeholder(placeholder)
        self.setMaxLength(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shortcut = QShortcut(QKeySequence(chosen_key(shortcut)), self, self._take_focus)
        self.textEdited.connect(self.query_changed)
        self._cross = Key(kind="ghost", size="control", icon="x", parent=self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.clicked.connect(self._empty)
        self._cross.hide()
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        self._space()
        self.retranslate()

    def set_placeholder(self, text: str) -> None:
        """The words inside while it is empty, which are also its name."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def retranslate(self) -> None:
        """Own words only."""
        self._cross.setAccessibleName(self.tr("Empty the field"))

    def sizeHint(self) -> QSize:
        """As high as a control of the density."""
        theme = active()
        return QSize(
            theme.px(320), max(theme.mm(theme.density.control_mm), theme.metrics("body").height() + theme.px(14))
        )

    def minimumSizeHint(self) -> QSize:
        """Room for a short code."""
        return QSize(active().px(160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Esc, Up and Down are signals; the rest is typing."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit(self.text().strip())
        elif key == Qt.Key.Key_Escape:
            self._step_back()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
            self.updateGeometry()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cross stands at the right end."""
        super().resizeEvent(event)
        side = self.height()
        self._cross.setGeometry(self.width() - side, 0, side, side)
        self._space()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, a magnifying glass, and the key that leads here."""
        super().paintEvent(event)
        theme, painter = active(), QPainter(self)
        middle, side = self.height() / 2, theme.metrics("body").height() * 0.85
        paint_icon(painter, QRectF(theme.px(13), middle - side / 2, side, side), "search", "muted")
        wide, high = paint.cap_size(theme, self._cap)
        words = theme.metrics("body").horizontalAdvance(self.placeholderText()) + theme.px(60)
        if self._cap and not self.text() and words + wide < self.width():
            cap = QRectF(self.width() - wide - theme.px(13), middle - high / 2, wide, high)
            paint.key_cap(painter, cap, self._cap, theme, "muted", "raised")

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _step_back(self) -> None:
        if self.text():
            self._empty()
        else:
            self.left.emit()

    def _empty(self) -> None:
        self.clear()
        self.query_changed.emit("")

    def _space(self) -> None:
        theme = active()
        self.setTextMargins(
            theme.px(9) + round(theme.metrics("body").height() * 0.85), 0, self.height() - theme.px(12), 0
        )
