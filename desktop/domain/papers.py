"""What follows a sale on paper: copies, invoices with their buyers, and what a fiscal device signed."""

from dataclasses import dataclass
from typing import Literal

from desktop.domain.mail import check_recipient
from desktop.domain.refusal import Refusal

Paper = Literal["receipt", "invoice"]
LONGEST_FIELD = 200
INVOICE = "INV"
"""What every number of an invoice begins with."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A paper of a sale printed again; each kind of paper is counted for itself, from 1."""

    sale_id: str
    paper: Paper
    copy_no: int


@dataclass(frozen=True, slots=True)
class BillTo:
    """Whom an invoice is for; personal data, which stays at the terminal."""

    name: str
    address: str = ""
    tax_number: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Invoice:
    """The invoice of a sale. `number` is what people see; `buyer` is empty where its data is not at this terminal."""

    invoice_id: str
    sale_id: str
    series: str
    invoice_no: int
    number: str
    buyer_hash: str
    occurred_at: str = ""
    buyer: BillTo | None = None


@dataclass(frozen=True, slots=True)
class Fiscal:
    """What a fiscal device answered to a sale, or to its void; `late` when the paper had to go out without it."""

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


def invoice_series(receipt_prefix: str) -> str:
    """Name the series that belongs to a receipt prefix, and so to one incarnation: `INV-T03`."""
    return f"{INVOICE}-{receipt_prefix}"


def invoice_number(series: str, invoice_no: int) -> str:
    """Write an invoice's number for people: `INV-T03-000001`."""
    return f"{series}-{invoice_no:06d}"


def check_buyer(buyer: BillTo) -> BillTo:
    """Give the buyer without spaces around.

    Refusals `invoice.name`, `invoice.address`, `invoice.long`, `mail.address`.
    """
    fields = {name: getattr(buyer, name).strip() for name in BillTo.__slots__}
    for name in ("name", "address"):
        if not fields[name]:
            raise Refusal(
                f"invoice.{name}", "An invoice needs name and address of the buyer.", "Type both.", field=name
            )
    for name, value in fields.items():
        if len(value) > LONGEST_FIELD:
            raise Refusal("invoice.long", f"More than {LONGEST_FIELD} letters.", "Shorten it.", field=name)
    if fields["email"]:
        check_recipient(fields["email"])
    return BillTo(**fields)
