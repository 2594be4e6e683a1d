"""The two lists of health side by side: what waits for head office, and what waits for a person."""

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QHeaderView, QSizePolicy, QWidget

from desktop.domain.case import Case
from desktop.domain.unsent import Unsent
from desktop.ui import formats
from desktop.ui.health.case_list import CaseList, CaseModel
from desktop.ui.health.case_words import case_row
from desktop.ui.health.health_rows import HealthState
from desktop.ui.health.waiting_table import Lines, WaitingModel, row_of
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card, Rule
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.text import Text

SHOWN = 200
"""Cases that are listed, as many as entries that wait; the rest is counted."""

_STRETCH = 1
_LINES = 8
"""So high is a list at least: its heading, and the words that stand where nothing is."""
_LETTERS = 32
"""So many letters wide are both lists at least beside each other; else they stand one below the other."""


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
        self.setMinimumHeight(theme.metrics("body").height() * _LINES)
        self.body.setContentsMargins(1, 1, 1, theme.px(8))
        for text in (self.title, self.more):
            text.setContentsMargins(theme.px(16), theme.px(9), theme.px(16), theme.px(8))


class HealthLists(QWidget):
    """`case_chosen(str)` tells the id of a case that somebody wants to see in full."""

    case_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.waiting, self.cases = WaitingModel(), CaseModel()
        self._entries: tuple[Unsent, ...] | None = None
        self._listed: tuple[Case, ...] | None = None
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
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.waiting_card, 5)
        self._row.addWidget(self.case_card, 6)
        self._turn()

    def show_state(self, state: HealthState) -> None:
        """Show both lists as they are now."""
        self._show_waiting(state)
        self._show_cases(state)

    def _show_waiting(self, state: HealthState) -> None:
        waiting = state.waiting
        if waiting.rows != self._entries:
            self._entries = waiting.rows
            self.waiting.show_rows([row_of(entry, state.now) for entry in waiting.rows])
            self._fit.start()
        else:
            self.waiting.show_rows([row.aged(state.now) for row in self.waiting.rows])
        title = self.tr("Waits for head office")
        self.waiting_card.show_count(title, waiting.count, self._more(waiting.count - len(waiting.rows)))

    def _show_cases(self, state: HealthState) -> None:
        count, listed = len(state.all_cases), state.all_cases[:SHOWN]
        if listed != self._listed:
            self._listed = listed
            self.cases.show_rows([case_row(case, state) for case in listed])
        else:
            self.cases.show_rows([row.aged(state.now) for row in self.cases.rows])
        self.case_card.show_count(self.tr("Cases for a manager"), count, self._more(count - len(listed)))

    def _more(self, hidden: int) -> str:
        return self.tr("and %n more", "", hidden) if hidden > 0 else ""

    def retranslate(self) -> None:
        """Say everything again, the lists with the next state."""
        self._entries = self._listed = None
        self.table.setAccessibleName(self.tr("Waits for head office"))
        self.case_list.setAccessibleName(self.tr("Cases for a manager"))
        everything = self.tr("Every sale and every count of this till is at head office.")
        self.waiting_card.nothing.set_words(self.tr("Nothing waits"), everything)
        self.case_card.nothing.set_words(self.tr("No cases"), self.tr("Nothing has to be decided by a person."))

    def minimumSizeHint(self) -> QSize:
        """One below the other, however they stand now."""
        widest = max(card.minimumSizeHint().width() for card in (self.waiting_card, self.case_card))
        return QSize(widest, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self._turn()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one below the other."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        theme = active()
        beside = 2 * _LETTERS * theme.metrics("body").averageCharWidth() + theme.gap <= self.width()
        self._row.setSpacing(theme.gap)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
