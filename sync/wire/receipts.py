"""The shop's receipts, down: what was sold in them and what has come back, for returns at any till of the shop.

The feed `receipts:<shop>` has one row per sale of the last 30 days; older ones are asked for by their number
(`RECEIPT`). Of whose sale it was they name the id alone. Amounts are in minor units, quantities in thousandths.
"""

from msgspec import Struct

RECEIPT = "/ECK/API/SYNC/RECEIPT"
"""The enquiry: `?number=T03-000123`, answered with a Receipt, 404 when there is no such sale that the shop takes back,
409 while another till takes back what a till of another shop asks for, or the other way round."""
HOLD_MIN = 15
"""How long a receipt of another shop is kept for the till that asked."""
ENQUIRY_S = 2.0
"""How long a till waits for the answer; then the rules for offline hold."""
KEPT_DAYS = 30


class SoldLine(Struct, gc=False, frozen=True, array_like=True):
    """A line as it was sold; `gift` is the number of a certificate that was sold."""

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
    gift: str = ""


class Taken(Struct, gc=False, frozen=True, array_like=True):
    """A ticket that took goods back: (line id, thousandths) each, and what it paid out by method, above zero."""

    sale_id: str
    parts: tuple[tuple[str, int], ...]
    paid_out: tuple[tuple[str, int], ...] = ()


class Receipt(Struct, gc=False, frozen=True, kw_only=True, omit_defaults=True):
    """A sale as returns need it; `paid` is what each method left in the till, `points` what its customer, of this id,
    earned.

    The terminal that sealed it is told without lines and payments, which it has: the receipt is its `own`.
    `shop` is the name of the shop where that is another one.
    """

    sale_id: str
    receipt: str
    occurred_at: str
    currency: str
    tax_inclusive: bool
    lines: tuple[SoldLine, ...]
    paid: tuple[tuple[str, int], ...] = ()
    taken: tuple[Taken, ...] = ()
    voided: bool = False
    points: int = 0
    own: bool = False
    shop: str = ""
    customer_id: str = ""
