"""Devices that are not there: for tests, demonstrations and trying a till out at a desk.

Scanner, scale and display sit on pseudo-terminals (POSIX), so that the very code that reads real ones reads them. The
printer answers status requests as a real one does, and can run out of paper, open its lid or fall silent.
"""

import os
import re
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol

from desktop.devices.scale_protocols import cas_check, massa_packet
from desktop.devices.weights import WeightState
from desktop.faults import Fault

_REAL_TIME = re.compile(rb"\x10\x04(?P<status>.)|\x10\x14\x01..", re.DOTALL)
_ON_DISPLAY = re.compile(rb"\x1bQA(.{20})\r\x1bQB(.{20})\r|\x1f\$\x01\x01(.{20})\x1f\$\x01\x02(.{20})", re.DOTALL)
# The beginnings of requests that a packet's end may cut.
_CUT_REQUESTS = (b"\x10\x04", b"\x1dr", b"\x10", b"\x1d")


class PseudoPort:
    """The far end of a pseudo-terminal: what is written here arrives at `path` as from a device.

    `link`: a symbolic link that stands for the socket in the wall; replugging points it at a new pseudo-terminal.
    """

    def __init__(self, link: Path | None = None) -> None:
        self._link = link
        self._master: int | None = None
        self.path = ""
        self.plug()

    def plug(self) -> None:
        """Connect (again): a new pseudo-terminal, and the link points at it."""
        if not hasattr(os, "openpty"):
            raise Fault(
                "simulated.unsupported",
                "No simulated port",
                "This system has no pseudo-terminals.",
                "Use the simulated printer over TCP, or a real device.",
            )
        import tty

        self._master, slave = os.openpty()
        tty.setraw(slave)
        self.path = os.ttyname(slave)
        os.close(slave)
        if self._link:
            swapped = self._link.with_suffix(".new")
            swapped.symlink_to(self.path)
            swapped.replace(self._link)
            self.path = str(self._link)

    def unplug(self) -> None:
        """Pull the cable: whoever has the port open sees it die."""
        if self._master is not None:
            os.close(self._master)
            self._master = None

    def send(self, data: bytes) -> None:
        """Bytes from the device."""
        while data and self._master is not None:
            data = data[os.write(self._master, data) :]

    def receive(self) -> bytes:
        """What the program sent; waits for the first byte, empty when the program closed the port."""
        try:
            return os.read(self._master, 65536) if self._master is not None else b""
        except OSError:
            return b""


class SimulatedScanner:
    """A scanner on a pseudo-terminal; `path` is its port."""

    def __init__(self, link: Path | None = None, suffix: bytes = b"\r\n") -> None:
        self.port = PseudoPort(link)
        self._suffix = suffix

    @property
    def path(self) -> str:
        """The port to open."""
        return self.port.path

    def scan(self, *codes: str | bytes) -> None:
        """Scan `codes` one after the other, as fast as the line takes them."""
        self.port.send(b"".join((code.encode() if isinstance(code, str) else code) + self._suffix for code in codes))


class Fed(Protocol):
    """A device that takes bytes and answers with bytes."""

    def feed(self, data: bytes) -> bytes:
        """Take bytes, give the answer."""


class SimulatedScale:
    """A scale of one of our protocols ("cas", "toledo8217", "massak", "generic"): what lies on it is set, not weighed.

    The generic one answers `W` with a line such as `ST,GS,+  1.234kg`.
    """

    def __init__(self, kind: str = "cas") -> None:
        self.weight_mg, self.state, self.silent, self.asked = 0, "stable", False, 0
        self._says = {
            "cas": self._cas,
            "toledo8217": self._toledo,
            "massak": self._massa,
            "generic": self._line,
        }[kind]

    def put(self, weight_g: float, state: WeightState = "stable") -> None:
        """Put goods of this weight on the pan, or take all off with 0."""
        self.weight_mg, self.state = round(weight_g * 1000), state

    def feed(self, data: bytes) -> bytes:
        """Take what the till asks, give the answer."""
        self.asked += 1
        return b"" if self.silent else self._says(data)

    def _cas(self, data: bytes) -> bytes:
        if data == b"\x05":
            return b"\x06"
        sign = "F" if self.state == "overload" else "-" if self.weight_mg < 0 else " "
        body = f"{'S' if self.state == 'stable' else 'U'}{sign}{abs(self.weight_mg) / 1e6:6.3f}kg".encode()
        return b"\x01\x02" + body + bytes([cas_check(body)]) + b"\x03\x04" if data == b"\x11" else b""

    def _toledo(self, data: bytes) -> bytes:
        if not data.endswith(b"W"):
            return b""
        state = "below_zero" if self.weight_mg < 0 else self.state
        status = {"moving": 1, "overload": 2, "below_zero": 4}.get(state)
        said = f"{self.weight_mg / 1e6:06.3f}".encode() if status is None else b"?" + bytes([0x40 | status])
        return b"\x02" + said + b"\r"

    def _massa(self, data: bytes) -> bytes:
        del data
        if self.state == "overload":
            return massa_packet(b"\x28\x08")
        stable = self.state == "stable"
        return massa_packet(b"\x24" + struct.pack("<iBBBB", self.weight_mg // 1000, 1, stable, 0, self.weight_mg == 0))

    def _line(self, data: bytes) -> bytes:
        if not data.startswith(b"W"):
            return b""
        state = {"stable": "ST", "overload": "OL"}.get(self.state, "US")
        sign = "-" if self.weight_mg < 0 else "+"
        return f"{state},GS,{sign}{abs(self.weight_mg) / 1e6:7.3f}kg\r\n".encode()


class SimulatedDisplay:
    """A customer display in either mode: `lines` is what stands on it."""

    def __init__(self) -> None:
        self.lines = ("", "")

    def feed(self, data: bytes) -> bytes:
        """Take bytes; a display says nothing."""
        for both in _ON_DISPLAY.finditer(data):
            upper, lower = (line for line in both.groups() if line is not None)
            self.lines = (upper.decode("cp866").rstrip(), lower.decode("cp866").rstrip())
        return b""


class SimulatedPrinter:
    """An ESC/POS printer: collects what is printed, counts drawer pulses, answers DLE EOT and GS r unless `silent`.

    With `paper_out` or `cover_open` it is off-line: it keeps what it is sent, prints nothing, and answers DLE EOT only.
    """

    def __init__(self) -> None:
        self.paper_out = False
        self.paper_low = False
        self.cover_open = False
        self.drawer_open = False
        self.silent = False
        self.printed = bytearray()
        self._real_time_kicks = 0
        self._held = bytearray()

    @property
    def offline(self) -> bool:
        """Whether it prints nothing now."""
        return self.paper_out or self.cover_open

    @property
    def kicks(self) -> int:
        """How often the drawer was opened; what looks like a pulse inside a picture is none."""
        return self._real_time_kicks + without_pictures(bytes(self.printed)).count(b"\x1bp")

    def connect(self) -> "InMemory":
        """A way to this printer without any port, for `Printer(name, printer.connect)`."""
        return InMemory(self)

    def feed(self, data: bytes) -> bytes:
        """Take bytes, give the answer bytes; works through what was held back once it is on-line again."""
        answers = bytearray()
        self._held += data
        while at_once := _REAL_TIME.search(self._held):
            if at_once["status"]:
                answers += self._real_time(at_once["status"][0])
            else:
                self._real_time_kicks += 1
            del self._held[at_once.start() : at_once.end()]
        if not self.offline:
            answers += self._work()
        return b"" if self.silent else bytes(answers)

    def _real_time(self, kind: int) -> bytes:
        bits = {
            1: (self.drawer_open << 2) | (self.offline << 3),
            2: (self.cover_open << 2) | (self.paper_out << 5),
            4: (0x0C * (self.paper_low or self.paper_out)) | (0x60 * self.paper_out),
        }
        return bytes([0x12 | bits.get(kind, 0)])

    def _work(self) -> bytes:
        answers = bytearray()
        while (at := self._held.find(b"\x1dr")) >= 0 and len(self._held) > at + 2:
            self._print(self._held[:at])
            del self._held[: at + 3]
            answers.append(0x03 * self.paper_low)
        whole = len(self._held) - next((len(cut) for cut in _CUT_REQUESTS if self._held.endswith(cut)), 0)
        self._print(self._held[:whole])
        del self._held[:whole]
        return bytes(answers)

    def _print(self, data: bytes | bytearray) -> None:
        self.printed += data


def without_pictures(job: bytes) -> bytes:
    """A job without the dots of its pictures (GS v 0)."""
    kept = b""
    while (at := job.find(b"\x1dv0")) >= 0 and len(job) >= at + 8:
        size = int.from_bytes(job[at + 4 : at + 6], "little") * int.from_bytes(job[at + 6 : at + 8], "little")
        kept, job = kept + job[:at], job[at + 8 + size :]
    return kept + job


class InMemory:
    """A Transport to a simulated printer."""

    answers = True

    def __init__(self, printer: SimulatedPrinter) -> None:
        self._printer = printer
        self._waiting = b""

    def send(self, data: bytes) -> None:
        """Feed the printer."""
        self._waiting += self._printer.feed(data)

    def receive(self, timeout_s: float) -> bytes:
        """Its answers so far, at once."""
        del timeout_s
        answers, self._waiting = self._waiting, b""
        return answers

    def close(self) -> None:
        """Nothing to close."""


@contextmanager
def on_tcp(device: Fed) -> Iterator[int]:
    """A device behind a loopback port (9100 on a real printer); gives the port number."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_serve, args=(server, device), name="simulated-device", daemon=True)
        thread.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


def _serve(server: socket.socket, device: Fed) -> None:
    while True:
        try:
            client, _ = server.accept()
        except OSError:
            return
        with client:
            _answer(partial(client.recv, 65536), client.sendall, device)


@contextmanager
def on_port(device: Fed, link: Path | None = None) -> Iterator[str]:
    """A device that answers, behind a pseudo-terminal; gives its path. Whoever has it open closes it first."""
    port = PseudoPort(link)
    keep_open = os.open(port.path, os.O_RDWR | os.O_NOCTTY)
    thread = threading.Thread(
        target=_answer, args=(port.receive, port.send, device), name="simulated-device", daemon=True
    )
    thread.start()
    yield port.path
    os.close(keep_open)
    thread.join()
    port.unplug()


def _answer(receive: Callable[[], bytes], send: Callable[[bytes], None], device: Fed) -> None:
    while True:
        try:
            data = receive()
            if not data:
                return
            send(device.feed(data))
        except ConnectionError:
            return
