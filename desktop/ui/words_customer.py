"""English sentences about a customer who is made or changed at the till, for translation; `words.py` says them."""

from desktop.ui.literals import QT_TRANSLATE_NOOP

CUSTOMER_REFUSALS: dict[str, tuple[str, str]] = {
    "customer.name": (
        QT_TRANSLATE_NOOP("Refusals", "A customer has a name."),
        QT_TRANSLATE_NOOP("Refusals", "Type it."),
    ),
    "customer.card": (
        QT_TRANSLATE_NOOP("Refusals", "This is no number of a customer card."),
        QT_TRANSLATE_NOOP("Refusals", "Scan the card."),
    ),
    "customer.payment_card": (
        QT_TRANSLATE_NOOP("Refusals", "This is the number of a payment card; no field takes one."),
        QT_TRANSLATE_NOOP("Refusals", "Use the shop's own card."),
    ),
    "customer.card_taken": (
        QT_TRANSLATE_NOOP("Refusals", "This card belongs to {name}."),
        QT_TRANSLATE_NOOP("Refusals", "Take another card."),
    ),
    "customer.phone": (
        QT_TRANSLATE_NOOP("Refusals", "This is no telephone number."),
        QT_TRANSLATE_NOOP("Refusals", "Type digits, with + before the country."),
    ),
    "customer.birthday": (
        QT_TRANSLATE_NOOP("Refusals", "This is no day of the year."),
        QT_TRANSLATE_NOOP("Refusals", "Type day and month: 14.03."),
    ),
    "customer.long": (
        QT_TRANSLATE_NOOP("Refusals", "This is too long."),
        QT_TRANSLATE_NOOP("Refusals", "Shorten it."),
    ),
    "customer.price_list": (
        QT_TRANSLATE_NOOP("Refusals", "{name} is no price list here."),
        QT_TRANSLATE_NOOP("Refusals", "Type its name."),
    ),
    "customer.unchanged": (
        QT_TRANSLATE_NOOP("Refusals", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Refusals", "Change it, or leave it with Esc."),
    ),
    "customer.gone": (
        QT_TRANSLATE_NOOP("Refusals", "This customer is not known here any more."),
        QT_TRANSLATE_NOOP("Refusals", "Look them up once more."),
    ),
    "customer.consent": (
        QT_TRANSLATE_NOOP("Refusals", "Without the customer's consent nothing is kept."),
        QT_TRANSLATE_NOOP("Refusals", "Ask them, then tick it."),
    ),
}
"""Code -> message with its facts, remedy."""
