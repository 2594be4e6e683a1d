"""English sentences about places and plates, marked for translation; `words.py` says them."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.putting_away import Rule
from desktop.ui.literals import QT_TRANSLATE_NOOP

PLACE_REFUSALS: dict[str, tuple[str, str]] = {
    "place.no_goods": (
        QT_TRANSLATE_NOOP("Refusals", "No goods lie at {place}: it only divides the warehouse."),
        QT_TRANSLATE_NOOP("Refusals", "Scan a bin."),
    ),
    "place.empty": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing lies there."),
        QT_TRANSLATE_NOOP("Refusals", "Scan another place."),
    ),
    "plate.unknown": (
        QT_TRANSLATE_NOOP("Refusals", "Nobody has met the plate {plate} yet."),
        QT_TRANSLATE_NOOP("Refusals", "Receive it first."),
    ),
    "plate.on_plate": (
        QT_TRANSLATE_NOOP("Refusals", "A plate cannot stand on another plate."),
        QT_TRANSLATE_NOOP("Refusals", "Scan a bin."),
    ),
    "task.all": (
        QT_TRANSLATE_NOOP("Refusals", "Everything at once is taken only where goods are moved."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the goods one by one."),
    ),
}


def rule_words(rule: Rule) -> str:
    """Say why a bin is suggested."""
    translate = QCoreApplication.translate
    return {
        Rule.FIXED: translate("Warehouse", "This bin is kept for the product."),
        Rule.SAME: translate("Warehouse", "The same product lies there, and there is room."),
        Rule.ZONE: translate("Warehouse", "This is the zone for its class, and the bin is empty."),
        Rule.EMPTY: translate("Warehouse", "The bin is empty and the next on the way."),
    }[rule]
