"""One serial port, one reader thread: survives unplugging, never loses or reorders a byte while it is there.

`tcp:HOST:PORT` stands for a port as well: a scale in the network, a serial server.

pyserial 3.5 as it behaves: after an unplug `read` and `write` raise SerialException, `in_waiting` a plain OSError, a
flush termios.error, and `is_open` stays true, so the port is closed and opened anew whatever was raised.
"""

import errno
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import serial

from desktop.devices.network_line import NetworkLine, split_address
from desktop.devices.ports import Finder
from desktop.faults import Fault

if sys.platform == "win32":
    LINE_ERRORS: tuple[type[Exception], ...] = (OSError, serial.SerialException)
else:
    import termios

    LINE_ERRORS = (OSError, serial.SerialException, termios.error)

RETRY_S = 1.0
Wait = Callable[[threading.Event, float], object]


@dataclass(frozen=True, slots=True)
class Line:
    """Settings of a serial line; the usual default of scanners and displays. USB ports ignore them."""

    baud: int = 9600
    data_bits: int = 8
    parity: str = "N"
    stop_bits: float = 1
    software_flow: bool = False
    hardware_flow: bool = False


@dataclass(frozen=True, slots=True)
class PortState:
    """Whether the device is there; `fault` says why not and what to do."""

    is_open: bool
    fault: Fault | None = field(default=None, compare=False)
    code: str = ""


def open_line(path: str, line: Line, timeout_s: float, write_timeout_s: float = 2.0) -> serial.Serial:
    """The open port, exclusively ours; raises Fault port.busy, port.denied, port.settings or port.gone."""
    try:
        return serial.Serial(
            path,
            line.baud,
            line.data_bits,
            line.parity,
            line.stop_bits,
            timeout=timeout_s,
            write_timeout=write_timeout_s,
            xonxoff=line.software_flow,
            rtscts=line.hardware_flow,
            exclusive=True,
        )
    except ValueError as error:
        raise _fault("settings", path, str(error), "Correct speed, bits and parity in Settings.") from error
    except LINE_ERRORS as error:
        raise _open_fault(path, error) from error


class SerialPort:
    """Reads one device in its own thread until `close()`; callbacks run in that thread.

    find       says where the device is, None while it is away
    on_bytes   gets what came, in order; b"" means that nothing came for `silence_s`
    on_state   gets every change of state, once
    wait       waits before another try to open (the stop event, seconds); replaced in tests
    """

    def __init__(
        self,
        name: str,
        find: Finder,
        on_bytes: Callable[[bytes], None],
        on_state: Callable[[PortState], None],
        *,
        line: Line | None = None,
        silence_s: float = 0.5,
        wait: Wait = threading.Event.wait,
    ) -> None:
        self.name = name
        self._find = find
        self._on_bytes = on_bytes
        self._on_state = on_state
        self._line = line or Line()
        self._silence_s = silence_s
        self._wait = wait
        self._state: PortState | None = None
        self._port: serial.Serial | NetworkLine | None = None
        self._guard = threading.Lock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"port-{name}", daemon=True)

    def start(self) -> None:
        """Begin to look for the device and to read it."""
        self._thread.start()

    def write(self, data: bytes) -> None:
        """Send to the device (a set-up command, a beep); raises Fault port.gone when it is away."""
        with self._guard:
            if self._port is None:
                raise _fault("gone", self.name, "It is not connected.", "Plug it in.")
            try:
                self._port.write(data)
            except LINE_ERRORS as error:
                raise _fault("gone", self.name, str(error), "Plug it in.") from error

    def close(self) -> None:
        """Stop reading and wait for the thread; no callback comes afterwards."""
        self._stop.set()
        with self._guard:
            if self._port is not None:
                self._port.cancel_read()
        if self._thread.ident is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._open()
                self._read()
            except Fault as fault:
                self._announce(PortState(False, fault, fault.code))
            finally:
                self._release()
            if not self._stop.is_set():
                self._wait(self._stop, RETRY_S)

    def _open(self) -> None:
        path = self._find()
        if path is None:
            raise _fault("gone", self.name, "It is not connected.", "Plug it in.")
        port = _open_network(path, self._silence_s) if split_address(path) else self._open_cable(path)
        with self._guard:
            self._port = port
        try:
            port.reset_input_buffer()
        except LINE_ERRORS as error:
            raise _fault("gone", self.name, str(error), "Check the cable.") from error
        self._announce(PortState(True))

    def _open_cable(self, path: str) -> serial.Serial:
        return open_line(path, self._line, self._silence_s)

    def _read(self) -> None:
        port = self._port
        while port is not None and not self._stop.is_set():
            try:
                # read(n) waits for n bytes or the time-out: ask for what is there, or for the next byte.
                chunk = port.read(max(1, port.in_waiting))
            except LINE_ERRORS as error:
                raise _fault("gone", self.name, str(error), "Check the cable.") from error
            if not self._stop.is_set():
                self._on_bytes(chunk)

    def _release(self) -> None:
        with self._guard:
            port, self._port = self._port, None
        if port is not None:
            port.close()

    def _announce(self, state: PortState) -> None:
        if state != self._state:
            self._state = state
            self._on_state(state)


def _open_network(address: str, timeout_s: float) -> NetworkLine:
    try:
        return NetworkLine(address, timeout_s)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _fault(
            "unreachable", address, reason, "See that it is on, its cable is in and its address right."
        ) from error


def _open_fault(path: str, error: Exception) -> Fault:
    text, number = str(error), error.args[0] if error.args else None
    if number == errno.EINVAL:
        return _fault("settings", path, text, "Correct speed, bits and parity in Settings.")
    if "exclusively lock" in text or number in (errno.EAGAIN, errno.EBUSY):
        return _fault("busy", path, "Another program uses it.", "Close that program, or choose another port.")
    if number == errno.EACCES or "PermissionError" in text:
        return _fault(
            "denied",
            path,
            "This user may not open it, or another program holds it.",
            "On Linux add the user to the group dialout and sign in again; on Windows close the other program.",
        )
    return _fault("gone", path, text, "Plug the device in, or choose another port in Settings.")


def _fault(reason: str, name: str, message: str, remedy: str) -> Fault:
    titles = {
        "gone": "The device is gone",
        "busy": "The device is in use",
        "denied": "The device may not be opened",
        "settings": "The line settings are wrong",
        "unreachable": "The device does not answer in the network",
    }
    return Fault(f"port.{reason}", titles[reason], f"{name}: {message}", remedy)
