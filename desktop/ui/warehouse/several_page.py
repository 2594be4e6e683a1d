"""Several orders fetched on one way: each is chosen by key or scan, then they go together or each in its own tote."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.warehouse.home_rows import HomeState
from desktop.ui.warehouse.key_list import KeyList
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.text import Text


class SeveralPage(Panel):
    """`toggled(str)` chooses an order or lets go of it, `begun(bool)` begins; with True each has a tote."""

    toggled = Signal(str)
    begun = Signal(bool)
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._about = Text("", "strip", wrap=True), Text("", "body", wrap=True)
        self.listed = KeyList()
        self.back = Key(shortcut="Esc", cap="right", bind=False)
        self.totes, self.together = Key(shortcut="F8", cap="right"), Key(kind="next", shortcut="F9", cap="right")
        self.keys = KeyGrid((self.back, self.totes, self.together))
        self._column = QVBoxLayout(self)
        for widget in (self._title, self._about):
            self._column.addWidget(widget)
        self._column.addWidget(Scrolled(self.listed), 1)
        self._column.addWidget(self.keys)
        self.listed.chosen.connect(self.toggled)
        self.back.clicked.connect(lambda: self.back_pressed.emit())
        self.totes.clicked.connect(lambda: self.begun.emit(True))
        self.together.clicked.connect(lambda: self.begun.emit(False))
        self._space()

    def show_state(self, state: HomeState, rows: Sequence[tuple[str, str]]) -> None:
        """Show the orders to choose from, as (id, words)."""
        chosen = state.gathered or ()
        self._title.setText(self.tr("Several orders on one way"))
        self._about.setText(self.tr("%n chosen. Scan their numbers, or the number of a supply.", "", len(chosen)))
        self.listed.show_rows([(name, f"{'✓' if name in chosen else '○'} {words}") for name, words in rows], 1)
        self.back.set_text(self.tr("Back"))
        self.totes.set_text(self.tr("Each in its tote"))
        self.together.set_text(self.tr("All together"))
        for key in (self.totes, self.together):
            key.setEnabled(bool(chosen))
        self.keys.lay_out()

    def _space(self) -> None:
        gap = active().gap
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._column.setSpacing(gap)
