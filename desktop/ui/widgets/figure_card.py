"""A card with one figure: what it is, how much, and a quiet line about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets.card import Card
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.text import Text


class FigureCard(Card):
    """Cards of a row share its width; a figure gets smaller before it is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.figure = Figure("", "figure", align=Qt.AlignmentFlag.AlignLeft)
        self._detail = Text("", "label", wrap=True)
        self.body.addWidget(self.figure)
        self.body.addWidget(self._detail)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_figure(self, heading: str, figure: str, detail: str = "", tone: str = "text") -> None:
        """Show other words and figures; `tone` is a colour role for the figure."""
        self.set_heading(heading)
        self.figure.set_name(heading)
        self.figure.set_text(figure, tone)
        self._detail.setText(detail)

    def detail(self) -> str:
        """The quiet line."""
        return self._detail.text()
