"""Plug-ins: a package with an entry point is a driver; a broken one is told and left out."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from desktop.devices import drivers
from desktop.devices.drivers import GROUP, Driver, plugged
from desktop.devices.known import display_picture, known, scale_protocol, scanner_settings
from desktop.devices.simulated import SimulatedPrinter
from desktop.devices.transports import connection
from desktop.devices.weights import Weight

SIMULATED = SimulatedPrinter()
PRINTER = Driver("printer", "mem", "In memory", lambda options: SIMULATED.connect)
NOT_OURS = Driver("scale", "cas", "Another CAS", lambda options: None)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A distribution with entry points, as pip leaves it: metadata in a folder that Python looks through."""
    folder = tmp_path / "acme_devices-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-devices\nVersion: 1.0\n")
    points = {"acme": "tests.devices.acme_scale:SCALE", "mem": f"{__name__}:PRINTER", "ours": f"{__name__}:NOT_OURS"}
    broken = {"away": "not_there:SCALE", "wrong": "tests.devices.acme_scale:read"}
    lines = [f"{name} = {value}" for name, value in (points | broken).items()]
    (folder / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *lines, ""]))
    monkeypatch.syspath_prepend(tmp_path)
    this = ModuleType(__name__)
    this.__dict__.update(PRINTER=PRINTER, NOT_OURS=NOT_OURS)
    monkeypatch.setitem(sys.modules, __name__, this)
    plugged.cache_clear()
    yield
    plugged.cache_clear()


@pytest.mark.usefixtures("installed")
def test_ten_lines_are_a_driver() -> None:
    driver = known("scale")["acme"]
    assert (driver.title, driver.from_package) == ("Acme counter scale", "acme-devices")
    scale = scale_protocol("acme")
    assert scale.ask == b"P\r"
    assert scale.feed(b"NET 1.234 kg\r").weights == (Weight("stable", 1_234_000),)
    assert scale.feed(b"NET -.--- kg\r").weights == (Weight("moving"),)


def test_the_example_is_ten_lines() -> None:
    code = (Path(__file__).parent / "acme_scale.py").read_text(encoding="utf-8").split('"""')[2]
    assert len([line for line in code.splitlines() if line.strip()]) <= 10


@pytest.mark.usefixtures("installed")
def test_a_plugged_printer_has_an_address_of_its_own() -> None:
    way = connection("mem:anything")()
    way.send(b"hello")
    assert bytes(SIMULATED.printed) == b"hello"


@pytest.mark.usefixtures("installed")
def test_broken_plug_ins_are_told_and_ours_are_not_replaced() -> None:
    assert [(fault.code, fault.message.split(" (")[0]) for fault in plugged().faults] == [
        ("driver.broken", "away"),
        ("driver.broken", "wrong"),
    ]
    assert known("scale")["cas"].from_package == ""


def test_without_plug_ins_there_are_ours() -> None:
    plugged.cache_clear()
    assert list(known("scale")) == ["cas", "toledo8217", "massak", "generic"]
    assert list(known("display")) == ["cd5220", "escpos"]
    assert scanner_settings("honeywell").acks is not None
    assert scanner_settings("").acks is None
    assert display_picture("escpos")("a", "b", str.encode).startswith(b"\x1f\x01")
    assert drivers.find_driver("printer", "tcp") is None
