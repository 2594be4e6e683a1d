"""Receipts are found, shown, printed again with a counted copy, sent, taken back; the same by keys and by scans."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.customer import set_customer
from desktop.domain.customer_data import CustomerData, KnownCustomer
from desktop.domain.tender import Payment
from desktop.operations import customers, mails, papers, sales, staff
from desktop.store.topics import Topic
from desktop.ui.receipts.presenter import ReceiptsPresenter
from desktop.ui.receipts.view import ReceiptsView
from desktop.ui.shell import Screen
from sync.wire.changes import Case
from tests.core import fill, sell, total_of
from tests.screens.gallery_papers import BUYER, hands
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, PIN
from tests.ui.till.test_offers import tell


@dataclass
class Desk:
    """The screen over three receipts; `told` is what was asked of printer and mail, `returns` of the returns screen."""

    stage: Stage
    presenter: ReceiptsPresenter
    view: ReceiptsView
    told: list[str]
    returns: list[str]

    @property
    def receipt(self) -> str:
        receipt = self.presenter.state.receipt
        return receipt.sale.receipt if receipt else ""

    @property
    def listed(self) -> list[str]:
        return [row.receipt[-1] for row in self.presenter.state.rows]


def open_desk(stage: Stage, login: str = "mira") -> Desk:
    stage.open_day(login)
    for goods in (BREAD, EGGS, MILK):
        stage.clock.advance(minutes=10)
        sell(stage.terminal, staff.signed_in(stage.terminal), goods)
    told: list[str] = []
    presenter = ReceiptsPresenter(stage.terminal, hands(told))
    view = ReceiptsView(presenter)
    returns: list[str] = []
    presenter.return_asked.connect(returns.append)
    stage.shell.add_screen(Screen("receipts", "Receipts", view, scan=presenter.scan, enter=presenter.enter))
    stage.shell.show_screen("receipts")
    return Desk(stage, presenter, view, told, returns)


@pytest.fixture
def desk(stage: Stage) -> Iterator[Desk]:
    made = open_desk(stage)
    yield made
    made.presenter.close()


def test_the_newest_receipt_is_shown_and_others_are_chosen(desk: Desk, qtbot: QtBot) -> None:
    assert (desk.listed, desk.receipt) == (["3", "2", "1"], "T01-000003")
    assert desk.view.model.index(0, 0).data() == "08:30", "today says the time alone"
    qtbot.keyClick(desk.view, Qt.Key.Key_Down)
    assert desk.receipt == "T01-000002"
    assert desk.view.table.selectionModel().selectedRows()[0].row() == 1
    desk.view.table.clicked.emit(desk.view.model.index(2, 0))
    assert desk.receipt == "T01-000001"
    assert desk.view.card.total.text() == "2.40\u00a0€"


def test_a_receipt_of_a_parked_sale_that_was_paid_twice_names_the_other(desk: Desk) -> None:
    numbers = "T01-000003+T02-000009"
    told = Case(id="7", kind="parked.twice", opened_at="2026-11-21T10:00:00+00:00", subject=numbers, device="")
    tell(desk.stage, "shop:s1", 1, ("case", told))
    desk.stage.terminal.database.announce(Topic.CASES)
    assert desk.view.card.mark.text() == "One parked sale, paid more than once: T01-000003, T02-000009"
    desk.presenter.step(1)
    assert desk.view.card.mark.text() == ""


def test_what_is_typed_finds_it(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.view, "3.49")
    assert (desk.view.search.text(), desk.listed, desk.receipt) == ("3.49", ["2"], "T01-000002")
    desk.presenter.search("nothing like it")
    assert (desk.listed, desk.view.nothing.isVisible(), desk.view.copy.isEnabled()) == ([], True, False)
    desk.presenter.search("")
    assert desk.listed == ["3", "2", "1"]


def test_a_scan_shows_its_receipt(desk: Desk) -> None:
    desk.stage.sounds.clear()
    desk.stage.scan("T01-000001", "]C0T01-000002", "4006381333931")
    assert desk.listed == []
    assert desk.presenter.state.receipt is None
    desk.stage.scan("T01-000001")
    assert desk.receipt == "T01-000001"


def test_a_copy_is_counted_before_it_is_printed(desk: Desk) -> None:
    desk.view.copy.click()
    desk.view.copy.click()
    assert desk.told == ["copy 1 of T01-000003", "copy 2 of T01-000003"]
    assert "copy 2" in desk.view.strip.text
    assert desk.presenter.state.rows[0].copies == 2
    desk.view.gift.click()
    assert desk.told[-1] == "gift T01-000003"
    assert desk.presenter.state.receipt.copies == 2, "a gift receipt is no copy"


def test_an_invoice_is_made_once_and_then_printed_again(desk: Desk) -> None:
    desk.view.invoice.click()
    sheet = desk.view.invoice_sheet
    assert sheet.isVisible()
    sheet.go.click()
    assert sheet.name.refusal()
    sheet.name.set_value(BUYER.name)
    sheet.go.click()
    assert sheet.street.refusal()
    sheet.street.set_value("Quay 1")
    sheet.city.set_value("10111 Tallinn")
    sheet.email.set_value("no address")
    sheet.go.click()
    assert sheet.email.refusal()
    sheet.email.set_value("")
    sheet.go.click()
    assert not sheet.isVisible()
    assert desk.told == ["invoice INV-T01-000001 copy 0"]
    assert desk.presenter.state.receipt.invoice.buyer.address == "Quay 1\n10111 Tallinn"
    desk.view.invoice.click()
    assert not sheet.isVisible()
    assert desk.told[-1] == "invoice INV-T01-000001 copy 1"
    assert desk.presenter.state.rows[0].invoice == "INV-T01-000001"


def test_a_mail_is_queued_and_what_becomes_of_it_is_shown(desk: Desk) -> None:
    desk.view.mail.click()
    desk.view.mail_sheet.go.click()
    assert desk.view.mail_sheet.email.refusal()
    desk.view.mail_sheet.email.set_value("a@b.example")
    desk.view.mail_sheet.go.click()
    assert desk.told == ["mail"]
    assert desk.presenter.state.rows[0].mail_state == "queued"
    mails.note_trouble(desk.stage.terminal, mails.next_mail(desk.stage.terminal), "refused", for_good=True)
    assert desk.presenter.state.rows[0].mail_state == "failed", "the list follows the worker"
    assert "Check the address" in desk.view.strip.text, "it waits no more"
    desk.view.strip.acted.emit("retry")
    assert desk.presenter.state.rows[0].mail_state == "queued"


def test_a_mail_that_has_gone_is_not_said_to_wait(desk: Desk) -> None:
    desk.view.mail.click()
    desk.view.mail_sheet.email.set_value("a@b.example")
    desk.view.mail_sheet.go.click()
    assert "waits to be sent" in desk.view.strip.text
    mails.note_sent(desk.stage.terminal, mails.next_mail(desk.stage.terminal))
    assert desk.view.strip.text == "The mail to a@b.example is sent."


def test_a_receipt_is_taken_back_with_a_reason(desk: Desk) -> None:
    desk.view.void.click()
    desk.view.void_sheet.usual[0].click()
    assert desk.told == ["void T01-000004 of T01-000003"]
    assert desk.presenter.state.rows[0].voided_at
    assert not desk.view.void.isEnabled()
    assert not desk.view.returns.isEnabled()
    assert not desk.view.invoice.isEnabled()
    assert desk.view.copy.isEnabled()


def test_somebody_with_the_right_allows_it_in_place(stage: Stage) -> None:
    desk = open_desk(stage, "anna")
    desk.view.void.click()
    desk.view.void_sheet.reason.set_value("Wrong goods")
    desk.view.void_sheet.go.setEnabled(True)
    desk.view.void_sheet.go.click()
    assert desk.view.grant.isVisible()
    desk.presenter.grant.choose("mira")
    for digit in PIN:
        desk.presenter.grant.press_digit(digit)
    desk.presenter.grant.press_enter()
    assert desk.told == ["void T01-000004 of T01-000003"]
    desk.presenter.close()


def test_goods_that_come_back_are_another_screens(desk: Desk) -> None:
    desk.view.returns.click()
    assert desk.returns == ["T01-000003"]


def test_long_lists_come_in_pages(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.ui.receipts.presenter.PAGE", 2)
    desk.presenter.search("")
    assert (desk.listed, desk.view.more.isVisible()) == (["3", "2"], True)
    desk.view.more.click()
    assert (desk.listed, desk.view.more.isVisible()) == (["3", "2", "1"], False)
    papers.copy_paper(desk.stage.terminal, staff.signed_in(desk.stage.terminal), desk.presenter.state.rows[2].sale_id)
    assert desk.listed == ["3", "2", "1"], "what is listed stays listed when something changes"


def test_an_invoice_starts_with_the_customer_and_keeps_with_them_what_was_missing(desk: Desk) -> None:
    terminal, view = desk.stage.terminal, desk.view
    person = staff.signed_in(terminal)
    made = customers.register_customer(terminal, person, {"name": "Lena Sommer"}, consent=True)
    cart = set_customer(fill(terminal, BREAD), made)
    total = total_of(terminal, cart)
    sales.complete_sale(terminal, person, cart, (Payment("card", total),), total)
    asked: list[Callable[[KnownCustomer | None], None]] = []
    desk.presenter.buyers.ask = lambda done, ident: asked.append(done)
    desk.presenter.search("")
    desk.presenter.choose(desk.presenter.state.rows[0].sale_id)
    view.invoice.click()
    sheet = view.invoice_sheet
    assert (sheet.name.value(), sheet.street.value(), sheet.keep.isVisible()) == ("Lena Sommer", "", True)
    sheet.tax_number.set_value("DE 1")
    told = CustomerData("Lena Sommer", address="Hof 1, 10115 Berlin", tax_number="DE 9", consent_at="2026")
    asked[0](KnownCustomer(made.id, told, is_whole=True))
    assert (sheet.street.value(), sheet.city.value()) == ("Hof 1", "10115 Berlin")
    assert sheet.tax_number.value() == "DE 1", "what was typed stays"
    sheet.keep.click()
    sheet.go.click()
    assert desk.told == ["invoice INV-T01-000001 copy 0"]
    last = customers.know_customer(terminal, made.id, KnownCustomer(made.id, told, is_whole=True))
    assert (last.data.tax_number, last.data.address) == ("DE 1", "Hof 1, 10115 Berlin")


def test_an_invoice_of_nobody_offers_nothing_to_keep(desk: Desk) -> None:
    desk.view.invoice.click()
    sheet = desk.view.invoice_sheet
    assert (sheet.name.value(), sheet.keep.isVisible()) == ("", False)
