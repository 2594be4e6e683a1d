"""People as large tiles: initials, name, role."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from desktop.domain.staff import Person
from desktop.ui.theme import paint
from desktop.ui.theme.look import Theme
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import ACCENTS, RADIUS_KEY
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.words import role_words

_WIDTH_MM, _HEIGHT_MM = 66.0, 24.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class PersonTile(QAbstractButton):
    """One person; the chosen one is tinted and outlined."""

    def __init__(self, person: Person, accent: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person, self._accent = person, accent
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(person.name)
        self.retranslate()

    def retranslate(self) -> None:
        """What a screen reader says."""
        self.setAccessibleName(f"{self.person.name}, {role_words(self.person.role)}")
        self.update()

    def sizeHint(self) -> QSize:
        """Large, and high enough for a name of two lines."""
        theme = active()
        words = 2 * theme.metrics("strip").height() + theme.metrics("quiet").height() + theme.px(16)
        return QSize(theme.mm(_WIDTH_MM), max(theme.mm(_HEIGHT_MM), words))

    def least_width(self) -> int:
        """The width at which the longest word of the name and the role still fit."""
        theme, name, role = active(), active().metrics("strip"), active().metrics("quiet")
        words = [name.horizontalAdvance(word) for word in self.person.name.split()]
        longest = max([*words, role.horizontalAdvance(role_words(self.person.role))])
        return theme.px(18) + _avatar(theme) + theme.px(14) + longest + theme.px(14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tile."""
        del event
        theme, painter, rect = active(), QPainter(self), QRectF(self.rect())
        chosen = self.isChecked()
        fill = theme.colour("tint" if chosen or self.isDown() else "surface")
        edge = theme.colour("primary" if chosen else "line")
        paint.box(painter, rect, theme.px(RADIUS_KEY), fill, edge, theme.px(2) if chosen else 1)
        side = _avatar(theme)
        circle = QRectF(theme.px(18), (rect.height() - side) / 2, side, side)
        paint.shape(painter, circle, "circle", theme.colour(self._accent))
        painter.setFont(theme.font("strip"))
        painter.setPen(theme.colour("surface" if theme.name == "light" else "ground"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(self.person.name))
        left = circle.right() + theme.px(14)
        self._words(painter, theme, QRectF(left, 0, rect.width() - left - theme.px(12), rect.height()))
        if self.hasFocus():
            paint.focus_ring(painter, rect, theme.px(RADIUS_KEY), theme)

    def _words(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        name, role = theme.font("strip"), theme.font("quiet")
        low = QFontMetrics(role).height()
        high = (
            QFontMetrics(name).boundingRect(QRect(0, 0, int(area.width()), 1000), int(_WRAP), self.person.name).height()
        )
        high = min(high, 2 * QFontMetrics(name).height())
        top = area.center().y() - (high + low) / 2
        painter.setFont(name)
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(area.left(), top, area.width(), high), int(_WRAP), self.person.name)
        painter.setFont(role)
        painter.setPen(theme.colour("muted"))
        painter.drawText(QRectF(area.left(), top + high, area.width(), low), int(_LEFT), role_words(self.person.role))


def _avatar(theme: Theme) -> int:
    return theme.mm(_HEIGHT_MM) - theme.px(36)


def initials(name: str) -> str:
    """One or two first letters."""
    return "".join(word[0] for word in name.split()[:2]).upper()


class PeopleGrid(QScrollArea):
    """Tiles in as many columns as fit. `picked(str)` tells a person's id."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[PersonTile] = []
        self._page = QWidget()
        self._page.setProperty("scrolled", True)
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll_by_finger(self)

    def set_people(self, people: Sequence[Person], chosen: str) -> bool:
        """Show these people, one of them chosen; tells whether the tiles are new."""
        changed = [tile.person for tile in self.tiles] != list(people)
        if changed:
            for tile in self.tiles:
                self._grid.removeWidget(tile)
                tile.hide()
                tile.deleteLater()
            accents = list(ACCENTS)
            self.tiles = [self._tile(person, accents[at % len(accents)]) for at, person in enumerate(people)]
            self._arrange()
        for tile in self.tiles:
            tile.setChecked(tile.person.id == chosen)
        return changed

    def retranslate(self) -> None:
        """Roles in another language."""
        for tile in self.tiles:
            tile.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()
        super().changeEvent(event)

    def _tile(self, person: Person, accent: str) -> PersonTile:
        tile = PersonTile(person, accent)
        tile.clicked.connect(lambda: self.picked.emit(person.id))
        return tile

    def _arrange(self) -> None:
        theme = active()
        gap = theme.mm(theme.density.gap_mm)
        columns = self._fitting_columns(gap)
        self._grid.setSpacing(gap)
        for at, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, at // columns, at % columns)
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, int(column < columns))

    def _fitting_columns(self, gap: int) -> int:
        """As many wide tiles as fit, but two narrower ones rather than one."""
        room = self.viewport().width() + gap
        least = max((tile.least_width() for tile in self.tiles), default=room)
        return max(1, room // (active().mm(_WIDTH_MM) + gap), min(2, room // (least + gap)))
