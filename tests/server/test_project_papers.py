"""Copies, invoices and fiscal answers at the centre."""

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.journal.verify import verify_centre
from sync.wire.paper_facts import InvoiceIssued, ReceiptCopied, SaleFiscalised
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, new_id
from tests.server.test_projection import push

MILK = new_id()


async def test_what_follows_a_sale_is_projected(pool: Pool, centre: Centre, till: Terminal, ground: Ground) -> None:
    till.open()
    sale = till.sell(MILK).sale_id
    till.seal(ReceiptCopied(sale_id=sale, paper="receipt", copy_no=1))
    till.seal(
        InvoiceIssued(
            invoice_id=new_id(), sale_id=sale, series="INV-T1", invoice_no=1, number="INV-T1-000001", buyer_hash="ab"
        )
    )
    till.seal(SaleFiscalised(sale_id=sale, driver="x", transaction_no="7", signature="a\tb\\", counter=8, late=True))
    assert await push(pool, centre, till) == ()
    assert await rows(pool, "SELECT sale_id::text, paper, copy_no FROM receipt_copy") == [(sale, "receipt", 1)]
    assert await ask(pool, "SELECT number FROM invoice") == "INV-T1-000001"
    told = await rows(pool, "SELECT transaction_no, signature, counter, void_id, late FROM fiscal")
    assert told == [("7", "a\tb\\", 8, None, True)]


async def test_a_gap_among_invoices_is_found(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    sale = till.sell(MILK).sale_id
    for number in (1, 2, 4):
        till.seal(
            InvoiceIssued(
                invoice_id=new_id(),
                sale_id=sale,
                series="INV-T1",
                invoice_no=number,
                number=f"INV-T1-{number}",
                buyer_hash="ab",
            )
        )
    assert await push(pool, centre, till) == ()
    assert (await verify_centre(pool))["problems"] == ["invoices of INV-T1: 3 up to number 4"]


async def test_a_copy_of_no_sale_that_can_be_waits_alone(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    till.seal(ReceiptCopied(sale_id="none", paper="receipt", copy_no=1))
    assert await push(pool, centre, till) == (2,)
