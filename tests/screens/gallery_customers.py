"""The customer of a ticket: chosen while somebody types, made when they are new."""

from collections.abc import Callable

from desktop.operations import customers, staff
from tests.screens.stage import Stage
from tests.terminals import BREAD, PIN

NAMES = ("Anna Rot", "Anna Königsberger-Blauensteiner", "Анна Королёва")


def choose(stage: Stage) -> None:
    """Several are called so; the first one is meant."""
    _begin(stage)
    view = stage.selling.till_view
    view.chooser.ask(is_somebodys=True)
    view.chooser.words.edit.setText("ann")
    view.chooser.words.edited.emit("ann")


def new(stage: Stage) -> None:
    """A day that does not exist, said at its field; the customer agrees."""
    _begin(stage)
    sheet = stage.selling.till_view.newcomer
    sheet.ask("Lena Sommer")
    sheet.fields["birthday"].set_value("31.2.")
    sheet.consent.click()
    sheet.go.click()


def _begin(stage: Stage) -> None:
    stage.open_day()
    person = staff.sign_in(stage.terminal, "anna", PIN)
    for at, name in enumerate(NAMES):
        customers.register_customer(stage.terminal, person, {"name": name, "card": f"290000000000{at}"}, consent=True)
    stage.scan(BREAD)


CUSTOMERS: tuple[tuple[str, Callable[[Stage], None]], ...] = (
    ("customer-choose", choose),
    ("customer-new", new),
)
