"""The serial scanners of this terminal, as the settings name them."""

from desktop.devices.ports import finder
from desktop.devices.scanner import OnFrame, OnProblem, OnState, Scanner, ScannerSettings
from desktop.devices.serial_port import Line
from desktop.settings import Settings


def scanner_addresses(settings: Settings) -> list[str]:
    """Give the configured addresses; several are separated by commas."""
    return [address.strip() for address in settings.scanner_ports.split(",") if address.strip()]


def open_scanners(
    settings: Settings, addresses: list[str], on_frame: OnFrame, on_problem: OnProblem, on_state: OnState
) -> list[Scanner]:
    """Begin to listen on each address; callbacks come in the ports' threads."""
    line = ScannerSettings(line=Line(baud=settings.scanner_baud))
    scanners = [Scanner(address, finder(address), on_frame, on_problem, on_state, line) for address in addresses]
    for scanner in scanners:
        scanner.start()
    return scanners
