"""The sheets of the till, each made when it is first wanted: most sales need none of them."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.customer.change_sheet import ChangeCustomerSheet
from desktop.ui.customer.chooser_sheet import ChooserSheet
from desktop.ui.customer.new_sheet import NewCustomerSheet
from desktop.ui.till.actions import MoreSheet
from desktop.ui.till.drawer_sheet import DrawerSheet
from desktop.ui.till.grant_sheet import GrantSheet
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.price_sheet import PriceSheet
from desktop.ui.till.sheets import ParkedSheet, WhySheet
from desktop.ui.till.text_sheet import TextSheet
from desktop.ui.till.today_sheet import TodaySheet
from desktop.ui.widgets.sheet import Sheet


class TillSheets(QObject):
    """What can lie over the till. `drawer_reasoned(str)` tells why the drawer is opened."""

    drawer_reasoned = Signal(str)

    def __init__(self, host: QWidget, presenter: TillPresenter) -> None:
        super().__init__(host)
        self._host, self._presenter = host, presenter
        self.more = MoreSheet(host)

    @cached_property
    def why(self) -> WhySheet:
        """Why the total is what it is."""
        return WhySheet(self._host)

    @cached_property
    def parked(self) -> ParkedSheet:
        """Sales put aside."""
        sheet = ParkedSheet(self._host)
        sheet.recalled.connect(self._presenter.recall)
        return sheet

    @cached_property
    def drawer(self) -> DrawerSheet:
        """Why the drawer is opened."""
        sheet = DrawerSheet(self._host)
        sheet.reasoned.connect(self.drawer_reasoned)
        return sheet

    @cached_property
    def price(self) -> PriceSheet:
        """Why something costs something else today."""
        sheet = PriceSheet(self._host)
        sheet.reasoned.connect(self._presenter.set_price)
        return sheet

    @cached_property
    def text(self) -> TextSheet:
        """A few words."""
        return TextSheet(self._host)

    @cached_property
    def grant(self) -> GrantSheet:
        """Somebody else allows it."""
        return GrantSheet(self._host, self._presenter.grant)

    @cached_property
    def today(self) -> TodaySheet:
        """Today's prices."""
        return TodaySheet(self._host)

    @cached_property
    def chooser(self) -> ChooserSheet:
        """Whose ticket it is."""
        sheet = ChooserSheet(self._host, self._presenter.customers)
        sheet.new_asked.connect(self.ask_newcomer)
        return sheet

    @cached_property
    def newcomer(self) -> NewCustomerSheet:
        """A customer is made."""
        return NewCustomerSheet(self._host, self._presenter.customers)

    @cached_property
    def changer(self) -> ChangeCustomerSheet:
        """A customer is changed."""
        return ChangeCustomerSheet(self._host, self._presenter.customers.changing)

    def ask_newcomer(self, typed: str = "") -> None:
        """Nobody of those is meant: begin with what was typed."""
        self.chooser.shut()
        self.newcomer.ask(typed)

    def made(self) -> list[Sheet]:
        """Those that somebody has wanted yet."""
        return [sheet for sheet in vars(self).values() if isinstance(sheet, Sheet)]

    def take_card(self, code: str | bytes) -> bool:
        """Give a scan to the sheet that waits for a customer's card; False when none does."""
        asking = (sheet for sheet in self.made() if isinstance(sheet, NewCustomerSheet | ChangeCustomerSheet))
        return any(sheet.take_card(code) for sheet in asking)
