"""A line that takes digits: a payment method, or a note or coin with its pieces."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.theme import paint
from desktop.ui.theme.look import Theme
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import RADIUS_SMALL

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SlotRow(QAbstractButton):
    """Words at the left, figures at the right, and between them how many; the chosen one is tinted and outlined.

    `large` is for methods, without it the row is as high as a list's."""

    def __init__(self, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._large = large
        self._pieces, self._figures, self._quiet = "", "", True
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_words(self, words: str, pieces: str, figures: str, *, counted: bool, name: str = "") -> None:
        """Show a line; one that was not `counted` is quiet."""
        self.setText(words)
        self._pieces, self._figures, self._quiet = pieces, figures, not counted
        self.setAccessibleName(name or " ".join(part for part in (words, pieces, figures) if part))
        self.update()

    def figures(self) -> str:
        """What stands at the right."""
        return self._figures

    def sizeHint(self) -> QSize:
        """As high as a control, or as a key when it is large."""
        theme = active()
        high = theme.mm(theme.density.action_mm if self._large else theme.density.control_mm)
        return QSize(theme.px(220), high)

    def minimumSizeHint(self) -> QSize:
        """Never lower than a finger needs, nor than its words."""
        theme = active()
        high = max(theme.mm(theme.density.floor_mm), QFontMetrics(self._font(theme)).height() + theme.px(4))
        return QSize(theme.px(170), high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses; everything else is for the keypad."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        del event
        theme, painter, rect = active(), QPainter(self), QRectF(self.rect())
        chosen = self.isChecked()
        fill, edge = ("tint", "primary") if chosen else ("raised", "line")
        radius = float(theme.px(RADIUS_SMALL))
        paint.box(painter, rect, radius, theme.colour(fill), theme.colour(edge), theme.px(2) if chosen else 1)
        area = rect.adjusted(theme.px(14), 0, -theme.px(14), 0)
        self._draw(painter, theme, area)
        if self.hasFocus():
            paint.focus_ring(painter, rect, radius, theme)

    def _draw(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        font = self._font(theme)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(area, int(_LEFT), self.text())
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        ink = theme.colour("muted" if self._quiet else "text")
        if self._pieces:
            column = QRectF(area)
            column.setRight(area.left() + area.width() * 0.56)
            painter.setFont(font if self._quiet else strong)
            painter.setPen(ink)
            painter.drawText(column, int(_RIGHT), self._pieces)
        painter.setFont(font if self._pieces else strong)
        painter.setPen(theme.colour("muted") if self._pieces else ink)
        painter.drawText(area, int(_RIGHT), self._figures)

    def _font(self, theme: Theme) -> QFont:
        return theme.font("strip" if self._large else "body", 400)
