"""The band that answers the scan: what it was, how many, how much."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import MARGIN, RADIUS_CARD

_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
_LEFT = Qt.AlignmentFlag.AlignLeft | _ONE_LINE
_RIGHT = Qt.AlignmentFlag.AlignRight | _ONE_LINE


class LastItem(QWidget):
    """Two lines on a tint: a quiet one and a large one. It sits on top of a flush card.

    The words at the left give way to the figures at the right, which are never cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = ("", "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_item(self, heading: str, name: str, detail: str = "", total: str = "") -> None:
        """For example "Last item", "Milk 930 ml", "2 × 89,90", "179,80 ₽"."""
        self._texts = (heading, name, detail, total)
        self.setAccessibleName(", ".join(text for text in self._texts if text))
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines and air."""
        theme = active()
        return QSize(theme.px(320), theme.metrics("label").height() + theme.metrics("strip").height() + theme.px(26))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band; its upper corners follow the card's."""
        del event
        theme, painter = active(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("tint"))
        radius = theme.px(RADIUS_CARD) - 1
        painter.setClipRect(self.rect())
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, radius), radius, radius)
        self._words(painter)

    def _words(self, painter: QPainter) -> None:
        theme = active()
        heading, name, detail, total = self._texts
        margin, small, large = theme.px(MARGIN), theme.metrics("label").height(), theme.metrics("strip").height()
        top = (self.height() - small - large) / 2
        above = QRectF(margin, top, self.width() - 2 * margin, small)
        below = QRectF(margin, top + small, self.width() - 2 * margin, large)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("muted"))
        painter.drawText(above, int(_LEFT), heading)
        painter.drawText(above, int(_RIGHT), detail)
        font = theme.font("strip")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(below, int(_RIGHT), total)
        room = int(below.width() - metrics.horizontalAdvance(total) - theme.px(12))
        painter.drawText(below, int(_LEFT), metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
