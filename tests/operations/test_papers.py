"""Copies are counted durably, invoices have a series without gaps, and buyers stay out of the journal."""

from dataclasses import replace

import pytest

from desktop.domain.papers import BillTo
from desktop.domain.receipt_search import parse_search
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.operations import papers, sales
from desktop.operations.terminal import Terminal
from desktop.replication.rebuild import rebuild
from desktop.store import journal, rows
from desktop.store.receipts import find_receipt, list_receipts
from tests.core import sell
from tests.edges import SettableClock
from tests.terminals import BREAD, EGGS, MILK

BUYER = BillTo(" Harbour Café Ltd ", "Quay 1\n10111 Tallinn", "EE100200300", "office@harbour.example")


def found(terminal: Terminal, text: str, **page: int) -> list[str]:
    with terminal.database.reading() as connection:
        return [
            row.receipt for row in list_receipts(connection, parse_search(text, "EUR"), page.pop("limit", 50), **page)
        ]


def test_copies_are_counted_for_each_receipt_and_paper(terminal: Terminal, manager: Person) -> None:
    one, other = sell(terminal, manager, BREAD), sell(terminal, manager, MILK)
    assert [papers.copy_paper(terminal, manager, one.sale_id).copies for _ in range(3)] == [1, 2, 3]
    assert papers.copy_paper(terminal, manager, other.sale_id).copies == 1
    with pytest.raises(Refusal, match="no invoice"):
        papers.copy_paper(terminal, manager, one.sale_id, "invoice")
    papers.issue_invoice(terminal, manager, one.sale_id, BUYER)
    assert papers.copy_paper(terminal, manager, one.sale_id, "invoice").invoice_copies == 1
    assert papers.read_receipt(terminal, one.sale_id).copies == 3
    with pytest.raises(Refusal, match="no such sale"):
        papers.copy_paper(terminal, manager, "none")
    with pytest.raises(Refusal) as refused:
        papers.copy_paper(terminal, replace(manager, role="warehouse_worker"), one.sale_id)
    assert refused.value.code == "staff.right"


def test_invoices_are_numbered_without_gaps_and_only_once(terminal: Terminal, manager: Person) -> None:
    sold = [sell(terminal, manager, BREAD) for _ in range(3)]
    issued = [papers.issue_invoice(terminal, manager, sale.sale_id, BUYER).invoice for sale in sold[:2]]
    for buyer in (BillTo("", "x"), BillTo("x", " "), BillTo("x" * 201, "y")):
        with pytest.raises(Refusal):
            papers.issue_invoice(terminal, manager, sold[2].sale_id, buyer)
    with pytest.raises(Refusal) as again:
        papers.issue_invoice(terminal, manager, sold[0].sale_id, BUYER)
    assert (again.value.code, again.value.facts) == ("invoice.again", {"number": "INV-T01-000001"})
    sales.void_sale(terminal, manager, sold[2].sale_id, "mistake")
    with pytest.raises(Refusal) as voided:
        papers.issue_invoice(terminal, manager, sold[2].sale_id, BUYER)
    assert voided.value.code == "invoice.voided"
    last = papers.issue_invoice(terminal, manager, sell(terminal, manager, MILK).sale_id, BUYER).invoice
    assert [one.number for one in (*issued, last)] == [f"INV-T01-00000{n}" for n in (1, 2, 3)]


def test_the_journal_holds_only_a_hash_of_the_buyer(terminal: Terminal, manager: Person) -> None:
    sale = sell(terminal, manager, BREAD)
    issued = papers.issue_invoice(terminal, manager, sale.sale_id, BUYER).invoice
    with terminal.database.reading() as connection:
        bodies = b"".join(entry.body for entry in journal.read_all(connection))
        kept = papers.papers.read_buyer(connection, issued.invoice_id)
    assert b"Harbour" not in bodies
    assert papers.hash_buyer(kept.salt, kept.content) == issued.buyer_hash
    again = papers.read_receipt(terminal, sale.sale_id).invoice
    assert again.buyer == replace(BUYER, name="Harbour Café Ltd")
    assert again.buyer_hash.encode() in bodies


def test_a_rebuild_counts_the_same(terminal: Terminal, manager: Person) -> None:
    sale = sell(terminal, manager, BREAD)
    papers.copy_paper(terminal, manager, sale.sale_id)
    papers.issue_invoice(terminal, manager, sale.sale_id, BUYER)
    with terminal.database.writing() as connection:
        before = rows.dump(connection)
        rebuild(connection)
        assert rows.dump(connection) == before
    assert papers.read_receipt(terminal, sale.sale_id).invoice.buyer.email == BUYER.email


def test_receipts_are_found_by_what_a_customer_knows(terminal: Terminal, manager: Person, clock: SettableClock) -> None:
    one = sell(terminal, manager, BREAD)
    clock.advance(hours=2, minutes=5)
    other = sell(terminal, manager, MILK, EGGS)
    _, void = sales.void_sale(terminal, manager, one.sale_id, "mistake")
    papers.issue_invoice(terminal, manager, other.sale_id, BUYER)
    assert found(terminal, "") == [other.receipt, one.receipt]
    assert found(terminal, one.receipt.lower()) == [one.receipt]
    assert found(terminal, "2.40") == found(terminal, "2,40") == [one.receipt]
    assert found(terminal, "10:05") == [other.receipt]
    assert found(terminal, "21.11") == found(terminal, "2026-11-21") == found(terminal, "")
    assert found(terminal, "21.11 10:05") == found(terminal, "21.11.2026 10:05") == [other.receipt]
    assert found(terminal, "22.11") == found(terminal, "%") == found(terminal, "_") == []
    assert found(terminal, void.receipt) == [one.receipt]
    assert found(terminal, "inv-t01") == [other.receipt]
    with terminal.database.reading() as connection:
        assert [find_receipt(connection, number) for number in (one.receipt, void.receipt, "x")] == [
            one.sale_id,
            one.sale_id,
            None,
        ]
        first = list_receipts(connection, (), 1)[0]
        second = list_receipts(connection, (), 1, first.position)[0]
    assert (first.invoice, second.voided_at != "") == ("INV-T01-000001", True)
