"""The ticket: what is in the cart, one row a line, painted only where it is seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop.ui.theme.tokens import FLASH_MS

Tone = Literal["muted", "ok", "warn", "danger"]
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Badge:
    """A small tinted word under the name."""

    text: str
    tone: Tone = "muted"


@dataclass(frozen=True)
class TicketLine:
    """One row, all figures already formatted. `key` is the line's identity across changes."""

    key: str
    number: str
    name: str
    quantity: str
    price: str
    total: str
    note: str = ""
    note_tone: Tone = "muted"
    badges: tuple[Badge, ...] = ()
    struck_total: str = ""  # the sum before a discount, shown struck out
    strong_quantity: bool = False  # a repeated scan: "×2"


def spoken(line: TicketLine) -> str:
    """The row for a screen reader."""
    parts = (line.number, line.name, line.quantity, line.price, line.total, line.note, *(b.text for b in line.badges))
    return ", ".join(part for part in parts if part)


class TicketModel(QAbstractListModel):
    """Lines in order. Setting new lines touches only what differs, so the selection and the scroll place stay.

    `flashed(row)` tells a row whose tint came or went: its look alone, which is no reason to measure every row anew."""

    flashed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[TicketLine, ...] = ()
        self.widest = ("", "")  # price and sum, which give the columns their width
        self._flashing = ""
        self._timer = QTimer(self, interval=FLASH_MS, singleShot=True)
        self._timer.timeout.connect(self._end_flash)

    @property
    def lines(self) -> tuple[TicketLine, ...]:
        """What is shown."""
        return self._lines

    def set_lines(self, lines: Sequence[TicketLine]) -> None:
        """Show these lines."""
        new = tuple(lines)
        self.widest = (
            max((line.price for line in new), key=len, default=""),
            max((line.total for line in new), key=len, default=""),
        )
        old_keys, new_keys = [line.key for line in self._lines], [line.key for line in new]
        common = len(old_keys)
        if new_keys[:common] == old_keys:
            self._append(new)
        else:
            self._drop_or_reset(new, old_keys, new_keys)

    def flash(self, key: str) -> None:
        """Tint a row for a moment, at once and once."""
        self._end_flash()
        self._flashing = key
        self._tell_flash(key)
        self._timer.start()

    def is_flashing(self, key: str) -> bool:
        """Whether this row is tinted just now."""
        return key == self._flashing

    def row_of(self, key: str) -> int:
        """The row of a line, -1 if it is gone."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Lines on the ticket."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, or what a screen reader says; the painter asks for the line itself."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        return spoken(line) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _append(self, new: tuple[TicketLine, ...]) -> None:
        kept, old = len(self._lines), self._lines
        if len(new) > kept:
            self.beginInsertRows(QModelIndex(), kept, len(new) - 1)
            self._lines = new
            self.endInsertRows()
        self._lines = new
        for row in range(kept):
            if old[row] is not new[row] and old[row] != new[row]:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _drop_or_reset(self, new: tuple[TicketLine, ...], old_keys: list[str], new_keys: list[str]) -> None:
        gone = [row for row, key in enumerate(old_keys) if key not in set(new_keys)]
        if len(gone) > 1 or [key for key in old_keys if key in set(new_keys)] != new_keys:
            # At once: a list that loses rows one by one chooses another after each.
            self.beginResetModel()
            self._lines = new
            self.endResetModel()
            return
        for row in gone:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._lines = self._lines[:row] + self._lines[row + 1 :]
            self.endRemoveRows()
        self._append(new)

    def _end_flash(self) -> None:
        ended, self._flashing = self._flashing, ""
        self._tell_flash(ended)

    def _tell_flash(self, key: str) -> None:
        row = self.row_of(key)
        if row >= 0:
            self.flashed.emit(row)
