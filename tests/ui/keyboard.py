"""Real key events at the window, slow as a person's or fast as a scanner's, and timers that a test lets run out."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.wedge import Wedge
from tests.screens.stage import Stage


class Timers:
    """`After` for tests: what was asked for waits until `run`."""

    def __init__(self) -> None:
        self.waiting: list[tuple[float, Callable[[], None]]] = []

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        entry = (seconds, call)
        self.waiting.append(entry)
        return lambda: self.waiting.remove(entry) if entry in self.waiting else None

    def run(self) -> None:
        """Let what waits now run out, the shortest first."""
        now, self.waiting = sorted(self.waiting, key=lambda entry: entry[0]), []
        for _, call in now:
            call()


class StillWedge(Wedge):
    """A wedge whose time is the test's: a busy machine does not tear a scan apart."""

    def __init__(self) -> None:
        self.at_ms = 1_000
        super().__init__(now_ms=lambda: self.at_ms)
        self._timer.timeout.disconnect()

    def _time_of(self, event: QKeyEvent) -> int:
        return self.at_ms


class Keyboard:
    """Keys go to the window system's end of the window, so shortcuts, focus and filters are all in the way."""

    def __init__(self, stage: Stage) -> None:
        self._window = stage.shell.windowHandle()
        self.wedge = StillWedge()
        self.wedge.scanned.connect(stage.shell.on_scan)
        self.wedge.install(QApplication.instance())

    def close(self) -> None:
        self.wedge.remove(QApplication.instance())

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A person presses keys that print nothing."""
        for key in keys:
            QTest.keyClick(self._window, key, modifier)
            self._wait()

    def type(self, text: str) -> None:
        """A person types, one key after the other."""
        for char in text:
            QTest.keyClick(self._window, char)
            self._wait()

    def burst(self, code: str, closing: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """A wedge scanner: all at once, with its Enter."""
        for char in code:
            self.wedge.at_ms += 5
            QTest.keyClick(self._window, char)
        if closing is not None:
            QTest.keyClick(self._window, closing)
        self._wait()

    def _wait(self) -> None:
        self.wedge.at_ms += 500
        self.wedge.settle()
