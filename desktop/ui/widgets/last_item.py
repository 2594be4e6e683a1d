"""The band that answers the scan: what it was, how many, how much."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import MARGIN, RADIUS_CARD
from desktop.ui.widgets.pictures import Pictures

_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
_LEFT = Qt.AlignmentFlag.AlignLeft | _ONE_LINE
_RIGHT = Qt.AlignmentFlag.AlignRight | _ONE_LINE


class LastItem(QWidget):
    """Two lines on a tint: a quiet one and a large one. It sits on top of a flush card.

    The words at the left give way to the figures at the right, which are never cut."""

    def __init__(self, pictures: Pictures | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = ("", "", "", "")
        self._picture, self._pictures = "", pictures or Pictures(self)
        self._pictures.came.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_item(self, heading: str, name: str, detail: str = "", total: str = "", picture: str = "") -> None:
        """For example "Last item", "Milk 930 ml", "2 × 89,90", "179,80 ₽", and the hash of its picture."""
        self._texts, self._picture = (heading, name, detail, total), picture
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
        left = margin + self._paint_picture(painter, QRectF(margin, top, small + large, small + large))
        above = QRectF(left, top, self.width() - margin - left, small)
        below = QRectF(left, top + small, self.width() - margin - left, large)
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

    def _paint_picture(self, painter: QPainter, box: QRectF) -> int:
        """Paint the picture at the left if it is there, and give how far the words stand aside for it."""
        if not self._pictures.has(self._picture):
            return 0
        self._pictures.paint(painter, self._picture, box)
        return round(box.width()) + active().px(12)
