"""What is wrong with settings before a till meets them: names, values, addresses; each with its file and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.settings import FILE, PROVISIONED, allowed, parse_value
from desktop.settings_files import Layer, machine_file, parts_of, policy_file, read_layer, read_policy


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file; `line` is 0 where it is the file as a whole, `allowed` says what it may be."""

    file: str
    line: int
    key: str
    message: str
    allowed: str


def files_in_force(data_dir: Path, machine: Path | None = None) -> list[Path]:
    """List the files of settings that are read on this machine and are there."""
    machine = machine or machine_file()
    files = [data_dir / FILE, machine, *parts_of(machine), policy_file(machine)]
    return [file for file in files if file.exists()]


def find_problems(file: Path) -> list[Problem]:
    """Check one file whole: every wrong line is told, not only the first."""
    try:
        is_policy = file == policy_file(machine_file())
        layer = read_policy(machine_file()) if is_policy else read_layer(PROVISIONED, file)
    except (Refusal, Fault) as trouble:
        return [Problem(str(file), _line_in(trouble.message), "", trouble.message, trouble.remedy)]
    return list(_wrong_values(layer))


def _wrong_values(layer: Layer) -> Iterator[Problem]:
    for name, value in layer.values.items():
        line = layer.lines.get(name, 0)
        try:
            check_address(name, str(parse_value(name, value, f"{layer.place}:{line}")))
        except Refusal as refusal:
            says = refusal.remedy if refusal.code == "settings.unknown" else f"It must be {allowed(name)}."
            remedy = refusal.remedy if refusal.code == "settings.address" else says
            yield Problem(layer.place, line, name, refusal.message, remedy)


def _line_in(message: str) -> int:
    """Find the line in what the reader of TOML says, 0 where it says none."""
    after = message.partition("(at line ")[2].partition(",")[0]
    return int(after) if after.isdigit() else 0


def check_address(name: str, value: str) -> None:
    """Refuse the address of a device, or keys, that can never be: `settings.address`, `settings.keys`."""
    try:
        _check(name, value)
    except Fault as fault:
        raise Refusal("settings.address", fault.message, fault.remedy, field=name) from fault


def _check(name: str, value: str) -> None:
    """Each part is loaded when it is asked for: the command line starts without them."""
    if name in ("printer", "label_printer") and value:
        from desktop.devices.transports import connection

        connection(value)
    elif name in ("scale", "display") and value:
        from desktop.devices.ports import finder

        finder(value)
    elif name == "scanner_ports":
        _check_scanners(value)
    elif name in ("scale_driver", "display_driver"):
        from desktop.devices.known import display_picture, scale_protocol

        (scale_protocol if name == "scale_driver" else display_picture)(value)
    elif name in ("printer_code_page", "display_code_page"):
        from desktop.paper.escpos import RASTER, code_page

        if value != RASTER or name == "display_code_page":
            code_page(value)
    elif name == "keys":
        from desktop.ui.keymap import parse_keys

        parse_keys(value)


def _check_scanners(value: str) -> None:
    from desktop.devices.known import scanner_settings
    from desktop.devices.ports import finder
    from desktop.ui.settings.settings_rows import scanner_entries

    for address, driver in scanner_entries(value):
        finder(address)
        scanner_settings(driver)
