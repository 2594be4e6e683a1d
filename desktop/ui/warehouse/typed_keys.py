"""What the keyboard types where goods are scanned: signs, `*` after how many, `+` for one more, Enter, and back."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Typed(Protocol):
    """Whoever takes what is typed."""

    def press_enter(self) -> None:
        """Apply what is typed."""

    def press_backspace(self) -> None:
        """Take the last sign back."""

    def press_times(self) -> None:
        """What is typed is how many of the next goods."""

    def press_more(self) -> None:
        """One more of what was scanned last."""

    def press_char(self, char: str) -> None:
        """Add a sign."""


def type_key(typed: Typed, event: QKeyEvent) -> bool:
    """Give a key to whoever takes what is typed; False when it is nothing that is typed."""
    key, text = Qt.Key(event.key()), event.text()
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        typed.press_enter()
    elif key == Qt.Key.Key_Backspace:
        typed.press_backspace()
    elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or not (text.isprintable() and text.strip()):
        return False
    elif text == "*":
        typed.press_times()
    elif text == "+":
        typed.press_more()
    else:
        typed.press_char(text)
    return True
