"""A completed sale, a void of one, and the arithmetic both must obey."""

from dataclasses import dataclass

from desktop.domain.pricing import PricedCart, PricedLine
from desktop.domain.purse import Purse
from desktop.domain.purse_pay_in import paid_in
from desktop.domain.refusal import Refusal
from desktop.domain.taxes import TaxSum
from desktop.domain.tender import Payment, Settlement


@dataclass(frozen=True, slots=True)
class Sale:
    """A paid sale, with what its paper says beside the amounts: when, by whom, where, and its place in the journal.

    `seq` and `hash` are 0 and empty until the entry is sealed; `voided_at` is empty unless the sale was taken back.
    `age_checked` is the age that the person with the id `age_checked_by` looked at, 0 where nobody had to.
    `customer_id` is whose sale it is, `coupons` are the ids of those it redeemed, `tax_exempt` is why no tax was taken.
    `points` are those they earned, less those taken back with goods; `points_taken` are those taken back from others.
    `parked_id` is the parked ticket that it comes from, empty for any other.
    `customer` is their name where this till knows it, `purse` what they have after it, for the paper alone.
    """

    sale_id: str
    receipt: str
    receipt_no: int
    shift_id: str
    place_id: str
    currency: str
    tax_inclusive: bool
    lines: tuple[PricedLine, ...]
    taxes: tuple[TaxSum, ...]
    total_minor: int
    rounding_minor: int
    payments: tuple[Payment, ...]
    change_minor: int
    occurred_at: str = ""
    cashier: str = ""
    terminal: str = ""
    seq: int = 0
    hash: str = ""
    voided_at: str = ""
    note: str = ""
    age_checked: int = 0
    age_checked_by: str = ""
    customer_id: str = ""
    coupons: tuple[str, ...] = ()
    tax_exempt: str = ""
    points: int = 0
    parked_id: str = ""
    points_taken: tuple[tuple[str, int], ...] = ()
    customer: str = ""
    purse: Purse | None = None


@dataclass(frozen=True, slots=True)
class Void:
    """A whole sale taken back in its own shift; `receipt` is the number of the void's own paper.

    `granted_by` is the id of the person who lent the right for this once; `by_hand` tells that a person moved the
    card's money back, because its terminal could not."""

    void_id: str
    sale_id: str
    receipt: str
    receipt_no: int
    shift_id: str
    reason: str
    occurred_at: str = ""
    cashier: str = ""
    terminal: str = ""
    seq: int = 0
    hash: str = ""
    granted_by: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """What a sale needs besides goods and money."""

    sale_id: str
    receipt: str
    receipt_no: int
    shift_id: str
    place_id: str
    occurred_at: str
    cashier: str = ""
    terminal: str = ""
    note: str = ""
    age_checked: int = 0
    age_checked_by: str = ""
    customer_id: str = ""
    points: int = 0
    parked_id: str = ""
    points_taken: tuple[tuple[str, int], ...] = ()


def make_sale(priced: PricedCart, settlement: Settlement, header: Header) -> Sale:
    """Make a sale of a priced cart and a finished payment. Refusals `sale.empty`, `sale.unpaid`; ValueError: a bug."""
    if not priced.lines and not settlement.total_minor and not paid_in(priced.total_minor, settlement.payments):
        raise Refusal("sale.empty", "There is nothing in the cart.", "Scan something first.")
    if not settlement.complete:
        raise Refusal("sale.unpaid", "This is not paid yet.", "Take the rest of the payment.")
    sale = Sale(
        sale_id=header.sale_id,
        receipt=header.receipt,
        receipt_no=header.receipt_no,
        shift_id=header.shift_id,
        place_id=header.place_id,
        currency=priced.currency,
        tax_inclusive=priced.tax_inclusive,
        lines=priced.lines,
        taxes=priced.taxes,
        total_minor=priced.total_minor,
        rounding_minor=settlement.rounding_minor,
        payments=settlement.payments,
        change_minor=settlement.change_minor,
        occurred_at=header.occurred_at,
        cashier=header.cashier,
        terminal=header.terminal,
        note=header.note,
        age_checked=header.age_checked,
        age_checked_by=header.age_checked_by,
        customer_id=header.customer_id,
        parked_id=header.parked_id,
        coupons=priced.coupons,
        tax_exempt=priced.tax_exempt,
        points=header.points,
        points_taken=header.points_taken,
    )
    check_sums(sale)
    return sale


def check_sums(sale: Sale) -> None:
    """Raise ValueError unless Σ lines = Σ taxes = total and total + rounding = Σ payments − change."""
    lines = sum(line.total_minor for line in sale.lines)
    taxes = sum(tax.gross_minor for tax in sale.taxes)
    paid = sum(payment.amount_minor for payment in sale.payments) - sale.change_minor
    if not lines == taxes == sale.total_minor or paid != sale.total_minor + sale.rounding_minor:
        raise ValueError(f"sums of sale {sale.sale_id} differ: {lines}, {taxes}, {sale.total_minor}, {paid}")


def receipt_text(prefix: str, number: int) -> str:
    """Write a receipt number for people: `T03-000123`."""
    return f"{prefix}-{number:06d}"


def check_voidable(sale: Sale, shift_id: str) -> None:
    """Refuse to take back a sale twice (`void.again`) or after its shift (`void.shift`)."""
    if sale.voided_at:
        raise Refusal(
            "void.again",
            f"Receipt {sale.receipt} was taken back already.",
            "Choose another receipt.",
            facts={"receipt": sale.receipt},
        )
    if sale.shift_id != shift_id:
        raise Refusal(
            "void.shift",
            f"Receipt {sale.receipt} belongs to another shift.",
            "Only a receipt of the open shift can be taken back whole.",
            facts={"receipt": sale.receipt},
        )
