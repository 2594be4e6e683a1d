"""Large keys side by side: as many in a row as have room for their words, in the same order on every screen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key


class KeyGrid(QWidget):
    """`set_keys` lays keys out, `show_key` takes one away or brings it back; at most `most` in a row."""

    def __init__(self, keys: Sequence[Key] = (), *, most: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._columns = most, 0
        self.keys: list[Key] = []
        self._away: set[Key] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_keys(keys)

    def set_keys(self, keys: Sequence[Key]) -> None:
        """Show these keys; the caller keeps or deletes the others."""
        for key in self.keys:
            self._grid.removeWidget(key)
        self.keys = list(keys)
        self.lay_out()

    def show_key(self, key: Key, shown: bool) -> None:
        """Take a key away, or bring it back to its place; nothing moves when it is so already."""
        if shown == (key in self._away):
            self._away ^= {key}
            key.setVisible(shown)
            self.lay_out()

    def lay_out(self) -> None:
        """Place the keys again: one says something else."""
        keys = [key for key in self.keys if key not in self._away]
        gap = active().mm(active().density.gap_mm)
        self._grid.setSpacing(gap)
        columns = _columns([key.minimumSizeHint().width() for key in keys], self.width(), gap, self._most)
        for key in self.keys:
            self._grid.removeWidget(key)
        for at, key in enumerate(keys):
            self._grid.addWidget(key, at // columns, at % columns)
        for column in range(max(self._columns, columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """No wider than its widest key, as high as its rows have to be."""
        width = max((key.minimumSizeHint().width() for key in self.keys), default=0)
        return QSize(width, self._grid.minimumSize().height())

    def sizeHint(self) -> QSize:
        """As high as its rows would like to be."""
        return QSize(self.minimumSizeHint().width(), self._grid.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More keys in a row where there is room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()


def _columns(widths: Sequence[int], room: int, gap: int, most: int) -> int:
    """How many columns: one row where all of them fit, else as many as hold the widest key, spread evenly."""
    if not widths:
        return 1
    if len(widths) <= most and sum(widths) + gap * (len(widths) - 1) <= room:
        return len(widths)
    fit = max(1, min((room + gap) // (max(widths) + gap), most, len(widths)))
    rows = -(-len(widths) // fit)
    return -(-len(widths) // rows)
