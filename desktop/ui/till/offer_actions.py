"""Customer, coupon and today's prices in the list of what can be done at the till."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.domain.offers.refreshing import Refreshed
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.till.actions import Action
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.till_sheets import TillSheets

CUSTOMER = QT_TRANSLATE_NOOP("TillActions", "Customer")
NEW_CUSTOMER = QT_TRANSLATE_NOOP("TillActions", "New customer")
CHANGE_CUSTOMER = QT_TRANSLATE_NOOP("TillActions", "Change the customer")
COUPON = QT_TRANSLATE_NOOP("TillActions", "Coupon")
CODE = QT_TRANSLATE_NOOP("TillActions", "Code of the coupon")
HAND_IN = QT_TRANSLATE_NOOP("TillActions", "Hand in")


def add_offer_actions(sheets: TillSheets, presenter: TillPresenter) -> None:
    """List and bind them."""

    def customer() -> None:
        sheets.chooser.ask(is_somebodys=bool(presenter.state.customer))

    def coupon() -> None:
        sheets.text.ask(_tr(COUPON), _tr(CODE), _tr(HAND_IN), "", presenter.offering.hand_in)

    def show(found: Refreshed) -> None:
        sheets.today.show_today(found, partial(presenter.offering.take_today, found))

    sheets.more.add(Action(CUSTOMER, "Ctrl+K", customer))
    sheets.more.add(Action(NEW_CUSTOMER, "Ctrl+Shift+K", sheets.ask_newcomer))
    sheets.more.add(
        Action(CHANGE_CUSTOMER, "Ctrl+Shift+E", lambda: sheets.changer.ask(), lambda: bool(presenter.state.customer))
    )
    sheets.more.add(Action(COUPON, "Ctrl+U", coupon))
    words = QT_TRANSLATE_NOOP("TillActions", "Prices of today")
    sheets.more.add(
        Action(
            words,
            "Ctrl+Y",
            partial(presenter.offering.compare, show),
            lambda: bool(presenter.state.cart and presenter.state.cart.lines),
        )
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("TillActions", words)
