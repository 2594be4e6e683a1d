"""Surfaces: the card, the thin line, the bar on top."""

from typing import Literal

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.theme.tokens import MARGIN
from desktop.ui.widgets.text import Text, repolish

Ground = Literal["", "raised", "info", "ok", "warn", "danger"]
Outline = Literal["", "ok", "danger"]


class Card(QFrame):
    """A white card; put things into `body`. `heading` is the quiet line on top.

    `flush` leaves no margin, for lists that reach the edge; `ground` tints it."""

    def __init__(
        self, heading: str = "", *, flush: bool = False, ground: Ground = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("box", "card")
        self.setProperty("ground", ground)
        self.body = QVBoxLayout(self)
        margin = 1 if flush else active().px(MARGIN)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(0 if flush else active().gap // 2)
        self._heading = Text(heading, "quiet", parent=self)
        self._heading.setVisible(bool(heading))
        self._heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self._heading)

    def set_heading(self, heading: str) -> None:
        """Change the quiet line on top."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))

    def set_ground(self, ground: Ground) -> None:
        """Tint the card."""
        self._mark("ground", ground)

    def set_outline(self, outline: Outline) -> None:
        """Outline the card: green for "taken", red for "stop"."""
        self._mark("outline", outline)

    def _mark(self, name: str, value: str) -> None:
        """The style sheet looks at the whole card anew, so only when something is new."""
        if self.property(name) != value:
            self.setProperty(name, value)
            repolish(self)


class Rule(QFrame):
    """A hairline, decoration only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "rule")
        self.setFixedHeight(1)


class Bar(QFrame):
    """The surface of a top bar, with a line below; lay it out yourself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "bar")
