"""The drills in words."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.drill import Result
from desktop.ui.literals import QT_TRANSLATE_NOOP

_TITLES = {
    "cash": QT_TRANSLATE_NOOP("Drills", "Cash with change"),
    "three": QT_TRANSLATE_NOOP("Drills", "Three at once, by card"),
    "park": QT_TRANSLATE_NOOP("Drills", "Somebody forgot the milk"),
    "return": QT_TRANSLATE_NOOP("Drills", "Something comes back"),
    "close": QT_TRANSLATE_NOOP("Drills", "The end of the day"),
}
_TASKS = {
    "cash": QT_TRANSLATE_NOOP("Drills", "Sell three things or more for cash and give change."),
    "three": QT_TRANSLATE_NOOP("Drills", "Sell three pieces of one thing with a single scan (3 × and scan), by card."),
    "park": QT_TRANSLATE_NOOP("Drills", "Begin a sale, park it, serve the next customer, then sell what was parked."),
    "return": QT_TRANSLATE_NOOP("Drills", "Sell something and take it back: scan its receipt, or find it in the list."),
    "close": QT_TRANSLATE_NOOP("Drills", "Count the drawer and close the shift to the cent."),
}


def drill_title(key: str) -> str:
    """Name a drill."""
    return QCoreApplication.translate("Drills", _TITLES[key])


def drill_task(key: str) -> str:
    """Say what is to be done."""
    return QCoreApplication.translate("Drills", _TASKS[key])


def result_text(result: Result) -> str:
    """Say how a drill went."""
    words = QCoreApplication.translate("Drills", "{title}: {points} of 100 points, {seconds} s")
    said = words.format(title=drill_title(result.key), points=result.points, seconds=result.seconds)
    if result.slips:
        said += ", " + QCoreApplication.translate("Drills", "%n slip(s)", "", result.slips)
    return said
