"""What stands where nothing is: a list without rows teaches the first step."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.theme.icons import icon
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.text import Text


class EmptyState(QWidget):
    """An icon, a sentence, a quieter one, and perhaps one key (`acted()`)."""

    acted = Signal()

    def __init__(
        self,
        title: str = "",
        text: str = "",
        *,
        icon_name: str = "inbox",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title, self._text = Text(title, "strip", wrap=True), Text(text, "body", tone="muted", wrap=True)
        self._key = Key(action, kind="plain")
        self._key.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self._icon, self._title, self._text):
            column.addWidget(widget)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._key, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self.set_words(title, text, action)
        self._draw()

    def set_words(self, title: str, text: str = "", action: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._key.set_text(action)
        self._key.setVisible(bool(action))
        self.setAccessibleName(title)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        side = active().px(44)
        self._icon.setPixmap(icon(self._icon_name, "edge").pixmap(QSize(side, side), self.devicePixelRatioF()))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(active().px(8))
