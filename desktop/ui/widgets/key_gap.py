"""The gap below a key is the key's too: one watcher for each widget that holds keys."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class KeyGaps(QObject):
    """Takes presses that land on the holder just below one of its keys, for that key. Kept by the holder itself.

    One for all keys of a holder: a filter is asked for every event there is, once for each filter."""

    @classmethod
    def watch(cls, holder: QWidget) -> None:
        """Watch over a widget, once."""
        if holder.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
            holder.installEventFilter(cls(holder))

    def __init__(self, holder: QWidget) -> None:
        super().__init__(holder)
        self._holder = holder
        self._pressed: QAbstractButton | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press, follow and release the key above the gap."""
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind in _PRESSES:
            return event.button() == Qt.MouseButton.LeftButton and self._press(event.position())
        if self._pressed is None or not isValid(self._pressed):  # a press may have rebuilt the keys
            return False
        if kind == QEvent.Type.MouseMove:
            self._pressed.setDown(self._reaches(self._pressed, event.position()))
        elif kind == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            self._release(event.position())
        return True

    def _press(self, at: QPointF) -> bool:
        for child in self._holder.children():
            if isinstance(child, Gapped) and child.isEnabled() and child.isVisible() and self._reaches(child, at):
                self._pressed = child
                child.setDown(True)
                child.pressed.emit()
                return True
        return False

    def _release(self, at: QPointF) -> None:
        key, self._pressed = self._pressed, None
        if key is not None:
            key.setDown(False)
            if self._reaches(key, at):
                key.click()

    @staticmethod
    def _reaches(key: QAbstractButton, at: QPointF) -> bool:
        return key.hitButton((at - QPointF(key.pos())).toPoint())


class Gapped(QAbstractButton):
    """A button whose holder is watched, whichever it is given to."""

    def changeEvent(self, event: QEvent) -> None:
        """Have the new holder watched."""
        if event.type() == QEvent.Type.ParentChange:
            self.watch_gap()
        super().changeEvent(event)

    def watch_gap(self) -> None:
        """Have the holder watched, if there is one."""
        holder = self.parentWidget()
        if holder is not None:
            KeyGaps.watch(holder)
