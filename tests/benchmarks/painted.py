"""When the ticket is painted with so many lines."""

import asyncio
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QListView

from desktop.ui.widgets.ticket_table import TicketTable


class Painted(QObject):
    """Tells the moment: the first turn of the loop after the paint event."""

    def __init__(self, table: TicketTable) -> None:
        super().__init__()
        self._table = table
        self._wanted = 0
        self._done: asyncio.Future[float] | None = None
        listing = table.findChild(QListView)
        assert listing is not None
        listing.viewport().installEventFilter(self)

    def expect(self, lines: int) -> "asyncio.Future[float]":
        """Give the moment (of `perf_counter`) at which so many lines are painted."""
        self._wanted, self._done = lines, asyncio.get_running_loop().create_future()
        return self._done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at paint events only."""
        if event.type() == QEvent.Type.Paint and self._done and self._table.model.rowCount() >= self._wanted:
            done, self._done = self._done, None
            QTimer.singleShot(0, lambda: done.done() or done.set_result(perf_counter()))
        return False
