"""Pictures ready to be painted, by hash: painting asks, finds one or none, and is told when another one came."""

from collections import OrderedDict

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import RADIUS_SMALL

HELD = 400
"""Pictures in memory: more than a till shows in an hour, some 15 MB."""


class Pictures(QObject):
    """`wanted(str)` asks for a picture that was looked for in vain, `came()` tells that one more is there."""

    wanted = Signal(str)
    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: OrderedDict[str, QPixmap] = OrderedDict()
        self._fitted: dict[tuple[str, QSize], QPixmap] = {}

    def has(self, picture: str) -> bool:
        """Whether a picture is in memory; one that is not is asked for. Nothing is read here."""
        if not picture:
            return False
        found = self._held.get(picture)
        if found is None:
            self.wanted.emit(picture)
            return False
        self._held.move_to_end(picture)
        return not found.isNull()

    def take(self, picture: str, content: bytes) -> None:
        """Make a picture ready; what cannot be read is none, and is not asked for again."""
        pixmap = QPixmap()
        pixmap.loadFromData(content)
        self._held[picture] = pixmap
        if len(self._held) > HELD:
            self._held.popitem(last=False)
        if not pixmap.isNull():
            self.came.emit()

    def paint(self, painter: QPainter, picture: str, box: QRectF) -> None:
        """Paint a picture that is there in the middle of a box, as large as it fits but never larger than it is."""
        held = self._held[picture]
        most, keep = held.size(), Qt.AspectRatioMode.KeepAspectRatio
        size = most.scaled(box.size().toSize(), keep).boundedTo(most).expandedTo(QSize(1, 1))
        fitted = self._fitted.get((picture, size))
        if fitted is None:
            if len(self._fitted) > 2 * HELD:
                self._fitted.clear()
            fitted = self._fitted[picture, size] = _fit(held, size)
        place = QRectF(QPointF(), size)
        place.moveCenter(box.center())
        painter.drawPixmap(place.topLeft().toPoint(), fitted)


def _fit(pixmap: QPixmap, size: QSize) -> QPixmap:
    """Scale a picture and round its corners: once, since it takes longer than all else of a tile."""
    fitted = QPixmap(size)
    fitted.fill(Qt.GlobalColor.transparent)
    outline, radius = QPainterPath(), active().px(RADIUS_SMALL)
    outline.addRoundedRect(QRectF(fitted.rect()), radius, radius)
    painter = QPainter(fitted)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(outline)
    painter.drawPixmap(
        0, 0, pixmap.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    )
    painter.end()
    return fitted
