"""Labels by text style."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def repolish(widget: QWidget) -> None:
    """Make the style sheet look at a widget again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def set_tone(label: QLabel, tone: str) -> None:
    """Colour a label by role: `text`, `muted`, `primary`, `ok`, `warn`, `danger`; "" for the style's own."""
    label.setProperty("tone", tone)
    repolish(label)


class Text(QLabel):
    """Words in one of the text styles of `tokens.TEXT_STYLES`, never elided; `wrap` breaks long lines."""

    def __init__(
        self, text: str = "", role: str = "body", *, tone: str = "", wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_tone(self, tone: str) -> None:
        """Colour by role; see `set_tone`."""
        set_tone(self, tone)
