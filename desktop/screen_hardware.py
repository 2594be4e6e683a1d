"""How every device of the station is now, for the settings screen."""

from collections.abc import Mapping
from pathlib import Path

from desktop.devices.drivers import Role
from desktop.devices.known import known
from desktop.faults import Fault
from desktop.hardware import DISPLAY, SCALE, Hardware, Seen
from desktop.operations.print_jobs import list_recent_papers
from desktop.operations.terminal import Terminal
from desktop.paper.scanner_sheet import scanner_sheet
from desktop.settings import Settings
from desktop.ui.settings.settings_rows import TEST_CODE, DeviceRow, DriverChoice, Mood, scanner_entries

CHOSEN_BY_DRIVER: tuple[Role, ...] = ("scanner", "scale", "display")
DISPLAY_TEST = ("eckWMS", "ABC абв 0123456789")


def device_rows(settings: Settings, terminal: Terminal, hardware: Hardware | None) -> tuple[DeviceRow, ...]:
    """Every device that is set up, and one row for each role that is not."""
    seen: Mapping[str, Seen] = hardware.seen if hardware else {}
    rows = [DeviceRow("keyboard", "keyboard", "ready")]
    for address, driver in scanner_entries(settings.scanner_ports):
        here = seen.get(address, Seen())
        rows.append(
            DeviceRow(f"scanner:{address}", "scanner", _mood(here), address, driver or "plain", here.fault, here.scans)
        )
    if len(rows) == 1:
        rows.append(DeviceRow("scanner", "scanner"))
    rows += [_printer(settings, terminal), _scale(settings, seen), _display(settings, seen)]
    return tuple(rows)


def driver_choices() -> tuple[DriverChoice, ...]:
    """What can be chosen for each role."""
    return tuple(
        DriverChoice(role, driver.name, driver.title, driver.from_package)
        for role in CHOSEN_BY_DRIVER
        for driver in known(role).values()
    )


def write_sheet(folder: Path, language: str) -> str:
    """Write the sheet that sets scanners up; gives its path. Raises Fault when it cannot be written."""
    path = folder / "scanner-setup.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(scanner_sheet(TEST_CODE, language))
    except OSError as error:
        raise Fault("paper.unwritable", "The sheet cannot be saved", str(error), "Check folder and disk.") from error
    return str(path)


def _mood(seen: Seen) -> Mood:
    if seen.fault is not None:
        return "away" if seen.fault.code == "port.gone" else "trouble"
    return "ready" if seen.is_open else "away"


def _printer(settings: Settings, terminal: Terminal) -> DeviceRow:
    if not settings.printer:
        return DeviceRow("printer", "printer")
    jobs = list_recent_papers(terminal, 1)
    job = jobs[0] if jobs else None
    moods: dict[str, Mood] = {"confirmed": "ready", "sent": "unknown", "queued": "trouble", "unknown": "trouble"}
    mood = moods[job.state] if job else "unknown"
    return DeviceRow("printer", "printer", mood, settings.printer, job=job.state if job else "")


def _scale(settings: Settings, seen: Mapping[str, Seen]) -> DeviceRow:
    if not settings.scale:
        return DeviceRow(SCALE, "scale")
    here = seen.get(SCALE, Seen())
    weight = here.weight
    return DeviceRow(
        SCALE,
        "scale",
        _mood(here),
        settings.scale,
        settings.scale_driver,
        here.fault,
        weight_state=weight.state if weight else "",
        weight_mg=weight.weight_mg if weight else 0,
    )


def _display(settings: Settings, seen: Mapping[str, Seen]) -> DeviceRow:
    if not settings.display:
        return DeviceRow(DISPLAY, "display")
    here = seen.get(DISPLAY, Seen())
    return DeviceRow(DISPLAY, "display", _mood(here), settings.display, settings.display_driver, here.fault)
