"""A room that keeps what happens in it to itself, and pages of which only the one that is shown asks for room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget


class Room(QWidget):
    """Holds one widget at full size, without a layout of its own.

    Layouts measure everything up to the window again when a word inside changes; here that ends, a scan needs none of
    it. What the widget asks for is asked when the room itself is measured."""

    def __init__(self, held: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held, self.lifted = held, 0
        held.setParent(self)
        self.setSizePolicy(held.sizePolicy())

    def lift(self, by: int) -> None:
        """Hold the widget so many pixels higher, its upper edge out of sight."""
        if by != self.lifted:
            self.lifted = by
            self._held.setGeometry(self.rect().translated(0, -by))

    def sizeHint(self) -> QSize:
        """What the widget would like."""
        return self._held.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the widget needs."""
        return self._held.minimumSizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Be measured again after a theme switch."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The widget fills the room."""
        super().resizeEvent(event)
        self._held.setGeometry(self.rect().translated(0, -self.lifted))


class Pages(QStackedWidget):
    """A screen for gloves fits a small glass although the till behind it does not."""

    def sizeHint(self) -> QSize:
        """What the page that is shown would like."""
        page = self.currentWidget()
        return page.sizeHint() if page else QSize()

    def hasHeightForWidth(self) -> bool:
        """Its pages take the height there is: what scrolls around it asks for the least."""
        return False

    def minimumSizeHint(self) -> QSize:
        """What the page that is shown needs."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page else QSize()
