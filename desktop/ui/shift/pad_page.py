"""The frame of pages on which amounts are typed: what it is about at the left, keypad and the one big step right."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.shift.shift_rows import ShiftState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.keypad import Keypad
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.strip import Strip
from desktop.ui.widgets.text import Text

KEYS_SHARE = 0.36
"""How much of the width the keys take."""


class PadPage(Panel):
    """`card.body` is for the page, `aside` stands above the keypad, `go` is the step (F9), `strip` what is wrong.

    `allow` asks somebody else for what this person may not do alone.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.detail = Text("", "title", wrap=True), Text("", "quiet", wrap=True)
        self.card, self.strip = Card(), Strip()
        self.pad, self.go = Keypad(), Key(kind="primary", size="key", shortcut="F9")
        self.allow = Key(kind="plain", size="control", shortcut="Ctrl+G", cap="right")
        self.allow.hide()
        self.aside = QVBoxLayout()
        self.aside.addWidget(self.allow)
        self._keys = QWidget()
        self._row = QHBoxLayout(self)
        self._left = QVBoxLayout()
        self._heading = QVBoxLayout()
        self._heading.addWidget(self.title)
        self._heading.addWidget(self.detail)
        self._left.addLayout(self._heading)
        self._left.addWidget(self.strip)
        self._held = Scrolled(self.card)
        self._left.addWidget(self._held, 1)
        self._row.addLayout(self._left, 1)
        self._right = QVBoxLayout(self._keys)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.addLayout(self.aside)
        self._right.addStretch(1)
        self._right.addWidget(self.pad)
        self._right.addWidget(self.go)
        self._row.addWidget(self._keys)
        self._space()

    def show_allow(self, state: ShiftState) -> None:
        """Offer to ask somebody, where there is anybody who can allow it."""
        self.allow.set_text(self.tr("Somebody else allows it"))
        self.allow.setVisible(state.needs_approval and state.can_ask)

    def keep_in_sight(self, row: QWidget | None) -> None:
        """Scroll to what is typed into, where the card is higher than its place."""
        if row is not None:
            self._held.ensureWidgetVisible(row, 0, active().gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keys stay where they are, whatever is written on them."""
        super().resizeEvent(event)
        self._space()

    def _space(self) -> None:
        theme, gap = active(), active().gap
        self._row.setContentsMargins(2 * gap, 3 * gap // 2, 2 * gap, gap)
        self._row.setSpacing(2 * gap)
        self._left.setSpacing(gap)
        self._heading.setSpacing(theme.px(2))
        self.aside.setSpacing(gap)
        self._right.setSpacing(theme.mm(theme.density.gap_mm))
        self._keys.setFixedWidth(round((self.width() - 4 * gap) * KEYS_SHARE))
