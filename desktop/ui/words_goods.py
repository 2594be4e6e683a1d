"""English sentences about goods and their places, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

GOODS_REFUSALS: dict[str, tuple[str, str]] = {
    "stock.no_difference": (
        QT_TRANSLATE_NOOP("Refusals", "This changes nothing."),
        QT_TRANSLATE_NOOP("Refusals", "Type a quantity other than zero."),
    ),
    "stock.reason": (
        QT_TRANSLATE_NOOP("Refusals", "This is not a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Choose one of the list."),
    ),
    "stock.empty": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing was scanned."),
        QT_TRANSLATE_NOOP("Refusals", "Scan something first."),
    ),
    "stock.no_place": (
        QT_TRANSLATE_NOOP("Refusals", "The shop has no place for this."),
        QT_TRANSLATE_NOOP("Refusals", "Ask head office to add it."),
    ),
    "stock.same_place": (
        QT_TRANSLATE_NOOP("Refusals", "The goods are there already."),
        QT_TRANSLATE_NOOP("Refusals", "Scan another place."),
    ),
    "order.none": (
        QT_TRANSLATE_NOOP("Refusals", "There is no open order {order}."),
        QT_TRANSLATE_NOOP("Refusals", "It may be done already, or not be here yet."),
    ),
    "order.several": (
        QT_TRANSLATE_NOOP("Refusals", "Several orders have the number {order}."),
        QT_TRANSLATE_NOOP("Refusals", "Choose one of them from the list."),
    ),
    "task.unknown": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing has this code: {codes}."),
        QT_TRANSLATE_NOOP("Refusals", "Take the scan back, or have head office add the code."),
    ),
    "task.loose": (
        QT_TRANSLATE_NOOP("Refusals", "Goods were scanned before their place."),
        QT_TRANSLATE_NOOP("Refusals", "Take them back and scan the place first."),
    ),
    "task.in_hand": (
        QT_TRANSLATE_NOOP("Refusals", "Goods are still in hand."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the place where you put them."),
    ),
    "task.serial": (
        QT_TRANSLATE_NOOP("Refusals", "The piece {serial} was scanned already."),
        QT_TRANSLATE_NOOP("Refusals", "Each piece counts once."),
    ),
    "task.gone": (
        QT_TRANSLATE_NOOP("Refusals", "This task was finished or dropped."),
        QT_TRANSLATE_NOOP("Refusals", "Begin a new one."),
    ),
    "task.reason": (
        QT_TRANSLATE_NOOP("Refusals", "Goods are written off with a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Say what became of them."),
    ),
    "count.no_place": (
        QT_TRANSLATE_NOOP("Refusals", "Goods were scanned before their place."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the place first."),
    ),
    "count.empty": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing was counted."),
        QT_TRANSLATE_NOOP("Refusals", "Scan a place and what lies there."),
    ),
}
