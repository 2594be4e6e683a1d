"""How every device of the station is now, for the settings screen."""

from collections.abc import Mapping
from pathlib import Path

from desktop.card_terminals import SIMULATED
from desktop.devices.drivers import Role
from desktop.devices.known import known
from desktop.devices.printer import PrinterStatus
from desktop.faults import Fault
from desktop.hardware import DISPLAY, SCALE, Hardware, Seen
from desktop.operations.print_jobs import list_recent_papers
from desktop.operations.terminal import Terminal
from desktop.paper.scanner_sheet import scanner_sheet
from desktop.printer_glance import Glanced, PrinterGlance
from desktop.settings import Settings
from desktop.ui.settings.settings_rows import TEST_CODE, DeviceRow, DriverChoice, Mood, PrinterSeen, scanner_entries

CHOSEN_BY_DRIVER: tuple[Role, ...] = ("scanner", "scale", "display", "card")
CARDS_OF_OURS = (DriverChoice("card", "", "By hand"), DriverChoice("card", SIMULATED, "Simulated"))
_AWAY = ("scanner.gone", "scale.gone", "port.gone", "port.unreachable")
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
    glance = hardware.glance if hardware else None
    rows += [_printer(settings, terminal, glance), _scale(settings, seen), _display(settings, seen)]
    card = settings.card_terminal
    rows.append(DeviceRow("card", "card", "unknown" if card else "off", card, card.partition(":")[0]))
    return tuple(rows)


def driver_choices() -> tuple[DriverChoice, ...]:
    """What can be chosen for each role."""
    found = [
        DriverChoice(role, driver.name, driver.title, driver.from_package)
        for role in CHOSEN_BY_DRIVER
        for driver in known(role).values()
    ]
    return (*CARDS_OF_OURS, *found)


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
        return "away" if seen.fault.code in _AWAY else "trouble"
    return "ready" if seen.is_open else "away"


def _printer(settings: Settings, terminal: Terminal, glance: PrinterGlance | None) -> DeviceRow:
    if not settings.printer:
        return DeviceRow("printer", "printer")
    jobs = list_recent_papers(terminal, 1)
    state = jobs[0].state if jobs else ""
    glanced = glance.seen() if glance else Glanced()
    seen = _printer_seen(glanced.status, settings.drawer_switch == "reversed") if glanced.status else None
    mood = _printer_mood(glanced, state)
    return DeviceRow("printer", "printer", mood, settings.printer, fault=glanced.fault, job=state, printer=seen)


def _printer_mood(glanced: Glanced, job: str) -> Mood:
    if glanced.fault is not None:
        return "trouble" if glanced.status else "away"
    if glanced.status and glanced.status.answered:
        return "trouble" if job == "unknown" else "ready"
    moods: dict[str, Mood] = {"confirmed": "ready", "queued": "trouble", "unknown": "trouble"}
    return moods.get(job, "unknown")


def _printer_seen(status: PrinterStatus, reversed_switch: bool) -> PrinterSeen:
    """What its bits mean; a bit that it did not send means nothing."""
    drawer_open = status.is_drawer_open(not reversed_switch)
    return PrinterSeen(
        status.answered,
        "out" if status.paper_out else "low" if status.paper_low else "" if status.paper_low is None else "ok",
        "" if status.cover_open is None else "open" if status.cover_open else "shut",
        "" if drawer_open is None else "open" if drawer_open else "shut",
    )


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
