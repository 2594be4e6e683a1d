"""The menu over the till: the screens, the language, the look, and the way out."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.shell_look import LookKeys
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.navigation import SideNavigation


class Menu(QWidget):
    """Covers its host with a thin veil and opens at the left. `chosen(str)` tells a screen, `rehearsal_asked` leaves
    for the rehearsal where that is offered; Esc and the veil close."""

    chosen = Signal(str)
    locked = Signal()
    rehearsal_asked = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._return_to: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setProperty("box", "side")
        self.list = SideNavigation(parent=self.panel, numbered=True)
        self.look = LookKeys()
        self.rehearse = Key(kind="plain", size="control")
        self.rehearse.hide()
        self.lock = Key(kind="plain", size="control", shortcut="F12", cap="right", bind=False)
        column = QVBoxLayout(self.panel)
        column.addWidget(self.list, 1)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.look)
        self._foot.addWidget(self.rehearse)
        self._foot.addWidget(self.lock)
        column.addLayout(self._foot)
        self.list.chosen.connect(self._choose)
        self.lock.clicked.connect(self._lock)
        self.rehearse.clicked.connect(lambda: self.rehearsal_asked.emit())
        host.installEventFilter(self)
        self.retranslate()
        self.hide()

    def set_entries(self, entries: Sequence[tuple[str, str]], current: str) -> None:
        """Show these screens, the present one marked."""
        self.list.set_entries(entries)
        if current in dict(entries):
            self.list.choose(current)

    def open(self) -> None:
        """Show the menu and take the focus."""
        self._return_to = QApplication.focusWidget()
        self.retranslate()
        self._lay_out()
        self.show()
        self.raise_()
        entries = [entry for entry in self.list.findChildren(QAbstractButton) if not entry.isHidden()]
        first: QWidget = entries[0] if entries else self.lock
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer_rehearsal(self) -> None:
        """Show the key that leaves for the rehearsal."""
        self.rehearse.show()

    def shut(self) -> None:
        """One step back."""
        if self.isHidden():
            return
        self.hide()
        if self._return_to is not None and isValid(self._return_to):
            self._return_to.setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Own words only."""
        self.setAccessibleName(self.tr("Menu"))
        self.lock.set_text(self.tr("Lock"))
        self.rehearse.set_text(self.tr("Rehearse"))

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

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil."""
        del event
        veil = active().colour("ground")
        veil.setAlphaF(0.72)
        QPainter(self).fillRect(self.rect(), veil)

    def _choose(self, key: str) -> None:
        self.shut()
        self.chosen.emit(key)

    def _lock(self) -> None:
        self.shut()
        self.locked.emit()

    def _lay_out(self) -> None:
        theme, margin = active(), active().px(10)
        self.setGeometry(self._host.rect())
        column = self.panel.layout()
        if column is not None:
            column.setContentsMargins(0, 0, 1, 0)
        self._foot.setContentsMargins(margin, 0, margin, margin)
        self._foot.setSpacing(theme.mm(theme.density.gap_mm))
        width = max(theme.px(260), self.panel.sizeHint().width())
        self.panel.setGeometry(0, 0, width, self.height())
