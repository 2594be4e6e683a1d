"""English sentences about store credit, accounts and points, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

PURSE_METHODS: dict[str, str] = {
    "credit": QT_TRANSLATE_NOOP("Methods", "Store credit"),
    "account": QT_TRANSLATE_NOOP("Methods", "On account"),
    "points": QT_TRANSLATE_NOOP("Methods", "Points"),
}

PURSE_REFUSALS: dict[str, tuple[str, str]] = {
    "purse.no_customer": (
        QT_TRANSLATE_NOOP("Refusals", "This needs a customer."),
        QT_TRANSLATE_NOOP("Refusals", "Put the customer on the ticket first."),
    ),
    "purse.unknown": (
        QT_TRANSLATE_NOOP("Refusals", "Head office does not know this customer any more."),
        QT_TRANSLATE_NOOP("Refusals", "Pay another way."),
    ),
    "purse.currency": (
        QT_TRANSLATE_NOOP("Refusals", "This customer's account is in another currency."),
        QT_TRANSLATE_NOOP("Refusals", "Pay another way."),
    ),
    "purse.no_debt": (
        QT_TRANSLATE_NOOP("Refusals", "This customer owes nothing on account."),
        QT_TRANSLATE_NOOP("Refusals", "Look at the name again."),
    ),
    "purse.overpaid": (
        QT_TRANSLATE_NOOP("Refusals", "Only {owed_minor} is owed."),
        QT_TRANSLATE_NOOP("Refusals", "Take no more than that."),
    ),
    "purse.no_top_up": (
        QT_TRANSLATE_NOOP("Refusals", "This shop keeps no money for customers."),
        QT_TRANSLATE_NOOP("Refusals", "Sell a gift certificate instead."),
    ),
    "purse.amount": (
        QT_TRANSLATE_NOOP("Refusals", "A payment must be more than zero."),
        QT_TRANSLATE_NOOP("Refusals", "Type the amount that is paid."),
    ),
    "purse.paying_out": (
        QT_TRANSLATE_NOOP("Refusals", "Money goes back to the customer here, so nothing can be paid in."),
        QT_TRANSLATE_NOOP("Refusals", "Finish the return first, or take the payment out of the ticket."),
    ),
    "purse.payer": (
        QT_TRANSLATE_NOOP("Refusals", "This pays for goods only, not for a debt or store credit."),
        QT_TRANSLATE_NOOP("Refusals", "Take cash or a card for it."),
    ),
    "purse.too_much": (
        QT_TRANSLATE_NOOP("Refusals", "Only {free_minor} is there."),
        QT_TRANSLATE_NOOP("Refusals", "Take less, and the rest another way."),
    ),
    "purse.offline": (
        QT_TRANSLATE_NOOP("Refusals", "Head office cannot be asked now, and this till takes no more of it unasked."),
        QT_TRANSLATE_NOOP("Refusals", "Try again when the line is back, or pay another way."),
    ),
}
