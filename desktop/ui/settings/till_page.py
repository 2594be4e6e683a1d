"""What this till is, for reading and for reading out to support; and how it behaves while people work at it."""

from PySide6.QtWidgets import QWidget

from desktop.ui import formats
from desktop.ui.settings.choice_row import ChoiceRow
from desktop.ui.settings.page import Page
from desktop.ui.settings.settings_rows import SettingsState
from desktop.ui.settings.typed_row import TypedRow
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.pairs import Pair, Pairs

MEGABYTE = 1_000_000
LOCKS_S = (0, 60, 120, 300, 900)
_RIGHT = ("version", "data_dir", "database_bytes", "secrets", "journal", "origins")


class TillPage(Page):
    """Facts in two cards, the till and its server, the program and its files; a third sets how it behaves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._till, self._program = Card(), Card(), Card()
        self.lock, self.bundles, self.keys = ChoiceRow("auto_lock_s"), ChoiceRow("bundles_unasked"), TypedRow("keys")
        self.lock.chosen.connect(lambda name, value: self.saved.emit(name, int(value)))
        self.bundles.chosen.connect(lambda name, value: self.saved.emit(name, value == "True"))
        self.keys.saved.connect(self.saved)
        for row in (self.lock, self.bundles, self.keys):
            self._work.body.addWidget(row)
        self.till, self.program = Pairs(plain=True), Pairs(plain=True)
        self._till.body.addWidget(self.till)
        self._program.body.addWidget(self.program)
        self.left.addWidget(self._work)
        self.left.addWidget(self._till)
        self.left.addStretch(1)
        self.right.addWidget(self._program)
        self.right.addStretch(1)
        self.space()
        self.retranslate()

    def space(self) -> None:
        """Take the distances of the look in force."""
        super().space()
        if hasattr(self, "_program"):
            for card in (self._work, self._till, self._program):
                card.body.setSpacing(active().px(10))

    def show_state(self, state: SettingsState) -> None:
        """List the facts, and what is in force."""
        super().show_state(state)
        for row in (self.lock, self.bundles, self.keys):
            row.show_state(state)
        self.till.set_pairs([self._pair(name, value) for name, value in state.facts if name not in _RIGHT])
        self.program.set_pairs([self._pair(name, value) for name, value in state.facts if name in _RIGHT])

    def retranslate(self) -> None:
        """Say everything again."""
        self._work.set_heading(self.tr("At work"))
        minutes = [(str(s), self.tr("{0} min").replace("{0}", str(s // 60))) for s in LOCKS_S[1:]]
        self.lock.set_words(self.tr("Lock the till when nobody touches it"), [("0", self.tr("Never")), *minutes])
        self.bundles.set_words(
            self.tr("When head office asks for a file for support"),
            [("False", self.tr("Ask here first")), ("True", self.tr("Send it"))],
        )
        self.keys.set_words(self.tr("Other keys"), self.tr("F9=F10, F10=F9: ours, then yours. From the next start on."))
        self._till.set_heading(self.tr("Till and server"))
        self._program.set_heading(self.tr("Program and data"))
        super().retranslate()

    def _pair(self, name: str, value: str) -> Pair:
        names = {
            "name": self.tr("Name"),
            "shop": self.tr("Shop"),
            "state": self.tr("State"),
            "server": self.tr("Server"),
            "device": self.tr("Device"),
            "key": self.tr("Key"),
            "incarnation": self.tr("Journal since"),
            "receipt_prefix": self.tr("Receipts begin with"),
            "version": self.tr("Program"),
            "data_dir": self.tr("Data"),
            "database_bytes": self.tr("Size of the journal"),
            "secrets": self.tr("Secrets"),
            "journal": self.tr("Head of the journal"),
            "origins": self.tr("Set by your administrator"),
        }
        states = {
            "active": self.tr("admitted"),
            "pending": self.tr("waiting for approval"),
            "blocked": self.tr("blocked"),
        }
        shown = states.get(value, value) if name == "state" else value
        if name == "database_bytes":
            shown = self.tr("{0} MB").replace("{0}", formats.decimal(f"{int(value) / MEGABYTE:.1f}"))
        return Pair(names.get(name, name), shown or "–")
