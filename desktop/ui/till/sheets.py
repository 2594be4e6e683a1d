"""Sheets of the till: why the total is what it is, and the carts put aside."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.offers.applied import NearMiss
from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.till.pages import sum_line
from desktop.ui.till.till_rows import Parked, TillState
from desktop.ui.widgets.card import Rule
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.scrolling import scroll_by_finger
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.text import Text
from desktop.ui.words import step_parts, step_words

MOST_LINES = 40
"""Lines explained in one sheet; the chosen one is always among them."""


class _ScrolledSheet(Sheet):
    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        scroll_by_finger(self._area)
        self.body.addWidget(self._area, 1)
        self.column = QVBoxLayout()
        self.fresh()

    def set_title(self, title: str) -> None:
        """What scrolls is called like the sheet."""
        super().set_title(title)
        self._area.setAccessibleName(title)

    def fresh(self) -> QVBoxLayout:
        page = QWidget()
        page.setProperty("scrolled", True)
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(0, 0, active().px(8), 0)
        self.column.setSpacing(active().px(4))
        self._area.setWidget(page)
        return self.column


class WhySheet(_ScrolledSheet):
    """The steps of the total and of each line: sentences at the left, amounts that add up at the right."""

    def show_steps(self, state: TillState, missed: Sequence[NearMiss] = ()) -> None:
        """Write the steps of a priced cart; `missed` is what lacks something else than goods."""
        column, priced = self.fresh(), state.priced
        self.set_title(self.tr("Why so much?"))
        if priced is None:
            return
        self._add_table(column, [step_parts(step) for step in priced.explanation], "body")
        if near := (*priced.near_misses, *missed):
            column.addSpacing(active().px(8))
            self._add_table(column, [(self.tr("Not far from an offer"), "")], "strong")
            self._add_table(column, [(step_words(one.step), "") for one in near], "quiet")
        chosen = [line for line in priced.lines if line.line_id == state.selected]
        others = [line for line in priced.lines if line.line_id != state.selected]
        for line in (chosen + others)[:MOST_LINES]:
            column.addSpacing(active().px(8))
            column.addWidget(Rule())
            column.addSpacing(active().px(4))
            total = formats.money(line.total_minor, priced.currency)
            self._add_table(column, [(line.name, total)], "strong")
            self._add_table(column, [step_parts(step) for step in line.explanation], "quiet")
        column.addStretch(1)

    @staticmethod
    def _add_table(column: QVBoxLayout, rows: Sequence[tuple[str, str]], role: str) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(active().px(24))
        grid.setVerticalSpacing(column.spacing())
        grid.setColumnStretch(0, 1)
        for at, (words, amount) in enumerate(rows):
            grid.addWidget(Text(words, role, wrap=True), at, 0, 1, 1 if amount else 2)
            grid.addWidget(Text(amount, role), at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)


class ParkedSheet(_ScrolledSheet):
    """Carts put aside, oldest first, and those of other tills. `recalled(id, of_another_till)` tells one."""

    recalled = Signal(str, bool)

    def show_parked(self, state: TillState) -> None:
        """List them."""
        column = self.fresh()
        self.set_title(self.tr("Parked sales"))
        column.setSpacing(active().mm(active().density.gap_mm))
        for parked in state.parked:
            key = Key()
            key.set_text(sum_line(self._words(parked)), value=formats.money(parked.total_minor, parked.currency))
            key.clicked.connect(lambda _=False, row=parked: self._recall(row))
            column.addWidget(key)
        column.addStretch(1)

    def _words(self, parked: Parked) -> list[str]:
        """Its name, till and time of parking, how much; of a quote, until when it holds, and where it is open."""
        at = datetime.fromisoformat(parked.parked_at)
        words = [parked.name, parked.till, formats.clock_time(at), self.tr("%n item(s)", "", parked.lines)]
        if parked.valid_until:
            until = formats.date(datetime.fromisoformat(parked.valid_until))
            words.insert(1, self.tr("Quote until {0}").replace("{0}", until))
        if parked.held_by:
            words.append(self.tr("open at {0}").replace("{0}", parked.held_by))
        return words

    def changeEvent(self, event: QEvent) -> None:
        """The rows are written when the sheet opens; nothing to say again."""
        super().changeEvent(event)

    def _recall(self, parked: Parked) -> None:
        self.shut()
        self.recalled.emit(parked.cart_id, parked.other)
