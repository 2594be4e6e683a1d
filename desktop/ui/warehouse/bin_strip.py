"""The line below the band that asks whether a bin is empty, with its two keys; the next scan takes it away."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.emptying import ASKS
from desktop.domain.task import Task
from desktop.ui.keymap import chosen_key
from desktop.ui.theme.theme import active
from desktop.ui.warehouse.bin_presenter import BinPresenter, BinState
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text
from desktop.ui.words_goods import BINS

EMPTY_KEY, COUNT_KEY = "F10", "Ctrl+L"
LOW_MM = 90.0
"""A screen that is lower has no room for a row more."""


class BinStrip(Card):
    """`count` is the key that has the bin in hand counted; it stands where there is room for it."""

    def __init__(self, presenter: BinPresenter) -> None:
        super().__init__(ground="warn")
        self._presenter = presenter
        self.words = Text("", "body", wrap=True)
        self.yes = Key(size="control", shortcut=EMPTY_KEY, cap="right", bind=False)
        self.no = Key(size="control", shortcut=COUNT_KEY, cap="right", bind=False)
        self.count = Key(shortcut=COUNT_KEY, cap="right", bind=False)
        row, theme = QHBoxLayout(), active()
        row.setSpacing(theme.gap)
        row.addWidget(self.words, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.body.addLayout(row)
        self.body.setContentsMargins(theme.px(14), theme.px(4), theme.px(6), theme.px(4))
        self.yes.clicked.connect(lambda: presenter.confirm())
        self.no.clicked.connect(lambda: presenter.ask_count())
        self.count.clicked.connect(lambda: presenter.ask_count())
        presenter.changed.connect(self.show_state)
        self.hide()

    def bind(self, keys: object) -> None:
        """Let the keyboard press its keys while the keys of the screen are shown."""
        QShortcut(QKeySequence(chosen_key(EMPTY_KEY)), keys, self._presenter.confirm)  # type: ignore[call-overload]
        QShortcut(QKeySequence(chosen_key(COUNT_KEY)), keys, self._presenter.ask_count)  # type: ignore[call-overload]

    def show_task(self, task: Task | None) -> None:
        """Offer the count of the bin in hand where somebody stands before one."""
        self.count.setVisible(task is not None and task.kind in ASKS)

    def show_state(self, state: BinState) -> None:
        """Show what is asked or was said."""
        said = BINS.get(state.says, "")
        words = QCoreApplication.translate("Tasks", said).replace("{place}", state.place) if said else ""
        words = refusal_text(state.refusal) if state.refusal is not None else words
        self.words.setText(words)
        self.set_ground("danger" if state.refusal else "ok" if state.says in ("empty", "ordered") else "warn")
        for key in (self.yes, self.no):
            key.setVisible(state.says == "asked")
        self.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def retranslate(self) -> None:
        """Say everything again."""
        self.yes.set_text(self.tr("Empty"), name=self.tr("The bin is empty"))
        self.no.set_text(self.tr("Not empty"), name=self.tr("The bin is not empty: have it counted"))
        self.count.set_text(self.tr("Have this bin counted"))
        self.show_state(self._presenter.state)
