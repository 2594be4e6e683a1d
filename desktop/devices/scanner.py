"""A serial scanner: a port and its framing."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.devices.framing import CAP_BYTES, DEFAULT_ENDS, Frame, Framer
from desktop.devices.ports import Finder
from desktop.devices.serial_port import Line, PortState, SerialPort, Wait

HONEYWELL_ACKS = (b"\x1b7,", b"\x1b8,")
"""Honeywell's host ACK: the scanner stays silent and blocked, up to 10 s, until it is told good or bad."""

OnFrame = Callable[[bytes, str, float], None]
OnProblem = Callable[[Frame, str], None]
OnState = Callable[[PortState, str], None]


@dataclass(frozen=True, slots=True)
class ScannerSettings:
    """How one scanner talks. Without a suffix (`ends` empty) 80 ms of silence end a frame; with one 500 ms break it.

    `acks`: what a scanner that waits for the host is told of a good and of a bad scan; its beep then means that the
    till has the scan.
    """

    ends: bytes = DEFAULT_ENDS
    header: bytes = b""
    cap_bytes: int = CAP_BYTES
    line: Line = field(default_factory=Line)
    acks: tuple[bytes, bytes] | None = None

    @property
    def silence_s(self) -> float:
        """Silence that means something to this scanner."""
        return 0.5 if self.ends else 0.08


class Scanner:
    """Calls back, in the port's thread, with every whole frame, its device and the monotonic time of its last byte.

    Equal frames are never dropped here: in counting two equal scans are two pieces.
    """

    def __init__(
        self,
        name: str,
        find: Finder,
        on_frame: OnFrame,
        on_problem: OnProblem,
        on_state: OnState,
        settings: ScannerSettings | None = None,
        *,
        wait: Wait = threading.Event.wait,
    ) -> None:
        settings = settings or ScannerSettings()
        self.name, self._acks = name, settings.acks
        self._framer = Framer(settings.ends, settings.header, settings.cap_bytes)
        self._on_frame = on_frame
        self._on_problem = on_problem
        self._on_state = on_state
        self._port = SerialPort(
            name, find, self._take, self._change, line=settings.line, silence_s=settings.silence_s, wait=wait
        )

    def start(self) -> None:
        """Begin to listen."""
        self._port.start()

    def write(self, data: bytes) -> None:
        """Send a command to the scanner (beep, set-up); raises Fault port.gone."""
        self._port.write(data)

    def acknowledge(self, good: bool) -> None:
        """Say what became of its last scan, if it waits for that; raises Fault port.gone."""
        if self._acks is not None:
            self._port.write(self._acks[0 if good else 1])

    def close(self) -> None:
        """Stop listening; no callback comes afterwards."""
        self._port.close()

    def _take(self, chunk: bytes) -> None:
        at_s = time.monotonic()
        for frame in self._framer.feed(chunk) if chunk else self._framer.silence():
            if frame.problem is None:
                self._on_frame(frame.data, self.name, at_s)
            else:
                self._on_problem(frame, self.name)

    def _change(self, state: PortState) -> None:
        for frame in self._framer.silence():
            self._on_problem(Frame(frame.data, "partial"), self.name)
        self._on_state(state, self.name)
