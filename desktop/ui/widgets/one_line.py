"""Words on one line that give way to what stands beside them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets.text import Text


class OneLine(Text):
    """Ends in … where there is no room for all its words; the tool tip and the screen reader have them whole.

    `least` signs are always seen."""

    def __init__(self, role: str = "body", *, least: int = 6, parent: QWidget | None = None) -> None:
        super().__init__("", role, parent=parent)
        self._words, self._least = "", least
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @property
    def words(self) -> str:
        """All of them."""
        return self._words

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all the words."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the fewest signs, or for the words where they are shorter."""
        least = self.fontMetrics().averageCharWidth() * self._least
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again after a theme switch."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
        self.setToolTip("" if shown == self._words else self._words)
