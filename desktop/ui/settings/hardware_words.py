"""Devices in words: what each is called, how it is, and what that means."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.ui import formats
from desktop.ui.settings.settings_rows import DeviceRow, DriverChoice, PortChoice
from desktop.ui.widgets.pairs import Pair
from desktop.ui.words import fault_words


def device_name(row: DeviceRow, ports: Sequence[PortChoice] = ()) -> str:
    """The device's role, and for one of several scanners where it is."""
    names = {
        "keyboard": QCoreApplication.translate("Hardware", "Keyboard scanner"),
        "scanner": QCoreApplication.translate("Hardware", "Scanner"),
        "printer": QCoreApplication.translate("Hardware", "Receipt printer and drawer"),
        "scale": QCoreApplication.translate("Hardware", "Scale"),
        "display": QCoreApplication.translate("Hardware", "Customer display"),
        "card": QCoreApplication.translate("Hardware", "Card terminal"),
    }
    if row.role != "scanner" or not row.address:
        return names[row.role]
    path = next((port.path for port in ports if port.address == row.address), row.address)
    return f"{names[row.role]} · {path}"


def driver_title(driver: DriverChoice) -> str:
    """One of ours in the person's words; a plug-in's title is its own."""
    return driver.title if driver.package else QCoreApplication.translate("Drivers", driver.title)


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
        return weight_words(row.weight_state)
    if row.role == "printer":
        return _printed(row)
    return "ok", _ready(row)


def _off(role: str) -> str:
    words = {
        "scanner": QCoreApplication.translate("Hardware", "Choose the port that it is on. Several may be on at once."),
        "printer": QCoreApplication.translate("Hardware", "Type its address on the page of the printer."),
        "scale": QCoreApplication.translate("Hardware", "Choose the port that it is on, and which scale it is."),
        "display": QCoreApplication.translate("Hardware", "Choose the port that it is on, and how it is spoken to."),
        "card": QCoreApplication.translate("Hardware", "Cards are taken by hand: type the amount into the terminal."),
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
    return QCoreApplication.translate("Hardware", "It is asked when a card is to pay, and not before.")


def _printed(row: DeviceRow) -> tuple[str, str]:
    """What the printer answers, or that it does not, and how far the last slip got."""
    slips = {
        "": QCoreApplication.translate("Hardware", "Nothing was printed yet. Print a test on its page."),
        "confirmed": QCoreApplication.translate("Hardware", "The printer said that the last slip is out."),
        "sent": QCoreApplication.translate("Hardware", "The last slip was sent. This printer does not say more."),
        "queued": QCoreApplication.translate("Hardware", "A slip waits and is printed as soon as it can be."),
        "unknown": QCoreApplication.translate("Hardware", "Nobody knows whether the last slip is out: look at it."),
    }
    kind, slip, seen = "warn" if row.job == "unknown" else "ok", slips[row.job], row.printer
    if seen is None:
        return kind, slip
    if not seen.answered:
        return "warn" if kind == "warn" else "info", f"{_mute(row.address)} {slip}"
    if seen.paper == "low":
        low = QCoreApplication.translate("Hardware", "The paper is nearly at its end: have a new roll at hand.")
        return "warn", f"{low} {slip}"
    return kind, slip


def _mute(address: str) -> str:
    """Why nothing is known of paper, cover and drawer, and what to do instead."""
    if address.startswith(("queue:", "file:")):
        return QCoreApplication.translate(
            "Hardware", "This way leads only to the printer and not back: look at paper and cover yourself."
        )
    return QCoreApplication.translate(
        "Hardware", "The printer does not answer. Some never do; else see that it is on and its cable is in."
    )


def printer_pairs(row: DeviceRow) -> tuple[Pair, ...]:
    """Paper, cover and drawer as the printer answers; nothing of a printer that does not."""
    seen = row.printer
    if row.role != "printer" or seen is None or not seen.answered:
        return ()
    unknown = QCoreApplication.translate("Hardware", "does not tell")
    is_shut, is_open = QCoreApplication.translate("Hardware", "shut"), QCoreApplication.translate("Hardware", "open")
    paper = {
        "ok": QCoreApplication.translate("Hardware", "enough"),
        "low": QCoreApplication.translate("Hardware", "nearly at its end"),
        "out": QCoreApplication.translate("Hardware", "none left"),
    }
    doors = {"open": is_open, "shut": is_shut}
    tones = {"low": "warn", "out": "danger", "open": "danger"}
    lines = (
        (QCoreApplication.translate("Hardware", "Paper"), paper.get(seen.paper, unknown), tones.get(seen.paper, "")),
        (QCoreApplication.translate("Hardware", "Cover"), doors.get(seen.cover, unknown), tones.get(seen.cover, "")),
        (QCoreApplication.translate("Hardware", "Drawer"), doors.get(seen.drawer, unknown), ""),
    )
    return tuple(Pair(*line) for line in lines)


def weight_words(state: str) -> tuple[str, str]:
    """The tone and the words of what a scale says now."""
    states = {
        "": ("info", QCoreApplication.translate("Hardware", "It is there and has not said anything yet.")),
        "stable": ("ok", QCoreApplication.translate("Hardware", "The weight stands still: this one counts.")),
        "moving": ("info", QCoreApplication.translate("Hardware", "The weight still moves.")),
        "overload": ("warn", QCoreApplication.translate("Hardware", "That is too heavy for this scale.")),
        "below_zero": ("warn", QCoreApplication.translate("Hardware", "Below zero: empty the pan and set it to zero.")),
        "error": ("warn", QCoreApplication.translate("Hardware", "The scale said something that is no weight.")),
    }
    return states[state]


def weight_text(row: DeviceRow) -> str:
    """The weight in kilograms as the scale says it; a dash while there is none."""
    if row.weight_state not in ("stable", "moving"):
        return "–"
    return formats.quantity((row.weight_mg + 500) // 1000, "kg")
