"""`eckwms demo`: a centre with a sample shop in a process of its own, a terminal enrolled to it, simulated devices."""

import asyncio
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.devices.simulated import SimulatedScanner
from desktop.domain.clock import SystemClock
from desktop.faults import Fault
from desktop.settings import Loaded, load_settings

READY_WITHIN_S = 120.0


@dataclass(frozen=True, slots=True)
class Shop:
    """The running centre with its sample shop: people carry login, name, role and pin."""

    address: str
    shop: str
    people: list[dict[str, str]]
    folder: Path

    def tell(self, *words: str) -> dict[str, Any]:
        """Run a command of the centre and give its JSON."""
        return _tell(self.folder, *words)


def run_demo(*, headless: bool, screenshots: Path | None) -> int:
    """Run the demonstration; headless it is a scripted day with one JSON report on standard output."""
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = Path(tempfile.mkdtemp(prefix="eckwms-demo-"))
    began = time.monotonic()
    try:
        with running_shop(folder / "centre") as shop, _scanner() as scanner:
            loaded = _enrolled(shop, folder / "terminal", scanner)
            _say(f"ready after {time.monotonic() - began:.1f} s")
            if headless:
                return _scripted_day(loaded, shop, scanner, screenshots or folder / "screenshots")
            return _open_window(loaded, shop, scanner)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def running_shop(folder: Path) -> Iterator[Shop]:
    """Start a centre on a free loopback port and fill it with the sample shop. Raises Fault when it does not start."""
    _say("starting the centre with its own PostgreSQL")
    folder.mkdir(parents=True)
    log = (folder / "centre.log").open("w+")
    command = _server(folder, "run", "--port", "0")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        address = next((word for word in line.split() if word.startswith("http")), "")
        if not address:
            log.seek(0)
            raise Fault("demo.centre", "The centre did not start", log.read()[-2000:] or line, "See the message.")
        _say(f"centre at {address}; making the sample shop")
        seeded = _tell(folder, "seed", "demo")
        yield Shop(address, seeded["shop"], seeded["people"], folder)
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(30)
        process.kill()
        process.communicate()
        log.close()


def _server(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "server_stub", *words, "--data-dir", str(folder)]


def _tell(folder: Path, *words: str) -> dict[str, Any]:
    done = subprocess.run(_server(folder, *words, "--json"), capture_output=True, text=True, check=False)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise Fault("demo.centre", "The centre did not answer", done.stderr[-2000:], "See the message.") from None
    return dict(answer)


@contextlib.contextmanager
def _scanner() -> Iterator[SimulatedScanner | None]:
    """A scanner on a pseudo terminal; Windows has none, there the keyboard has to do."""
    if os.name != "posix":
        yield None
        return
    scanner = SimulatedScanner()
    try:
        yield scanner
    finally:
        scanner.port.unplug()


def _enrolled(shop: Shop, folder: Path, scanner: SimulatedScanner | None) -> Loaded:
    from desktop.commands.syncing import enrol
    from desktop.station import open_station

    _say("enrolling the terminal")
    folder.mkdir(parents=True)
    flags = {
        "printer": f"file:{folder / 'printer.bin'}",
        "receipt_folder": str(folder / "receipts"),
        "scanner_ports": scanner.path if scanner else "",
        "secrets": "file",
        "sounds": False,
    }
    loaded = load_settings(folder, flags, machine=folder / "no-machine-file.toml")
    token = shop.tell("token", "create", "--shop", shop.shop)["token"]
    station = open_station(loaded, SystemClock())
    try:
        asyncio.run(enrol(station, server=shop.address, name="Till 1", token=token))
    finally:
        station.close()
    return loaded


def _open_window(loaded: Loaded, shop: Shop, scanner: SimulatedScanner | None) -> int:
    from desktop.app import run_window

    for person in shop.people:
        _say(f"  {person['name']:<24} {person['role']:<18} PIN {person['pin']}")
    if scanner:
        _say(f"simulated scanner: printf '4006381333931\\r\\n' > {scanner.path} shows a scan of an unknown code")
    return run_window(loaded)


def _scripted_day(loaded: Loaded, shop: Shop, scanner: SimulatedScanner | None, screenshots: Path) -> int:
    from desktop.app import run_on_qt
    from desktop.demo_day import Day

    assert scanner is not None
    day = Day(shop, scanner, screenshots)
    code = run_on_qt(loaded, day.live)
    sys.stdout.write(json.dumps(day.report, ensure_ascii=False) + "\n")
    return code


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
