"""Letters come when a finger leads into a field and go with it; who has a keyboard never sees them."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.ui.language import spoken_language
from desktop.ui.theme.theme import active
from desktop.ui.widgets.letter_keys import LetterKeys
from desktop.ui.widgets.room import Room


class FingerTyping(QObject):
    """Watches what reaches a window: after a touch, a field that gets the focus gets letters below; a key ends that.

    They stand over the host's lower edge, and the room is lifted so far that the field stays in sight. What is typed
    arrives as from any input method, never as keys: it cannot look like a scan.
    """

    def __init__(self, window: QWidget, host: QWidget, room: Room) -> None:
        super().__init__(window)
        self._window, self._host, self._room = window, host, room
        self._glass: QWindow | None = None
        self._by_finger = False
        self._keys: LetterKeys | None = None
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether fingers or keys are at work; nothing is kept from whoever it is for."""
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Show:
                self._watch_glass()
            elif kind == QEvent.Type.Resize and self._keys is not None and self._keys.isVisible():
                self._lay_out(self._keys)
        elif kind == QEvent.Type.TouchBegin:
            self._by_finger = True
        elif kind == QEvent.Type.TouchEnd:
            QTimer.singleShot(0, self, self._look)  # the field that was touched may have had the focus already
        elif kind == QEvent.Type.KeyPress:
            self._by_finger = False
            self._put_away()
        return False

    def _watch_glass(self) -> None:
        """What fingers and keys do reaches the window first, and it gets far less than its widgets."""
        glass = self._window.windowHandle()
        if glass is not None and glass is not self._glass:
            glass.installEventFilter(self)
            self._glass = glass

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        if self._by_finger and self._is_ours(new):
            self.bring()
        else:
            self._put_away()

    def _look(self) -> None:
        if self._by_finger and self._is_ours(QApplication.focusWidget()):
            self.bring()

    def _is_ours(self, field: QWidget | None) -> bool:
        """Whether letters can be written there."""
        return isinstance(field, QLineEdit) and field.window() is self._window and not field.isReadOnly()

    def bring(self) -> None:
        """Show the letters for the field that has the focus, which stays in sight."""
        keys = self._keys = self._keys or self._make()
        if not keys.isVisible():
            keys.speak(spoken_language())
        keys.show()
        self._lay_out(keys)

    def _make(self) -> LetterKeys:
        """When a finger wants them first: most tills never do."""
        keys = LetterKeys(self._host)
        keys.typed.connect(self._type)
        keys.erased.connect(lambda: self._press(Qt.Key.Key_Backspace))
        keys.entered.connect(lambda: self._press(Qt.Key.Key_Return))
        keys.put_away.connect(self._put_away)
        return keys

    def _put_away(self) -> None:
        if self._keys is not None and not self._keys.isHidden():
            self._keys.hide()
            self._room.lift(0)

    def _lay_out(self, keys: LetterKeys) -> None:
        """Along the lower edge, in front; the field in hand above it."""
        host, high = self._host.rect(), keys.sizeHint().height()
        top = max(0, host.height() - high)
        keys.setGeometry(0, top, host.width(), high)
        keys.raise_()
        field = QApplication.focusWidget()
        if field is not None and self._room.isAncestorOf(field):
            low = field.mapTo(self._host, QPoint(0, field.height())).y() + self._room.lifted
            self._room.lift(max(0, low + active().px(12) - top))

    def _type(self, text: str) -> None:
        field = QApplication.focusWidget()
        if field is not None:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(field, event)

    def _press(self, key: Qt.Key) -> None:
        field = QApplication.focusWidget()
        if field is not None:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
