"""Press a key of the window as if somebody's finger did: its shortcut where it is one, else what it types."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def press_key(window: QWidget, key: str) -> None:
    """Press a key, given as a shortcut is written; one that does nothing now does nothing."""
    sequence = QKeySequence(key)
    for shortcut in window.findChildren(QShortcut):
        if shortcut.key() == sequence and _may_act(shortcut):
            shortcut.activated.emit()
            return
    combination = sequence[0]  # type: ignore[index]
    text = key if len(key) == 1 else ""
    target = window.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, combination.key(), combination.keyboardModifiers(), text)
        QApplication.sendEvent(target, event)


def _may_act(shortcut: QShortcut) -> bool:
    owner = shortcut.parent()
    return shortcut.isEnabled() and isinstance(owner, QWidget) and owner.isVisible() and owner.isEnabled()


def is_key(text: str) -> bool:
    """Whether this names one key, with modifiers or without."""
    sequence = QKeySequence(text)
    if sequence.count() != 1:
        return False
    return sequence[0].key() not in (Qt.Key.Key_unknown, Qt.Key(0))  # type: ignore[index]
