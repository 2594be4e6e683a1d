"""The health screen: one sentence, four figures, the list of what waits, three keys."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.health.cards import HealthCards
from desktop.ui.health.health_rows import HealthState
from desktop.ui.health.health_words import beside, headline
from desktop.ui.health.presenter import HealthPresenter
from desktop.ui.health.waiting_table import Tinted, WaitingModel, rows_of
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import GAP
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.headline import Headline
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.strip import Strip
from desktop.ui.widgets.text import Text

_STRETCH = 3
_INSET = 8
"""Keeps the list out of the round corners of its card."""


class HealthView(QWidget):
    """Widgets and the presenter, nothing else."""

    def __init__(self, presenter: HealthPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.heading = Headline()
        self.strip, self.cards = Strip(), HealthCards()
        self.model = WaitingModel()
        self.table = DataTable(self.model, stretch=_STRETCH)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setItemDelegate(Tinted(self.table))
        self.table.setWordWrap(True)
        self._card = Card(flush=True)
        self._card.body.addWidget(self.table)
        self._more = Text("", "quiet")
        self.nothing = EmptyState(icon_name="circle-check")
        self.try_now = Key(shortcut="F9", cap="right")
        self.check, self.export = Key(), Key()
        self._lay_out()
        self.try_now.clicked.connect(lambda: presenter.try_now())
        self.check.clicked.connect(lambda: presenter.check_journal())
        self.export.clicked.connect(lambda: presenter.export())
        self.strip.dismissed.connect(presenter.dismiss)
        presenter.changed.connect(self.show_state)
        self.retranslate()

    def show_state(self, state: HealthState) -> None:
        """Show everything as it is now."""
        self.heading.say(headline(state), beside(state))
        self.cards.show_state(state)
        rows = rows_of(state)
        self.model.show_rows(rows)
        self._card.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        hidden = state.waiting.count - len(state.waiting.rows)
        self._more.setText(self.tr("and %n more", "", hidden) if hidden > 0 else "")
        self._more.setVisible(hidden > 0)
        self._say_keys(state)
        self._fit()

    def retranslate(self) -> None:
        """Say everything again."""
        self.model.retranslate()
        self.table.setAccessibleName(self.tr("What waits"))
        self.nothing.set_words(
            self.tr("Nothing waits"), self.tr("Every sale and every count of this till is at head office.")
        )
        self.show_state(self._presenter.state)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown."""
        self._presenter.leave()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list takes the room that is left, and no more than it needs."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)

    def _say_keys(self, state: HealthState) -> None:
        self.try_now.set_text(self.tr("Trying…") if state.trying else self.tr("Try now"))
        self.try_now.setEnabled(not state.trying)
        self.check.set_text(self.tr("Checking…") if state.checking else self.tr("Check the journal"))
        self.check.setEnabled(state.may_check and not state.checking)
        self.export.set_text(self.tr("Export unsent"))
        self.export.setEnabled(state.may_check and not state.exporting and state.waiting.count > 0)
        if state.exported is None:
            self.strip.clear()
        else:
            words = self.tr("%n entries are written to {file}", "", state.exported.entries)
            self.strip.show_notice("ok", words.replace("{file}", state.exported.file))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        for widget in (self.heading, self.strip, self.cards):
            self._column.addWidget(widget)
        self._column.addWidget(self._card, 100)  # up to what its lines need
        self._column.addWidget(self._more)
        self._column.addWidget(self.nothing, 100)
        self._column.addStretch(1)
        self._keys = QHBoxLayout()
        for key in (self.try_now, self.check, self.export):
            key.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            self._keys.addWidget(key)
        self._keys.addStretch(1)
        self._column.addLayout(self._keys)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_STRETCH, QHeaderView.ResizeMode.Stretch)
        self._space()

    def _fit(self) -> None:
        self.table.resizeRowsToContents()
        rows = self.table.verticalHeader().length()
        self._card.setMaximumHeight(rows + self.table.horizontalHeader().height() + 2 * active().px(_INSET) + 2)

    def _space(self) -> None:
        theme, gap = active(), active().px(GAP)
        self._column.setContentsMargins(2 * gap, 3 * gap // 2, 2 * gap, gap)
        self._column.setSpacing(gap)
        self._card.body.setContentsMargins(1, theme.px(_INSET), 1, theme.px(_INSET))
        self._keys.setSpacing(theme.mm(theme.density.gap_mm))
        self._fit()
