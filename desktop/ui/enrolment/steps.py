"""The steps of the first start: what is done, what is on, what comes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import paint
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.theme import active


class Steps(QWidget):
    """A column of numbered words; done ones carry a tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, words: Sequence[str], at: int, name: str) -> None:
        """Show these steps; those before `at` are done. `name` is what a screen reader says."""
        self._words, self._at = tuple(words), at
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each step."""
        theme = active()
        wide = max((theme.metrics("strong").horizontalAdvance(words) for words in self._words), default=0)
        return QSize(wide + theme.px(52), len(self._words) * self._line())

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps."""
        del event
        theme, painter, line = active(), QPainter(self), self._line()
        side = float(theme.px(30))
        for at, words in enumerate(self._words):
            top = at * line + (line - side) / 2
            circle, on, done = QRectF(0, top, side, side), at == self._at, at < self._at
            fill = theme.colour("primary" if on else "ok_ground" if done else "surface")
            edge = theme.colour("primary" if on else "ok_ground" if done else "edge")
            paint.box(painter, circle, side / 2, fill, edge, 1)
            if done:
                inner = circle.adjusted(side / 4, side / 4, -side / 4, -side / 4)
                paint_icon(painter, inner, "check", "ok")
            else:
                painter.setFont(theme.font("quiet", 600))
                painter.setPen(theme.colour("on_primary" if on else "muted"))
                painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(at + 1))
            painter.setFont(theme.font("strong" if on else "body"))
            painter.setPen(theme.colour("text" if on else "muted"))
            area = QRectF(side + theme.px(14), at * line, self.width() - side - theme.px(14), line)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    def _line(self) -> int:
        return active().px(46)
