"""The list of receipts: when, its number with what is to know about it below, its sum."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.receipts import ReceiptRow
from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.widgets.two_lines import BELOW, MARGINS, TwoLineTable

AnyIndex = QModelIndex | QPersistentModelIndex
TIME, NUMBER, TOTAL = range(3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReceiptModel(QAbstractTableModel):
    """One row a receipt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ReceiptRow, ...] = ()
        self._day = ""
        self._tells_time_below = False

    def tell_time_below(self, below: bool) -> None:
        """Say the time in the second line, where it has no column."""
        if below != self._tells_time_below:
            self._tells_time_below = below
            self.dataChanged.emit(self.index(0, NUMBER), self.index(len(self.rows) - 1, NUMBER), [BELOW])

    def show_rows(self, rows: tuple[ReceiptRow, ...], day: str) -> None:
        """Show other rows; longer lists of the same keep their place. What is of `day` (ISO) says the time alone."""
        if rows == self.rows and day == self._day:
            return
        self._day = day
        if self.rows and rows[: len(self.rows)] == self.rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def _words(self, row: ReceiptRow, column: int) -> str:
        if column == NUMBER:
            return row.receipt
        if column == TOTAL:
            return formats.money(row.total_minor, row.currency)
        at = datetime.fromisoformat(row.occurred_at)
        return formats.clock_time(at) if row.occurred_at.startswith(self._day) else formats.moment(at)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Receipts."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Three."""
        return 0 if parent.isValid() else 3

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, where they stand, and their colour."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, index.column())
        if role == BELOW:
            time = [self._words(row, TIME)] if self._tells_time_below else []
            return " · ".join([*time, *mark_words(row)])
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == TOTAL:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and row.voided_at:
            return active().colour("muted")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head line."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == TOTAL:
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Time"), self.tr("Receipt"), self.tr("Total"))[section]


class ReceiptTable(TwoLineTable):
    """The list: a number is never cut, the time goes below it where both have no room beside each other."""

    def __init__(self, model: ReceiptModel, parent: QWidget | None = None) -> None:
        super().__init__(model, NUMBER, parent)
        self._receipts = model
        for told in (model.modelReset, model.rowsInserted):
            told.connect(self._fit)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        longest = max((row.receipt for row in self._receipts.rows), key=len, default="")
        number = active().metrics("body").horizontalAdvance(longest) + active().px(MARGINS)
        self.setColumnHidden(TIME, False)  # a hidden column does not tell its width
        beside = self._wanted(TIME) + self._wanted(TOTAL)
        is_narrow = number + beside > self.viewport().width()
        self.setColumnHidden(TIME, is_narrow)
        self._receipts.tell_time_below(is_narrow)

    def _wanted(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))


def mark_words(row: ReceiptRow) -> list[str]:
    """What is to know about a receipt, in a word each."""
    translate = QCoreApplication.translate
    marks = []
    if row.voided_at:
        marks.append(translate("Receipts", "taken back"))
    if row.copies:
        marks.append(translate("Receipts", "%n copy(ies)", "", row.copies))
    if row.invoice:
        marks.append(translate("Receipts", "invoice"))
    mails = {
        "queued": translate("Receipts", "mail waits"),
        "sent": translate("Receipts", "mail sent"),
        "failed": translate("Receipts", "mail not sent"),
    }
    if row.mail_state in mails:
        marks.append(mails[row.mail_state])
    return marks
