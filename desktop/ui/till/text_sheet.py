"""A few words for the ticket: a note, or the name under which it is parked."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.sheet import Sheet


class TextSheet(Sheet):
    """`ask` opens it; what was written goes to whoever asked, an empty text too."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, place="centre", width_mm=110.0)
        self.words, self.go = Field(), Key(kind="primary")
        self._then: Callable[[str], None] = _nothing
        self.body.addWidget(self.words)
        self.body.addWidget(self.go)
        self.words.submitted.connect(lambda _: self._tell())
        self.go.clicked.connect(lambda: self._tell())

    def ask(self, title: str, label: str, go: str, value: str, then: Callable[[str], None]) -> None:
        """Open with what is written already."""
        self._then = then
        self.set_title(title)
        self.words.set_label(label)
        self.words.set_value(value)
        self.go.set_text(go)
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts; nothing that is pressed here is typed into the till below."""
        super().keyPressEvent(event)
        event.accept()

    def _tell(self) -> None:
        then, self._then = self._then, _nothing
        self.shut()
        then(self.words.value())


def _nothing(words: str) -> None:
    """Nobody asks."""
