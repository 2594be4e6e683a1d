"""The serial scanners of this terminal, as the settings name them: `ADDRESS` or `ADDRESS DRIVER`, between commas."""

from dataclasses import replace

from desktop.devices.known import scanner_settings
from desktop.devices.ports import finder
from desktop.devices.scanner import OnFrame, OnProblem, OnState, Scanner
from desktop.devices.serial_port import Line
from desktop.settings import Settings


def scanner_entries(setting: str) -> list[tuple[str, str]]:
    """Give (address, driver) of every scanner in a setting; the driver is empty for any scanner."""
    parts = (part.split() for part in setting.split(","))
    return [(part[0], part[1] if len(part) > 1 else "") for part in parts if part]


def join_entries(entries: list[tuple[str, str]]) -> str:
    """Write the setting of these scanners."""
    return ", ".join(f"{address} {driver}".strip() for address, driver in entries)


def scanner_addresses(settings: Settings) -> list[str]:
    """Give the configured addresses."""
    return [address for address, _ in scanner_entries(settings.scanner_ports)]


def open_scanners(
    settings: Settings, addresses: list[str], on_frame: OnFrame, on_problem: OnProblem, on_state: OnState
) -> list[Scanner]:
    """Begin to listen on each address; callbacks come in the ports' threads. Raises Fault driver.unknown."""
    drivers = dict(scanner_entries(settings.scanner_ports))
    line = Line(baud=settings.scanner_baud)
    scanners = [
        Scanner(
            address,
            finder(address),
            on_frame,
            on_problem,
            on_state,
            replace(scanner_settings(drivers.get(address, "")), line=line),
        )
        for address in addresses
    ]
    for scanner in scanners:
        scanner.start()
    return scanners
