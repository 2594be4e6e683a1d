"""What follows a sale on paper: its copies are counted, and it may get an invoice with a number of its own series."""

import hashlib
import secrets
from dataclasses import replace

import msgspec
from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.papers import BillTo, Copy, Invoice, Paper, check_buyer, invoice_number, invoice_series
from desktop.domain.receipts import Receipt
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.operations.permissions import permit
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.replication.recall import recall_sale
from desktop.store import papers, sales
from desktop.store.topics import Topic

SALT_BYTES = 32
_BUYER = msgspec.json.Decoder(BillTo)


def read_receipt(terminal: Terminal, sale_id: str) -> Receipt:
    """Give a receipt as it was sealed. Refusal `void.unknown` when this till has no such sale."""
    with terminal.database.reading() as connection:
        return _read(connection, terminal, sale_id)


def copy_paper(terminal: Terminal, person: Person | None, sale_id: str, paper: Paper = "receipt") -> Receipt:
    """Count one more copy, durably and before it is printed; gives the receipt with the copy's number.

    Refusals `void.unknown`, `invoice.none`.
    """
    with terminal.database.writing(Topic.PAPERS, Topic.SYNC) as connection:
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.REPRINT)
        receipt = _read(connection, terminal, sale_id)
        if paper == "invoice" and receipt.invoice is None:
            raise Refusal("invoice.none", "This receipt has no invoice.", "Make one first.")
        copy_no = 1 + (receipt.invoice_copies if paper == "invoice" else receipt.copies)
        terminal.record(connection, Copy(sale_id, paper, copy_no), who)
        return replace(receipt, invoice_copies=copy_no) if paper == "invoice" else replace(receipt, copies=copy_no)


def issue_invoice(terminal: Terminal, person: Person | None, sale_id: str, buyer: BillTo) -> Receipt:
    """Give a sale its invoice: the next number of the series, and a fact that holds only a hash of the buyer.

    The buyer's data stay in this terminal. Refusals `invoice.name`, `invoice.address`, `invoice.long`,
    `invoice.again`, `invoice.voided`, `invoice.no_goods`, `void.unknown`.
    """
    checked = check_buyer(buyer)
    kept = papers.KeptBuyer(secrets.token_bytes(SALT_BYTES), msgspec.json.encode(checked))
    now = terminal.clock.now()
    with terminal.database.writing(Topic.PAPERS, Topic.SYNC) as connection:
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.SELL)
        receipt = _read(connection, terminal, sale_id)
        _check_issuable(receipt)
        tally = sales.read_tally(connection)
        series = invoice_series(tally.receipt_prefix if tally else "")
        number = papers.read_last_invoice_no(connection, series) + 1
        invoice = Invoice(
            invoice_id=new_id(now),
            sale_id=sale_id,
            series=series,
            invoice_no=number,
            number=invoice_number(series, number),
            buyer_hash=hash_buyer(kept.salt, kept.content),
            occurred_at=iso(now),
            buyer=checked,
        )
        papers.save_buyer(connection, invoice.invoice_id, kept)
        terminal.record(connection, invoice, who)
    return replace(receipt, invoice=invoice)


def hash_buyer(salt: bytes, content: bytes) -> str:
    """Hash a buyer's data as the journal names them."""
    return hashlib.sha256(salt + content).hexdigest()


def _check_issuable(receipt: Receipt) -> None:
    if receipt.invoice is not None:
        raise Refusal(
            "invoice.again",
            f"This receipt has the invoice {receipt.invoice.number} already.",
            "Print that one again.",
            facts={"number": receipt.invoice.number},
        )
    if receipt.sale.voided_at:
        raise Refusal("invoice.voided", "This receipt was taken back.", "Choose another receipt.")
    if not receipt.sale.lines:
        raise Refusal("invoice.no_goods", "Nothing was sold in this receipt.", "Choose another receipt.")


def _read(connection: Connection, terminal: Terminal, sale_id: str) -> Receipt:
    sale = recall_sale(connection, sale_id)
    if sale is None:
        raise Refusal("void.unknown", "There is no such sale at this till.", "Check the receipt number.")
    invoice = papers.read_invoice(connection, sale_id)
    return Receipt(
        sale=replace(sale, terminal=terminal.name),
        shop=require_shop(connection, terminal),
        copies=papers.count_copies(connection, sale_id, "receipt"),
        invoice=replace(invoice, buyer=_buyer(connection, invoice)) if invoice else None,
        invoice_copies=papers.count_copies(connection, sale_id, "invoice"),
        fiscal=papers.read_fiscal(connection, sale_id),
    )


def _buyer(connection: Connection, invoice: Invoice) -> BillTo | None:
    kept = papers.read_buyer(connection, invoice.invoice_id)
    return _BUYER.decode(kept.content) if kept else None
