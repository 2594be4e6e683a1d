"""Customer, coupon and today's prices in the list of what can be done at the till."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from desktop.domain.offers.refreshing import Refreshed
from desktop.ui.customer.change_sheet import ChangeCustomerSheet
from desktop.ui.customer.chooser_sheet import ChooserSheet
from desktop.ui.customer.new_sheet import NewCustomerSheet
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.till.actions import Action, MoreSheet
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.text_sheet import TextSheet
from desktop.ui.till.today_sheet import TodaySheet

CUSTOMER = QT_TRANSLATE_NOOP("TillActions", "Customer")
NEW_CUSTOMER = QT_TRANSLATE_NOOP("TillActions", "New customer")
CHANGE_CUSTOMER = QT_TRANSLATE_NOOP("TillActions", "Change the customer")
COUPON = QT_TRANSLATE_NOOP("TillActions", "Coupon")
CODE = QT_TRANSLATE_NOOP("TillActions", "Code of the coupon")
HAND_IN = QT_TRANSLATE_NOOP("TillActions", "Hand in")


class Sheets(Protocol):
    """Where the actions are listed, words are asked, and differences are shown."""

    more: MoreSheet
    text: TextSheet
    today: TodaySheet
    chooser: ChooserSheet
    newcomer: NewCustomerSheet
    changer: ChangeCustomerSheet


def add_offer_actions(view: Sheets, presenter: TillPresenter) -> None:
    """List and bind them."""

    def customer() -> None:
        view.chooser.ask(is_somebodys=bool(presenter.state.customer))

    def newcomer(typed: str = "") -> None:
        view.chooser.shut()
        view.newcomer.ask(typed)

    def coupon() -> None:
        view.text.ask(_tr(COUPON), _tr(CODE), _tr(HAND_IN), "", presenter.offering.hand_in)

    def show(found: Refreshed) -> None:
        view.today.show_today(found, partial(presenter.offering.take_today, found))

    view.chooser.new_asked.connect(newcomer)
    view.more.add(Action(CUSTOMER, "Ctrl+K", customer))
    view.more.add(Action(NEW_CUSTOMER, "Ctrl+Shift+K", newcomer))
    view.more.add(Action(CHANGE_CUSTOMER, "Ctrl+Shift+E", view.changer.ask, lambda: bool(presenter.state.customer)))
    view.more.add(Action(COUPON, "Ctrl+U", coupon))
    words = QT_TRANSLATE_NOOP("TillActions", "Prices of today")
    view.more.add(
        Action(
            words,
            "Ctrl+Y",
            partial(presenter.offering.compare, show),
            lambda: bool(presenter.state.cart and presenter.state.cart.lines),
        )
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("TillActions", words)
