"""A receipt of this till in the list of them, and whole with everything that followed it."""

from dataclasses import dataclass

from desktop.domain.papers import Fiscal, Invoice
from desktop.domain.sale import Sale
from desktop.domain.shop import Shop


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt in the list; `position` is where the next page goes on, `mail_state` that of its newest mail."""

    sale_id: str
    position: int
    receipt: str
    occurred_at: str
    currency: str
    total_minor: int
    voided_at: str
    copies: int
    invoice: str
    mail_state: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A sale with everything that followed on paper."""

    sale: Sale
    shop: Shop
    copies: int
    invoice: Invoice | None
    invoice_copies: int
    fiscal: Fiscal | None
