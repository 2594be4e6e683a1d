"""English sentences about papers that follow a sale, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

PAPER_REFUSALS: dict[str, tuple[str, str]] = {
    "invoice.name": (
        QT_TRANSLATE_NOOP("Refusals", "An invoice needs the name of the buyer."),
        QT_TRANSLATE_NOOP("Refusals", "Type the name of the person or company."),
    ),
    "invoice.address": (
        QT_TRANSLATE_NOOP("Refusals", "An invoice needs the address of the buyer."),
        QT_TRANSLATE_NOOP("Refusals", "Type street and town."),
    ),
    "invoice.long": (
        QT_TRANSLATE_NOOP("Refusals", "This is longer than an invoice holds."),
        QT_TRANSLATE_NOOP("Refusals", "Shorten it."),
    ),
    "invoice.none": (
        QT_TRANSLATE_NOOP("Refusals", "This receipt has no invoice."),
        QT_TRANSLATE_NOOP("Refusals", "Make one first."),
    ),
    "invoice.again": (
        QT_TRANSLATE_NOOP("Refusals", "This receipt has the invoice {number} already."),
        QT_TRANSLATE_NOOP("Refusals", "Print that one again."),
    ),
    "invoice.voided": (
        QT_TRANSLATE_NOOP("Refusals", "This receipt was taken back."),
        QT_TRANSLATE_NOOP("Refusals", "Choose another receipt."),
    ),
    "invoice.no_goods": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing was sold in this receipt."),
        QT_TRANSLATE_NOOP("Refusals", "Choose another receipt."),
    ),
    "invoice.no_buyer": (
        QT_TRANSLATE_NOOP("Refusals", "The buyer's data are not at this till."),
        QT_TRANSLATE_NOOP("Refusals", "Print it at the till that has made it."),
    ),
    "mail.address": (
        QT_TRANSLATE_NOOP("Refusals", "This is no e-mail address."),
        QT_TRANSLATE_NOOP("Refusals", "Type it as name@example.com."),
    ),
    "mail.unset": (
        QT_TRANSLATE_NOOP("Refusals", "No mail server is set."),
        QT_TRANSLATE_NOOP("Refusals", "Ask your administrator to set one."),
    ),
}

PAPER_FAULTS: dict[str, tuple[str, str]] = {
    "fiscal.out_of_order": (
        QT_TRANSLATE_NOOP("Faults", "The security module does not answer"),
        QT_TRANSLATE_NOOP("Faults", "Go on selling: it is on the receipts, and made up for later. Check its cable."),
    ),
    "fiscal.driver": (
        QT_TRANSLATE_NOOP("Faults", "There is no such fiscal driver"),
        QT_TRANSLATE_NOOP("Faults", "Install it, or change the setting."),
    ),
}
