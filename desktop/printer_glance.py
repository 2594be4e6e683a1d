"""How the receipt printer is, looked at again and again while somebody watches, and never in the way of a slip."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from desktop.devices.printer import Printer, PrinterStatus
from desktop.faults import Fault

LOOK_EVERY_S = 2.0
SILENT_EVERY_S = 12.0
"""A printer that does not answer is asked so seldom: one that prints what it is asked wastes no paper."""


@dataclass(frozen=True, slots=True)
class Glanced:
    """What was seen last: an answer (or silence), or why it cannot be reached; neither before the first look."""

    status: PrinterStatus | None = None
    fault: Fault | None = None


class Aside(Protocol):
    """Runs work in a thread, and what takes its answer on the window's."""

    def __call__(self, work: Callable[[], Any], done: Callable[[Any], None], /) -> None:
        """Begin."""


class PrinterGlance:
    """`printer()` gives the one in use now, None without; another one is looked at from the beginning."""

    def __init__(
        self, printer: Callable[[], Printer | None], beside: Aside, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._printer_in_use, self._beside, self._now_s = printer, beside, now_s
        self._printer: Printer | None = None
        self._seen = Glanced()
        self._due_s: float | None = 0.0

    def seen(self) -> Glanced:
        """What was seen last; asking for it is watching, and begins the next look when it is due."""
        printer = self._printer_in_use()
        if printer is not self._printer:
            self._printer, self._seen, self._due_s = printer, Glanced(), 0.0
        if printer is not None and self._due_s is not None and self._now_s() >= self._due_s:
            self._due_s = None
            self._beside(lambda: look(printer), lambda found: self._take(printer, found))
        return self._seen

    def _take(self, printer: Printer, found: Glanced | None) -> None:
        if printer is not self._printer:
            return
        self._seen = found or self._seen
        silent = found is not None and found.status is not None and not found.status.answered
        self._due_s = self._now_s() + (SILENT_EVERY_S if silent else LOOK_EVERY_S)


def look(printer: Printer) -> Glanced | None:
    """Look once, in a worker's thread; None while a slip is printed."""
    try:
        status = printer.glance()
    except Fault as fault:
        return Glanced(fault=fault)
    return Glanced(status, status.fault) if status else None
