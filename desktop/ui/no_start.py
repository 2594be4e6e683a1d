"""What a person sees when the till cannot start: whoever opened it by its icon reads no terminal."""

import asyncio

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.faults import Fault
from desktop.ui.theme.theme import active, dress
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.words import fault_words

_UNSEEN = ("offscreen", "minimal")
"""Qt platforms without anybody in front of them."""


class NoStart(QWidget):
    """A window with what is wrong and what helps. `closing()` when it was read."""

    closing = Signal()

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        dress(self)
        title, message, remedy = fault_words(fault)
        self.setWindowTitle("eckWMS")
        self.told = EmptyState(
            title,
            "\n\n".join(part for part in (message, remedy) if part),
            icon_name="triangle-alert",
            action=self.tr("Close"),
        )
        self.told.acted.connect(self.close)
        QVBoxLayout(self).addWidget(self.told)
        self.resize(active().px(720), active().px(420))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was read."""
        super().closeEvent(event)
        self.closing.emit()


async def show_until_read(fault: Fault) -> None:
    """Show a fault that leaves nothing else to show, until the person closes it; nothing without a screen."""
    if QGuiApplication.platformName() in _UNSEEN:
        return
    window, read = NoStart(fault), asyncio.Event()
    window.closing.connect(read.set)
    window.show()
    await read.wait()
