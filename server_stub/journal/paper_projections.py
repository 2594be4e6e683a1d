"""Copies, invoices and fiscal answers as lines of PostgreSQL's COPY."""

from sync.wire.paper_facts import InvoiceIssued, ReceiptCopied, SaleFiscalised

PaperFact = ReceiptCopied | InvoiceIssued | SaleFiscalised

PAPER_COLUMNS = {
    "receipt_copy": "chain, seq, shop_id, sale_id, paper, copy_no, occurred_at, actor",
    "invoice": "chain, seq, shop_id, invoice_id, sale_id, series, invoice_no, number, buyer_hash, occurred_at, actor",
    "fiscal": "chain, seq, shop_id, sale_id, void_id, driver, transaction_no, signature, counter, system_serial, "
    "module_serial, started_at, finished_at, qr, late, occurred_at, actor",
}
"""Tables, and the columns of a line."""


def paper_line(fact: PaperFact, entry: str, made: str) -> tuple[str, str]:
    """Give table and line of a fact whose texts are escaped; `entry` and `made` are the first and last columns."""
    match fact:
        case ReceiptCopied():
            return "receipt_copy", f"{entry}\t{fact.sale_id}\t{fact.paper}\t{fact.copy_no}\t{made}\n"
        case InvoiceIssued():
            return "invoice", (
                f"{entry}\t{fact.invoice_id}\t{fact.sale_id}\t{fact.series}\t{fact.invoice_no}\t{fact.number}\t"
                f"{fact.buyer_hash}\t{made}\n"
            )
        case SaleFiscalised():
            return "fiscal", (
                f"{entry}\t{fact.sale_id}\t{fact.void_id or chr(92) + 'N'}\t{fact.driver}\t{fact.transaction_no}\t"
                f"{fact.signature}\t{fact.counter}\t{fact.system_serial}\t{fact.module_serial}\t{fact.started_at}\t"
                f"{fact.finished_at}\t{fact.qr}\t{fact.late}\t{made}\n"
            )
