"""English sentences about goods that come back, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

RETURN_REFUSALS: dict[str, tuple[str, str]] = {
    "return.no_goods": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing was sold in this receipt."),
        QT_TRANSLATE_NOOP("Refusals", "Choose another receipt."),
    ),
    "return.no_line": (
        QT_TRANSLATE_NOOP("Refusals", "This line is not on the receipt."),
        QT_TRANSLATE_NOOP("Refusals", "Choose a line of the receipt."),
    ),
    "receipt.held": (
        QT_TRANSLATE_NOOP("Refusals", "Another till takes goods of receipt {receipt} back just now."),
        QT_TRANSLATE_NOOP("Refusals", "Finish it there, or try again in a quarter of an hour."),
    ),
    "return.voided": (
        QT_TRANSLATE_NOOP("Refusals", "Receipt {receipt} was taken back whole already."),
        QT_TRANSLATE_NOOP("Refusals", "Choose another receipt."),
    ),
    "return.too_much": (
        QT_TRANSLATE_NOOP("Refusals", "Of {name} only {left_milli} can still come back."),
        QT_TRANSLATE_NOOP("Refusals", "Take back less, or nothing."),
    ),
    "return.reason": (
        QT_TRANSLATE_NOOP("Refusals", "A return needs a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Say why it comes back."),
    ),
    "return.tender": (
        QT_TRANSLATE_NOOP("Refusals", "No more than {left_minor} was paid by this method."),
        QT_TRANSLATE_NOOP("Refusals", "Give the rest back in cash."),
    ),
    "return.offline_limit": (
        QT_TRANSLATE_NOOP("Refusals", "Without a look at the receipt no more than {limit_minor} may come back."),
        QT_TRANSLATE_NOOP("Refusals", "Try again when head office can be reached, or give back less."),
    ),
    "return.changed": (
        QT_TRANSLATE_NOOP("Refusals", "More of receipt {receipt} has come back meanwhile."),
        QT_TRANSLATE_NOOP("Refusals", "Take the return out and look at the receipt again."),
    ),
    "return.currency": (
        QT_TRANSLATE_NOOP("Refusals", "This receipt is in another currency or has another kind of prices."),
        QT_TRANSLATE_NOOP("Refusals", "Ask a manager."),
    ),
    "return.no_place": (
        QT_TRANSLATE_NOOP("Refusals", "This shop has no place for damaged goods."),
        QT_TRANSLATE_NOOP("Refusals", "Ask head office for one."),
    ),
    "return.no_quarantine": (
        QT_TRANSLATE_NOOP("Refusals", "This shop has no quarantine."),
        QT_TRANSLATE_NOOP("Refusals", "Ask head office for one."),
    ),
    "return.nothing": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing is chosen to come back."),
        QT_TRANSLATE_NOOP("Refusals", "Choose a line and how much of it."),
    ),
    "receipt.unknown": (
        QT_TRANSLATE_NOOP("Refusals", "This shop has no receipt {receipt}."),
        QT_TRANSLATE_NOOP("Refusals", "Check the number."),
    ),
    "receipt.offline": (
        QT_TRANSLATE_NOOP("Refusals", "Receipt {receipt} is not known here, and head office cannot be asked now."),
        QT_TRANSLATE_NOOP("Refusals", "Try again later, or scan the goods that come back."),
    ),
    "void.returned": (
        QT_TRANSLATE_NOOP("Refusals", "Goods of receipt {receipt} have come back already."),
        QT_TRANSLATE_NOOP("Refusals", "Take the rest back as a return."),
    ),
}
"""Code -> what is refused, and the way out."""
