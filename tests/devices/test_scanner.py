import os
import queue
import sys
import time
from pathlib import Path

import pytest

from desktop.devices.framing import Frame
from desktop.devices.scanner import HONEYWELL_ACKS, ScannerSettings
from desktop.devices.serial_port import Line, PortState, SerialPort, open_line
from desktop.devices.simulated import SimulatedScanner
from desktop.faults import Fault
from tests.devices.conftest import PATIENCE_S, Heard, Listen

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")


def test_a_burst_of_200_scans_arrives_whole_and_in_order(
    device: SimulatedScanner, listen: Listen, heard: Heard
) -> None:
    listen(device.path)
    assert heard.state().is_open
    codes = [f"4006381{number:06d}" for number in range(200)]
    device.scan(*codes)
    assert heard.codes(200) == [code.encode() for code in codes]
    assert heard.problems.empty()


def test_every_scan_names_its_device_and_its_moment(device: SimulatedScanner, listen: Listen, heard: Heard) -> None:
    listen(device.path, name="left till")
    heard.state()
    before_s = time.monotonic()
    device.scan("4006381333931")
    data, name, at_s = heard.frames.get(timeout=PATIENCE_S)
    assert (data, name) == (b"4006381333931", "left till")
    assert before_s <= at_s <= time.monotonic()


def test_bytes_of_every_kind_pass_untouched(device: SimulatedScanner, listen: Listen, heard: Heard) -> None:
    listen(device.path, ScannerSettings(ends=b"\r\n"))
    heard.state()
    code = bytes(set(range(256)) - set(b"\r\n"))
    device.scan(code)
    assert heard.codes(1) == [code]


def test_a_frame_that_comes_in_pieces_is_put_together(device: SimulatedScanner, listen: Listen, heard: Heard) -> None:
    listen(device.path)
    heard.state()
    for piece in (b"40063", b"81333", b"931\r"):
        device.port.send(piece)
    assert heard.codes(1) == [b"4006381333931"]


def test_half_a_frame_is_reported_after_silence(device: SimulatedScanner, listen: Listen, heard: Heard) -> None:
    listen(device.path)
    heard.state()
    device.port.send(b"40063")
    assert heard.problems.get(timeout=PATIENCE_S) == (Frame(b"40063", "partial"), "till")
    device.scan("4006381333931")
    assert heard.codes(1) == [b"4006381333931"]


def test_a_scanner_without_suffix_is_framed_by_silence(device: SimulatedScanner, listen: Listen, heard: Heard) -> None:
    listen(device.path, ScannerSettings(ends=b""))
    heard.state()
    device.port.send(b"4006381333931")
    assert heard.codes(1) == [b"4006381333931"]


def test_an_overlong_frame_is_reported_and_the_next_one_read(
    device: SimulatedScanner, listen: Listen, heard: Heard
) -> None:
    listen(device.path, ScannerSettings(cap_bytes=100))
    heard.state()
    device.scan("9" * 150, "4006381333931")
    assert heard.problems.get(timeout=PATIENCE_S)[0] == Frame(b"9" * 100, "overlong")
    assert heard.codes(1) == [b"4006381333931"]


def test_unplugged_and_plugged_in_again_elsewhere(device: SimulatedScanner, listen: Listen, heard: Heard) -> None:
    listen(device.path)
    assert heard.state().is_open
    device.scan("1")
    assert heard.codes(1) == [b"1"]
    device.port.unplug()
    gone = heard.state()
    assert not gone.is_open
    assert gone.fault is not None
    assert gone.fault.code == "port.gone"
    assert gone.fault.remedy
    device.port.plug()
    assert heard.state().is_open
    device.scan("2", "3")
    assert heard.codes(2) == [b"2", b"3"]
    assert set(heard.waits) == {1.0}


def test_half_a_frame_before_the_cable_was_pulled_is_not_glued_to_the_next(
    device: SimulatedScanner, listen: Listen, heard: Heard
) -> None:
    listen(device.path)
    heard.state()
    device.scan("1")
    heard.codes(1)
    device.port.send(b"400638")
    device.port.unplug()
    assert not heard.state().is_open
    device.port.plug()
    assert heard.state().is_open
    device.scan("2")
    assert heard.codes(1) == [b"2"]


def test_what_was_scanned_while_nobody_listened_is_thrown_away(
    device: SimulatedScanner, listen: Listen, heard: Heard
) -> None:
    device.scan("stale")
    listen(device.path)
    assert heard.state().is_open
    device.scan("fresh")
    assert heard.codes(1) == [b"fresh"]


def test_a_device_that_comes_late_is_found(tmp_path: Path, listen: Listen, heard: Heard) -> None:
    link = tmp_path / "late"
    listen(str(link))
    assert heard.state().code == "port.gone"
    late = SimulatedScanner(link)
    assert heard.state().is_open
    late.scan("7")
    assert heard.codes(1) == [b"7"]
    late.port.unplug()


def test_being_away_is_announced_once_however_often_it_is_tried(tmp_path: Path, listen: Listen, heard: Heard) -> None:
    scanner = listen(str(tmp_path / "never"))
    assert heard.state().code == "port.gone"
    while len(heard.waits) < 5:
        with pytest.raises(queue.Empty):
            heard.states.get(timeout=0.005)
    scanner.close()


def test_a_port_in_use_is_refused_and_taken_when_it_is_free(
    device: SimulatedScanner, listen: Listen, heard: Heard
) -> None:
    first = listen(device.path)
    assert heard.state().is_open
    listen(device.path)
    assert heard.state().code == "port.busy"
    with pytest.raises(Fault) as refused:
        open_line(device.path, Line(), 0.1)
    assert refused.value.code == "port.busy"
    first.close()
    assert heard.state().is_open


def test_two_scanners_keep_their_names_apart(
    device: SimulatedScanner, tmp_path: Path, listen: Listen, heard: Heard
) -> None:
    second = SimulatedScanner(tmp_path / "second")
    listen(device.path, name="A")
    listen(second.path, name="B")
    assert {heard.states.get(timeout=PATIENCE_S)[1] for _ in range(2)} == {"A", "B"}
    device.scan(*["a"] * 20)
    second.scan(*["b"] * 20)
    got = {heard.frames.get(timeout=PATIENCE_S)[:2] for _ in range(40)}
    assert got == {(b"a", "A"), (b"b", "B")}
    second.port.unplug()


def test_the_scanner_can_be_told_to_beep(device: SimulatedScanner, listen: Listen, heard: Heard) -> None:
    scanner = listen(device.path)
    heard.state()
    scanner.write(b"\x1b7,")
    assert device.port.receive() == b"\x1b7,"
    device.port.unplug()
    assert heard.state().code == "port.gone"
    with pytest.raises(Fault) as fault:
        scanner.write(b"\x1b7,")
    assert fault.value.code == "port.gone"


def test_close_is_final(device: SimulatedScanner, listen: Listen, heard: Heard) -> None:
    scanner = listen(device.path)
    heard.state()
    scanner.close()
    scanner.close()
    device.scan("late")
    assert heard.frames.empty()


def test_close_does_not_wait_for_silence(device: SimulatedScanner) -> None:
    states: queue.Queue[PortState] = queue.Queue()
    port = SerialPort("quiet", lambda: device.path, lambda chunk: None, states.put, silence_s=60.0)
    port.start()
    assert states.get(timeout=PATIENCE_S).is_open
    started_s = time.monotonic()
    port.close()
    assert time.monotonic() - started_s < PATIENCE_S


def test_a_scanner_that_was_never_started_can_be_closed() -> None:
    from desktop.devices.scanner import Scanner

    Scanner("x", lambda: None, print, print, print).close()


@pytest.mark.parametrize(
    ("path", "line", "code"),
    [
        ("/dev/not-there", Line(), "port.gone"),
        ("", Line(), "port.gone"),
        (os.devnull, Line(), "port.gone"),
        ("/dev/tty", Line(baud=-1), "port.settings"),
        ("/dev/tty", Line(parity="X"), "port.settings"),
    ],
)
def test_what_cannot_be_opened_says_why(path: str, line: Line, code: str) -> None:
    with pytest.raises(Fault) as fault:
        open_line(path, line, 0.1)
    assert fault.value.code == code
    assert fault.value.remedy


def test_a_scanner_that_waits_is_told_good_or_bad(device: SimulatedScanner, listen: Listen, heard: Heard) -> None:
    scanner = listen(device.path, ScannerSettings(acks=HONEYWELL_ACKS))
    heard.state()
    device.scan("4006381333931")
    heard.codes(1)
    scanner.acknowledge(True)
    assert device.port.receive() == b"\x1b7,"
    scanner.acknowledge(False)
    assert device.port.receive() == b"\x1b8,"


def test_a_scanner_that_does_not_wait_is_told_nothing(device: SimulatedScanner, listen: Listen, heard: Heard) -> None:
    scanner = listen(device.path)
    heard.state()
    scanner.acknowledge(True)
    scanner.write(b"!")
    assert device.port.receive() == b"!"
