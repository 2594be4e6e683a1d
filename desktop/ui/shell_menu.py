"""The menu over the till: the screens, the language, the look, and the way out."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop.ui.shell_look import LookKeys
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.navigation import SideNavigation
from desktop.ui.widgets.veil import Veil


class Menu(Veil):
    """Covers its host with a thin veil and opens at the left. `chosen(str)` tells a screen, `rehearsal_asked` leaves
    for the rehearsal where that is offered; Esc and the veil close."""

    chosen = Signal(str)
    locked = Signal()
    rehearsal_asked = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
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
        self.retranslate()

    def set_entries(self, entries: Sequence[tuple[str, str]], current: str) -> None:
        """Show these screens, the present one marked."""
        self.list.set_entries(entries)
        if current in dict(entries):
            self.list.choose(current)

    def open(self) -> None:
        """Show the menu and take the focus."""
        self.retranslate()
        self._rise(self._first_entry)

    def offer_rehearsal(self) -> None:
        """Show the key that leaves for the rehearsal."""
        self.rehearse.show()

    def retranslate(self) -> None:
        """Own words only."""
        self.setAccessibleName(self.tr("Menu"))
        self.lock.set_text(self.tr("Lock"))
        self.rehearse.set_text(self.tr("Rehearse"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.retranslate()
        super().changeEvent(event)

    def _first_entry(self) -> QWidget:
        return next((entry for entry in self.list.findChildren(QAbstractButton) if not entry.isHidden()), self.lock)

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
