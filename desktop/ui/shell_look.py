"""Two keys that anybody may press at any time: the next language, and light or dark."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.language import LANGUAGES, next_language
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key


class LookKeys(QWidget):
    """`language_asked()` and `theme_asked()`."""

    language_asked = Signal()
    theme_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self.look = Key(kind="plain", size="control"), Key(kind="plain", size="control")
        self.language.clicked.connect(lambda: self.language_asked.emit())
        self.look.clicked.connect(lambda: self.theme_asked.emit())
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for key in (self.language, self.look):
            self._line.addWidget(key)
        self.retranslate()

    def retranslate(self) -> None:
        """The next language in its own words, the other look in this one's."""
        self.language.set_text(LANGUAGES[next_language()])
        self.look.set_text(self.tr("Light") if active().name == "dark" else self.tr("Dark"))
        self._line.setSpacing(active().mm(active().density.gap_mm))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.retranslate()
        super().changeEvent(event)
