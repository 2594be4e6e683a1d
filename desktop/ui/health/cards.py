"""The four figures of health: what waits, how fresh the goods are, the journal, the line."""

from datetime import datetime

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui import formats
from desktop.ui.health.doctor_words import CLOCK_OFF_S, clock_words
from desktop.ui.health.health_rows import HealthState
from desktop.ui.health.health_words import age, near, worth_words
from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import MARGIN
from desktop.ui.widgets.figure_card import FigureCard

GOODS = "catalogue"
"""The feed of goods and prices."""
_WORDS = 16
"""So many letters of a card's quiet line stand beside each other; where four cards have less, two stand in a row."""


class HealthCards(QWidget):
    """Cards of one height in a row, or in two rows where the line below a figure would be cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unsent, self.goods, self.journal, self.contact = (FigureCard() for _ in range(4))
        self._cards = (self.unsent, self.goods, self.journal, self.contact)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._beside = 0
        self._fit()

    def show_state(self, state: HealthState) -> None:
        """Show the figures."""
        self._tell_unsent(state)
        self._tell_goods(state)
        self._tell_journal(state)
        self._tell_contact(state)

    def minimumSizeHint(self) -> QSize:
        """Two beside each other, however many there are now."""
        widest = max(card.minimumSizeHint().width() for card in self._cards)
        return QSize(2 * widest + self._grid.spacing(), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Four beside each other, or two."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = active()
        self._grid.setSpacing(theme.gap)
        least = theme.metrics("label").averageCharWidth() * _WORDS + 2 * theme.px(MARGIN)
        beside = 4 if 4 * least + 3 * theme.gap <= self.width() else 2
        if beside != self._beside:
            self._beside = beside
            for at, card in enumerate(self._cards):
                self._grid.addWidget(card, at // beside, at % beside)
                self._grid.setColumnStretch(at, int(at < beside))

    def _tell_unsent(self, state: HealthState) -> None:
        waiting = state.waiting
        parts = [self.tr("everything is there")]
        if waiting.oldest_at:
            oldest = self.tr("oldest {0}").replace("{0}", age(waiting.oldest_at, state.now))
            parts = [worth_words(waiting), oldest, self.tr("safe on this till")]
        figures = formats.decimal(str(waiting.count))
        self.unsent.show_figure(self.tr("Not yet at head office"), figures, " · ".join(filter(None, parts)))

    def _tell_goods(self, state: HealthState) -> None:
        contact = state.status.last_contact
        parts = []
        position = next((mark.position for mark in state.status.feeds if mark.name == GOODS), None)
        known = contact is not None and position is not None
        figure = near(datetime.fromisoformat(contact), state.now) if known and contact else "–"
        if position is not None:
            parts.append(self.tr("position {0}").replace("{0}", formats.decimal(str(position))))
        if state.status.progress:
            done, total = state.status.progress
            parts.append(self.tr("loading {0} %").replace("{0}", str(100 * done // max(1, total))))
        self.goods.show_figure(self.tr("Prices and goods"), figure, " · ".join(parts) or self.tr("not loaded yet"))

    def _tell_journal(self, state: HealthState) -> None:
        waiting, checked = state.waiting, state.checked
        entries = self.tr("%n entries", "", waiting.entries)
        head = f"{waiting.head_hash[:4]}…{waiting.head_hash[-2:]}"
        detail = f"{entries} · " + self.tr("head {0}").replace("{0}", head)
        if state.backup.made:
            backup = self.tr("backup {0} old").replace("{0}", age(state.backup.made.made_at, state.now))
            detail = f"{entries} · {backup}"
        if state.checked_at and checked and not checked.bad_seq:
            detail = f"{entries} · " + self.tr("checked {0}").replace("{0}", near(state.checked_at, state.now))
        if state.checking:
            self.journal.show_figure(self.tr("Journal"), self.tr("Checking…"), detail, "muted")
        elif checked and checked.bad_seq:
            self.journal.show_figure(self.tr("Journal"), self.tr("Broken"), detail, "danger")
        else:
            self.journal.show_figure(self.tr("Journal"), self.tr("Whole"), detail, "ok")

    def _tell_contact(self, state: HealthState) -> None:
        contact = state.status.last_contact
        figure = self.tr("{0} ago").replace("{0}", age(contact, state.now)) if contact else self.tr("never")
        offset = state.status.clock_offset_s
        parts = [self.tr("live line open")] if state.status.live else []
        if offset is not None:
            parts.append(clock_words(offset) if abs(offset) > CLOCK_OFF_S else self.tr("the clock is right"))
        self.contact.show_figure(self.tr("Last contact"), figure, " · ".join(parts))
