"""A customer display of two lines of 20 characters, in CD5220 or ESC/POS mode.

The newest text wins: an update that comes sooner than the display can follow replaces the one that still waits.
"""

import threading
import unicodedata
from collections.abc import Callable
from typing import Literal

from desktop.devices.ports import Finder
from desktop.devices.serial_port import LINE_ERRORS, RETRY_S, Line, PortState, Wait, open_line
from desktop.faults import Fault

COLUMNS = 20
UPDATE_S = 0.2

Encode = Callable[[str], bytes]
Mode = Literal["cd5220", "escpos"]
Picture = Callable[[str, str, Encode], bytes]
"""(upper line, lower line, encoding) to one write that shows both."""


def ascii_only(text: str) -> bytes:
    """The encoding of a display whose code page nobody set."""
    return text.encode("ascii", "replace")


def picture(upper: str, lower: str, encode: Encode = ascii_only) -> bytes:
    """CD5220: both lines in one write, ESC Q A and ESC Q B, each padded or cut to 20, ended by CR."""
    return b"\x1bQA" + _padded(upper, encode) + b"\r\x1bQB" + _padded(lower, encode) + b"\r"


def escpos_picture(upper: str, lower: str, encode: Encode = ascii_only) -> bytes:
    """ESC/POS (Epson DM-D): overwrite mode, then each line after US $ column row; nothing scrolls."""
    return b"\x1f\x01\x1f$\x01\x01" + _padded(upper, encode) + b"\x1f$\x01\x02" + _padded(lower, encode)


PICTURES: dict[Mode, Picture] = {"cd5220": picture, "escpos": escpos_picture}


def _padded(text: str, encode: Encode) -> bytes:
    """20 bytes of a line; control characters in it become spaces and never reach the display."""
    clean = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
    return encode(clean)[:COLUMNS].ljust(COLUMNS)


class CustomerDisplay:
    """Shows what it was told last, at most five times a second, and again after it was unplugged."""

    def __init__(
        self,
        name: str,
        find: Finder,
        on_state: Callable[[PortState, str], None],
        *,
        line: Line | None = None,
        encode: Encode = ascii_only,
        draw: Picture = picture,
        wait: Wait = threading.Event.wait,
    ) -> None:
        self.name = name
        self._find = find
        self._on_state = on_state
        self._line = line or Line()
        self._encode, self._draw = encode, draw
        self._wait = wait
        self._shown = draw("", "", encode)
        self._changed = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"display-{name}", daemon=True)
        self._state: PortState | None = None

    def start(self) -> None:
        """Begin to look for the display."""
        self._thread.start()

    def show(self, upper: str, lower: str = "") -> None:
        """Show two lines soon; returns at once."""
        self._shown = self._draw(upper, lower, self._encode)
        self._changed.set()

    def close(self) -> None:
        """Stop and wait for the thread."""
        self._stop.set()
        self._changed.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._follow()
            except Fault as fault:
                self._announce(PortState(False, fault, fault.code))
                self._wait(self._stop, RETRY_S)

    def _follow(self) -> None:
        path = self._find()
        if path is None:
            raise _gone(self.name, "It is not connected.")
        port = open_line(path, self._line, timeout_s=1.0)
        try:
            port.write(b"\x1b@")
            self._changed.set()
            self._announce(PortState(True))
            while self._changed.wait() and not self._stop.is_set():
                self._changed.clear()
                port.write(self._shown)
                self._wait(self._stop, UPDATE_S)
        except LINE_ERRORS as error:
            raise _gone(self.name, str(error)) from error
        finally:
            port.close()

    def _announce(self, state: PortState) -> None:
        if state != self._state:
            self._state = state
            self._on_state(state, self.name)


def _gone(name: str, reason: str) -> Fault:
    return Fault("port.gone", "The device is gone", f"{name}: {reason}", "Plug it in.")
