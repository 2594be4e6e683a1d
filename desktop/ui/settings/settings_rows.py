"""What the settings screen shows, as one frozen value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from desktop.domain.refusal import Refusal
from desktop.faults import Fault

Page = Literal["look", "hardware", "scanner", "printer", "mail", "till", "about"]
DeviceRole = Literal["keyboard", "scanner", "printer", "scale", "display", "card"]
Mood = Literal["off", "ready", "away", "trouble", "unknown"]
Way = Literal["cable", "keyboard"]
JobState = Literal["queued", "sent", "confirmed", "unknown"]

GS = "\x1d"
TEST_CODE = f"010400638133393110aBc-12{GS}21Xy/9"
"""Shown as a QR code: capitals, small letters, signs and a separator, so that every way of spoiling a scan shows."""

_CONTROLS = (
    *("NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI"),
    *("DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"),
)

CARD_MM = 85.6
"""Width of every bank card (ISO/IEC 7810 ID-1)."""


@dataclass(frozen=True)
class Typed:
    """What a keyboard scanner typed: the keys as they came, the one that ended them, and the time each took."""

    raw: str
    closing: str
    ms_per_char: float


@dataclass(frozen=True)
class ScanSeen:
    """A scan in the test: what came, how, and what it means; `raw` are the keys where the layout changed them.

    `facts` are (name, value) such as ("lot", "A12"); `troubles` are names of what is wrong with the scanner or code.
    """

    way: Way
    text: str
    symbology: str = ""
    closing: str = ""
    ms_per_char: float | None = None
    raw: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    troubles: tuple[str, ...] = ()
    is_test: bool = False


@dataclass(frozen=True)
class PortChoice:
    """A serial port of this machine."""

    address: str
    path: str
    description: str


@dataclass(frozen=True)
class DeviceAnswer:
    """How far a test job got; `fault` stands in its way."""

    what: Literal["print", "drawer"]
    state: JobState
    fault: Fault | None = None


@dataclass(frozen=True)
class PrinterSeen:
    """What the receipt printer answers about itself; without `answered` it says nothing, and "" is what it leaves out.

    The drawer hangs on the printer, which tells the level of its switch: what that means is a setting.
    """

    answered: bool = False
    paper: Literal["", "ok", "low", "out"] = ""
    cover: Literal["", "open", "shut"] = ""
    drawer: Literal["", "open", "shut"] = ""


@dataclass(frozen=True)
class DeviceRow:
    """One device as it is now; `key` names it among all, `driver` is the name of its driver.

    `scans` were heard since the start, `job` is how far the last slip got, `weight_state` what a scale said last,
    `printer` what the printer answers, None until it was asked.
    """

    key: str
    role: DeviceRole
    mood: Mood = "off"
    address: str = ""
    driver: str = ""
    fault: Fault | None = None
    scans: int = 0
    job: str = ""
    weight_state: str = ""
    weight_mg: int = 0
    printer: PrinterSeen | None = None


@dataclass(frozen=True)
class DriverChoice:
    """One kind of device that can be chosen; a plug-in's names its package."""

    role: str
    name: str
    title: str
    package: str = ""


@dataclass(frozen=True)
class SettingsState:
    """`values` are the settings in force, `locked` those that IT has set elsewhere: name -> where.

    `facts` are what the last page lists: (name, value). `card_px` is the frame of the calibration, 0 while it is not
    shown. `device` is the key of the device that is looked at, `sheet` where the set-up sheet was written.
    `key_sheet` is where the recovery key was written; `licence` names the text that is read, one of `licences`.
    """

    page: Page = "look"
    values: Mapping[str, object] = field(default_factory=dict)
    locked: Mapping[str, str] = field(default_factory=dict)
    ports: tuple[PortChoice, ...] = ()
    seen: ScanSeen | None = None
    card_px: int = 0
    testing: str = ""
    answer: DeviceAnswer | None = None
    facts: tuple[tuple[str, str], ...] = ()
    refusal: Refusal | None = None
    devices: tuple[DeviceRow, ...] = ()
    drivers: tuple[DriverChoice, ...] = ()
    device: str = ""
    sheet: str = ""
    key_sheet: str = ""
    licences: tuple[str, ...] = ()
    licence: str = ""
    licence_text: str = ""

    def text(self, name: str) -> str:
        """A setting as text."""
        return str(self.values.get(name, ""))

    def number(self, name: str) -> float:
        """A setting as a number."""
        value = self.values.get(name, 0)
        return float(value) if isinstance(value, int | float) else 0.0


def scanner_entries(setting: str) -> list[tuple[str, str]]:
    """Give (address, driver) of every scanner in a setting; the driver is empty for any scanner."""
    parts = (part.split() for part in setting.split(","))
    return [(part[0], part[1] if len(part) > 1 else "") for part in parts if part]


def join_entries(entries: Sequence[tuple[str, str]]) -> str:
    """Write the setting of these scanners."""
    return ", ".join(f"{address} {driver}".strip() for address, driver in entries)


def toggled(setting: str, address: str) -> str:
    """The setting with one scanner more, or without it; an empty address is none at all."""
    entries = scanner_entries(setting)
    if not address:
        return ""
    without = [entry for entry in entries if entry[0] != address]
    return join_entries(without if len(without) < len(entries) else [*entries, (address, "")])


def with_driver(setting: str, address: str, driver: str) -> str:
    """The setting with another driver for one scanner."""
    entries = scanner_entries(setting)
    return join_entries([(where, driver if where == address else other) for where, other in entries])


def visible(text: str) -> str:
    """Characters that cannot be seen, by their names: ‹GS› for the separator, ‹CR› for the Enter key."""
    return "".join(f"‹{_CONTROLS[ord(char)]}›" if char < " " else char for char in text)


def spoilt_by(text: str) -> tuple[str, ...]:
    """What a scanner did to the test code; nothing when it came through whole."""
    if text == TEST_CODE:
        return ()
    if text.replace(GS, "") == TEST_CODE.replace(GS, ""):
        return ("separator_missing",)
    if text.swapcase() == TEST_CODE or text.upper() == TEST_CODE.upper():
        return ("capitals",)
    if text.swapcase().replace(GS, "") == TEST_CODE.replace(GS, ""):
        return ("separator_missing", "capitals")
    return ("layout",)


def is_test_code(text: str) -> bool:
    """Tell whether this was meant to be the test code, however it was spoilt: its digits stand at the beginning."""
    return text.startswith(TEST_CODE[:18])
