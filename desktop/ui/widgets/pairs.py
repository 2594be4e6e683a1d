"""Facts in two columns: what, and how much."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Rule
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text


@dataclass(frozen=True)
class Pair:
    """One line; `tone` colours the value by role, `strong` makes it the line that counts."""

    words: str
    value: str
    tone: str = ""
    strong: bool = False


class Pairs(Panel):
    """Lines with hairlines between them. With `plain` values stand left, as words; else right, as figures."""

    def __init__(self, *, plain: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain = plain
        self.pairs: tuple[Pair, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1 if plain else 0, 1)
        self._space()

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these lines."""
        if tuple(pairs) == self.pairs:
            return
        self.pairs = tuple(pairs)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, pair in enumerate(self.pairs):
            self._add(at, pair)

    def _add(self, at: int, pair: Pair) -> None:
        words = Text(pair.words, "strong" if pair.strong else "body", tone="" if pair.strong else "muted", wrap=True)
        value = Text(pair.value, "strong" if pair.strong else "body", tone=pair.tone, wrap=self._plain)
        side = Qt.AlignmentFlag.AlignLeft if self._plain else Qt.AlignmentFlag.AlignRight
        place = Qt.AlignmentFlag.AlignTop if self._plain else Qt.AlignmentFlag.AlignVCenter
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | place)
        value.setAlignment(side | place)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if self._plain:
            words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        if at:
            rule = Rule(self)
            self._grid.addWidget(rule, 2 * at - 1, 0, 1, 2)
            rule.show()
        for column, text in enumerate((words, value)):
            self._grid.addWidget(text, 2 * at, column)
            text.show()  # at once, else the first picture is without it

    def _space(self) -> None:
        theme = active()
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(7))
        self._grid.setColumnMinimumWidth(0, theme.px(170) if self._plain else 0)
