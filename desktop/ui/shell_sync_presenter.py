"""What the sync pill shows: the engine's status without its flicker."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from sync.status import EngineStatus

After = Callable[[float, Callable[[], None]], Callable[[], None]]
"""Call something after so many seconds; the returned function calls it off."""

OFFLINE_S = 10.0
BACK_S = 5.0
SENDING_S = 2.0
OUTAGE_S = 40.0
"""Waits before a change is shown (a blinking pill is read as trouble), and before an outage is explained once."""


def qt_after(seconds: float, call: Callable[[], None]) -> Callable[[], None]:
    """`After` by Qt's event loop."""
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(call)
    timer.start(round(seconds * 1000))
    return timer.stop


class SyncPresenter(QObject):
    """`changed(EngineStatus)` when the pill should change; `outage(EngineStatus)` once per long outage."""

    changed = Signal(object)
    outage = Signal(object)

    def __init__(self, after: After = qt_after, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._after = after
        self.shown: EngineStatus | None = None
        self._latest: EngineStatus | None = None
        self._pending = ""
        self._stop_pending: Callable[[], None] = _nothing
        self._stop_outage: Callable[[], None] = _nothing
        self._explained = False

    def show(self, status: EngineStatus) -> None:
        """Take the engine's newest status; it is shown now, later, or never if it has passed by then."""
        self._latest = status
        move, wait_s = self._move(status)
        if not wait_s:
            self._reveal()
        elif move != self._pending:
            self._stop_pending()
            self._pending = move
            self._stop_pending = self._after(wait_s, self._reveal)

    def _move(self, status: EngineStatus) -> tuple[str, float]:
        """Name the change from what is shown, and how long it must last to be believed."""
        old = self.shown.state if self.shown else ""
        if not old or old in ("blocked", "attention") or status.state in (old, "blocked", "attention"):
            return "", 0.0
        if status.state == "offline":
            return "offline", OFFLINE_S
        if old == "offline":
            return "back", BACK_S
        return ("sending", SENDING_S) if status.state == "sending" else ("", 0.0)

    def _reveal(self) -> None:
        self._stop_pending()
        self._pending = ""
        self._stop_pending = _nothing
        self.shown = self._latest
        self._time_outage()
        self.changed.emit(self.shown)

    def _time_outage(self) -> None:
        offline = self.shown is not None and self.shown.state == "offline"
        if not offline:
            self._stop_outage()
            self._explained = False
        elif not self._explained:
            self._explained = True
            self._stop_outage = self._after(OUTAGE_S - OFFLINE_S, lambda: self.outage.emit(self.shown))


def _nothing() -> None:
    """Nothing to call off."""
