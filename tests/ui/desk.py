"""A window, a wedge before it, and a keyboard whose keys carry time stamps that the test sets."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout

from desktop.ui.wedge import Wedge, WedgeSettings

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
NAMED = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace}


class Desk:
    """A window with a field and two buttons, a wedge before it, and a keyboard with a clock of its own."""

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        self.now_ms = 1_000
        self.window = QDialog()
        self.field, self.button, self.default = QLineEdit(), QPushButton("Pay"), QPushButton("Default")
        self.default.setDefault(True)
        column = QVBoxLayout(self.window)
        for widget in (self.field, self.button, self.default):
            column.addWidget(widget)
        self.pressed: list[str] = []
        self.button.clicked.connect(lambda: self.pressed.append("button"))
        self.default.clicked.connect(lambda: self.pressed.append("default"))
        self.wedge = Wedge(settings, now_ms=lambda: self.now_ms)
        self.codes: list[str] = []
        self.wedge.scanned.connect(self.codes.append)
        self.wedge.install(QApplication.instance())
        self.window.show()
        self.field.setFocus()

    def key(self, key: int, text: str = "", modifiers: Qt.KeyboardModifier = NONE, **more: int) -> None:
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self.send(kind, key, text, modifiers, **more)

    def send(
        self,
        kind: QEvent.Type,
        key: int,
        text: str,
        modifiers: Qt.KeyboardModifier = NONE,
        *,
        scan: int = 0,
        repeat: int = 0,
    ) -> bool:
        event = QKeyEvent(kind, key, modifiers, scan, 0, 0, text, bool(repeat))
        event.setTimestamp(self.now_ms)
        target = self.window.focusWidget() or self.window
        return QCoreApplication.sendEvent(target, event)

    def type(self, text: str, gap_ms: int = 5) -> None:
        for char in text:
            self.now_ms += gap_ms
            key = NAMED.get(char, ord(char.upper()) if char.isascii() else ord(char.upper()[0]))
            self.key(int(key), char, SHIFT if char.isupper() else NONE)

    def pause(self, ms: int = 500) -> None:
        """Nothing for a while: the timer runs out."""
        self.now_ms += ms
        self.wedge.settle()
