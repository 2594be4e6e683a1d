"""Keyboard-wedge scanners: a burst of keys is one code, and no widget ever sees it.

An event filter on the application holds every printable key back for one interval. Keys that keep following each
other within the interval are a burst; a burst of enough characters is a scan, told by `scanned`, together with its
closing Enter or Tab. Anything else is a person typing: the keys are sent on, in order, as if nothing had happened.
Gaps are measured by the time stamps of the events, so a busy program does not tear a code apart."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic_ns

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from shiboken6 import isValid

from desktop.ui.physical_keys import Decoding, Stroke, us_text

MIN_INTERVAL_MS, MAX_INTERVAL_MS = 10, 100
MAX_CHARS = 4096  # a longer code is cut; no scanner makes one
_LATE_MS = 15  # a timer this late tells that the loop was busy and keys may still be waiting
_GRACE_MS = 120  # a second Enter (CR LF) or a slow one still belongs to the scan
GROUP_SEPARATOR = "\x1d"

_CLOSING = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True)
class WedgeSettings:
    """How scans are told from typing. `prefix` and `suffix` are texts the scanner is set up to add."""

    interval_ms: int = 50
    min_chars: int = 4
    prefix: str = ""
    suffix: str = ""
    decoding: Decoding = "auto"

    def __post_init__(self) -> None:
        if not MIN_INTERVAL_MS <= self.interval_ms <= MAX_INTERVAL_MS:
            raise ValueError(f"the interval is {MIN_INTERVAL_MS} to {MAX_INTERVAL_MS} ms, not {self.interval_ms}")


@dataclass(frozen=True)
class Burst:
    """What the last scan looked like, for the scanner test: `raw` as it arrived, `code` as it was told."""

    code: str
    raw: str
    closing: str
    ms_per_char: float


@dataclass
class _Held:
    target: QObject
    event: QKeyEvent


def _now_ms() -> int:
    return monotonic_ns() // 1_000_000


class Wedge(QObject):
    """The filter. `scanned(str)` tells a code without prefix, suffix and closing key; GS is `\\x1d`.

    `install` it on the application once. While `paused`, all keys pass."""

    scanned = Signal(str)

    def __init__(
        self,
        settings: WedgeSettings | None = None,
        parent: QObject | None = None,
        *,
        now_ms: Callable[[], int] = _now_ms,
    ) -> None:
        super().__init__(parent)
        self.settings = settings or WedgeSettings()
        self.last: Burst | None = None
        self.paused = False
        self._now_ms = now_ms
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer)
        self._due_ms = 0
        self._held: list[_Held] = []
        self._strokes: list[Stroke] = []
        self._alt_digits = ""
        self._alt_char = ""
        self._down: set[int] = set()  # keys whose press is held
        self._swallowed: set[int] = set()  # keys whose press was part of a scan
        self._first_ms = self._last_ms = 0
        self._grace_until_ms = -1
        self._replaying = False

    def install(self, app: QCoreApplication) -> None:
        """Begin to listen."""
        app.installEventFilter(self)

    def remove(self, app: QCoreApplication) -> None:
        """Stop listening; held keys are sent on."""
        self.settle()
        app.removeEventFilter(self)

    def settle(self) -> None:
        """The interval is over: what is held is a scan or is typing, decide now."""
        self._timer.stop()
        self._end_alt_code()
        if self._is_scan():
            self._tell("")
        else:
            self._replay()

    # --- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold, swallow or pass a key."""
        if self.paused or self._replaying or not isinstance(event, QKeyEvent):
            return False
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            return self._on_override(event)
        if kind == QEvent.Type.KeyPress:
            return self._on_press(watched, event)
        return self._on_release(watched, event) if kind == QEvent.Type.KeyRelease else False

    def _on_override(self, event: QKeyEvent) -> bool:
        """Before Qt looks for shortcuts: a key that may be a scanner's must not trigger one."""
        self._end_stale_burst(event)
        if self._may_be_scanner(event) or self._closes(event) or self._in_grace(event):
            event.accept()
            return True
        if Qt.Key(event.key()) not in _MODIFIERS:
            self.settle()
        return False

    def _on_press(self, watched: QObject, event: QKeyEvent) -> bool:
        self._end_stale_burst(event)
        if Qt.Key(event.key()) in _MODIFIERS:
            return False
        if event.isAutoRepeat() and _identity(event) in self._swallowed:
            return True
        self._swallowed.discard(_identity(event))
        if self._closes(event):
            self._swallowed.add(_identity(event))
            self._last_ms = self._time_of(event)
            self._tell(_closing_char(event))
            return True
        if self._in_grace(event):
            self._swallowed.add(_identity(event))
            return True
        if not self._may_be_scanner(event):
            self.settle()
            return False
        self._hold_press(watched, event)
        return True

    def _on_release(self, watched: QObject, event: QKeyEvent) -> bool:
        identity = _identity(event)
        if event.key() == Qt.Key.Key_Alt:
            self._end_alt_code()
            return False
        if identity in self._down:
            self._held.append(_Held(watched, _copy(event)))
            if not event.isAutoRepeat():
                self._down.discard(identity)
            return True
        if identity in self._swallowed:
            if not event.isAutoRepeat():
                self._swallowed.discard(identity)
            return True
        return False

    # --- what a key may be

    def _may_be_scanner(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return False
        if _is_alt_digit(event) or _control_char(event) == GROUP_SEPARATOR:
            return True
        if _control_char(event):
            return bool(self._strokes)  # inside a code a control character, else a person's shortcut
        if _is_keypad_operator(event) and not self._is_scan():
            return False  # a person's `3 *`
        return _is_printable(event)

    def _closes(self, event: QKeyEvent) -> bool:
        return bool(_closing_char(event)) and not event.isAutoRepeat() and self._is_scan()

    def _in_grace(self, event: QKeyEvent) -> bool:
        return bool(_closing_char(event)) and not self._held and self._time_of(event) <= self._grace_until_ms

    def _is_scan(self) -> bool:
        added = len(self.settings.prefix) if self._raw().startswith(self.settings.prefix) else 0
        return len(self._strokes) - added >= self.settings.min_chars

    def _raw(self) -> str:
        return "".join(stroke.text for stroke in self._strokes)

    def _end_stale_burst(self, event: QKeyEvent) -> None:
        if self._held and self._time_of(event) - self._last_ms > self.settings.interval_ms:
            self.settle()

    def _time_of(self, event: QKeyEvent) -> int:
        return event.timestamp() or self._now_ms()

    # --- the burst

    def _hold_press(self, watched: QObject, event: QKeyEvent) -> None:
        now = self._time_of(event)
        if not self._held:
            self._first_ms, self._grace_until_ms = now, -1
        self._last_ms = now
        self._held.append(_Held(watched, _copy(event)))
        self._down.add(_identity(event))
        self._add_stroke(event)
        self._due_ms = self._now_ms() + self.settings.interval_ms
        self._timer.start(self.settings.interval_ms)
        if self.settings.suffix and self._raw().endswith(self.settings.suffix) and self._is_scan():
            self._tell(self.settings.suffix)

    def _add_stroke(self, event: QKeyEvent) -> None:
        if _is_alt_digit(event):
            self._alt_digits += chr(event.key())
            return
        self._end_alt_code()
        char = _control_char(event) or event.text()
        repeated_by_system, self._alt_char = char == self._alt_char, ""
        if repeated_by_system or len(self._strokes) >= MAX_CHARS:
            return
        modifiers = event.modifiers()
        shift, keypad = bool(modifiers & _SHIFT), bool(modifiers & _KEYPAD)
        self._strokes.append(Stroke(char, _scan_code(event), shift, keypad))

    def _end_alt_code(self) -> None:
        """Alt+0 2 9 is character 29: some scanners write what no key has this way."""
        digits, self._alt_digits = self._alt_digits, ""
        if digits and len(digits) <= 4:
            code_page = "cp1252" if digits.startswith("0") else "cp437"
            char = chr(int(digits)) if int(digits) < 128 else bytes([int(digits) & 255]).decode(code_page, "replace")
            self._alt_char = char
            self._strokes.append(Stroke(char))

    def _tell(self, closing: str) -> None:
        strokes, raw = self._strokes, self._raw()
        code = us_text(strokes, self.settings.decoding).removeprefix(self.settings.prefix)
        code = code.removesuffix(self.settings.suffix)
        span = self._last_ms - self._first_ms
        self.last = Burst(code, raw, closing, span / max(1, len(strokes)))
        self._swallowed |= self._down
        self._grace_until_ms = self._last_ms + _GRACE_MS
        self._forget()
        self.scanned.emit(code)

    def _replay(self) -> None:
        held = self._held
        self._forget()
        self._replaying = True
        try:
            for each in held:
                if isValid(each.target):
                    QCoreApplication.sendEvent(each.target, each.event)
        finally:
            self._replaying = False

    def _forget(self) -> None:
        self._timer.stop()
        self._held, self._strokes = [], []
        self._alt_digits = self._alt_char = ""
        self._down = set()

    def _on_timer(self) -> None:
        """Decide, unless the loop was busy: then keys that were sent in time may still be on their way."""
        if self._now_ms() - self._due_ms > _LATE_MS:
            self._due_ms = self._now_ms() + self.settings.interval_ms
            self._timer.start(self.settings.interval_ms)
        else:
            self.settle()


def _copy(event: QKeyEvent) -> QKeyEvent:
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy


def _identity(event: QKeyEvent) -> int:
    return event.nativeScanCode() or event.key()


def _scan_code(event: QKeyEvent) -> int:
    """The key's position as PC scan code; X11 and Wayland count from 8."""
    native = event.nativeScanCode()
    return native if QGuiApplication.platformName() == "windows" else max(0, native - 8)


def _is_printable(event: QKeyEvent) -> bool:
    text, modifiers = event.text(), event.modifiers()
    one_sided = bool(modifiers & _CONTROL) != bool(modifiers & _ALT)  # both together are AltGr
    return len(text) == 1 and text.isprintable() and not one_sided and not modifiers & _META


def _is_keypad_operator(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & _KEYPAD) and not event.text().isdigit()


def _is_alt_digit(event: QKeyEvent) -> bool:
    wanted = event.modifiers() & (_ALT | _KEYPAD | _CONTROL)
    return wanted == _ALT | _KEYPAD and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9


def _control_char(event: QKeyEvent) -> str:
    """Ctrl+] and its like, however the layout names the key: FS, GS, RS, US and Ctrl+letters."""
    text, modifiers = event.text(), event.modifiers()
    if len(text) == 1 and "\x1c" <= text <= "\x1f":
        return text
    if not modifiers & _CONTROL or modifiers & (_ALT | _META):
        return ""
    if len(text) == 1 and text < " ":
        return text
    by_place = {26: "\x1b", 27: "\x1d", 43: "\x1c"}.get(_scan_code(event), "")
    return by_place or (chr(event.key() & 0x1F) if 0x40 <= event.key() <= 0x5F else "")


def _closing_char(event: QKeyEvent) -> str:
    control = _control_char(event)
    if control in ("\r", "\n", "\t") and control:
        return control
    return "" if event.modifiers() & (_CONTROL | _ALT | _META) else _CLOSING.get(Qt.Key(event.key()), "")
