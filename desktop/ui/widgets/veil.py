"""What lies over its host with a panel on it and is one step away from being gone: sheets and the menu."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from desktop.ui.theme.theme import active

_THIN = 0.72


class Veil(QWidget):
    """Covers its host thinly behind `panel`; Esc and a press beside the panel shut it, and the focus goes back.

    Who is one says in `_lay_out()` where the panel stands; it is asked again whenever the host changes its size.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._return_to: QWidget | None = None
        self.panel = QFrame(self)
        host.installEventFilter(self)
        self.hide()

    def shut(self) -> None:
        """One step back; nothing is lost."""
        if self.isHidden():
            return
        self.hide()
        if self._return_to is not None and isValid(self._return_to):
            self._return_to.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press beside the panel closes."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.shut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the host."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._lay_out()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil."""
        del event
        veil = active().colour("ground")
        veil.setAlphaF(_THIN)
        QPainter(self).fillRect(self.rect(), veil)

    def _rise(self, find_first: Callable[[], QWidget]) -> None:
        """Show it over its host and give the focus to what is found first, once it is shown."""
        self._return_to = QApplication.focusWidget()
        self._lay_out()
        self.show()
        self.raise_()
        find_first().setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self) -> None:
        raise NotImplementedError
