"""The last scan, as large as there is room: what it was, how many there are of it, its lot, its picture."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.task import MARKS, OF_GOODS, What
from desktop.ui import formats
from desktop.ui.theme.icons import paint_icon
from desktop.ui.theme.look import Theme
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import MARGIN
from desktop.ui.warehouse.task_rows import ScanRow
from desktop.ui.warehouse.task_words import lot_words, row_quantity
from desktop.ui.widgets.name_lines import name_lines
from desktop.ui.widgets.pictures import Pictures

_MARKS = {What.GOODS: ("circle-check", "ok"), What.PLACE: ("store", "primary"), What.UNKNOWN: ("octagon-x", "danger")}
_MARKS |= dict.fromkeys(MARKS, ("triangle-alert", "warn")) | {What.PHOTO: ("image", "primary")}
_MARKS |= dict.fromkeys((What.MAKE, What.MADE), ("package", "ok")) | {What.INTO: ("inbox", "ok")}
_LEAST_PX = 12
_NAME_ROLES, _MOST_LINES = ("total", "title", "strip", "strong"), 3
_OVER = 0.3
"""So much of a line's height may be in the margin below, where the name would be cut else."""
_FLAT = 1.9
"""From so much wider than high on there is no room for the figure below the name."""
_ELIDE = Qt.TextElideMode.ElideRight
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class LastScan(QWidget):
    """Everything is painted to fit: the figure is never cut, the name only after three lines."""

    _BESIDE = 0.36
    """Share of a low card that the figure has."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: ScanRow | None = None
        self._pictures = pictures
        pictures.came.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_row(None)

    def show_row(self, row: ScanRow | None) -> None:
        """Show a scan; None before the first."""
        self._row = row
        words = (self._word(), self._name(), self._figure(), lot_words(row) if row else "")
        self.setAccessibleName(", ".join(word for word in words if word))
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of words and a large figure."""
        theme = active()
        return QSize(theme.px(420), theme.px(240))

    def minimumSizeHint(self) -> QSize:
        """What the smallest screen has."""
        theme = active()
        high = sum(theme.metrics(role).height() for role in ("quiet", "strip", "strip"))
        return QSize(theme.px(200), high + theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Word, name, figure, from the top."""
        del event
        theme, painter = active(), QPainter(self)
        margin = min(theme.px(MARGIN), self.height() // 12)
        area = QRectF(self.rect()).adjusted(theme.px(MARGIN), margin, -theme.px(MARGIN), -margin)
        if self._row is None:
            painter.setFont(theme.font("strip"))
            painter.setPen(theme.colour("muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self.tr("Nothing is scanned yet"))
            return
        area = self._paint_picture(painter, area, self._row.picture)
        beside = QRectF()
        if self._figure() and area.width() > area.height() * _FLAT:
            wide = min(area.width() * self._BESIDE, self._side_px(theme, area))
            beside = QRectF(area.right() - wide, area.top(), wide, area.height())
            area.setRight(beside.left() - theme.px(12))
        area.setTop(self._paint_word(painter, theme, area))
        area.setTop(self._paint_name(painter, theme, area, 0.5 if self._figure() and beside.isNull() else 0.95))
        self._paint_code_below(painter, theme, area, is_free=not self._figure() or not beside.isNull())
        if beside.isNull():
            self._paint_figure(painter, theme, area, self._row)
        else:
            self._paint_beside(painter, theme, beside, self._row)

    def _side_px(self, theme: Theme, area: QRectF) -> float:
        """What the figure and the words below it would need beside the name: what they do not, the name has."""
        assert self._row is not None
        below, quiet = self._below(theme, area, self._row), theme.metrics("quiet", 600)
        small_px = max(map(quiet.horizontalAdvance, below), default=0)
        font = _fitting(theme, self._figure(), area.adjusted(0, 0, 0, -len(below) * quiet.height()), 1.0)
        return float(max(small_px, QFontMetrics(font).horizontalAdvance(self._figure())) + theme.px(8))

    def _paint_picture(self, painter: QPainter, area: QRectF, picture: str) -> QRectF:
        if not self._pictures.has(picture):
            return area
        side = min(area.height(), area.width() * 0.34)
        self._pictures.paint(painter, picture, QRectF(area.right() - side, area.top(), side, side))
        return area.adjusted(0, 0, -side - active().px(12), 0)

    def _paint_word(self, painter: QPainter, theme: Theme, area: QRectF) -> float:
        assert self._row is not None
        icon, ink = self._mark(self._row)
        high = theme.metrics("strong").height()
        paint_icon(painter, QRectF(area.left(), area.top(), high, high), icon, ink)
        left = area.left() + high + theme.px(8)
        painter.setFont(theme.font("strong", 700))
        painter.setPen(theme.colour(ink))
        word = theme.metrics("strong", 700).elidedText(self._word(), _ELIDE, int(area.right() - left))
        painter.drawText(QRectF(left, area.top(), area.right() - left, high), int(_LEFT), word)
        left += self._word_px(theme)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("muted"))
        if self._has_code_beside(theme, area):
            painter.drawText(QRectF(left, area.top(), area.right() - left, high), int(_LEFT), self._row.code)
        return area.top() + high + theme.px(4)

    def _word_px(self, theme: Theme) -> int:
        return theme.metrics("strong", 700).horizontalAdvance(self._word()) + theme.px(12)

    def _has_code_beside(self, theme: Theme, area: QRectF) -> bool:
        """Whether the whole code has room behind the word."""
        assert self._row is not None
        icon = theme.metrics("strong").height() + theme.px(8)
        wanted = icon + self._word_px(theme) + theme.metrics("body").horizontalAdvance(self._row.code)
        return wanted <= area.width()

    def _paint_code_below(self, painter: QPainter, theme: Theme, area: QRectF, *, is_free: bool) -> None:
        """The code below the name, where it had no room behind the word; not at all rather than a part of it."""
        assert self._row is not None
        metrics, code = theme.metrics("quiet"), self._row.code
        fits = metrics.height() <= area.height() and metrics.horizontalAdvance(code) <= area.width()
        if is_free and fits and not self._has_code_beside(theme, area):
            painter.setFont(theme.font("quiet"))
            painter.setPen(theme.colour("muted"))
            painter.drawText(QRectF(area.left(), area.top(), area.width(), metrics.height()), int(_LEFT), code)

    def _paint_name(self, painter: QPainter, theme: Theme, area: QRectF, share: float) -> float:
        lines: list[str] = []
        metrics = theme.metrics("strip")
        for role in _NAME_ROLES:
            metrics, is_last = theme.metrics(role), role == _NAME_ROLES[-1]
            room = area.height() / metrics.height() + _OVER if is_last else area.height() * share / metrics.height()
            lines = name_lines(metrics, self._name(), int(area.width()), max(1, min(_MOST_LINES, int(room))))
            is_whole = bool(lines) and not lines[-1].endswith("…") and len(lines) <= room
            if is_whole or is_last:
                painter.setFont(theme.font(role))
                break
        painter.setPen(theme.colour("text"))
        for at, line in enumerate(lines):
            box = QRectF(area.left(), area.top() + at * metrics.height(), area.width(), metrics.height())
            painter.drawText(box, int(_LEFT), line)
        return area.top() + len(lines) * metrics.height()

    def _paint_figure(self, painter: QPainter, theme: Theme, area: QRectF, row: ScanRow) -> None:
        figure = self._figure()
        if not figure:
            return
        font = _fitting(theme, figure, area)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        box = QRectF(area.left(), area.bottom() - metrics.height(), area.width(), metrics.height())
        painter.drawText(box, int(_LEFT), figure)
        left = area.left() + metrics.horizontalAdvance(figure) + theme.px(16)
        beside = self._beside(row)
        high = theme.metrics("body").height()
        top = box.center().y() - len(beside) * high / 2
        painter.setFont(theme.font("body", 600))
        painter.setPen(theme.colour("muted"))
        for at, words in enumerate(beside):
            line = QRectF(left, top + at * high, area.right() - left, high)
            painter.drawText(line, int(_LEFT), words)

    def _paint_beside(self, painter: QPainter, theme: Theme, area: QRectF, row: ScanRow) -> None:
        """On a low screen the figure has a side of its own, with the rest in small below it."""
        high, quiet = theme.metrics("quiet").height(), theme.metrics("quiet", 600)
        below = [quiet.elidedText(words, _ELIDE, int(area.width())) for words in self._below(theme, area, row)]
        box = area.adjusted(0, 0, 0, -high * len(below))
        painter.setFont(_fitting(theme, self._figure(), box, 1.0))
        painter.setPen(theme.colour("text"))
        painter.drawText(box, int(_RIGHT), self._figure())
        painter.setFont(theme.font("quiet", 600))
        painter.setPen(theme.colour("muted"))
        for at, words in enumerate(below):
            line = QRectF(area.left(), box.bottom() + at * high, area.width(), high)
            painter.drawText(line, int(_RIGHT), words)

    def _below(self, theme: Theme, area: QRectF, row: ScanRow) -> list[str]:
        """What stands below a figure of that area: line by line, or in one where the figure needs the height."""
        below = [part for words in self._beside(row) for part in words.split(" · ")]
        if area.height() < (len(below) + 1.5) * theme.metrics("quiet").height():
            return [" · ".join(below)] if below else []
        return below

    def _word(self) -> str:
        if self._row is None:
            return self.tr("Nothing is scanned yet")
        if self._row.what is What.UNKNOWN and self._row.name:
            return self.tr("Case, kept: how many inside?")
        words = {
            What.GOODS: self.tr("Taken"),
            What.UNKNOWN: self.tr("Unknown code, kept"),
            What.DAMAGED: self.tr("Damaged"),
            What.WRONG: self.tr("Not what was ordered"),
            What.PHOTO: self.tr("Photo"),
            What.MADE: self.tr("Made"),
            What.INTO: self.tr("Everything goes there"),
            What.MAKE: self.tr("Enough is taken"),
        }
        return words.get(self._row.what, self.tr("Place"))

    def _mark(self, row: ScanRow) -> tuple[str, str]:
        """Picture and colour of the word."""
        return _MARKS.get(row.what, _MARKS[What.PLACE])

    def _beside(self, row: ScanRow) -> list[str]:
        """What stands beside the figure."""
        return [words for words in (row_quantity(row), lot_words(row)) if words]

    def _name(self) -> str:
        if self._row is not None and self._row.what is What.MAKE:
            return self.tr("Scan what is made of it")
        return (self._row.name or self._row.code) if self._row else ""

    def _figure(self) -> str:
        row = self._row
        if row is None or row.what not in OF_GOODS:
            return ""
        figure = formats.quantity(row.sum_milli, row.unit)
        return f"{figure}/{formats.quantity(row.wanted_milli)}" if row.wanted_milli else figure


def _fitting(theme: Theme, figure: str, area: QRectF, share: float = 0.75) -> QFont:
    """The figure's font: as high as there is room, and never wider than that share of it."""
    font = theme.font("count")
    while font.pixelSize() > _LEAST_PX:
        metrics = QFontMetrics(font)
        if metrics.height() <= area.height() and metrics.horizontalAdvance(figure) <= area.width() * share:
            break
        font.setPixelSize(font.pixelSize() - 2)
    return font
