"""`devices list|test|simulate|sheet`: the hardware, without a database."""

import os
import queue
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from desktop.commands.figures import Json
from desktop.commands.simulating import simulate
from desktop.devices.display import CustomerDisplay
from desktop.devices.drivers import Role, plugged
from desktop.devices.known import display_picture, known, scale_protocol
from desktop.devices.ports import finder, system_ports
from desktop.devices.printer import Printer, PrinterStatus
from desktop.devices.scale import Scale
from desktop.devices.serial_port import PortState
from desktop.devices.transports import connection
from desktop.devices.weights import Weight
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.paper.escpos import code_page, encode
from desktop.paper.scanner_sheet import scanner_sheet
from desktop.reading import read_code
from desktop.scanners import open_scanners, scanner_addresses
from desktop.settings import Settings

ROLES: tuple[Role, ...] = get_args(Role)
DISPLAY_TEST = ("eckWMS 12345 АБВ", "ÄÖÜ            12.90")


def list_devices(settings: Settings) -> Json:
    """List the serial ports, what is configured on them, and the drivers there are."""
    ports = [{"address": port.address, "port": port.path, "description": port.description} for port in system_ports()]
    drivers = [
        {"role": role, "name": driver.name, "title": driver.title, "package": driver.from_package}
        for role in ROLES
        for driver in known(role).values()
    ]
    return {
        "ports": ports,
        "scanners": scanner_addresses(settings),
        "printer": settings.printer,
        "scale": settings.scale,
        "display": settings.display,
        "drivers": drivers,
        "broken": [fault.message for fault in plugged().faults],
    }


def test_devices(settings: Settings, *, port: str, seconds: float, only: str) -> Json:
    """Ask printer and scale how they are, show a text on the display, wait for one scan.

    Raises Fault when nothing is configured, a device does not answer, or no scan comes.
    """
    if only not in ("", *ROLES):
        raise Refusal("devices.role", f"There is no {only}.", f"Name one of {', '.join(ROLES)}.")
    addresses = [port] if port else scanner_addresses(settings)
    tests: dict[Role, tuple[object, Callable[[], Json]]] = {
        "printer": (settings.printer, lambda: {"printer": _printer_words(settings)}),
        "display": (settings.display, lambda: {"display": _show_on_display(settings, seconds)}),
        "scale": (settings.scale, lambda: {"scale": _wait_for_weight(settings, seconds)}),
        "scanner": (addresses, lambda: _wait_for_scan(settings, addresses, seconds)),
    }
    chosen = [test for role, (set_up, test) in tests.items() if set_up and only in ("", role)]
    if not chosen:
        raise Fault("devices.none", "No device is configured", "", "Name a port, or set scanner_ports or printer.")
    result: Json = {}
    for test in chosen:
        result |= test()
    return result


def _printer_words(settings: Settings) -> str:
    status: PrinterStatus = Printer("printer", connection(settings.printer)).status()
    return status.fault.message if status.fault else "ready" if status.answered else "does not tell"


def _wait_for_weight(settings: Settings, seconds: float) -> Json:
    weights: queue.Queue[Weight] = queue.Queue()
    troubles: list[str] = []
    protocol = scale_protocol(settings.scale_driver)
    line = replace(protocol.line, baud=settings.scale_baud) if settings.scale_baud else protocol.line
    scale = Scale("scale", finder(settings.scale), protocol, weights.put, _note(troubles), line=line)
    scale.start()
    try:
        weight = weights.get(timeout=seconds)
    except queue.Empty:
        heard = "; ".join(troubles) or settings.scale
        raise Fault("scale.silent", "The scale does not answer", heard, "Check cable, port and driver.") from None
    finally:
        scale.close()
    return {"state": weight.state, "weight_g": f"{weight.weight_mg / 1000:g}"}


def _show_on_display(settings: Settings, seconds: float) -> str:
    page = code_page(settings.display_code_page)
    states: queue.Queue[PortState] = queue.Queue()
    display = CustomerDisplay(
        "display",
        finder(settings.display),
        lambda state, name: states.put(state),
        encode=lambda text: encode(text, page),
        draw=display_picture(settings.display_driver),
    )
    display.show(*DISPLAY_TEST)
    display.start()
    try:
        state = states.get(timeout=seconds)
    except queue.Empty:
        state = PortState(False)
    finally:
        display.close()
    if state.fault is not None:
        raise state.fault
    return "shown: look at it" if state.is_open else "not there"


def _note(troubles: list[str]) -> Callable[[PortState, str], None]:
    return lambda state, name: troubles.append(f"{name}: {state.fault.message}") if state.fault else None


def _wait_for_scan(settings: Settings, addresses: list[str], seconds: float) -> Json:
    scans: queue.Queue[tuple[bytes, str]] = queue.Queue()
    troubles: list[str] = []
    scanners = open_scanners(
        settings,
        addresses,
        lambda data, name, at_s: scans.put((data, name)),
        lambda frame, name: troubles.append(f"{name}: {frame.problem} scan of {len(frame.data)} bytes"),
        _note(troubles),
    )
    sys.stderr.write(f"Scan something within {seconds:g} s.\n")
    try:
        data, name = scans.get(timeout=seconds)
        for scanner in scanners:
            if scanner.name == name:
                scanner.acknowledge(True)
    except queue.Empty:
        heard = "; ".join(troubles) or ", ".join(addresses)
        raise Fault("scanner.silent", "No scan came", heard, "Check port, cable and suffix.") from None
    finally:
        for scanner in scanners:
            scanner.close()
    reading = read_code(data)
    return {"port": name, "bytes": data.hex(" "), "text": reading.text, "candidates": list(reading.candidates)}


def write_sheet(settings: Settings, *, file: str) -> Json:
    """Write the set-up sheet for scanners as a PDF. Raises Fault when the file cannot be written."""
    from desktop.ui.settings.settings_rows import TEST_CODE

    try:
        Path(file).write_bytes(scanner_sheet(TEST_CODE, settings.language))
    except OSError as error:
        raise Fault("paper.unwritable", "The sheet cannot be saved", str(error), "Check folder and disk.") from error
    return {"file": os.fspath(Path(file).resolve())}


def simulate_devices(settings: Settings, *, codes: Sequence[str], role: str = "scanner", driver: str = "") -> Json:
    """Make a simulated device and carry out what is typed. Refusal `devices.role`."""
    del settings
    return simulate(role, driver, codes, sys.stdin, sys.stderr)


COMMANDS: dict[str, Callable[..., dict[str, Any]]] = {
    "list": list_devices,
    "test": test_devices,
    "simulate": simulate_devices,
    "sheet": write_sheet,
}
