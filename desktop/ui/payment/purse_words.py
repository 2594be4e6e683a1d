"""What the payment screen says of a customer's store credit, account or points before an amount is typed."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.purse import ACCOUNT, POINTS
from desktop.ui import formats
from desktop.ui.payment.payment_rows import PaymentState
from desktop.ui.words import method_words


def purse_words(state: PaymentState) -> tuple[str, str, str]:
    """Give a word, the amount that is there, and what to do."""
    name, currency = method_words(state.method), state.priced.currency if state.priced else ""
    if state.purse.asking:
        return name, "", QCoreApplication.translate("PurseWords", "Head office is asked …")
    if state.settlement is not None and state.settlement.total_minor < 0:
        return (
            name,
            "",
            QCoreApplication.translate("PurseWords", "It goes to the customer. Press the amount, or type less."),
        )
    paid = state.settlement.payments if state.settlement else ()
    free = formats.money(state.purse.free_minor(state.method, paid), currency)
    return name, free, _there(state)


def _there(state: PaymentState) -> str:
    if state.method == POINTS:
        points = state.purse.free(POINTS, state.settlement.payments if state.settlement else ())
        return QCoreApplication.translate("PurseWords", "%n point(s) are there, worth so much.", "", points)
    if state.method == ACCOUNT:
        return QCoreApplication.translate("PurseWords", "So much may still be bought on account.")
    return QCoreApplication.translate("PurseWords", "So much is there. Press the amount, or type less.")
