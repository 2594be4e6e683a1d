"""How a ticket row is drawn: number, name with note or badges, quantity, price, sum."""

from functools import lru_cache
from operator import is_not
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.theme import paint
from desktop.ui.theme.look import Theme
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import MARGIN
from desktop.ui.widgets.name_lines import name_lines
from desktop.ui.widgets.ticket import Badge, TicketLine, TicketModel

_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
"""Words are cut to their room before; clipping them as well takes as long as writing them."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | _ONE_LINE)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | _ONE_LINE)
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | _ONE_LINE)
_TONES = {"muted": "ground", "ok": "ok_ground", "warn": "warn_ground", "danger": "danger_ground"}

ROWS_KEPT = 48
"""Pictures of rows: two screens of them."""


class Columns(NamedTuple):
    """Left of the number and of the name, right edges of quantity, price and sum, in pixels."""

    number: int
    name: int
    quantity: int
    price: int
    total: int


@lru_cache(maxsize=64)
def columns(theme: Theme, width: int, widest: tuple[str, str]) -> Columns:
    """Where the columns stand in a row of this width; `widest` are the longest price and sum."""
    margin, air = theme.px(MARGIN), theme.px(22)
    price = theme.metrics("body").horizontalAdvance(widest[0])
    total = theme.metrics("body", 700).horizontalAdvance(widest[1])
    price_edge = width - margin - max(total + air, theme.px(110))
    quantity_edge = price_edge - max(price + air, theme.px(96))
    name = margin + max(theme.px(34), theme.metrics("body").horizontalAdvance("999 "))
    return Columns(margin, name, quantity_edge, price_edge, width - margin)


def _name_width(theme: Theme, line: TicketLine, at: Columns) -> int:
    figure = theme.metrics("body", 700 if line.strong_quantity else 400).horizontalAdvance(line.quantity)
    return at.quantity - figure - at.name - theme.px(12)


def _badge_height(theme: Theme) -> int:
    return theme.metrics("caption").height() + theme.px(6)


def _below(theme: Theme, line: TicketLine) -> int:
    note = theme.metrics("label").height() if line.note else 0
    return note + (_badge_height(theme) + theme.px(4) if line.badges else 0)


@lru_cache(maxsize=2048)
def _row_height(theme: Theme, line: TicketLine, at: Columns) -> int:
    """The list asks for all rows whenever one is added."""
    lines = len(name_lines(theme.metrics("body", 700), line.name, _name_width(theme, line, at)))
    words = theme.metrics("body").height() * lines + _below(theme, line)
    return max(theme.mm(theme.density.row_mm), words + theme.px(18 if line.badges else 14))


class TicketPainter(QStyledItemDelegate):
    """Paints `TicketLine`s; the selected row has a bar at its left and, when it needs it, more height.

    A row is drawn once and kept as a picture: a scan changes one or two of them, but moves all that are seen."""

    def __init__(self, model: TicketModel, view: QListView) -> None:
        super().__init__(view)
        self._model, self._viewport = model, view.viewport()
        self._row = lru_cache(maxsize=ROWS_KEPT)(_draw_row)
        self._measured: tuple[Theme, int, tuple[TicketLine, ...]] | None = None
        self._at: Columns | None = None
        self._sizes: list[QSize] = []

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A row of the density; a long name and badges take more. The list asks twice a row for one scan."""
        del option
        theme, width, lines = active(), self._viewport.width(), self._model.lines
        if self._measured != (theme, width, lines):
            self._measure(theme, width, lines)
        return self._sizes[index.row()]

    def _measure(self, theme: Theme, width: int, lines: tuple[TicketLine, ...]) -> None:
        """Measure all rows, or only those that are not as they were."""
        at = columns(theme, width, self._model.widest)
        if self._measured is None or self._measured[0] is not theme or self._at != at:
            self._sizes = [QSize(0, _row_height(theme, line, at)) for line in lines]
        else:
            before = self._measured[2]
            del self._sizes[len(lines) :]
            self._sizes += [QSize(0, _row_height(theme, line, at)) for line in lines[len(before) :]]
            for row, other in enumerate(map(is_not, lines, before)):
                if other:
                    self._sizes[row] = QSize(0, _row_height(theme, lines[row], at))
        self._measured, self._at = (theme, width, lines), at

    def keeps_height(self, row: int) -> bool:
        """Whether a row whose words changed is as high as before, so that no other moves."""
        theme, at = active(), columns(active(), self._viewport.width(), self._model.widest)
        if self._measured is None or self._measured[0] is not theme or self._at != at or row >= len(self._sizes):
            return False
        return _row_height(theme, self._model.lines[row], at) == self._sizes[row].height()

    def is_even(self) -> bool:
        """Whether all rows are of one height: then the list asks for one of them, not twice for each."""
        lines = self._model.lines
        if self._measured != (active(), self._viewport.width(), lines):
            self._measure(active(), self._viewport.width(), lines)
        return len({size.height() for size in self._sizes}) <= 1

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        theme, rect, line = active(), option.rect, self._model.lines[index.row()]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        look = _RowLook(
            theme,
            (rect.width(), rect.height()),
            columns(theme, rect.width(), self._model.widest),
            painter.device().devicePixelRatio(),
            selected,
            "tint" if self._model.is_flashing(line.key) else "raised" if selected else "surface",
        )
        painter.drawPixmap(rect.topLeft(), self._row(line, look))
        if selected:  # a quiet moment: draw it as it will be when the next scan takes the selection
            QTimer.singleShot(0, self, lambda: self._row(line, look._replace(selected=False, ground="surface")))


class _RowLook(NamedTuple):
    """All that a row's picture depends on beside the line itself; sizes in pixels."""

    theme: Theme
    size: tuple[int, int]
    at: Columns
    ratio: float
    selected: bool
    ground: str


def _draw_row(line: TicketLine, look: _RowLook) -> QPixmap:
    theme, rect = look.theme, QRectF(0, 0, *look.size)
    picture = QPixmap(QSize(*look.size) * look.ratio)
    picture.setDevicePixelRatio(look.ratio)
    picture.fill(theme.colour(look.ground))
    painter = QPainter(picture)
    painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
    if look.selected:
        painter.fillRect(QRectF(0, 0, theme.px(4), rect.height() - 1), theme.colour("primary"))
    pen = _Pen(painter, theme)
    _figures(pen, line, rect, look.at)
    _words(pen, line, rect, look.at, look.selected)
    painter.end()
    return picture


class _Pen:
    """Writes one line of text in a style and a colour role."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter, self.theme = painter, theme

    def write(self, rect: QRectF, text: str, font: QFont, role: str = "text", flags: int = _LEFT) -> None:
        self.painter.setFont(font)
        self.painter.setPen(self.theme.colour(role))
        self.painter.drawText(rect, flags, text)

    def end_at(self, right: int, rect: QRectF, text: str, font: QFont, role: str = "text") -> None:
        self.write(QRectF(rect.left(), rect.top(), right, rect.height()), text, font, role, _RIGHT)


def _figures(pen: _Pen, line: TicketLine, rect: QRectF, at: Columns) -> None:
    body, bold = pen.theme.font("body", 400), pen.theme.font("body", 700)
    pen.write(rect.adjusted(at.number, 0, 0, 0), line.number, body, "muted")
    pen.end_at(at.quantity, rect, line.quantity, bold if line.strong_quantity else body)
    pen.end_at(at.price, rect, line.price, body)
    if not line.struck_total:
        pen.end_at(at.total, rect, line.total, bold)
        return
    half = pen.theme.metrics("body").height() * 0.42
    pen.end_at(at.total, rect.translated(0, -half), line.total, bold)
    struck = pen.theme.font("label")
    struck.setStrikeOut(True)
    pen.end_at(at.total, rect.translated(0, half), line.struck_total, struck, "muted")


def _words(pen: _Pen, line: TicketLine, rect: QRectF, at: Columns, selected: bool) -> None:
    theme, weight = pen.theme, 700 if selected else 400
    left, width, high = rect.left() + at.name, _name_width(theme, line, at), theme.metrics("body").height()
    names, below = name_lines(theme.metrics("body", weight), line.name, width), _below(theme, line)
    top = rect.center().y() - (high * len(names) + below) / 2
    for name in names:
        pen.write(QRectF(left, top, width, high), name, theme.font("body", weight))
        top += high
    if line.note:
        label = theme.metrics("label")
        note = label.elidedText(line.note, Qt.TextElideMode.ElideRight, width)
        pen.write(QRectF(left, top, width, label.height()), note, theme.font("label"), line.note_tone)
        top, below = top + label.height(), below - label.height()
    if line.badges:
        _badges(pen, line.badges, QRectF(left, top, width, below).adjusted(0, theme.px(4), 0, 0))


def _badges(pen: _Pen, badges: tuple[Badge, ...], area: QRectF) -> None:
    """As many badges as fit; the first one always, cut if need be."""
    theme, left = pen.theme, area.left()
    metrics, air = theme.metrics("caption"), theme.px(16)
    for badge in badges:
        width = min(metrics.horizontalAdvance(badge.text) + air, area.width())
        if left + width > area.right() + 1:
            break
        box = QRectF(left, area.top(), width, area.height())
        paint.box(pen.painter, box, theme.px(6), theme.colour(_TONES[badge.tone]), None, 0)
        text = metrics.elidedText(badge.text, Qt.TextElideMode.ElideRight, int(width - air) + 1)
        pen.write(box, text, theme.font("caption"), badge.tone, _CENTRE)
        left += width + theme.px(6)
