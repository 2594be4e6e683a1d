"""`devices list|test|simulate`: the hardware, without a database."""

import queue
import sys
from collections.abc import Callable, Sequence
from typing import Any

from desktop.commands.figures import Json
from desktop.devices.ports import system_ports
from desktop.devices.printer import Printer
from desktop.devices.simulated import SimulatedScanner
from desktop.devices.transports import connection
from desktop.faults import Fault
from desktop.reading import read_code
from desktop.scanners import open_scanners, scanner_addresses
from desktop.settings import Settings


def list_devices(settings: Settings) -> Json:
    """List the serial ports and what is configured."""
    ports = [{"address": port.address, "port": port.path, "description": port.description} for port in system_ports()]
    return {"ports": ports, "scanners": scanner_addresses(settings), "printer": settings.printer}


def test_devices(settings: Settings, *, port: str, seconds: float) -> Json:
    """Ask the printer how it is and wait for one scan. Raises Fault when nothing is configured or no scan comes."""
    addresses = [port] if port else scanner_addresses(settings)
    if not addresses and not settings.printer:
        raise Fault("devices.none", "No device is configured", "", "Name a port, or set scanner_ports or printer.")
    result: Json = {}
    if settings.printer:
        status = Printer("printer", connection(settings.printer)).status()
        result["printer"] = status.fault.message if status.fault else "ready" if status.answered else "does not tell"
    return result | (_wait_for_scan(settings, addresses, seconds) if addresses else {})


def _wait_for_scan(settings: Settings, addresses: list[str], seconds: float) -> Json:
    scans: queue.Queue[tuple[bytes, str]] = queue.Queue()
    troubles: list[str] = []
    scanners = open_scanners(
        settings,
        addresses,
        lambda data, name, at_s: scans.put((data, name)),
        lambda frame, name: troubles.append(f"{name}: {frame.problem} scan of {len(frame.data)} bytes"),
        lambda state, name: troubles.append(f"{name}: {state.fault.message}") if state.fault else None,
    )
    sys.stderr.write(f"Scan something within {seconds:g} s.\n")
    try:
        data, name = scans.get(timeout=seconds)
    except queue.Empty:
        heard = "; ".join(troubles) or ", ".join(addresses)
        raise Fault("scanner.silent", "No scan came", heard, "Check port, cable and suffix.") from None
    finally:
        for scanner in scanners:
            scanner.close()
    reading = read_code(data)
    return {"port": name, "bytes": data.hex(" "), "text": reading.text, "candidates": list(reading.candidates)}


def simulate(settings: Settings, *, codes: Sequence[str]) -> Json:
    """Make a pseudo port and send one code for each line on standard input."""
    scanner = SimulatedScanner()
    sys.stderr.write(f"Scanner at {scanner.path}; press Enter for each scan.\n")
    sent = 0
    for code, _ in zip(codes, sys.stdin, strict=False):
        scanner.scan(code)
        sent += 1
    return {"port": str(scanner.path), "sent": sent}


COMMANDS: dict[str, Callable[..., dict[str, Any]]] = {
    "list": list_devices,
    "test": test_devices,
    "simulate": simulate,
}
