"""The label as it will be printed: black on white paper, whatever the theme, as large as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import PAPER

_AIR_PX = 14


class LabelPicture(QWidget):
    """Shows a PNG between its edges, never larger than two screen pixels a dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._png, self._picture = b"", QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_png(self, png: bytes, words: str) -> None:
        """Show another label; `words` say it to a screen reader."""
        self.setAccessibleName(words)
        if png != self._png:
            self._png, self._picture = png, QPixmap()
            if png:
                self._picture.loadFromData(png)
            self.update()

    def sizeHint(self) -> QSize:
        """Room for a label of 58 x 40."""
        return QSize(active().px(300), active().px(210))

    def minimumSizeHint(self) -> QSize:
        """What a small screen has."""
        return QSize(active().px(200), active().px(130))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper and the label on it."""
        del event
        if self._picture.isNull():
            return
        theme, air = active(), active().px(_AIR_PX)
        room = self.size() - QSize(2 * air, 2 * air)
        size = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paper = QRectF(left, top, size.width(), size.height()).adjusted(-4, -4, 4, 4)
        painter.setPen(theme.colour("line"))
        painter.setBrush(QColor(PAPER))
        painter.drawRect(paper)
        ratio = self.devicePixelRatioF()
        sharp = self._picture.scaled(
            size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        sharp.setDevicePixelRatio(ratio)
        painter.drawPixmap(left, top, sharp)
