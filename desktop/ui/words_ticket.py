"""English sentences about the ticket, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

TICKET_REFUSALS: dict[str, tuple[str, str]] = {
    "parked.taken": (
        QT_TRANSLATE_NOOP("Refusals", "{till} has this sale."),
        QT_TRANSLATE_NOOP("Refusals", "Finish it there, or park it there again."),
    ),
    "parked.gone": (
        QT_TRANSLATE_NOOP("Refusals", "This sale was finished elsewhere."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the goods if it was not."),
    ),
    "parked.newer": (
        QT_TRANSLATE_NOOP("Refusals", "This sale was parked by a newer program, at {till}."),
        QT_TRANSLATE_NOOP("Refusals", "Sell it there, or update this till."),
    ),
    "code.unknown": (
        QT_TRANSLATE_NOOP("Refusals", "{name} is not in the catalogue."),
        QT_TRANSLATE_NOOP("Refusals", "Check the code, or search for the goods."),
    ),
    "age.unchecked": (
        QT_TRANSLATE_NOOP("Refusals", "Whoever buys these goods has to be {limit}."),
        QT_TRANSLATE_NOOP("Refusals", "Look at a document first."),
    ),
    "quantity.cap": (
        QT_TRANSLATE_NOOP("Refusals", "No more than {limit_milli} of {name} on one ticket."),
        QT_TRANSLATE_NOOP("Refusals", "Leave the rest out."),
    ),
    "serial.twice": (
        QT_TRANSLATE_NOOP("Refusals", "Serial number {serial} is on this ticket already."),
        QT_TRANSLATE_NOOP("Refusals", "Scan every piece once."),
    ),
    "serial.single": (
        QT_TRANSLATE_NOOP("Refusals", "A serial number is one piece."),
        QT_TRANSLATE_NOOP("Refusals", "Scan every piece."),
    ),
    "serial.here": (
        QT_TRANSLATE_NOOP("Refusals", "The books have the piece {serial} already, at {place}."),
        QT_TRANSLATE_NOOP("Refusals", "Look at the number again; if the piece is not there, count that place first."),
    ),
    "serial.sold": (
        QT_TRANSLATE_NOOP("Refusals", "The piece with serial number {serial} was sold here already."),
        QT_TRANSLATE_NOOP("Refusals", "Look at the number again; a manager should know."),
    ),
    "number.too_long": (
        QT_TRANSLATE_NOOP("Refusals", "A lot or serial number has {limit} characters at most."),
        QT_TRANSLATE_NOOP("Refusals", "Scan or type it as it is printed."),
    ),
    "tare.too_heavy": (
        QT_TRANSLATE_NOOP("Refusals", "The packaging weighs as much as what is on the scale."),
        QT_TRANSLATE_NOOP("Refusals", "Put the goods on the scale, or take the tare away."),
    ),
    "goods.held": (
        QT_TRANSLATE_NOOP("Refusals", "{name}, lot {lot}, is held: {reason}"),
        QT_TRANSLATE_NOOP("Refusals", "Put it aside; nobody picks or sells it until head office lets it go."),
    ),
    "goods.expired": (
        QT_TRANSLATE_NOOP("Refusals", "{name} has expired: {date}."),
        QT_TRANSLATE_NOOP("Refusals", "Put it aside; it must not be sold."),
    ),
    "bundle.part": (
        QT_TRANSLATE_NOOP("Refusals", "{sku}, a part of this bundle, is not in the catalogue."),
        QT_TRANSLATE_NOOP("Refusals", "Sell the parts one by one, and tell head office."),
    ),
    "quote.expired": (
        QT_TRANSLATE_NOOP("Refusals", "This quote held until {date}."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the goods again at the prices of today."),
    ),
}
