"""Counted beside expected, method by method; a difference is told by sign, word and colour."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.shift import MethodCount
from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Rule
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text
from desktop.ui.words import method_words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CompareTable(Panel):
    """A few rows; `blind` leaves out what should be there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.cells: list[list[str]] = []
        self._space()

    def show_counts(
        self, counts: Sequence[MethodCount], counted: Mapping[str, int], currency: str, *, blind: bool
    ) -> None:
        """Show these methods; one that is not in `counted` was left out when counting."""
        self._clear()
        heads = (
            ["", self.tr("Counted")] if blind else ["", self.tr("Expected"), self.tr("Counted"), self.tr("Difference")]
        )
        self.cells = [heads]
        for column, head in enumerate(heads):
            self._put(0, column, Text(head, "quiet"))
        for at, count in enumerate(counts, 1):
            rule = Rule(self)
            self._grid.addWidget(rule, 2 * at - 1, 0, 1, len(heads))
            rule.show()
            self._row(2 * at, count, counted, currency, blind)

    def _row(self, row: int, count: MethodCount, counted: Mapping[str, int], currency: str, blind: bool) -> None:
        seen = count.method in counted
        figures = formats.amount(count.counted_minor, currency) if seen else self.tr("not counted")
        cells = [method_words(count.method)]
        if not blind:
            cells.append(formats.amount(count.expected_minor, currency))
        cells.append(figures)
        tone = ""
        if not blind:
            off = count.difference_minor
            tone = "muted" if not seen else "ok" if not off else "danger" if off < 0 else "warn"
            cells.append(("+" if off > 0 else "") + formats.amount(off, currency) if seen else "–")
        self.cells.append(cells)
        for column, cell in enumerate(cells):
            last = column == len(cells) - 1 and not blind
            muted = "muted" if cell == figures and not seen else ""
            self._put(row, column, Text(cell, "strip", tone=tone if last else muted))

    def _put(self, row: int, column: int, text: Text) -> None:
        if column:
            text.setAlignment(_RIGHT)
        self._grid.addWidget(text, row, column)
        text.show()

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _space(self) -> None:
        theme = active()
        self._grid.setHorizontalSpacing(theme.px(36))
        self._grid.setVerticalSpacing(theme.px(10))
