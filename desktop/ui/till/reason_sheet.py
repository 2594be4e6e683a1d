"""Why? One press for the usual reasons, or a few words; it is written down."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.theme import active
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.text import Text

USUAL = 3


@dataclass(frozen=True)
class Question:
    """The words of the sheet: what it is about, what happens, the label of the field, the key beside it."""

    title: str
    hint: str
    label: str
    go: str
    usual: Sequence[str]


class ReasonSheet(Sheet):
    """`reasoned(str)` tells the reason; the sheet is shut by then."""

    reasoned = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, place="centre", width_mm=110.0)
        self._hint = Text("", "body", tone="muted", wrap=True)
        self.reason, self.go = Field(), Key(kind="primary")
        self.usual = [Key(shortcut=f"Ctrl+{at}", cap="right") for at in range(1, USUAL + 1)]
        self._keys = QVBoxLayout()
        self.body.addWidget(self._hint)
        for key in self.usual:
            self._keys.addWidget(key)
            key.clicked.connect(lambda _=False, key=key: self._tell(key.text()))
        self.body.addLayout(self._keys)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.go)
        self.reason.edited.connect(lambda typed: self.go.setEnabled(bool(typed.strip())))
        self.reason.submitted.connect(lambda typed: self._tell(typed))
        self.go.clicked.connect(lambda: self._tell(self.reason.value()))

    def ask_why(self, question: Question) -> None:
        """Open with an empty field that takes what is typed."""
        self.set_title(question.title)
        self._hint.setText(question.hint)
        self.reason.set_label(question.label)
        self.go.set_text(question.go)
        for key, words in zip(self.usual, question.usual, strict=True):
            key.set_text(words)
        self.reason.set_value("")
        self.go.setEnabled(False)
        self._keys.setSpacing(active().mm(active().density.gap_mm))
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts; nothing that is pressed here is typed into the till below."""
        super().keyPressEvent(event)
        event.accept()

    def _tell(self, reason: str) -> None:
        if reason.strip():
            self.shut()
            self.reasoned.emit(reason.strip())
