"""Where to look for a difference: what the till's own entries let suppose, in a few sentences."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.detective import Clue
from desktop.ui import formats
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Text
from desktop.ui.words_people import clue_words

SHOWN = 4
"""On the screen; paper has all of them."""


class ClueCard(Card):
    """Hidden where there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title, self._hint = Text("", "strong"), Text("", "quiet", wrap=True)
        self.lines = [Text("", "body", wrap=True) for _ in range(SHOWN)]
        for text in (self._title, self._hint, *self.lines):
            self.body.addWidget(text)
        self._space()

    def show_clues(self, clues: Sequence[Clue], currency: str) -> None:
        """Say the likeliest ones."""
        self.setVisible(bool(clues))
        self._title.setText(self.tr("Where to look"))
        self._hint.setText(self.tr("What the till's own entries let suppose; it accuses nobody."))
        for at, line in enumerate(self.lines):
            said = at < len(clues)
            line.setVisible(said)
            line.setText(clue_words(clues[at], formats.money(clues[at].amount_minor, currency)) if said else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()

    def _space(self) -> None:
        self.body.setSpacing(active().px(6))
