"""The chip that takes the last step back, for a few seconds."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.theme import paint
from desktop.ui.theme.theme import active


class UndoChip(QAbstractButton):
    """ "Removed: Eggs  Undo  5 s". `undone()` when pressed in time, `expired()` when not."""

    undone = Signal()
    expired = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remaining_s = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._undo)
        self.hide()

    def offer(self, text: str, seconds: int = 6) -> None:
        """Say what happened and count down."""
        self.setText(text)
        self.remaining_s = seconds
        self.setAccessibleName(f"{text}. {self._word()}")
        self.updateGeometry()
        self.show()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def tick(self) -> None:
        """One second has passed."""
        self.remaining_s -= 1
        self.update()
        if self.remaining_s <= 0:
            self.withdraw()
            self.expired.emit()

    def withdraw(self) -> None:
        """Take the offer away, silently."""
        self._timer.stop()
        self.hide()

    def sizeHint(self) -> QSize:
        """Room for the three words."""
        theme = active()
        metrics = QFontMetrics(theme.font("quiet", 600))
        wide = sum(metrics.horizontalAdvance(text) for text in (self.text(), self._word(), self._left(99)))
        return QSize(wide + theme.px(14) * 2 + theme.px(10) * 2, theme.mm(theme.density.floor_mm) + theme.px(4))

    def minimumSizeHint(self) -> QSize:
        """What happened may be cut, the way back never."""
        theme, hint = active(), self.sizeHint()
        spare = QFontMetrics(theme.font("quiet", 600)).horizontalAdvance(self.text()) - theme.px(60)
        return QSize(hint.width() - max(0, spare), hint.height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a switch of theme or language."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the colours of the other theme, so that it stands out."""
        del event
        theme, painter = active().inverse, QPainter(self)
        rect = QRectF(self.rect())
        paint.box(painter, rect, theme.px(10), theme.colour("surface"), None, 0)
        left = float(theme.px(14))
        metrics = QFontMetrics(theme.font("quiet"))
        room = metrics.horizontalAdvance(self.text()) - max(0, self.sizeHint().width() - self.width()) + 1
        parts = (
            (metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room), "text", 400),
            (self._word(), "primary", 600),
            (self._left(self.remaining_s), "muted", 400),
        )
        for text, role, weight in parts:
            font = theme.font("quiet", weight)
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            painter.drawText(rect.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
            left += QFontMetrics(font).horizontalAdvance(text) + theme.px(10)
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme.px(10), theme)

    def _word(self) -> str:
        return self.tr("Undo")

    def _left(self, seconds: int) -> str:
        return self.tr("{0} s").replace("{0}", str(seconds))

    def _undo(self) -> None:
        self.withdraw()
        self.undone.emit()
