"""Ways to a printer: a file, a serial port, a TCP socket, the system's queue.

One connection per job: between jobs the printer is free for others.

An address is `tcp:HOST[:9100]`, `serial:PORT` (or `serial:usb:VVVV:PPPP`, see `ports`), `file:PATH` (a file or the
device file of a USB printer), `queue:NAME` (a printer of the system: CUPS, or the Windows spooler), or one that a
plug-in brings (see `drivers`).
"""

import os
import socket
from pathlib import Path

from desktop.devices.drivers import find_driver
from desktop.devices.ports import Listing, finder, system_ports
from desktop.devices.serial_port import LINE_ERRORS, Line, open_line
from desktop.devices.spooler import QueueTransport
from desktop.devices.transport import Connect, Cut
from desktop.faults import Fault

CONNECT_TIMEOUT_S = 3.0
SEND_TIMEOUT_S = 10.0
_RAW_PORT = 9100
_SERIAL_CHUNK_BYTES = 256


class TcpTransport:
    """A raw port of a network printer; raises Fault printer.unreachable."""

    answers = True

    def __init__(self, host: str, port: int = _RAW_PORT) -> None:
        try:
            self._socket = socket.create_connection((host, port), CONNECT_TIMEOUT_S)
        except (OSError, UnicodeError) as error:
            raise _unreachable(f"{host}:{port}", error) from error

    def send(self, data: bytes) -> None:
        """Hand all bytes to the network."""
        self._socket.settimeout(SEND_TIMEOUT_S)
        left = memoryview(data)
        while left:
            try:
                left = left[self._socket.send(left) :]
            except OSError as error:
                raise Cut(len(left) < len(data), str(error)) from error

    def receive(self, timeout_s: float) -> bytes:
        """Answer bytes, or b"" if none came in time."""
        self._socket.settimeout(timeout_s)
        try:
            answer = self._socket.recv(64)
        except TimeoutError:
            return b""
        except OSError as error:
            raise Cut(True, str(error)) from error
        if not answer:
            raise Cut(True, "The printer closed the connection.")
        return answer

    def close(self) -> None:
        """Close the connection behind the job; unread answers would turn the close into a reset that loses bytes."""
        try:
            self._socket.shutdown(socket.SHUT_WR)
            self._socket.settimeout(0)
            self._socket.recv(4096)
        except OSError:
            # Nothing to read, or already closed by the printer: the job's fate is known by now.
            pass
        finally:
            self._socket.close()


class SerialTransport:
    """A printer on a serial port; raises the faults of `open_line`."""

    answers = True

    def __init__(self, path: str, line: Line) -> None:
        self._port = open_line(path, line, timeout_s=1.0, write_timeout_s=SEND_TIMEOUT_S)

    def send(self, data: bytes) -> None:
        """Hand all bytes over; a failed write may have sent some of them."""
        for start in range(0, len(data), _SERIAL_CHUNK_BYTES):
            try:
                self._port.write(data[start : start + _SERIAL_CHUNK_BYTES])
            except LINE_ERRORS as error:
                raise Cut(True, str(error)) from error

    def receive(self, timeout_s: float) -> bytes:
        """Answer bytes, or b"" if none came in time."""
        try:
            self._port.timeout = timeout_s
            return self._port.read(max(1, self._port.in_waiting))
        except LINE_ERRORS as error:
            raise Cut(True, str(error)) from error

    def close(self) -> None:
        """Close the port."""
        self._port.close()


class FileTransport:
    """A file that collects jobs, or a printer's device file; raises Fault printer.unreachable."""

    answers = False

    def __init__(self, path: Path) -> None:
        # An unplugged printer's device file must not be made as an ordinary file.
        # /dev/shm is memory and holds ordinary files.
        is_device = path.is_relative_to("/dev") and path.parts[2:3] != ("shm",)
        create = 0 if is_device else os.O_CREAT
        try:
            self._file = os.open(path, os.O_WRONLY | os.O_APPEND | create | getattr(os, "O_BINARY", 0), 0o644)
        except OSError as error:
            raise _unreachable(str(path), error) from error

    def send(self, data: bytes) -> None:
        """Write all bytes."""
        left = memoryview(data)
        while left:
            try:
                left = left[os.write(self._file, left) :]
            except OSError as error:
                raise Cut(len(left) < len(data), str(error)) from error

    def receive(self, timeout_s: float) -> bytes:
        """Nothing, at once."""
        del timeout_s
        return b""

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)


def connection(address: str, line: Line | None = None, listing: Listing = system_ports) -> Connect:
    """How to reach the printer at `address`; raises Fault printer.address if it can never be one."""
    kind, _, rest = address.partition(":")
    if kind == "file" and rest:
        return lambda: FileTransport(Path(rest))
    if kind == "queue" and rest:
        return lambda: QueueTransport(rest)
    if kind == "serial" and rest:
        find = finder(rest, listing)
        return lambda: SerialTransport(find() or _missing(rest), line or Line())
    host, _, port = rest.rpartition(":") if ":" in rest else (rest, "", str(_RAW_PORT))
    if kind == "tcp" and host and port.isascii() and port.isdigit() and 0 < int(port) < 65536:
        return lambda: TcpTransport(host.strip("[]"), int(port))
    plugged = find_driver("printer", kind)
    if plugged is not None:
        way: Connect = plugged.make(rest)
        return way
    raise Fault(
        "printer.address",
        "The printer's address is wrong",
        f"“{address}” is none of tcp:HOST:PORT, serial:PORT, queue:NAME, file:PATH.",
        "Correct the printer's address in Settings.",
    )


def _missing(address: str) -> str:
    raise Fault("port.gone", "The device is gone", f"{address}: It is not connected.", "Plug it in.")


def _unreachable(where: str, error: Exception) -> Fault:
    return Fault(
        "printer.unreachable",
        "The printer cannot be reached",
        f"{where}: {getattr(error, 'strerror', None) or error}",
        "Check that it is switched on and connected, then print again.",
    )
