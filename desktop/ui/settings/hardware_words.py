"""Devices in words: what each is called, how it is, and what that means."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.ui import formats
from desktop.ui.settings.settings_rows import DeviceRow, PortChoice
from desktop.ui.words import fault_words


def device_name(row: DeviceRow, ports: Sequence[PortChoice] = ()) -> str:
    """The device's role, and for one of several scanners where it is."""
    names = {
        "keyboard": QCoreApplication.translate("Hardware", "Keyboard scanner"),
        "scanner": QCoreApplication.translate("Hardware", "Scanner"),
        "printer": QCoreApplication.translate("Hardware", "Receipt printer and drawer"),
        "scale": QCoreApplication.translate("Hardware", "Scale"),
        "display": QCoreApplication.translate("Hardware", "Customer display"),
    }
    if row.role != "scanner" or not row.address:
        return names[row.role]
    path = next((port.path for port in ports if port.address == row.address), row.address)
    return f"{names[row.role]} · {path}"


def device_state(row: DeviceRow) -> str:
    """How it is, in a word or two."""
    states = {
        "off": QCoreApplication.translate("Hardware", "not set up"),
        "ready": QCoreApplication.translate("Hardware", "ready"),
        "away": QCoreApplication.translate("Hardware", "not there"),
        "trouble": QCoreApplication.translate("Hardware", "needs you"),
        "unknown": QCoreApplication.translate("Hardware", "does not tell"),
    }
    return states[row.mood]


def device_explained(row: DeviceRow) -> tuple[str, str]:
    """What its state means and what to do, with the kind of the strip."""
    if row.fault is not None:
        title, message, remedy = fault_words(row.fault)
        del message
        return "warn", f"{title}. {remedy}"
    if row.mood == "off":
        return "info", _off(row.role)
    if row.role == "scale":
        return _weighed(row)
    return "ok", _ready(row)


def _off(role: str) -> str:
    words = {
        "scanner": QCoreApplication.translate("Hardware", "Choose the port that it is on. Several may be on at once."),
        "printer": QCoreApplication.translate("Hardware", "Type its address on the page of the printer."),
        "scale": QCoreApplication.translate("Hardware", "Choose the port that it is on, and which scale it is."),
        "display": QCoreApplication.translate("Hardware", "Choose the port that it is on, and how it is spoken to."),
    }
    return words.get(role, "")


def _ready(row: DeviceRow) -> str:
    if row.role == "keyboard":
        return QCoreApplication.translate("Hardware", "It types. Scan the test code on the page of the scanner.")
    if row.role == "scanner":
        if not row.scans:
            return QCoreApplication.translate("Hardware", "It is there. Scan something to see that it is heard.")
        heard = QCoreApplication.translate("Hardware", "It is heard. Scans since the start: {0}")
        return heard.replace("{0}", str(row.scans))
    if row.role == "display":
        return QCoreApplication.translate("Hardware", "It is there. It cannot say what it shows: look at it.")
    words = {
        "": QCoreApplication.translate("Hardware", "Nothing was printed yet. Print a test on its page."),
        "confirmed": QCoreApplication.translate("Hardware", "The printer said that the last slip is out."),
        "sent": QCoreApplication.translate("Hardware", "The last slip was sent. This printer does not say more."),
        "queued": QCoreApplication.translate("Hardware", "A slip waits and is printed as soon as it can be."),
        "unknown": QCoreApplication.translate("Hardware", "Nobody knows whether the last slip is out: look at it."),
    }
    return words[row.job]


def _weighed(row: DeviceRow) -> tuple[str, str]:
    states = {
        "": ("info", QCoreApplication.translate("Hardware", "It is there and has not said anything yet.")),
        "stable": ("ok", QCoreApplication.translate("Hardware", "The weight stands still: this one counts.")),
        "moving": ("info", QCoreApplication.translate("Hardware", "The weight still moves.")),
        "overload": ("warn", QCoreApplication.translate("Hardware", "That is too heavy for this scale.")),
        "below_zero": ("warn", QCoreApplication.translate("Hardware", "Below zero: empty the pan and set it to zero.")),
        "error": ("warn", QCoreApplication.translate("Hardware", "The scale said something that is no weight.")),
    }
    return states[row.weight_state]


def weight_text(row: DeviceRow) -> str:
    """The weight in kilograms as the scale says it; a dash while there is none."""
    if row.weight_state not in ("stable", "moving"):
        return "–"
    return formats.quantity((row.weight_mg + 500) // 1000, "kg")
