"""What a customer has stands on the ticket before anything is paid, and what they owe is paid there."""

from datetime import timedelta

import pytest

from desktop.store.terminal import save_known
from desktop.ui.till.purse_actions import PAY_DEBT, TOP_UP
from desktop.ui.till.till_rows import Refused
from sync.wire import offers
from tests.screens.gallery_tenders import set_tender
from tests.screens.stage import Stage
from tests.terminals import BREAD
from tests.ui.till.test_offers import tell

ANNA = offers.Customer(
    id="c1",
    name="Anna Rot",
    card="2900000000019",
    account_limit_minor=20_000,
    currency="EUR",
    credit_minor=1250,
    account_minor=-4000,
    points=41,
)


@pytest.fixture
def selling(at_till: Stage) -> Stage:
    """A shop that knows Anna."""
    set_tender(at_till.terminal, purse_offline_minor=300)
    tell(at_till, "customers:s1", 1, ("customer", ANNA))
    return at_till


def said(stage: Stage) -> str:
    return stage.selling.till_view.ticket.customer.figures.text().replace("\N{NO-BREAK SPACE}", " ")


def rows(stage: Stage) -> list[tuple[str, str]]:
    return [(line.name, line.total) for line in stage.selling.till_view.ticket.table.model.lines]


def ask(stage: Stage, words: str, typed: str | None = None) -> None:
    view = stage.selling.till_view
    view.sheets.more.show_actions()
    view.sheets.more.keys[words].click()
    if typed is not None:
        view.sheets.text.words.set_value(typed)
    view.sheets.text.go.click()


def test_what_a_customer_has_stands_beside_their_name(selling: Stage) -> None:
    band = selling.selling.till_view.ticket.customer
    assert band.isHidden()
    selling.scan(ANNA.card)
    assert not band.isHidden()
    assert (band.name.text(), said(selling)) == ("Anna Rot", "credit 12.50 € · owes 40.00 € of 200.00 € · 41 points")
    selling.till.offering.name_customer("")
    assert band.isHidden()


def test_an_old_figure_says_how_old_it_is(selling: Stage) -> None:
    for ago, words in ((299, ""), (301, " · 5 min ago"), (7300, " · 2 hours ago"), (86_400 * 3, " · 3 days ago")):
        with selling.terminal.database.writing() as connection:
            save_known(connection, last_contact=(selling.clock.now() - timedelta(seconds=ago)).isoformat())
        selling.scan(ANNA.card)
        assert said(selling).endswith("41 points" + words)


def test_a_debt_is_paid_without_goods(selling: Stage) -> None:
    selling.scan(ANNA.card)
    selling.selling.till_view.sheets.more.show_actions()
    assert not selling.selling.till_view.sheets.more.keys[TOP_UP].isEnabled()
    ask(selling, PAY_DEBT)
    assert rows(selling) == [("Debt paid", "40.00")]
    assert selling.till.state.due_minor == 4000
    selling.till.pay()
    assert selling.payment.state.methods == ("cash", "card")
    assert selling.payment.state.quick[:2] == (4000, 5000)
    selling.payment.pay(5000)
    selling.payment.finish()
    sale = selling.payment.state.sale
    assert sale is not None
    assert (sale.total_minor, sale.change_minor, sale.payments[-1].amount_minor) == (0, 1000, -4000)
    assert sale.purse is not None
    assert sale.purse.owed_minor == 0


def test_what_is_paid_in_is_taken_off_and_comes_back(selling: Stage) -> None:
    selling.scan(ANNA.card, BREAD)
    ask(selling, PAY_DEBT, "15")
    assert rows(selling)[1:] == [("Debt paid", "15.00")]
    assert selling.selling.till_view.keys.remove.isEnabled()
    selling.till.remove_line()
    assert len(rows(selling)) == 1
    selling.till.undo()
    assert selling.till.state.pay_ins[0].amount_minor == 1500
    ask(selling, PAY_DEBT, "")
    assert selling.till.state.pay_ins == ()


def test_too_much_is_refused_in_words(selling: Stage) -> None:
    selling.scan(ANNA.card)
    ask(selling, PAY_DEBT, "40.01")
    prompt = selling.till.state.prompt
    assert isinstance(prompt, Refused)
    assert prompt.refusal.code == "purse.overpaid"
    assert "40.00" in selling.selling.till_view.ticket.strip.text
    set_tender(selling.terminal, pay_in_credit=True)
    selling.till.enter()
    ask(selling, PAY_DEBT, "45")
    ask(selling, TOP_UP, "7")
    assert rows(selling) == [("Debt paid", "40.00"), ("Into store credit", "7.00")]
