"""Project what follows a sale on paper: copies, invoices, fiscal answers. None of it changes a figure."""

import msgspec
from sqlalchemy import Connection

from desktop.store import rows
from sync.chain import Header
from sync.wire.paper_facts import InvoiceIssued, ReceiptCopied, SaleFiscalised

Paper = ReceiptCopied | InvoiceIssued | SaleFiscalised

_TABLES: dict[type[Paper], str] = {ReceiptCopied: "receipt_copy", InvoiceIssued: "invoice", SaleFiscalised: "fiscal"}


def project_paper(connection: Connection, position: int, header: Header, fact: Paper) -> None:
    """Write the row of a paper's entry."""
    made = {
        "incarnation": header.incarnation,
        "seq": header.seq,
        "occurred_at": header.occurred_at,
        "actor": header.actor,
    }
    rows.add(connection, _TABLES[type(fact)], [msgspec.structs.asdict(fact) | made])
