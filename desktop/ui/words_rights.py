"""How far rights reach without head office, in the words of whoever works at the till."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from desktop.domain.rights import SOON, STEPS, Reach, Standing
from desktop.ui.literals import QT_TRANSLATE_NOOP

RIGHTS_REFUSALS = {
    "rights.senior": (
        QT_TRANSLATE_NOOP(
            "Refusals", "Head office was not reached for a long time: only an administrator may do this."
        ),
        QT_TRANSLATE_NOOP("Refusals", "Ask an administrator, or connect this till to head office."),
    ),
    "rights.expired": (
        QT_TRANSLATE_NOOP(
            "Refusals", "Head office was not reached for too long: this till sells and closes shifts, no more."
        ),
        QT_TRANSLATE_NOOP("Refusals", "Connect this till to head office; selling goes on."),
    ),
    "rights.doubted": (
        QT_TRANSLATE_NOOP("Refusals", "Who works here cannot be proven: nobody has more than a cashier’s rights."),
        QT_TRANSLATE_NOOP("Refusals", "Connect this till to head office; selling goes on."),
    ),
}

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def rights_words(standing: Standing, before: timedelta = SOON) -> str:
    """Say how far rights reach and when they run out; empty while there is nothing to say, `before` the next step."""
    translate = QCoreApplication.translate
    if standing.doubt:
        words = translate("Rights", "Who works here cannot be proven: nobody has more than a cashier’s rights.")
        return words + " " + translate("Rights", "Connect this till to head office.")
    parts = [_reached(standing.reach)]
    left = standing.left
    if left is not None and left <= before:
        parts.append(_left(left))
    said = " ".join(filter(None, parts))
    return said + " " + translate("Rights", "Connect this till to head office.") if said else ""


def _reached(reach: Reach) -> str:
    days = next((after.days for after, step in STEPS if step is reach), 0)
    translate = QCoreApplication.translate
    if reach is Reach.SENIOR:
        return translate(
            "Rights", "No word from head office for %n day(s): a manager needs an administrator.", "", days
        )
    if reach is Reach.COUNTER:
        return translate("Rights", "No word from head office for %n day(s): sales and closing only.", "", days)
    return ""


def _left(left: timedelta) -> str:
    """Whole days, and hours in the last two."""
    if left > 2 * _DAY - _HOUR:
        return QCoreApplication.translate("Rights", "Rights run out in %n day(s).", "", round(left / _DAY))
    return QCoreApplication.translate("Rights", "Rights run out in %n hour(s).", "", max(1, round(left / _HOUR)))
