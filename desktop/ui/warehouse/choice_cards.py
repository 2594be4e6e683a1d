"""What can be chosen, side by side: each a card with the key that takes it, who says it, why, and what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.pairs import Pair, Pairs
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text

_MOST_BESIDE = 3
_LEAST_WIDE_PX = 210
_NUMBERED = 9


@dataclass(frozen=True)
class Choice:
    """`name` is its code, `words` stand on its key, `heading` says whose it is, `facts` what it comes to, `note` what
    becomes of it."""

    name: str
    words: str
    heading: str = ""
    facts: tuple[Pair, ...] = ()
    note: str = ""

    def spoken(self) -> str:
        """All of it, for a screen reader."""
        facts = (f"{fact.words} {fact.value}" for fact in self.facts)
        return ", ".join(part for part in (self.words, self.heading, *facts, self.note) if part)


class ChoiceCards(Panel):
    """Cards beside each other, as many as have room; `chosen(str)` tells the code. The first have Ctrl and a digit."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self._cards: list[_ChoiceCard] = []
        self._beside = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @property
    def keys(self) -> list[Key]:
        """The keys that choose, in the order of the choices."""
        return [card.key for card in self._cards]

    def show_choices(self, choices: Sequence[Choice], chosen: str) -> None:
        """Show these; that with the code `chosen` is marked."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            for card in self._cards:
                card.hide()
                card.deleteLater()
            self._cards = [_ChoiceCard(at, choice, self) for at, choice in enumerate(choices, 1)]
            for card in self._cards:
                card.key.clicked.connect(lambda _=False, name=card.name: self.chosen.emit(name))
            self._lay_out()
        for card in self._cards:
            card.mark(chosen=card.name == chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room may hold more of them beside each other."""
        super().resizeEvent(event)
        if self._count_beside() != self._beside:
            self._lay_out()

    def _count_beside(self) -> int:
        room = self.width() // active().px(_LEAST_WIDE_PX)
        return max(1, min(_MOST_BESIDE, room, len(self._cards)))

    def _lay_out(self) -> None:
        was, self._beside = self._beside, self._count_beside()
        self._grid.setSpacing(active().gap)
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // self._beside, at % self._beside)
            card.show()  # at once: its keyboard key must work with it
        for column in range(max(was, self._beside)):
            self._grid.setColumnStretch(column, 1 if column < self._beside else 0)


class _ChoiceCard(Card):
    def __init__(self, number: int, choice: Choice, parent: ChoiceCards) -> None:
        super().__init__(parent=parent)
        self.name = choice.name
        shortcut = f"Ctrl+{number}" if number <= _NUMBERED else ""
        self.key = Key(kind="choice", shortcut=shortcut, cap="right")
        self.key.set_text(choice.words, name=choice.spoken())
        self.key.clicked.connect(lambda: self.key.setChecked(True))  # a second press does not take it back
        self.body.addWidget(self.key)  # first: on a small screen what is below it may have to be scrolled to
        if choice.heading:
            self.body.addWidget(Text(choice.heading, "quiet", wrap=True))
        if choice.facts:
            facts = Pairs()
            facts.set_pairs(choice.facts)
            self.body.addWidget(facts)
        if choice.note:
            self.body.addWidget(Text(choice.note, "body", wrap=True))
        self.body.addStretch(1)

    def mark(self, *, chosen: bool) -> None:
        """Show whether it is the one that is chosen."""
        self.key.setChecked(chosen)
        self.set_ground("info" if chosen else "")
