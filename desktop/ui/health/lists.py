"""The two lists of health side by side: what waits for head office, and what waits for a person."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QSizePolicy, QWidget

from desktop.ui import formats
from desktop.ui.health.case_list import CaseList, CaseModel
from desktop.ui.health.case_words import case_rows
from desktop.ui.health.health_rows import HealthState
from desktop.ui.health.waiting_table import Lines, WaitingModel, rows_of
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import GAP
from desktop.ui.widgets.card import Card, Rule
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.text import Text

_STRETCH = 1


class ListCard(Card):
    """A heading, a list up to the edges, or words where there is nothing; a quiet line below for what is not listed."""

    def __init__(self, listed: QWidget, icon_name: str) -> None:
        super().__init__(flush=True)
        self._listed = listed
        self.title = Text("", "quiet")
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.nothing = EmptyState(icon_name=icon_name)
        self.more = Text("", "quiet", tone="muted")
        for widget in (self.title, Rule(), listed, self.nothing, self.more):
            self.body.addWidget(widget)
        self.body.setStretchFactor(listed, 1)
        self.body.setStretchFactor(self.nothing, 1)
        self._space()

    def show_count(self, title: str, count: int, hidden: str) -> None:
        """Show the heading with its count, the list or its empty words, and what is not listed."""
        self.title.setText(f"{title} · {formats.decimal(str(count))}" if count else title)
        self._listed.setVisible(count > 0)
        self.nothing.setVisible(count == 0)
        self.more.setText(hidden)
        self.more.setVisible(bool(hidden))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)

    def _space(self) -> None:
        theme = active()
        self.body.setContentsMargins(1, 1, 1, theme.px(8))
        for text in (self.title, self.more):
            text.setContentsMargins(theme.px(16), theme.px(9), theme.px(16), theme.px(8))


class HealthLists(QWidget):
    """`case_chosen(str)` tells the id of a case that somebody wants to see in full."""

    case_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.waiting, self.cases = WaitingModel(), CaseModel()
        self.table = DataTable(self.waiting, stretch=_STRETCH)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setItemDelegate(Lines(self.table))
        self.table.setWordWrap(True)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(_STRETCH, QHeaderView.ResizeMode.Stretch)
        self._fit = QTimer(self, interval=0, singleShot=True)  # once the header has shared out the whole width
        self._fit.timeout.connect(self.table.resizeRowsToContents)
        self.table.horizontalHeader().sectionResized.connect(lambda *_: self._fit.start())
        self.case_list = CaseList(self.cases)
        self.case_list.chosen.connect(self.case_chosen)
        self.waiting_card, self.case_card = ListCard(self.table, "circle-check"), ListCard(self.case_list, "users")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.waiting_card, 5)
        self._row.addWidget(self.case_card, 6)
        self._row.setSpacing(active().px(GAP))

    def show_state(self, state: HealthState) -> None:
        """Show both lists as they are now."""
        waiting = state.waiting
        words = [row.cells[1] for row in self.waiting.rows]
        self.waiting.show_rows(rows_of(state))
        if words != [row.cells[1] for row in self.waiting.rows]:
            self._fit.start()
        hidden = waiting.count - len(waiting.rows)
        more = self.tr("and %n more", "", hidden) if hidden > 0 else ""
        self.waiting_card.show_count(self.tr("Waits for head office"), waiting.count, more)
        self.cases.show_rows(case_rows(state))
        self.case_card.show_count(self.tr("Cases for a manager"), len(state.all_cases), "")

    def retranslate(self) -> None:
        """Say everything again."""
        self.table.setAccessibleName(self.tr("Waits for head office"))
        self.case_list.setAccessibleName(self.tr("Cases for a manager"))
        everything = self.tr("Every sale and every count of this till is at head office.")
        self.waiting_card.nothing.set_words(self.tr("Nothing waits"), everything)
        self.case_card.nothing.set_words(self.tr("No cases"), self.tr("Nothing has to be decided by a person."))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self._row.setSpacing(active().px(GAP))
        super().changeEvent(event)
