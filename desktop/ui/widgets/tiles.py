"""The grid of goods without a barcode: one view, however many tiles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.theme import paint
from desktop.ui.theme.look import Theme
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import RADIUS_KEY
from desktop.ui.widgets.name_lines import name_lines
from desktop.ui.widgets.pictures import Pictures
from desktop.ui.widgets.scrolling import scroll_by_finger

AnyIndex = QModelIndex | QPersistentModelIndex
TILE = Qt.ItemDataRole.UserRole + 1
_LEAST_WIDTH_MM = 29.0
LEADS = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
_PICTURE_SHARE = 0.42
"""Of a tile's width that a picture may take beside the name."""
_LONG_WORD = "Шоколадный"  # should fit a tile at any text size
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class Tile:
    """Two lines of name, a formatted price, a badge; `accent` is a name of `tokens.ACCENTS`.

    Without a key the place is free; the badge `LEADS` says that it leads to other tiles. `picture` is a hash."""

    key: str
    title: str
    price: str = ""
    accent: str = "slate"
    badge: str = ""
    enabled: bool = True
    picture: str = ""


class _Model(QAbstractListModel):
    tiles: tuple[Tile, ...] = ()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tile = self.tiles[index.row()]
        if role == TILE:
            return tile
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if not tile.key:
                return QCoreApplication.translate("TileGrid", "Free place")
            badge = "" if tile.badge == LEADS else tile.badge
            return ", ".join(part for part in (tile.title, tile.price, badge) if part)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        usual = super().flags(index)
        tile = self.tiles[index.row()]
        return usual if tile.enabled and tile.key else usual & ~Qt.ItemFlag.ItemIsEnabled


@dataclass(frozen=True)
class _Laid:
    """The name as it fits into an area, and the place of the price."""

    font: QFont
    lines: list[str]
    area: QRectF
    price: QRectF


class _Painter(QStyledItemDelegate):
    def __init__(self, grid: "TileGrid", pictures: Pictures) -> None:
        super().__init__(grid)
        self._grid, self._pictures = grid, pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        del option, index
        return self._grid.cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, tile = active(), index.data(TILE)
        if not tile.key:
            return
        rect = self._grid.tile_rect(QRectF(option.rect))
        state = option.state
        painter.save()
        self._ground(painter, theme, tile, rect)
        if index == self._grid.pressed_index:
            veil = theme.colour("text")
            veil.setAlphaF(0.14)
            paint.box(painter, rect, theme.px(RADIUS_KEY), veil, None, 0)
        self._words(painter, theme, tile, rect)
        if state & QStyle.StateFlag.State_HasFocus and self._grid.hasFocus():
            paint.focus_ring(painter, rect, theme.px(RADIUS_KEY), theme)
        painter.restore()

    def _ground(self, painter: QPainter, theme: Theme, tile: Tile, rect: QRectF) -> None:
        radius, stripe = float(theme.px(RADIUS_KEY)), float(theme.px(4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "ground" if not tile.enabled else "tint" if tile.badge == LEADS else "surface"
        outline, band = QPainterPath(), QPainterPath()
        outline.addRoundedRect(rect, radius, radius)
        band.addRect(rect.adjusted(0, stripe, 0, 0))
        painter.fillPath(outline, theme.colour(tile.accent if tile.enabled else "line"))
        inner = QPainterPath()
        inner.addRoundedRect(rect.adjusted(0, stripe, 0, radius), radius, radius)
        painter.fillPath(outline.intersected(inner), theme.colour(fill))
        painter.setClipPath(band)
        paint.box(painter, rect, radius, None, theme.colour("line"), 1)
        painter.setClipping(False)

    def _words(self, painter: QPainter, theme: Theme, tile: Tile, rect: QRectF) -> None:
        area = rect.adjusted(theme.px(11), theme.px(9), -theme.px(9), -theme.px(8))
        pictured = self._pictures.has(tile.picture)
        laid = self._picture_beside(painter, theme, tile, area) if pictured else None
        if laid is None:
            laid = self._settle(theme, tile, area)
            if pictured:
                self._picture_in_corner(painter, theme, tile, laid)
        painter.setFont(laid.font)
        painter.setPen(theme.colour("text" if tile.enabled else "muted"))
        for number, words in enumerate(laid.lines):
            down = number * QFontMetrics(laid.font).height()
            painter.drawText(laid.area.adjusted(0, down, 0, 0), int(_TOP_LEFT), words)
        self._figures(painter, theme, tile, laid.area, laid.price)

    def _picture_beside(self, painter: QPainter, theme: Theme, tile: Tile, area: QRectF) -> _Laid | None:
        """Paint the picture beside the words if they are whole then; else None, and nothing is painted."""
        side = min(area.height(), area.width() * _PICTURE_SHARE)
        laid = self._settle(theme, tile, area.adjusted(0, 0, -side - theme.px(4), 0))
        wide = theme.metrics("quiet", 600).horizontalAdvance(tile.price)
        if laid.lines[-1].endswith("…") or wide > laid.area.width():
            return None
        self._pictures.paint(painter, tile.picture, QRectF(area.right() - side, area.top(), side, area.height()))
        return laid

    def _picture_in_corner(self, painter: QPainter, theme: Theme, tile: Tile, laid: _Laid) -> None:
        """Paint the picture small where a badge would stand, if name and price leave room there."""
        area, prices = laid.area, theme.metrics("quiet", 600)
        high = area.height() - len(laid.lines) * QFontMetrics(laid.font).height()
        side = min(high, area.width() - prices.horizontalAdvance(tile.price) - theme.px(4))
        if laid.price == area and not tile.badge and side >= prices.height():
            place = QRectF(area.right() - side, area.bottom() - side, side, side)
            self._pictures.paint(painter, tile.picture, place)

    def _settle(self, theme: Theme, tile: Tile, area: QRectF) -> _Laid:
        """Give the words in the largest letters in which they are whole, else in the smallest."""
        font = theme.font("quiet", 600)
        lines, price = self._fit(QFontMetrics(font), theme, tile, area)
        while lines[-1].endswith("…") and font.pixelSize() > theme.text_px("label"):
            font.setPixelSize(font.pixelSize() - 1)
            lines, price = self._fit(QFontMetrics(font), theme, tile, area)
        return _Laid(font, lines, area, price)

    def _figures(self, painter: QPainter, theme: Theme, tile: Tile, area: QRectF, price: QRectF) -> None:
        font = theme.font("quiet", 600)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(price, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), tile.price)
        room = area.width() - QFontMetrics(font).horizontalAdvance(tile.price + "  " + tile.badge)
        if tile.badge and room >= 0:
            painter.setPen(theme.colour("primary"))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), tile.badge)

    def _fit(self, metrics: QFontMetrics, theme: Theme, tile: Tile, area: QRectF) -> tuple[list[str], QRectF]:
        """Two lines of name and the place of the price; a third line above the price or, if it is short, beside it."""
        width = int(area.width())
        lines = name_lines(metrics, tile.title, width)
        if not lines[-1].endswith("…") or tile.badge:
            return lines, area
        three, price = name_lines(metrics, tile.title, width, most=3), theme.metrics("quiet", 600)
        wide = price.horizontalAdvance(tile.price)
        above = 3 * metrics.height() + price.height() <= area.height()
        beside = metrics.horizontalAdvance(three[-1]) + wide + theme.px(8) <= width
        if three[-1].endswith("…") or not (above or beside):
            return lines, area
        if above:
            return three, area
        return three, QRectF(area.right() - wide - 1, area.top(), wide + 1, 3 * metrics.height())


class TileGrid(QListView):
    """Tiles in as many columns as fit. `picked(str)` tells the key of the pressed tile; Space picks too."""

    picked = Signal(str)

    def __init__(self, pictures: Pictures | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pictures = pictures or Pictures(self)
        pictures.came.connect(lambda: self.viewport().update())
        self.pressed_index = QModelIndex()
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self, pictures))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("grid", "tiles")
        self.setTabKeyNavigation(False)
        self.pressed.connect(self._show_pressed)
        self.clicked.connect(self._pick)
        scroll_by_finger(self)
        self.retranslate()

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these tiles."""
        self._model.beginResetModel()
        self._model.tiles = tuple(tiles)
        self._model.endResetModel()
        self._share_out()

    def cell(self) -> QSize:
        """Tile and gap: the width is shared out evenly."""
        theme = active()
        high = max(theme.mm(theme.density.key_mm), theme.metrics("quiet").height() * 3 + theme.px(22))
        width = self._room(scroll_bar=self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        return QSize(width // self._columns(width), high + theme.mm(theme.density.gap_mm))

    def tile_rect(self, cell: QRectF) -> QRectF:
        """The tile inside its cell: gaps lie between tiles only, so that both edges of the grid line up."""
        gap = active().mm(active().density.gap_mm)
        room = self._room(scroll_bar=self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        columns = self._columns(room)
        step = (room + 1 + gap) / columns  # with the pixels that whole cells leave over
        left = round(step * round(cell.left() / cell.width()))
        right = round(step * (round(cell.left() / cell.width()) + 1)) - gap
        return QRectF(left, cell.top(), right - left, cell.height() - gap)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Draw both anew, wherever the ring stood."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def retranslate(self) -> None:
        """The name for screen readers."""
        self.setAccessibleName(self.tr("Goods"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._share_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._share_out()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Space picks; Enter is a scanner's and picks nothing."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._pick(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring needs a tile to stand on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self._model.index(0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        super().mouseReleaseEvent(event)
        self._show_pressed(QModelIndex())

    def _share_out(self) -> None:
        """Columns first, then whether a scroll bar is needed: left alone, Qt keeps room for one that never comes."""
        rows = -(-len(self._model.tiles) // self._columns(self._room(scroll_bar=False)))
        overflows = rows * self.cell().height() - active().mm(active().density.gap_mm) > self.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if overflows else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)  # resizes the viewport, which comes back here once
        if self.gridSize() != self.cell():
            self.setGridSize(self.cell())

    def _room(self, *, scroll_bar: bool) -> int:
        return max(1, self.width() - 1 - (self.verticalScrollBar().sizeHint().width() if scroll_bar else 0))

    @staticmethod
    def _columns(width: int) -> int:
        theme = active()
        least = max(theme.mm(_LEAST_WIDTH_MM), QFontMetrics(theme.font("quiet", 600)).horizontalAdvance(_LONG_WORD))
        return max(1, width // least)

    def _show_pressed(self, index: QModelIndex) -> None:
        self.pressed_index = QModelIndex(index)
        self.viewport().update()

    def _pick(self, index: QModelIndex) -> None:
        tile: Tile = index.data(TILE)
        if tile.enabled and tile.key:
            self.picked.emit(tile.key)
