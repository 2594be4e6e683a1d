"""Bodies of entries about papers: copies that were printed, invoices, and what a security module signed."""

from msgspec import Struct


class ReceiptCopied(Struct, frozen=True, kw_only=True):
    """A paper of a sale was printed again, marked with this number; NF525 has duplicates counted.

    `paper` is receipt or invoice; each is counted for itself, from 1.
    """

    sale_id: str
    paper: str
    copy_no: int


class InvoiceIssued(Struct, frozen=True, kw_only=True):
    """A sale got an invoice; `invoice_no` has no gaps within its series, and a series belongs to one incarnation.

    `buyer_hash` is the hex of SHA-256(salt, bytes) of the buyer's data, which stay at the terminal.
    """

    invoice_id: str
    sale_id: str
    series: str
    invoice_no: int
    number: str
    buyer_hash: str


class SaleFiscalised(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a fiscal device made of a sale, or of its void; `late` tells that it was out of order at the sale.

    The names are those of KassenSichV § 6; other devices put what they have where it belongs: a 54-FZ drive its number
    into `module_serial`, the document's into `transaction_no`, its sign into `signature`.
    """

    sale_id: str
    driver: str
    transaction_no: str
    signature: str
    counter: int = 0
    system_serial: str = ""
    module_serial: str = ""
    started_at: str = ""
    finished_at: str = ""
    qr: str = ""
    void_id: str = ""
    late: bool = False
