"""English sentences about paying, marked for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

TENDER_METHODS: dict[str, str] = {
    "cash": QT_TRANSLATE_NOOP("Methods", "Cash"),
    "card": QT_TRANSLATE_NOOP("Methods", "Card"),
    "gift": QT_TRANSLATE_NOOP("Methods", "Certificate"),
}
"""Payment method -> its name."""

TENDER_FAULTS: dict[str, tuple[str, str]] = {
    "card.driver": (
        QT_TRANSLATE_NOOP("Faults", "There is no driver for the card terminal"),
        QT_TRANSLATE_NOOP("Faults", "Install its package, or empty the setting card_terminal: then cards go by hand."),
    ),
}

TENDER_REFUSALS: dict[str, tuple[str, str]] = {
    "tip.off": (
        QT_TRANSLATE_NOOP("Refusals", "This shop takes no tips."),
        QT_TRANSLATE_NOOP("Refusals", "Pay the total."),
    ),
    "tip.no_sale": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing is paid here."),
        QT_TRANSLATE_NOOP("Refusals", "A tip goes with a sale."),
    ),
    "tip.absurd": (
        QT_TRANSLATE_NOOP("Refusals", "A tip of {amount_minor} cannot be right."),
        QT_TRANSLATE_NOOP("Refusals", "A tip is no more than the goods cost."),
    ),
    "tip.below": (
        QT_TRANSLATE_NOOP("Refusals", "This is less than {amount_minor}."),
        QT_TRANSLATE_NOOP("Refusals", "Type the sum that is paid, the tip in it."),
    ),
    "tip.method": (
        QT_TRANSLATE_NOOP("Refusals", "{amount_minor} of the tip cannot be paid this way."),
        QT_TRANSLATE_NOOP("Refusals", "Pay the tip another way, or take it away."),
    ),
    "void.card_owed": (
        QT_TRANSLATE_NOOP("Refusals", "The card has not got its money back: {amount_minor}."),
        QT_TRANSLATE_NOOP(
            "Refusals", "Give it back at the card terminal; where that cannot, a manager gives it back by hand."
        ),
    ),
    "void.card_unpaid": (
        QT_TRANSLATE_NOOP("Refusals", "The card keeps the money that the return gave it: {amount_minor}."),
        QT_TRANSLATE_NOOP(
            "Refusals", "Charge it at the card terminal; where that cannot, a manager takes the money by hand."
        ),
    ),
    "void.card_unclear": (
        QT_TRANSLATE_NOOP("Refusals", "Nobody knows yet whether the card terminal has moved the money."),
        QT_TRANSLATE_NOOP("Refusals", "Ask the terminal again; where it cannot say, a manager settles it by hand."),
    ),
    "tender.cash_back": (
        QT_TRANSLATE_NOOP("Refusals", "{back_minor} in cash is to be handed out here."),
        QT_TRANSLATE_NOOP("Refusals", "Hand out exactly what was paid too much by card."),
    ),
    "tender.absurd": (
        QT_TRANSLATE_NOOP("Refusals", "{amount_minor} in cash cannot be right."),
        QT_TRANSLATE_NOOP("Refusals", "Check whether a barcode was typed as the amount."),
    ),
    "tender.overpaid": (
        QT_TRANSLATE_NOOP("Refusals", "This is {over_minor} more than is due."),
        QT_TRANSLATE_NOOP("Refusals", "Only cash can be more than the total; take the exact amount."),
    ),
    "tender.negative": (
        QT_TRANSLATE_NOOP("Refusals", "A payment must be more than zero."),
        QT_TRANSLATE_NOOP("Refusals", "Type the amount that is paid."),
    ),
    "card.unclear": (
        QT_TRANSLATE_NOOP("Refusals", "Nobody knows yet whether the card was charged."),
        QT_TRANSLATE_NOOP("Refusals", "Ask the terminal again, or put the ticket aside."),
    ),
    "card.paid": (
        QT_TRANSLATE_NOOP("Refusals", "This ticket is paid by card in part."),
        QT_TRANSLATE_NOOP("Refusals", "Finish the payment, or take the card payment back first."),
    ),
    "card.left_out": (
        QT_TRANSLATE_NOOP("Refusals", "A card payment of this ticket is missing."),
        QT_TRANSLATE_NOOP("Refusals", "Open the payment again."),
    ),
    "card.busy": (
        QT_TRANSLATE_NOOP("Refusals", "The card terminal is busy."),
        QT_TRANSLATE_NOOP("Refusals", "Wait until it is done, or cancel it there."),
    ),
    "card.declined": (
        QT_TRANSLATE_NOOP("Refusals", "The card was not charged."),
        QT_TRANSLATE_NOOP("Refusals", "Try another card, or pay another way."),
    ),
    "card.not_given_back": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing was given back to the card."),
        QT_TRANSLATE_NOOP("Refusals", "Try again at the terminal, or give it back another way."),
    ),
    "card.reason": (
        QT_TRANSLATE_NOOP("Refusals", "This needs a reason."),
        QT_TRANSLATE_NOOP("Refusals", "Say how you know."),
    ),
    "card.settled": (
        QT_TRANSLATE_NOOP("Refusals", "The terminal has answered meanwhile."),
        QT_TRANSLATE_NOOP("Refusals", "Open the payment again."),
    ),
    "gift.number": (
        QT_TRANSLATE_NOOP("Refusals", "This is no number of a gift certificate."),
        QT_TRANSLATE_NOOP("Refusals", "Scan it, or type it as it is printed."),
    ),
    "gift.unknown": (
        QT_TRANSLATE_NOOP("Refusals", "Head office does not know this certificate."),
        QT_TRANSLATE_NOOP("Refusals", "Look at the number again."),
    ),
    "gift.closed": (
        QT_TRANSLATE_NOOP("Refusals", "This certificate was closed."),
        QT_TRANSLATE_NOOP("Refusals", "A manager asks head office why."),
    ),
    "gift.expired": (
        QT_TRANSLATE_NOOP("Refusals", "This certificate has expired."),
        QT_TRANSLATE_NOOP("Refusals", "Pay another way."),
    ),
    "gift.currency": (
        QT_TRANSLATE_NOOP("Refusals", "This certificate is in another currency."),
        QT_TRANSLATE_NOOP("Refusals", "Pay another way."),
    ),
    "gift.used": (
        QT_TRANSLATE_NOOP("Refusals", "Something of this certificate was used already, or is just being used."),
        QT_TRANSLATE_NOOP("Refusals", "It cannot be taken back for money; what is left on it still pays."),
    ),
    "gift.back_offline": (
        QT_TRANSLATE_NOOP("Refusals", "Head office cannot say now whether this certificate was used."),
        QT_TRANSLATE_NOOP("Refusals", "Take it back when the line is there again."),
    ),
    "gift.receipt": (
        QT_TRANSLATE_NOOP("Refusals", "A gift certificate comes back for money only against its receipt."),
        QT_TRANSLATE_NOOP("Refusals", "Scan its receipt, or let the customer keep it."),
    ),
    "gift.empty": (
        QT_TRANSLATE_NOOP("Refusals", "There is nothing left on this certificate."),
        QT_TRANSLATE_NOOP("Refusals", "Pay another way."),
    ),
    "gift.offline": (
        QT_TRANSLATE_NOOP(
            "Refusals", "Head office cannot be asked now, and this till takes no more of this certificate unasked."
        ),
        QT_TRANSLATE_NOOP("Refusals", "Try again when the line is back, or pay another way."),
    ),
    "tender.currency": (
        QT_TRANSLATE_NOOP("Refusals", "There is no rate for {currency} here."),
        QT_TRANSLATE_NOOP("Refusals", "Take the shop's own money."),
    ),
    "tender.nothing_due": (
        QT_TRANSLATE_NOOP("Refusals", "There is nothing left to pay."),
        QT_TRANSLATE_NOOP("Refusals", "Finish the sale."),
    ),
    "tender.pay_out": (
        QT_TRANSLATE_NOOP("Refusals", "Money is given back here, not taken."),
        QT_TRANSLATE_NOOP("Refusals", "Type what the customer gets back."),
    ),
    "tender.paid_out": (
        QT_TRANSLATE_NOOP("Refusals", "This is {over_minor} more than is to be given back."),
        QT_TRANSLATE_NOOP("Refusals", "Take the last amount back and give exactly what is left."),
    ),
}
