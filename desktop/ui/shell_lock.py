"""The lock: the till shuts itself when nobody touches it, and what is scanned meanwhile is kept and told."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop.ui.shell import Scan, Shell
from desktop.ui.shell_sync_presenter import After, qt_after
from desktop.ui.widgets.strip import StripAction

MOST_KEPT = 20
_INPUT = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    )
)


class AutoLock(QObject):
    """Locks the shell after `seconds` without input, 0 for never; where `may_lock` says no, it waits for another turn.

    A scan is no input: the goods in front of an unattended till are not its cashier.
    """

    def __init__(
        self,
        shell: Shell,
        seconds: int,
        may_lock: Callable[[], bool],
        after: After = qt_after,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(shell)
        self._shell, self._may_lock = shell, may_lock
        self._after, self._now_s = after, now_s
        self._stop: Callable[[], None] = _nothing
        self.watch(seconds)

    def watch(self, seconds: int) -> None:
        """Lock after so many seconds from now on."""
        self.close()
        self._seconds, self._touched_s = seconds, self._now_s()
        app = QApplication.instance()
        if seconds > 0 and app is not None:
            app.installEventFilter(self)
            self._wait(seconds)

    def close(self) -> None:
        """Watch no more."""
        self._stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is here; nothing is kept from whoever it is for."""
        if event.type() in _INPUT:
            self._touched_s = self._now_s()
        return False

    def _wait(self, seconds: float) -> None:
        self._stop = self._after(seconds, self._look)

    def _look(self) -> None:
        left_s = self._seconds - (self._now_s() - self._touched_s)
        if left_s <= 0 and self._may_lock():
            self._shell.lock()
        self._wait(left_s if left_s > 0 else self._seconds)


class LockedScans(QObject):
    """Scans at a locked till: a badge opens it, the rest is kept; `tell` offers it to whoever signed in."""

    def __init__(self, shell: Shell, take_badge: Callable[[str | bytes], bool], put_in: Scan) -> None:
        super().__init__(shell)
        self._shell, self._take_badge, self._put_in = shell, take_badge, put_in
        self._kept: list[str | bytes] = []

    def scan(self, code: str | bytes) -> None:
        """Take a scan while nobody is signed in."""
        if self._take_badge(code):
            return
        if not self._shell.presenter.state.shift:
            self._shell.show_notice("warn", self.tr("A scan does nothing on this screen."))
            self._shell.play("stop")
            return
        self._kept = [*self._kept, code][-MOST_KEPT:]
        words = self.tr("The till is locked. Scans kept until somebody signs in: {0}")
        self._shell.show_notice("info", words.replace("{0}", str(len(self._kept))))
        self._shell.play("attention")

    def tell(self) -> None:
        """Somebody is at the till: offer what was scanned meanwhile; nothing goes into a ticket unseen."""
        if not self._kept:
            return
        actions = [StripAction("put_in", self.tr("Put into the ticket")), StripAction("drop", self.tr("Forget"))]
        words = self.tr("Scans that came while the till was locked: {0}")
        self._shell.show_notice("info", words.replace("{0}", str(len(self._kept))), actions, self._answer)

    def _answer(self, name: str) -> None:
        kept, self._kept = self._kept, []
        for code in kept if name == "put_in" else ():
            self._put_in(code)


def _nothing() -> None:
    """Nothing to call off."""
