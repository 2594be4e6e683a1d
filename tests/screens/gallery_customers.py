"""The customer of a ticket: chosen while somebody types, made when they are new."""

from collections.abc import Callable

from desktop.operations import customers, staff
from sync.wire import offers
from tests.screens.stage import Stage
from tests.terminals import BREAD, PIN
from tests.ui.till.test_offers import tell as _tell

NAMES = ("Anna Rot", "Anna Königsberger-Blauensteiner", "Анна Королёва")


def choose(stage: Stage) -> None:
    """Several are called so; the first one is meant."""
    _begin(stage)
    view = stage.selling.till_view
    view.sheets.chooser.ask(is_somebodys=True)
    view.sheets.chooser.words.edit.setText("ann")
    view.sheets.chooser.words.edited.emit("ann")


def new(stage: Stage) -> None:
    """A day that does not exist, said at its field; the customer agrees."""
    _begin(stage)
    sheet = stage.selling.till_view.sheets.newcomer
    sheet.ask("Lena Sommer")
    sheet.form.fields["birthday"].set_value("31.2.")
    sheet.form.consent.click()
    sheet.form.go.click()


def change(stage: Stage) -> None:
    """Head office is silent about somebody who was made in the office; a card that is another's is refused."""
    _begin(stage)
    _tell(stage, "customers:s1", 1, ("customer", offers.Customer(id="c9", name="Clara Weiß", birthday="03-14")))
    _tell(stage, "offers:s1", 1, ("price_list", offers.PriceList(id="p1", name="Trade", starts_on="", ends_on="")))
    view = stage.selling.till_view
    stage.selling.till.customers.choose(customers.find_customer(stage.terminal, "Clara"))
    view.sheets.changer.ask()
    view.sheets.changer.form.fields["card"].set_value("2900000000001")
    view.sheets.changer.form.go.click()
    view.sheets.changer.form.consent.click()
    view.sheets.changer.form.go.click()


def _begin(stage: Stage) -> None:
    stage.open_day()
    person = staff.sign_in(stage.terminal, "anna", PIN)
    for at, name in enumerate(NAMES):
        customers.register_customer(stage.terminal, person, {"name": name, "card": f"290000000000{at}"}, consent=True)
    stage.scan(BREAD)


CUSTOMERS: tuple[tuple[str, Callable[[Stage], None]], ...] = (
    ("customer-choose", choose),
    ("customer-new", new),
    ("customer-change", change),
)
