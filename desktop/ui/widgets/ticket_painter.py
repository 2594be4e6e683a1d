"""How a ticket row is drawn: number, name with note or badges, quantity, price, sum."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.theme import paint
from desktop.ui.theme.theme import Theme, active
from desktop.ui.theme.tokens import MARGIN
from desktop.ui.widgets.ticket import FLASHING, LINE, Badge, TicketLine

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TONES = {"muted": "ground", "ok": "ok_ground", "warn": "warn_ground", "danger": "danger_ground"}


def columns(theme: Theme, width: float) -> tuple[float, float, float, float, float]:
    """Left of the number, left of the name, and the right edges of quantity, price and sum."""
    margin = theme.px(MARGIN)
    figures = theme.metrics("body").horizontalAdvance("00 000,00")
    total = width - margin
    price = total - max(figures * 1.15, theme.px(110))
    quantity = price - figures - theme.px(8)
    return margin, margin + theme.px(34), quantity, price, total


class TicketPainter(QStyledItemDelegate):
    """Paints `TicketLine`s; the selected row has a bar at its left and, when it needs it, more height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A row of the density; badges take a little more."""
        del option
        theme, line = active(), index.data(LINE)
        row = theme.mm(theme.density.row_mm)
        text = theme.metrics("body").height()
        if line.badges:
            return QSize(0, max(row + theme.px(14), text + self._badge_height(theme) + theme.px(18)))
        return QSize(0, max(row, text + (theme.metrics("label").height() if line.note else 0) + theme.px(14)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        theme, line, rect = active(), index.data(LINE), QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(rect)
        ground = "tint" if index.data(FLASHING) else "raised" if selected else "surface"
        painter.fillRect(rect, theme.colour(ground))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        if selected:
            painter.fillRect(QRectF(rect.left(), rect.top(), theme.px(4), rect.height() - 1), theme.colour("primary"))
        self._figures(painter, theme, line, rect)
        self._words(painter, theme, line, rect, selected)
        painter.restore()

    def _figures(self, painter: QPainter, theme: Theme, line: TicketLine, rect: QRectF) -> None:
        left, _, quantity, price, total = columns(theme, rect.width())
        self._text(painter, theme.font("body"), theme, "muted", rect.adjusted(left, 0, 0, 0), line.number, _LEFT)
        strong = 700 if line.strong_quantity else 400
        self._ending_at(painter, theme.font("body", strong), theme, rect, quantity, line.quantity)
        self._ending_at(painter, theme.font("body"), theme, rect, price, line.price)
        if not line.struck_total:
            self._ending_at(painter, theme.font("body", 700), theme, rect, total, line.total)
            return
        half = theme.metrics("body").height() * 0.42
        self._ending_at(painter, theme.font("body", 700), theme, rect.translated(0, -half), total, line.total)
        struck = theme.font("label")
        struck.setStrikeOut(True)
        self._ending_at(painter, struck, theme, rect.translated(0, half), total, line.struck_total, "muted")

    def _words(self, painter: QPainter, theme: Theme, line: TicketLine, rect: QRectF, selected: bool) -> None:
        _, name_left, quantity, _, _ = columns(theme, rect.width())
        figure = QFontMetrics(theme.font("body", 700 if line.strong_quantity else 400)).horizontalAdvance(line.quantity)
        width = quantity - figure - name_left - theme.px(12)
        area = QRectF(rect.left() + name_left, rect.top(), width, rect.height())
        font = theme.font("body", 700 if selected else 400)
        metrics = QFontMetrics(font)
        name = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, int(width))
        below = self._badge_height(theme) + theme.px(4) if line.badges else 0
        below = below or (theme.metrics("label").height() if line.note else 0)
        top = area.center().y() - (metrics.height() + below) / 2
        self._text(painter, font, theme, "text", QRectF(area.left(), top, width, metrics.height()), name, _LEFT)
        under = QRectF(area.left(), top + metrics.height(), width, below)
        if line.badges:
            self._badges(painter, theme, line.badges, under.adjusted(0, theme.px(4), 0, 0))
        elif line.note:
            self._text(painter, theme.font("label"), theme, line.note_tone, under, line.note, _LEFT)

    def _badges(self, painter: QPainter, theme: Theme, badges: tuple[Badge, ...], area: QRectF) -> None:
        left, font = area.left(), theme.font("caption")
        for badge in badges:
            width = QFontMetrics(font).horizontalAdvance(badge.text) + theme.px(16)
            if left + width > area.right() + 1:
                break
            box = QRectF(left, area.top(), width, area.height())
            paint.box(painter, box, theme.px(6), theme.colour(_TONES[badge.tone]), None, 0)
            self._text(painter, font, theme, badge.tone, box, badge.text, Qt.AlignmentFlag.AlignCenter)
            left += width + theme.px(6)

    @staticmethod
    def _badge_height(theme: Theme) -> int:
        return theme.metrics("caption").height() + theme.px(6)

    def _ending_at(
        self, painter: QPainter, font: QFont, theme: Theme, rect: QRectF, right: float, text: str, role: str = "text"
    ) -> None:
        area = QRectF(rect.left(), rect.top(), right, rect.height())
        self._text(painter, font, theme, role, area, text, _RIGHT)

    @staticmethod
    def _text(
        painter: QPainter, font: QFont, theme: Theme, role: str, rect: QRectF, text: str, flags: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(font)
        painter.setPen(theme.colour(role))
        painter.drawText(rect, int(flags | Qt.TextFlag.TextSingleLine), text)
