"""A widget with words and spaces of its own: both follow language and theme."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Panel(QWidget):
    """Says its words again in another language, and spaces itself anew in another theme or density."""

    def retranslate(self) -> None:
        """Say everything again."""

    def _space(self) -> None:
        """Set margins and gaps of the theme."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._space()
        super().changeEvent(event)
