"""The gallery of what follows a sale: receipts, their sheets, and the customer's screen."""

from desktop.domain.cart import confirm_age
from desktop.domain.papers import BillTo
from desktop.domain.sale import Sale
from desktop.domain.tender import Payment
from desktop.operations import mails, papers, sales, staff
from desktop.operations.mails import Letter
from desktop.ui.receipts.presenter import ReceiptHands, ReceiptsPresenter
from desktop.ui.receipts.view import ReceiptsView
from desktop.ui.shell import Screen
from tests.core import fill, sell, total_of
from tests.screens.stage import Stage
from tests.terminals import BREAD, EGGS, MILK, WINE

BUYER = BillTo("Harbour Café Ltd", "Quay 1\n10111 Tallinn", "EE100200300", "office@harbour.example")
LETTER = Letter("Invoice", "Thank you.", "invoice.pdf", b"%PDF-1.4")


def receipts(stage: Stage) -> None:
    """A morning of receipts; one has an invoice and a mail, another was taken back."""
    show_receipts(stage)


def receipts_none(stage: Stage) -> None:
    """Nothing fits what was typed."""
    show_receipts(stage).search("99.99")


def receipts_void(stage: Stage) -> None:
    """Why is it taken back?"""
    show_receipts(stage)
    view_of(stage).void.click()


def receipts_invoice(stage: Stage) -> None:
    """For whom is the invoice? A missing name is said at its field."""
    presenter = show_receipts(stage)
    presenter.step(1)
    view_of(stage).invoice.click()
    view_of(stage).invoice_sheet.go.click()


def receipts_mail(stage: Stage) -> None:
    """Where is it sent?"""
    show_receipts(stage)
    view_of(stage).mail.click()


def show_receipts(stage: Stage) -> ReceiptsPresenter:
    """A manager looks at the receipts of a morning."""
    stage.open_day("mira")
    person = staff.signed_in(stage.terminal)
    sold = []
    for at, goods in enumerate(((BREAD, MILK), (EGGS,), (WINE,), (MILK, "3*" + EGGS, BREAD, WINE), (BREAD,)) * 3):
        stage.clock.advance(minutes=7 + at)
        sold.append(by_card(stage, *goods) if at % 2 else sell(stage.terminal, person, *goods))
    papers.copy_paper(stage.terminal, person, sold[-2].sale_id)
    papers.issue_invoice(stage.terminal, person, sold[-1].sale_id, BUYER)
    mail = mails.queue_mail(stage.terminal, person, sold[-1].sale_id, BUYER.email, LETTER)
    mails.note_trouble(stage.terminal, mail, "unreachable", for_good=False)
    mails.note_sent(stage.terminal, mails.queue_mail(stage.terminal, person, sold[-4].sale_id, "a@b.example", LETTER))
    sales.void_sale(stage.terminal, person, sold[-3].sale_id, "Wrong goods")
    presenter = ReceiptsPresenter(stage.terminal, hands())
    view = ReceiptsView(presenter)
    stage.shell.add_screen(Screen("receipts", "Receipts", view, scan=presenter.scan, enter=presenter.enter))
    stage.shell.show_screen("receipts")
    return presenter


def by_card(stage: Stage, *goods: str) -> Sale:
    """Sell goods for a card."""
    person = staff.signed_in(stage.terminal)
    cart = confirm_age(fill(stage.terminal, *goods), person.id)
    total = total_of(stage.terminal, cart)
    return sales.complete_sale(stage.terminal, person, cart, (Payment("card", total),), total)


def hands(log: list[str] | None = None) -> ReceiptHands:
    """Hands that write down what they were asked for."""
    told = log if log is not None else []
    return ReceiptHands(
        print_copy=lambda receipt: told.append(f"copy {receipt.copies} of {receipt.sale.receipt}"),
        print_gift=lambda receipt: told.append(f"gift {receipt.sale.receipt}"),
        print_void=lambda void, sale: told.append(f"void {void.receipt} of {sale.receipt}"),
        show_invoice=lambda receipt: told.append(
            f"invoice {receipt.invoice.number if receipt.invoice else ''} copy {receipt.invoice_copies}"
        ),
        letter=lambda receipt, paper: LETTER,
        mail_set=lambda: True,
        mail_queued=lambda: told.append("mail"),
    )


def view_of(stage: Stage) -> ReceiptsView:
    """The screen that is shown."""
    view = stage.shell.stack.currentWidget()
    assert isinstance(view, ReceiptsView)
    return view


PAPERS = [
    ("receipts", receipts),
    ("receipts-none", receipts_none),
    ("receipts-void", receipts_void),
    ("receipts-invoice", receipts_invoice),
    ("receipts-mail", receipts_mail),
]
