import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from escpos.printer import Network

from desktop.devices.drawer import open_drawer, pulse, real_time_pulse
from desktop.devices.ports import PortInfo
from desktop.devices.printer import Printer, PrinterStatus
from desktop.devices.simulated import PseudoPort, SimulatedPrinter, on_port, on_tcp
from desktop.devices.transport import Cut
from desktop.devices.transports import connection
from desktop.faults import Fault

JOB = b"\x1b@Receipt 7\n" + bytes(range(0x20, 0x7F)) * 40 + b"\x1dV\x00"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")


@contextmanager
def in_memory(simulated: SimulatedPrinter) -> Iterator[Printer]:
    yield Printer("memory", simulated.connect, answer_timeout_s=0.2, confirm_timeout_s=0.5)


@contextmanager
def over_tcp(simulated: SimulatedPrinter) -> Iterator[Printer]:
    with on_tcp(simulated) as port:
        yield Printer("tcp", connection(f"tcp:127.0.0.1:{port}"), answer_timeout_s=0.2, confirm_timeout_s=0.5)


@contextmanager
def over_serial(simulated: SimulatedPrinter) -> Iterator[Printer]:
    with on_port(simulated) as path:
        yield Printer("serial", connection(f"serial:{path}"), answer_timeout_s=0.2, confirm_timeout_s=0.5)


ways = pytest.mark.parametrize("way", [in_memory, over_tcp, pytest.param(over_serial, marks=posix_only)])
Way = Callable[[SimulatedPrinter], "contextmanager[Printer]"]


@ways
def test_a_job_is_confirmed_once_the_printer_answers_behind_it(way: Way) -> None:
    simulated = SimulatedPrinter()
    with way(simulated) as printer:
        outcome = printer.send(JOB)
    assert (outcome.state, outcome.fault) == ("confirmed", None)
    assert simulated.printed == JOB


@ways
def test_jobs_come_out_in_order_and_once(way: Way) -> None:
    simulated = SimulatedPrinter()
    with way(simulated) as printer:
        states = {printer.send(b"job %d\n" % number).state for number in range(20)}
    assert states == {"confirmed"}
    assert simulated.printed == b"".join(b"job %d\n" % number for number in range(20))


@ways
@pytest.mark.parametrize(
    ("trouble", "code"), [("paper_out", "printer.paper_out"), ("cover_open", "printer.cover_open")]
)
def test_trouble_seen_beforehand_keeps_the_job_here(way: Way, trouble: str, code: str) -> None:
    simulated = SimulatedPrinter()
    setattr(simulated, trouble, True)
    with way(simulated) as printer:
        outcome = printer.send(JOB)
        assert outcome.state == "queued"
        assert outcome.fault is not None
        assert outcome.fault.code == code
        assert outcome.fault.remedy
        setattr(simulated, trouble, False)
        assert printer.send(JOB).state == "confirmed"
    assert simulated.printed == JOB


@ways
def test_a_silent_printer_gets_the_job_and_nothing_is_claimed(way: Way) -> None:
    simulated = SimulatedPrinter()
    simulated.silent = True
    with way(simulated) as printer:
        outcome = printer.send(JOB)
        assert printer.status() == PrinterStatus()
    assert (outcome.state, outcome.fault, outcome.status.paper_out) == ("sent", None, None)


def test_a_printer_that_runs_dry_in_the_middle_is_unknown() -> None:
    class RunsDry(SimulatedPrinter):
        def feed(self, data: bytes) -> bytes:
            self.paper_out = self.paper_out or b"Receipt" in data
            return super().feed(data)

    simulated = RunsDry()
    with in_memory(simulated) as printer:
        outcome = printer.send(JOB)
    assert outcome.state == "unknown"
    assert outcome.fault is not None
    assert outcome.fault.code == "printer.paper_out"


def test_a_printer_that_falls_silent_is_unknown() -> None:
    class FallsSilent(SimulatedPrinter):
        def feed(self, data: bytes) -> bytes:
            self.silent = self.silent or b"Receipt" in data
            return super().feed(data)

    with in_memory(FallsSilent()) as printer:
        outcome = printer.send(JOB)
    assert outcome.state == "unknown"
    assert outcome.fault is not None
    assert outcome.fault.code == "printer.silent"


def test_a_clone_without_gs_r_is_waited_for_once_and_not_asked_again() -> None:
    class Clone(SimulatedPrinter):
        def feed(self, data: bytes) -> bytes:
            return super().feed(data.replace(b"\x1dr\x01", b"?"))

    simulated = Clone()
    with in_memory(simulated) as printer:
        assert printer.send(b"one").state == "sent"
        assert printer.send(b"two").state == "sent"
    assert simulated.printed == b"one?two"


def test_answers_that_break_the_rules_are_no_status() -> None:
    class Babbles(SimulatedPrinter):
        def feed(self, data: bytes) -> bytes:
            super().feed(data)
            return b"\xff\x00\x91"

    with in_memory(Babbles()) as printer:
        assert not printer.status().answered


def test_the_whole_status_is_read() -> None:
    simulated = SimulatedPrinter()
    simulated.paper_low = simulated.drawer_open = True
    with in_memory(simulated) as printer:
        status = printer.status()
        assert status == PrinterStatus(True, False, False, False, True, False, True)
        assert status.fault is None
        assert status.is_drawer_open()
        assert status.is_drawer_open(high_means_open=False) is False
        simulated.silent = True
        assert printer.status().is_drawer_open() is None


def test_a_printer_set_as_never_answering_is_never_asked() -> None:
    simulated = SimulatedPrinter()
    printer = Printer("mute", simulated.connect, asks=False)
    assert printer.send(JOB).state == "sent"
    assert simulated.printed == JOB


class Breaks:
    """A connection that breaks when the job is sent."""

    answers = False

    def __init__(self, sent: bool) -> None:
        self.sent = sent
        self.tries = 0

    def send(self, data: bytes) -> None:
        self.tries += 1
        raise Cut(self.sent, "cable pulled")

    def receive(self, timeout_s: float) -> bytes:
        return b""

    def close(self) -> None:
        """The end."""


@pytest.mark.parametrize(("sent", "state"), [(True, "unknown"), (False, "queued")])
def test_a_job_is_never_tried_twice_by_itself(sent: bool, state: str) -> None:
    line = Breaks(sent)
    outcome = Printer("cut", lambda: line).send(JOB)
    assert (outcome.state, line.tries) == (state, 1)
    assert outcome.fault is not None
    assert outcome.fault.code == "printer.cut"


def test_a_network_printer_that_hangs_up_in_the_middle_is_unknown() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            client, _ = server.accept()
            with client:
                client.recv(3)
                client.sendall(b"\x12")
                client.recv(3)
                client.sendall(b"\x12")
                client.recv(3)
                client.sendall(b"\x12")
                client.recv(100)

        thread = threading.Thread(target=hang_up)
        thread.start()
        printer = Printer("tcp", connection(f"tcp:127.0.0.1:{server.getsockname()[1]}"), confirm_timeout_s=2.0)
        outcome = printer.send(JOB * 2000)
        thread.join()
    assert outcome.state == "unknown"
    assert outcome.fault is not None
    assert outcome.fault.code == "printer.cut"


def test_nobody_at_the_address_means_that_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    for address in (f"tcp:127.0.0.1:{port}", "tcp:" + "x" * 70, "file:/not/there", "file:/dev/not-there"):
        printer = Printer("away", connection(address))
        outcome = printer.send(JOB)
        assert outcome.state == "queued"
        assert outcome.fault is not None
        assert outcome.fault.code == "printer.unreachable"
        with pytest.raises(Fault):
            printer.status()
    assert not Path("/dev/not-there").exists()


@posix_only
def test_an_unplugged_serial_printer_means_that_nothing_was_sent() -> None:
    port = PseudoPort()
    path = port.path
    port.unplug()
    outcome = Printer("serial", connection(f"serial:{path}")).send(JOB)
    assert outcome.state == "queued"
    assert outcome.fault is not None
    assert outcome.fault.code == "port.gone"
    missing = Printer("usb", connection("serial:usb:04b8:0e15", listing=lambda: [PortInfo("/dev/ttyS0")]))
    assert missing.send(JOB).state == "queued"


def test_a_file_collects_jobs_and_no_questions(tmp_path: Path) -> None:
    printer = Printer("file", connection(f"file:{tmp_path / 'receipts.bin'}"))
    assert [printer.send(b"one").state, printer.send(b"two").state] == ["sent", "sent"]
    assert (tmp_path / "receipts.bin").read_bytes() == b"onetwo"


@pytest.mark.parametrize("address", ["", "tcp:", "tcp:h:0", "tcp:h:99999", "tcp:h:x", "file:", "lpt1", "serial:"])
def test_an_impossible_address_is_a_fault(address: str) -> None:
    with pytest.raises(Fault) as fault:
        connection(address)
    assert fault.value.code == "printer.address"


def test_the_drawer_opens_without_paper_too() -> None:
    simulated = SimulatedPrinter()
    with in_memory(simulated) as printer:
        assert open_drawer(printer).state == "confirmed"
        assert simulated.kicks == 1
        simulated.paper_out = True
        outcome = open_drawer(printer)
    assert (outcome.state, simulated.kicks) == ("unknown", 2)
    assert outcome.fault is not None
    assert outcome.fault.code == "printer.paper_out"


def test_a_receipt_without_paper_stays_here_while_the_drawer_opens() -> None:
    simulated = SimulatedPrinter()
    simulated.paper_out = True
    with in_memory(simulated) as printer:
        outcome = printer.send(pulse() + JOB, when_offline=real_time_pulse())
    assert (outcome.state, simulated.kicks, simulated.printed) == ("queued", 1, b"")


def test_drawer_pulses() -> None:
    assert pulse() == b"\x1bp\x00\x3c\x78"
    assert pulse(1, 100, 500) == b"\x1bp\x01\x32\xfa"
    assert real_time_pulse(1) == b"\x10\x14\x01\x01\x02"
    for impossible in ((2, 100, 200), (0, 200, 100), (0, 100, 600), (0, 0, 100)):
        with pytest.raises(ValueError, match="No drawer pulse"):
            pulse(*impossible)
    with pytest.raises(ValueError, match="No drawer pulse"):
        real_time_pulse(0, 1000)


@pytest.mark.parametrize(("state", "level"), [("", 2), ("paper_low", 1), ("paper_out", 0)])
def test_another_programs_reading_of_the_paper_is_ours(state: str, level: int) -> None:
    """python-escpos asks the same simulated printer; what it takes for online and paper is what we take for it."""
    simulated = SimulatedPrinter()
    if state:
        setattr(simulated, state, True)
    with on_tcp(simulated) as port:
        other = Network("127.0.0.1", port, timeout=5)
        told = other.is_online(), other.paper_status()
        other.close()
        status = Printer("tcp", connection(f"tcp:127.0.0.1:{port}")).status()
    ours = 0 if status.paper_out else 1 if status.paper_low else 2
    assert told == (not status.offline, ours) == (state != "paper_out", level)
