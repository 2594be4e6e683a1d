"""`eckwms demo`: a centre with a sample shop in a process of its own, a terminal enrolled to it, simulated devices."""

import asyncio
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from desktop.card_terminals import SIMULATED
from desktop.demo_devices import DemoDevices, demo_devices
from desktop.demo_shop import Shop, running_shop, say
from desktop.devices.simulated import SimulatedScanner
from desktop.domain.clock import SystemClock
from desktop.settings import Loaded, load_settings


def run_demo(*, headless: bool, screenshots: Path | None) -> int:
    """Run the demonstration; headless it is a scripted day with one JSON report on standard output."""
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = Path(tempfile.mkdtemp(prefix="eckwms-demo-"))
    began = time.monotonic()
    try:
        with running_shop(folder / "centre") as shop, demo_devices(restless=not headless) as devices:
            loaded, scanner = _enrolled(shop, folder / "terminal", devices), devices.scanner
            say(f"ready after {time.monotonic() - began:.1f} s")
            if headless:
                return _scripted_day(
                    loaded, shop, scanner, screenshots or Path(tempfile.mkdtemp(prefix="eckwms-screenshots-"))
                )
            return _open_window(loaded, shop, scanner)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _enrolled(shop: Shop, folder: Path, devices: DemoDevices) -> Loaded:
    from desktop.commands.syncing import enrol
    from desktop.station import open_station

    say("enrolling the terminal")
    folder.mkdir(parents=True)
    flags = {
        **devices.flags,
        "receipt_folder": str(folder / "receipts"),
        "secrets": "file",
        "sounds": False,
        "card_terminal": f"{SIMULATED}:0.3",
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
        say(f"  {person['name']:<24} {person['role']:<18} PIN {person['pin']}")
    say(f"head office goes silent with kill -STOP {shop.process}, and is back with kill -CONT {shop.process}")
    say(f"from another terminal: eckwms --data-dir {loaded.data_dir} status")
    if scanner:
        say(f"simulated scanner: printf '4006381333931\\r\\n' > {scanner.path} shows a scan of an unknown code")
    return run_window(loaded)


def _scripted_day(loaded: Loaded, shop: Shop, scanner: SimulatedScanner | None, screenshots: Path) -> int:
    from desktop.app import run_on_qt
    from desktop.demo_day import Day

    assert scanner is not None
    day = Day(shop, scanner, screenshots)
    code = run_on_qt(loaded, day.live)
    sys.stdout.write(json.dumps(day.report, ensure_ascii=False) + "\n")
    return code
