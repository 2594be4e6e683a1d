"""`receipts` and `mail`: what follows a sale, from a line of text. `signing` is what `sell` asks for."""

import asyncio
from dataclasses import replace
from pathlib import Path

from desktop.commands.figures import Json
from desktop.devices.fiscal import open_fiscal
from desktop.domain.customer_data import KnownCustomer
from desktop.domain.invoice_buyer import bill_to, worth_keeping
from desktop.domain.money import format_minor
from desktop.domain.papers import BillTo, Paper
from desktop.domain.receipt_search import parse_search
from desktop.domain.receipts import Receipt
from desktop.domain.refusal import Refusal
from desktop.enquiring import ask_customer
from desktop.faults import Fault
from desktop.fiscalising import sign_all
from desktop.mailing import MAIL_PASSWORD, mail_server, send_mail
from desktop.operations import customers, fiscal, mails, papers, staff
from desktop.operations.mails import Letter
from desktop.operations.terminal import require_shop
from desktop.paper.gift_receipt import gift_rows
from desktop.paper.invoice_pdf import invoice_pdf
from desktop.paper.receipt import Signed, receipt_rows
from desktop.paper.receipt_pdf import receipt_pdf
from desktop.paper.words import Words
from desktop.printing import save_pdf
from desktop.station import Station
from desktop.store import mails as queue
from desktop.store import receipts

MOST = 200


def show(station: Station, *, search: str = "", limit: int = 50, before: int = 0) -> Json:
    """List receipts, the newest first: all, or those that fit a number, an amount, a time or a day."""
    terminal = station.terminal
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        wanted = parse_search(search, shop.currency)
        rows = receipts.list_receipts(connection, wanted, min(limit, MOST), before or None)
    listed = [
        {
            "receipt": row.receipt,
            "sale_id": row.sale_id,
            "at": row.occurred_at,
            "total": format_minor(row.total_minor, row.currency),
            "currency": row.currency,
            "voided": bool(row.voided_at),
            "copies": row.copies,
            "invoice": row.invoice,
            "mail": row.mail_state,
        }
        for row in rows
    ]
    return {"receipts": listed, "before": rows[-1].position if len(rows) == min(limit, MOST) else 0}


def copy(station: Station, *, receipt: str, file: str) -> Json:
    """Write a receipt once more as a PDF, marked with the number of its copy."""
    found = papers.copy_paper(station.terminal, staff.signed_in(station.terminal), _sale_id(station, receipt))
    signed = _signed(station, found)
    rows = receipt_rows(found.sale, found.shop, _words(station), found.copies, signed)
    save_pdf(Path(file), rows, found.sale.receipt)
    return {"receipt": found.sale.receipt, "copy": found.copies, "file": file}


def gift(station: Station, *, receipt: str, file: str) -> Json:
    """Write a receipt without prices as a PDF."""
    found = papers.read_receipt(station.terminal, _sale_id(station, receipt))
    save_pdf(Path(file), gift_rows(found.sale, found.shop, _words(station)), found.sale.receipt)
    return {"receipt": found.sale.receipt, "file": file}


async def invoice(station: Station, *, receipt: str, file: str, buyer: dict[str, str], keep: bool = False) -> Json:
    """Give a receipt its invoice, or write the one it has once more as a counted copy.

    What `buyer` does not say is the customer's of the sale; `keep` keeps with them what they did not have.
    """
    terminal, person = station.terminal, staff.signed_in(station.terminal)
    sale_id = _sale_id(station, receipt)
    shown = papers.read_receipt(terminal, sale_id)
    if shown.invoice is None:
        known = await _customer(station, shown.sale.customer_id)
        given = {name: value for name, value in buyer.items() if value}
        bill = replace(bill_to(known.data), **given) if known else BillTo(**buyer)
        found = papers.issue_invoice(terminal, person, sale_id, bill)
        if known is not None and keep and (new := worth_keeping(bill, known.data)):
            customers.change_customer(terminal, person, known, new, consent=True)
    else:
        found = papers.copy_paper(terminal, person, sale_id, "invoice")
    _write(file, _invoice_pdf(station, found, found.invoice_copies))
    number = found.invoice.number if found.invoice else ""
    return {"receipt": found.sale.receipt, "invoice": number, "copy": found.invoice_copies, "file": file}


def _write(file: str, content: bytes) -> None:
    try:
        Path(file).write_bytes(content)
    except OSError as error:
        remedy = "Check folder and disk."
        raise Fault("paper.unwritable", "The receipt cannot be saved", str(error), remedy) from error


async def _customer(station: Station, customer_id: str) -> KnownCustomer | None:
    if not customer_id:
        return None
    try:
        return customers.know_customer(station.terminal, customer_id, await ask_customer(station, customer_id))
    except Refusal:  # erased since, or told to this shop no more
        return None


def mail(station: Station, *, receipt: str, to: str) -> Json:
    """Queue a mail with a receipt's invoice, or with the receipt itself where it has none."""
    terminal, words = station.terminal, _words(station)
    found = papers.read_receipt(terminal, _sale_id(station, receipt))
    if mail_server(station.loaded.settings, found.shop.name) is None:
        raise Refusal("mail.unset", "No mail server is set.", "Set mail_host and mail_sender.")
    paper: Paper = "invoice" if found.invoice and found.invoice.buyer else "receipt"
    if paper == "invoice":
        number, content = found.invoice.number if found.invoice else "", _invoice_pdf(station, found, 0)
    else:
        number = found.sale.receipt
        content = receipt_pdf(receipt_rows(found.sale, found.shop, words, 0, _signed(station, found)), number)
    said = {"paper": words(paper), "number": number, "shop": found.shop.name}
    letter = Letter(words("mail_subject", **said), words("mail_text", **said), f"{number}.pdf", content)
    queued = mails.queue_mail(terminal, staff.signed_in(terminal), found.sale.sale_id, to, letter)
    return {"receipt": found.sale.receipt, "paper": paper, "to": queued.recipient, "state": queued.state}


def mail_status(station: Station) -> Json:
    """Count the mails by state."""
    with station.terminal.database.reading() as connection:
        counted = queue.count_states(connection)
    return {state: counted.get(state, 0) for state in ("queued", "sent", "failed")}


def mail_password(station: Station, *, password: str) -> Json:
    """Keep the password of the mail server in the secret store; an empty one is forgotten."""
    if password:
        station.secrets.set(MAIL_PASSWORD, password.encode())
    else:
        station.secrets.delete(MAIL_PASSWORD)
    return {"kept": bool(password)}


async def mail_send(station: Station) -> Json:
    """Send what is due now; beside the loop, which may be the window's. What the server said may hold addresses."""
    terminal, sent, left = station.terminal, 0, 0
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal).name
    server = mail_server(station.loaded.settings, shop)
    if server is None:
        raise Refusal("mail.unset", "No mail server is set.", "Set mail_host and mail_sender.")
    password = (station.secrets.get(MAIL_PASSWORD) or b"").decode()
    problem = ""
    while (one := mails.next_mail(terminal)) and mails.due_in_s(terminal, one) == 0:
        outcome = await asyncio.to_thread(send_mail, one, server.with_password(password))
        if outcome.state == "sent":
            mails.note_sent(terminal, one)
            sent += 1
        else:
            mails.note_trouble(terminal, one, outcome.problem, for_good=outcome.state == "failed")
            left, problem = left + 1, outcome.problem
    return {"sent": sent, "not_sent": left, "problem": problem}


def begin_signing(station: Station) -> None:
    """Before a sale: from now on papers are signed, where a fiscal device is set."""
    if station.loaded.settings.fiscal:
        fiscal.begin_signing(station.terminal)


def sign(station: Station, sale_id: str) -> tuple[Signed, list[str]]:
    """After a sale: have it signed, and what waits before it; gives what goes on the paper, and what went wrong."""
    loaded = station.loaded
    if not loaded.settings.fiscal:
        return None, []
    try:
        driver = open_fiscal(loaded.settings.fiscal, loaded.data_dir)
        fault = sign_all(station.terminal, driver, sale_id) if driver else None
    except Fault as error:
        fault = error
    signed = fiscal.read_signed(station.terminal, sale_id)
    return signed or "outage", [f"{fault.title}: {fault.message}. {fault.remedy}"] if fault else []


def _sale_id(station: Station, receipt: str) -> str:
    with station.terminal.database.reading() as connection:
        found = receipts.find_receipt(connection, receipt)
    if found is None:
        raise Refusal("void.unknown", "There is no such sale at this till.", "Check the receipt number.")
    return found


def _signed(station: Station, found: Receipt) -> Signed:
    awaited = fiscal.is_awaited(station.terminal, found.sale.sale_id)
    return found.fiscal or ("outage" if awaited and station.loaded.settings.fiscal else None)


def _invoice_pdf(station: Station, found: Receipt, copy_no: int) -> bytes:
    if found.invoice is None or found.invoice.buyer is None:
        remedy = "Print it at the till that has made it."
        raise Refusal("invoice.no_buyer", "The buyer's data are not at this till.", remedy)
    return invoice_pdf(found.sale, found.invoice, found.shop, _words(station), copy_no)


def _words(station: Station) -> Words:
    return Words(station.loaded.settings.receipt_language or station.loaded.settings.language)
