"""Facts in two columns: what, and how much."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Rule
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text

_ARRANGE = QEvent.Type(QEvent.registerEventType())


@dataclass(frozen=True)
class Pair:
    """One line; `tone` colours the value by role, `strong` makes it the line that counts."""

    words: str
    value: str
    tone: str = ""
    strong: bool = False


class Pairs(Panel):
    """Lines with hairlines between them. With `plain` values stand left, as words; else right, as figures.

    Where both have no room beside each other, a value stands below its words; where there is no height for that
    either, they had better stay."""

    def __init__(self, *, plain: bool = False, stays_beside: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain, self._stays_beside = plain, stays_beside
        self.pairs: tuple[Pair, ...] = ()
        self._lines: list[tuple[Text, Text]] = []
        self._is_beside, self._is_asked = True, False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1 if plain else 0, 1)
        self._space()

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these lines."""
        if tuple(pairs) == self.pairs:
            return
        self.pairs, self._lines = tuple(pairs), []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, pair in enumerate(self.pairs):
            self._add(at, pair)
        self._ask_to_arrange()

    def sizeHint(self) -> QSize:
        """Room for words and values beside each other."""
        words, values = (max((line[at].sizeHint().width() for line in self._lines), default=0) for at in (0, 1))
        return QSize(self._beside(words, values), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word or value."""
        if self._stays_beside:
            return super().minimumSizeHint()
        wide = max((text.minimumSizeHint().width() for line in self._lines for text in line), default=0)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, which may be one on the way to the last."""
        super().resizeEvent(event)
        self._ask_to_arrange()

    def event(self, event: QEvent) -> bool:
        """Beside or below, once the width is what it will be."""
        if event.type() == _ARRANGE:
            self._is_asked = False
            self._arrange()
            return True
        return super().event(event)

    def _ask_to_arrange(self) -> None:
        if not self._is_asked:
            self._is_asked = True
            later = Qt.EventPriority.LowEventPriority.value  # after the layouts around
            QCoreApplication.postEvent(self, QEvent(_ARRANGE), later)

    def _arrange(self) -> None:
        least = [max((line[at].minimumSizeHint().width() for line in self._lines), default=0) for at in (0, 1)]
        is_beside = self._stays_beside or self._beside(*least) <= self.width()
        if is_beside == self._is_beside:
            return
        self._is_beside = is_beside
        self._grid.setColumnMinimumWidth(0, self._words_least() if is_beside else 0)
        for at, (words, value) in enumerate(self._lines):
            for text in (words, value):
                self._grid.removeWidget(text)
            self._place(at, words, value)

    def _place(self, at: int, words: Text, value: Text) -> None:
        row = 3 * at + 1
        only_so_wide = self._plain and self._is_beside
        policy = QSizePolicy.Policy.Maximum if only_so_wide else QSizePolicy.Policy.Preferred
        words.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        if self._is_beside:
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(value, row, 1)
        else:
            self._grid.addWidget(words, row, 0, 1, 2)
            self._grid.addWidget(value, row + 1, 0, 1, 2)

    def _beside(self, words_px: int, values_px: int) -> int:
        return max(words_px, self._words_least()) + self._grid.horizontalSpacing() + values_px

    def _words_least(self) -> int:
        return active().px(170) if self._plain else 0

    def _add(self, at: int, pair: Pair) -> None:
        words = Text(pair.words, "strong" if pair.strong else "body", tone="" if pair.strong else "muted", wrap=True)
        value = Text(pair.value, "strong" if pair.strong else "body", tone=pair.tone, wrap=self._plain)
        side = Qt.AlignmentFlag.AlignLeft if self._plain else Qt.AlignmentFlag.AlignRight
        place = Qt.AlignmentFlag.AlignTop if self._plain else Qt.AlignmentFlag.AlignVCenter
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | place)
        value.setAlignment(side | place)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if at:
            rule = Rule(self)
            self._grid.addWidget(rule, 3 * at, 0, 1, 2)
            rule.show()
        self._lines.append((words, value))
        self._place(at, words, value)
        for text in (words, value):
            text.show()  # at once, else the first picture is without it

    def _space(self) -> None:
        theme = active()
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(7))
        self._grid.setColumnMinimumWidth(0, self._words_least() if self._is_beside else 0)
        self._ask_to_arrange()
