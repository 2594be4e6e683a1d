"""Today's prices beside those of the ticket: what differs, and one key to take them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.offers.refreshing import Refreshed
from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.text import Text

MOST_LINES = 12
"""Lines shown one by one; the totals are below them."""


class TodaySheet(Sheet):
    """`show_today` opens it; the key tells whoever asked."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.take = Key(kind="primary")
        self._rows: QWidget = QWidget()
        self._then: Callable[[], None] = lambda: None
        self.body.addWidget(self._rows)
        self.body.addStretch(1)
        self.body.addWidget(self.take)
        self.take.clicked.connect(lambda: self._tell())

    def show_today(self, found: Refreshed, then: Callable[[], None]) -> None:
        """Open with the difference."""
        self._then = then
        self.set_title(self.tr("Prices of today"))
        self.take.set_text(self.tr("Take these prices"))
        differs = found.before.total_minor != found.after.total_minor or bool(found.lines)
        self.take.setEnabled(differs or bool(found.started or found.ended))
        rows = QWidget()
        self._write(rows, found)
        self.body.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows
        self.open()

    def _write(self, rows: QWidget, found: Refreshed) -> None:
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(active().px(24))
        grid.setColumnStretch(0, 1)
        currency = found.after.currency
        told = [(one.name, one.before_minor, one.after_minor) for one in found.lines[:MOST_LINES]]
        told.append((self.tr("Total"), found.before.total_minor, found.after.total_minor))
        for at, (words, before, after) in enumerate(told):
            role = "strong" if at == len(told) - 1 else "body"
            grid.addWidget(Text(words, role, wrap=True), at, 0)
            grid.addWidget(Text(formats.money(before, currency), "quiet"), at, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Text(formats.money(after, currency), role), at, 2, Qt.AlignmentFlag.AlignRight)
        for line, words in enumerate(self._notes(found), len(told)):
            grid.addWidget(Text(words, "quiet", wrap=True), line, 0, 1, 3)

    def _notes(self, found: Refreshed) -> list[str]:
        notes = [(self.tr("New offer: {0}"), name) for name in found.started]
        notes += [(self.tr("No longer offered: {0}"), name) for name in found.ended]
        notes += [(self.tr("No longer sold, keeps its price: {0}"), name) for name in found.gone]
        if not notes and not found.lines:
            return [self.tr("Nothing has changed.")]
        return [words.replace("{0}", name) for words, name in notes]

    def _tell(self) -> None:
        then = self._then
        self.shut()
        then()
