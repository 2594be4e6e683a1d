"""`eckwms devices`: what is there is listed, asked, simulated, and set up with a sheet."""

import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.commands import devices
from desktop.commands.simulating import simulate
from desktop.devices.serial_port import Line, open_line
from desktop.devices.simulated import (
    SimulatedDisplay,
    SimulatedPrinter,
    SimulatedScale,
    SimulatedScanner,
    on_port,
    on_tcp,
)
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.settings import Settings

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")


def test_drivers_and_what_is_set_up_are_listed() -> None:
    listed = devices.list_devices(Settings(printer="tcp:10.0.0.5", scanner_ports="COM3 honeywell", scale="COM4"))
    assert (listed["printer"], listed["scanners"], listed["scale"]) == ("tcp:10.0.0.5", ["COM3"], "COM4")
    names = {(driver["role"], driver["name"]) for driver in listed["drivers"]}
    assert {("scale", "cas"), ("scale", "massak"), ("display", "escpos"), ("scanner", "honeywell")} <= names
    assert listed["broken"] == []


@contextmanager
def scanning(scanner: SimulatedScanner, code: str) -> Iterator[None]:
    """Somebody scans until it was heard: what came before the port was open is gone."""
    stop = threading.Event()

    def scan() -> None:
        while not stop.wait(0.01):
            scanner.scan(code)

    thread = threading.Thread(target=scan)
    thread.start()
    yield
    stop.set()
    thread.join()


@posix_only
def test_every_device_is_asked(tmp_path: Path) -> None:
    scale, display, scanner = SimulatedScale("massak"), SimulatedDisplay(), SimulatedScanner(tmp_path / "scanner")
    scale.put(1250)
    printer = SimulatedPrinter()
    printer.cover_open = True
    with on_port(scale, tmp_path / "scale"), on_port(display, tmp_path / "display"), on_tcp(printer) as port:
        settings = Settings(
            printer=f"tcp:127.0.0.1:{port}",
            scale=str(tmp_path / "scale"),
            scale_driver="massak",
            display=str(tmp_path / "display"),
            scanner_ports=scanner.path,
        )
        with scanning(scanner, "4006381333931"):
            told = devices.test_devices(settings, port="", seconds=5.0, only="")
    assert told["scale"] == {"state": "stable", "weight_g": "1250"}
    assert told["display"] == "shown: look at it"
    assert told["printer"] == "The printer's cover is open."
    assert told["text"] == "4006381333931"
    scanner.port.unplug()


@pytest.mark.parametrize(
    ("settings", "only", "code"),
    [
        (Settings(), "", "devices.none"),
        (Settings(scale="/dev/not-there"), "scale", "scale.silent"),
        (Settings(display="/dev/not-there"), "", "port.gone"),
    ],
)
def test_what_does_not_answer_is_told(settings: Settings, only: str, code: str) -> None:
    with pytest.raises(Fault) as told:
        devices.test_devices(settings, port="", seconds=0.2, only=only)
    assert told.value.code == code


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(Refusal):
        devices.test_devices(Settings(), port="", seconds=0.1, only="kettle")
    with pytest.raises(Refusal):
        simulate("kettle", "", [], [], io.StringIO())
    with pytest.raises(Refusal, match="no simulated acme scale"):
        simulate("scale", "acme", [], [], io.StringIO())


class Typing:
    """Lines typed one by one, with something to do before each."""

    def __init__(self, *lines: str) -> None:
        self.lines = lines

    def __iter__(self) -> Iterator[str]:
        return iter(f"{line}\n" for line in self.lines)


@posix_only
def test_a_simulated_scanner_sends_a_code_for_each_line() -> None:
    said = io.StringIO()
    assert simulate("scanner", "", ["4006381333931"], Typing("", ""), said)["sent"] == 1
    assert simulate("scanner", "", [], Typing("a", "b"), said)["sent"] == 2


@posix_only
def test_a_simulated_scale_weighs_what_is_typed() -> None:
    said, heard = io.StringIO(), []

    class Asking(Typing):
        def __iter__(self) -> Iterator[str]:
            path = said.getvalue().split()[2].rstrip(";")
            for line in self.lines:
                yield line
                with open_line(path, Line(), 2.0) as port:
                    port.write(b"W")
                    heard.append(port.read_until(b"\r"))

    assert simulate("scale", "toledo8217", [], Asking("452", "300 moving", "x", "1 flying"), said)["sent"] == 4
    assert heard[:2] == [b"\x0200.452\r", b"\x02?A\r"]
    assert "Write grams" in said.getvalue()
    assert "Write one of stable" in said.getvalue()


@posix_only
@pytest.mark.parametrize(("role", "shown"), [("display", "|" + " " * 20 + "|"), ("printer", "paper_out on")])
def test_display_and_printer_tell_how_they_are(role: str, shown: str) -> None:
    said = io.StringIO()
    assert simulate(role, "", [], Typing("paper_out"), said)["sent"] == 1
    assert shown in said.getvalue()


def test_the_sheet_is_written(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    assert devices.write_sheet(Settings(), file=str(path)) == {"file": str(path)}
    assert path.read_bytes().startswith(b"%PDF")
    with pytest.raises(Fault):
        devices.write_sheet(Settings(), file=str(tmp_path / "none" / "sheet.pdf"))
