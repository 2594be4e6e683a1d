"""The customer of a ticket, by keyboard, touch and scanner: found while typing, or made when they are new."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.domain import permission
from desktop.domain.customer_data import CustomerData, KnownCustomer
from desktop.domain.staff import Right
from desktop.operations import customers
from desktop.ui.customer.change_sheet import ChangeCustomerSheet
from desktop.ui.customer.chooser_sheet import ChooserSheet
from desktop.ui.customer.new_sheet import NewCustomerSheet
from desktop.ui.till.till_rows import Refused
from sync.wire import offers
from tests.screens.stage import Stage
from tests.terminals import BADGE, BREAD
from tests.ui.keyboard import Keyboard
from tests.ui.till.test_offers import tell

CARD = "2900000000026"
KNOWN = [offers.Customer(id=f"c{n}", name=name) for n, name in enumerate(("Anna Rot", "Anna Blau", "Boris Kask"), 1)]


@pytest.fixture
def selling(at_till: Stage) -> Stage:
    """A ticket with bread, at a till that knows three customers."""
    tell(at_till, "customers:s1", 1, *(("customer", one) for one in KNOWN))
    at_till.scan(BREAD)
    return at_till


def chooser(stage: Stage) -> ChooserSheet:
    return stage.selling.till_view.sheets.chooser


def newcomer(stage: Stage) -> NewCustomerSheet:
    return stage.selling.till_view.sheets.newcomer


def test_by_keyboard_alone_somebody_is_chosen_and_nobody_again(selling: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_K, modifier=Qt.KeyboardModifier.ControlModifier)
    keyboard.type("anna")
    assert [key.text() for key in chooser(selling).found if key.isVisible()] == ["Anna Blau", "Anna Rot"]
    keyboard.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (selling.till.state.customer, chooser(selling).isHidden()) == ("Anna Rot", True)
    keyboard.press(Qt.Key.Key_K, modifier=Qt.KeyboardModifier.ControlModifier)
    keyboard.press(Qt.Key.Key_Return)
    assert selling.till.state.customer == ""
    assert len(selling.till.state.cart.lines) == 1  # type: ignore[union-attr]


def test_nobody_is_taken_by_accident(selling: Stage, keyboard: Keyboard) -> None:
    chooser(selling).ask(is_somebodys=False)
    keyboard.type("zeno")
    keyboard.press(Qt.Key.Key_Return)
    assert (chooser(selling).isVisible(), selling.till.state.customer) == (True, "")
    keyboard.press(Qt.Key.Key_Escape)
    assert chooser(selling).isHidden()


def test_by_keyboard_alone_a_customer_is_made_and_is_on_the_ticket(selling: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_K, modifier=Qt.KeyboardModifier.ControlModifier)
    keyboard.type("Lena")
    for _ in range(30):
        if chooser(selling).new.hasFocus():
            break
        keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Space)
    assert newcomer(selling).form.fields["name"].value() == "Lena"
    keyboard.type(" Sommer")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.burst(CARD)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("14.3.")
    keyboard.press(*[Qt.Key.Key_Return] * 5)
    assert newcomer(selling).form.consent.hasFocus()
    keyboard.press(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert (selling.till.state.customer, newcomer(selling).isHidden()) == ("Lena Sommer", True)
    made = customers.find_customer(selling.terminal, CARD)
    assert (made.name, made.birthday) == ("Lena Sommer", "03-14")
    assert selling.till.state.cart.buyer.id == made.id  # type: ignore[union-attr]
    selling.till.offering.name_customer("")
    selling.scan(CARD)
    assert selling.till.state.customer == "Lena Sommer"


def test_what_does_not_do_is_said_at_its_field_and_nothing_is_lost(selling: Stage) -> None:
    sheet = newcomer(selling)
    sheet.ask("0170 1234567")
    assert sheet.form.fields["phone"].value() == "0170 1234567"
    sheet.form.go.click()
    assert "has a name" in sheet.form.fields["name"].refusal()
    sheet.form.fields["name"].set_value("Lena")
    sheet.form.fields["birthday"].set_value("31.2.")
    sheet.form.go.click()
    assert (sheet.form.fields["name"].refusal(), sheet.isVisible()) == ("", True)
    assert "no day" in sheet.form.fields["birthday"].refusal()
    sheet.form.fields["birthday"].set_value("")
    sheet.form.go.click()
    assert "consent" in sheet.form.note.text()
    sheet.form.consent.click()
    assert not sheet.form.note.isVisible()
    sheet.form.go.click()
    assert (selling.till.state.customer, sheet.isHidden()) == ("Lena", True)


def test_a_shop_can_ask_for_a_managers_word(selling: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = newcomer(selling)
    rules = {"manager": "allowed", "cashier": "approval"}
    monkeypatch.setitem(permission._DEFAULTS, Right.ADD_CUSTOMER, rules)
    sheet.ask("Lena")
    sheet.form.consent.click()
    sheet.form.go.click()
    prompt = selling.till.state.prompt
    assert isinstance(prompt, Refused)
    assert (prompt.grantable, sheet.isHidden(), selling.till.state.customer) == (True, True, "")
    selling.scan(BADGE)
    assert selling.till.state.customer == "Lena"


def changer(stage: Stage) -> ChangeCustomerSheet:
    return stage.selling.till_view.sheets.changer


def test_the_ticket_customer_is_changed_by_keyboard_and_the_ticket_says_so(selling: Stage, keyboard: Keyboard) -> None:
    selling.till.customers.choose(customers.find_customer(selling.terminal, "Boris"))
    asked: list[Callable[[KnownCustomer | None], None]] = []
    selling.till.customers.changing.ask = lambda done, ident: asked.append(done)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    keyboard.press(Qt.Key.Key_E, modifier=both)
    form = changer(selling).form
    assert (form.fields["name"].value(), "asked" in changer(selling).heard.text()) == ("Boris Kask", True)
    form.fields["name"].edit.selectAll()
    keyboard.type("Boris Tamm")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.burst(CARD)
    known = CustomerData("Boris Kask", phone="0170 1", consent_at="2026")
    asked[0](KnownCustomer("c3", known, is_whole=True))
    assert (form.fields["phone"].value(), form.fields["name"].value()) == ("0170 1", "Boris Tamm")
    assert not form.consent.isVisible(), "they have agreed before"
    form.go.click()
    assert (selling.till.state.customer, changer(selling).isHidden()) == ("Boris Tamm", True)
    assert customers.find_customer(selling.terminal, CARD).id == "c3"


def test_without_head_office_the_sheet_says_so_and_another_price_list_takes_a_manager(selling: Stage) -> None:
    tell(selling, "offers:s1", 1, ("price_list", offers.PriceList(id="p1", name="Trade", starts_on="", ends_on="")))
    selling.till.customers.choose(customers.find_customer(selling.terminal, "Boris"))
    sheet = changer(selling)
    sheet.ask()
    assert "does not answer" in sheet.heard.text()
    sheet.form.go.click()
    assert "Nothing was changed" in sheet.form.note.text()
    sheet.form.fields["phone"].set_value("0170 1234567")
    sheet.form.go.click()
    assert "consent" in sheet.form.note.text()
    sheet.form.fields["phone"].set_value("")
    sheet.form.fields["price_list"].set_value("Treid")
    sheet.form.go.click()
    assert "no price list" in sheet.form.fields["price_list"].refusal()
    sheet.form.fields["price_list"].set_value("trade")
    sheet.form.go.click()
    prompt = selling.till.state.prompt
    assert isinstance(prompt, Refused)
    assert (prompt.grantable, sheet.isHidden()) == (True, True)
    selling.scan(BADGE)
    assert selling.till.state.cart.buyer.price_list_id == "p1"  # type: ignore[union-attr]
