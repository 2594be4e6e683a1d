"""The shop's receipts, down: what was sold in them and what has come back, for returns at any till of the shop.

The feed `receipts:<shop>` has one row per sale of the last 30 days; older ones are asked for by their number
(`RECEIPT`). Nothing in them is about a person. Amounts are in minor units, quantities in thousandths.
"""

from msgspec import Struct

RECEIPT = "/ECK/API/SYNC/RECEIPT"
"""The enquiry: `?number=T03-000123`, answered with a Receipt, 404 when the shop has no such sale."""
ENQUIRY_S = 2.0
"""How long a till waits for the answer; then the rules for offline hold."""
KEPT_DAYS = 30


class SoldLine(Struct, frozen=True, array_like=True):
    """A line as it was sold."""

    line_id: str
    product_id: str
    sku: str
    name: str
    unit: str
    code: str
    quantity_milli: int
    price_e4: int
    rate_ppm: int
    gross_minor: int
    discount_minor: int
    net_minor: int
    tax_minor: int
    total_minor: int


class Taken(Struct, frozen=True, array_like=True):
    """A ticket that took goods back: (line id, thousandths) each, and what it paid out by method, above zero."""

    sale_id: str
    parts: tuple[tuple[str, int], ...]
    paid_out: tuple[tuple[str, int], ...] = ()


class Receipt(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sale as returns need it; `paid` is what each method left in the till."""

    sale_id: str
    receipt: str
    occurred_at: str
    currency: str
    tax_inclusive: bool
    lines: tuple[SoldLine, ...]
    paid: tuple[tuple[str, int], ...] = ()
    taken: tuple[Taken, ...] = ()
    voided: bool = False
