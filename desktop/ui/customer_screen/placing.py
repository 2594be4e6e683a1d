"""Where the customer's window stands: all over a display of its own, or, while that is missing, a window to move."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

OFF = "off"


def display_of(setting: str) -> QScreen | None:
    """The display that a setting such as "2" means, counted from 1; None when it is not there."""
    screens = QGuiApplication.screens()
    number = int(setting) if setting.isdigit() else 0
    return screens[number - 1] if 0 < number <= len(screens) else None


def place(window: QWidget, setting: str, own: QScreen | None) -> None:
    """Show the window on its display; where that is missing, or is the till's `own`, as one that can be moved."""
    display = display_of(setting)
    covers = display is not None and display is not own
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint, covers)
    if display is not None and covers:
        window.setGeometry(display.geometry())
    window.setWindowState(Qt.WindowState.WindowFullScreen if covers else Qt.WindowState.WindowNoState)
    window.show()  # not showFullScreen(), which asks for the focus
