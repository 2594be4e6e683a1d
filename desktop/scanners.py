"""The serial scanners of this terminal, as the settings name them: `ADDRESS` or `ADDRESS DRIVER`, between commas."""

from dataclasses import replace

from desktop.devices.known import scanner_settings
from desktop.devices.ports import finder
from desktop.devices.scanner import OnFrame, OnProblem, OnState, Scanner
from desktop.devices.serial_port import Line
from desktop.settings import Settings
from desktop.ui.settings.settings_rows import scanner_entries


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
