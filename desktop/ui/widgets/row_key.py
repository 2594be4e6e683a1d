"""A key that is a line of a list: its first words strong, what is below them quiet, a value at its right."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from desktop.ui.theme.look import Theme
from desktop.ui.widgets.key import READABLE, SMALLEST_PX, Key

_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class RowKey(Key):
    """As a key, with its words at the left: the first line of them says what it is, the others more of it."""

    def _content_size(self, theme: Theme) -> tuple[int, int]:
        wide, high = super()._content_size(theme)
        return wide + theme.px(20), high

    def _longest_word(self, theme: Theme) -> int:
        first, _, more = self.text().partition("\n")
        fonts = ((first, self._font(theme)), (more, theme.font("quiet")))
        wide = (QFontMetrics(font).horizontalAdvance(word) for words, font in fonts for word in words.split())
        return max(wide, default=0) + theme.px(14)

    def _places(self, theme: Theme) -> tuple[QRectF | None, QRectF | None, QRectF]:
        """The cap gives way before the words get small; the value never does."""
        whole = QRectF(self.rect()).adjusted(theme.px(6), theme.px(4), -theme.px(6), -theme.px(4))
        way = self._place(theme, whole, "beside", has_cap=True)
        if self._value or self._fonts(theme, self._inside(theme, way[2]))[0].pixelSize() >= self._least_px(theme):
            return way
        return self._place(theme, whole, "beside", has_cap=False)

    def _least_px(self, theme: Theme) -> float:
        return self._font(theme).pixelSize() * READABLE

    def _inside(self, theme: Theme, area: QRectF) -> QRectF:
        return area if self._value else area.adjusted(theme.px(10), 0, -theme.px(4), 0)

    def _paint_words(self, painter: QPainter, theme: Theme, area: QRectF, ink: str, *, above_cap: bool) -> None:
        del above_cap
        area = self._inside(theme, area)
        strong, quiet = self._fonts(theme, area)
        first, _, more = self.text().partition("\n")
        first_high, more_high = _size(first, strong, area).height(), _size(more, quiet, area).height()
        top = area.top() + max(0.0, (area.height() - first_high - more_high) / 2)
        painter.setFont(strong)
        painter.drawText(QRectF(area.left(), top, area.width(), first_high), int(_WRAP), first)
        if more:
            painter.setFont(quiet)
            painter.setPen(theme.colour("muted" if ink == "text" else ink))
            painter.drawText(QRectF(area.left(), top + first_high, area.width(), more_high), int(_WRAP), more)

    def _fonts(self, theme: Theme, area: QRectF) -> tuple[QFont, QFont]:
        """Those of the style for the first line and the others, both smaller where they do not fit."""
        strong, quiet = self._font(theme), theme.font("quiet")
        first, _, more = self.text().partition("\n")
        while strong.pixelSize() > SMALLEST_PX:
            above, below = _size(first, strong, area), _size(more, quiet, area)
            fits_across = max(above.width(), below.width()) <= area.width()
            if fits_across and above.height() + below.height() <= area.height():
                break
            strong.setPixelSize(strong.pixelSize() - 1)
            quiet.setPixelSize(min(quiet.pixelSize(), strong.pixelSize()))
        return strong, quiet


def _size(words: str, font: QFont, area: QRectF) -> QSize:
    if not words:
        return QSize(0, 0)
    return QFontMetrics(font).boundingRect(QRect(0, 0, int(area.width()), 10_000), int(_WRAP), words).size()
