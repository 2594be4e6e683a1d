"""Goods that come back: a return is never priced again, it is a share of the line it was sold in, to the cent.

A share is the difference of two rounded sums: what the first pieces of a line come to is its total in proportion to
them, rounded once; tax and discount are rounded within it. So pieces of any size add up to exactly what was paid, and
no piece is worth more than its line has left.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from desktop.domain.line_detail import LineDetail
from desktop.domain.money import format_minor, format_quantity
from desktop.domain.product import WHOLE_UNITS
from desktop.domain.refusal import Refusal
from desktop.domain.rounding import half_up
from desktop.domain.tender import is_cash

Tenders = tuple[tuple[str, int], ...]
"""Money by method, in minor units."""

CASH = "cash"
ANY_WAY = (CASH, "gift", "credit")
"""What may be given back however it was paid; every other method gets back no more than it paid."""


class Condition(StrEnum):
    """What goods are like that come back: it says where they go."""

    GOOD = "good"
    """They can be sold again: to where they are sold."""
    DAMAGED = "damaged"
    """They cannot: to waste."""
    CHECK = "check"
    """Somebody has to look first: to quarantine, where nothing is sold or picked."""


@dataclass(frozen=True, slots=True)
class SoldLine:
    """A line as it was sold, as far as a return needs it; all amounts above zero. `gift` is the number of a certificate
    that was sold.
    """

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


@dataclass(frozen=True, slots=True)
class Taken:
    """A ticket that took goods of a receipt back: parts as (line id, thousandths), and what it paid out by method."""

    sale_id: str
    parts: tuple[tuple[str, int], ...]
    paid_out: Tenders = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """A sale as returns see it: what was sold, how it was paid, and what has come back since, as far as is known.

    `points` are those that its customer, of this id, earned; `shop` is the name of the shop where that is another one.
    """

    sale_id: str
    receipt: str
    occurred_at: str
    currency: str
    tax_inclusive: bool
    lines: tuple[SoldLine, ...]
    paid: Tenders = ()
    taken: tuple[Taken, ...] = ()
    voided: bool = False
    points: int = 0
    shop: str = ""
    customer_id: str = ""


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """A line of a ticket that takes goods back: quantity and amounts are below zero, as they will be sealed.

    `returns_sale` and `returns_line` are empty without a receipt at hand; `returns_receipt` is what its paper says.
    `sold_milli` and `before_milli` are what was sold and what had come back before; `back_to` is what each method has
    left to get back; `granted_by` is who allowed it when the cashier's own limit does not reach. `detail` holds the
    parts of a bundle, which go to the place instead of it, or the certificate; `points` are those that the customer of
    this id earned with what comes back.
    """

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
    reason: str
    to_place_id: str
    returns_sale: str = ""
    returns_line: str = ""
    returns_receipt: str = ""
    granted_by: str = ""
    sold_milli: int = 0
    before_milli: int = 0
    back_to: Tenders = ()
    detail: LineDetail | None = None
    points: int = 0
    customer_id: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to come back of a line: how much, why, where it goes, and who allowed it."""

    quantity_milli: int
    reason: str
    to_place_id: str
    granted_by: str = ""


def line_of(receipt: Receipt, line_id: str) -> SoldLine:
    """Find a line of a receipt. Refusal `return.no_line`."""
    for line in receipt.lines:
        if line.line_id == line_id:
            return line
    raise Refusal("return.no_line", "This line is not on the receipt.", "Choose a line of the receipt.")


def returned_milli(receipt: Receipt, line_id: str) -> int:
    """How much of a line has come back already."""
    return sum(milli for taken in receipt.taken for part, milli in taken.parts if part == line_id)


def left_milli(receipt: Receipt, line_id: str) -> int:
    """How much of a line can still come back."""
    return max(0, line_of(receipt, line_id).quantity_milli - returned_milli(receipt, line_id))


def tenders_left(receipt: Receipt) -> dict[str, int]:
    """What each method has left to get back: what it paid less what went out by it, never below zero."""
    left = dict(receipt.paid)
    for taken in receipt.taken:
        for method, amount in taken.paid_out:
            left[method] = left.get(method, 0) - abs(amount)
    return {method: max(0, amount) for method, amount in left.items()}


def with_taken(receipt_taken: Iterable[Taken], more: Iterable[Taken]) -> tuple[Taken, ...]:
    """Join what is known from several sides; the same ticket counts once."""
    known = {taken.sale_id: taken for taken in receipt_taken}
    for taken in more:
        known.setdefault(taken.sale_id, taken)
    return tuple(known[name] for name in sorted(known))


def return_line(receipt: Receipt, sold_line_id: str, wanted: Wanted, line_id: str) -> ReturnLine:
    """Make the line that takes a part of a sold line back.

    Refusals `return.voided`, `return.reason`, `return.too_much` (facts: left_milli), `quantity.too_small`,
    `quantity.pieces`.
    """
    if receipt.voided:
        raise voided(receipt.receipt)
    sold = line_of(receipt, sold_line_id)
    before = returned_milli(receipt, sold_line_id)
    left = sold.quantity_milli - before
    _check(wanted, sold.unit)
    if wanted.quantity_milli > left:
        raise too_much(sold.name, max(0, left))
    amounts = share(sold, before, wanted.quantity_milli, tax_inclusive=receipt.tax_inclusive)
    return _line(
        sold,
        line_id,
        wanted,
        amounts,
        returns_sale=receipt.sale_id,
        returns_line=sold.line_id,
        returns_receipt=receipt.receipt,
        sold_milli=sold.quantity_milli,
        before_milli=before,
        back_to=tuple(sorted(tenders_left(receipt).items())),
        detail=LineDetail(serial=sold.gift, gift=True) if sold.gift else None,
        points=_points(receipt, sold, before, wanted.quantity_milli),
        customer_id=receipt.customer_id,
    )


def blind_line(priced: SoldLine, wanted: Wanted, *, receipt: str = "") -> ReturnLine:
    """Make the line that takes goods back without their receipt, at the price of today.

    `priced` is the line as it would be sold now; `receipt` is the number of a paper that nobody can look up now.
    Refusals `return.reason`, `quantity.too_small`, `quantity.pieces`.
    """
    _check(wanted, priced.unit)
    amounts = {name: -getattr(priced, name) for name in _AMOUNTS}
    return _line(priced, priced.line_id, wanted, amounts, returns_receipt=receipt)


def share(sold: SoldLine, before_milli: int, quantity_milli: int, *, tax_inclusive: bool) -> dict[str, int]:
    """Give the amounts (below zero) of the pieces that follow the first `before_milli` of a sold line."""
    start = _first(sold, before_milli, tax_inclusive=tax_inclusive)
    end = _first(sold, before_milli + quantity_milli, tax_inclusive=tax_inclusive)
    return {name: start[name] - end[name] for name in _AMOUNTS}


def put(returns: Sequence[ReturnLine], line: ReturnLine) -> tuple[ReturnLine, ...]:
    """Add a line; one of the same sold line takes the place of the one before."""
    if not line.returns_line:
        return (*returns, line)
    same = (line.returns_sale, line.returns_line)
    others = tuple(other for other in returns if (other.returns_sale, other.returns_line) != same)
    return (*others, line)


def worth(lines: Iterable[ReturnLine]) -> tuple[int, int]:
    """What lines give back against receipts, and without one, above zero."""
    known = blind = 0
    for line in lines:
        known -= line.total_minor if line.returns_receipt else 0
        blind -= 0 if line.returns_receipt else line.total_minor
    return known, blind


def check_offline(returns: Sequence[ReturnLine], limit_minor: int) -> None:
    """Refuse (`return.offline_limit`) to give back more than this against receipts that nobody could look at."""
    unseen = -sum(line.total_minor for line in returns if line.returns_receipt and not line.returns_sale)
    if unseen > limit_minor:
        raise Refusal(
            "return.offline_limit",
            "This receipt cannot be looked up now, and the amount is too high to do without.",
            "Try again when head office can be reached, or give back less.",
            facts={"limit_minor": limit_minor},
        )


def check_tenders(returns: Sequence[ReturnLine], paid_out: Mapping[str, int], currency: str) -> None:
    """Refuse (`return.tender`) to give more back by a method than it paid; `paid_out` is above zero."""
    left = tenders_of(returns)
    for method, amount in paid_out.items():
        if method not in ANY_WAY and amount > left.get(method, 0):
            raise Refusal(
                "return.tender",
                f"By {method} no more than {format_minor(left.get(method, 0), currency)} was paid.",
                "Give the rest back in cash.",
                facts={"left_minor": left.get(method, 0), "method": method},
            )


def tenders_of(returns: Sequence[ReturnLine]) -> dict[str, int]:
    """What each method has left to get back over all receipts of a ticket."""
    left: dict[str, int] = {}
    for tenders in {line.returns_sale: line.back_to for line in returns if line.returns_sale}.values():
        for method, amount in tenders:
            left[method] = left.get(method, 0) + amount
    return left


def pay_back(total_minor: int, returns: Sequence[ReturnLine]) -> Tenders:
    """Say how a total below zero goes back by default: to the methods it was paid by, what is left in cash; what a
    gift certificate paid too, as it is not at hand.

    Amounts are below zero; the cash part is exact and still to be rounded.
    """
    rest, parts = max(0, -total_minor), []
    for method, left in sorted(tenders_of(returns).items()):
        amount = min(rest, left)
        if method != "gift" and not is_cash(method) and amount > 0:
            parts.append((method, -amount))
            rest -= amount
    return (*parts, (CASH, -rest)) if rest > 0 else tuple(parts)


def _points(receipt: Receipt, sold: SoldLine, before_milli: int, quantity_milli: int) -> int:
    """Points earned with some pieces of a line: its share, rounded down, so that no more are taken than were earned."""
    total = sum(line.total_minor for line in receipt.lines if not line.gift)  # certificates earn none
    if receipt.points <= 0 or total <= 0 or sold.gift:
        return 0
    whole = sold.quantity_milli * total
    first, last = (
        receipt.points * sold.total_minor * milli // whole for milli in (before_milli, before_milli + quantity_milli)
    )
    return last - first


def voided(receipt: str) -> Refusal:
    """What is said of a receipt that was taken back whole."""
    return Refusal(
        "return.voided",
        f"Receipt {receipt} was taken back whole already.",
        "Choose another receipt.",
        facts={"receipt": receipt},
    )


def too_much(name: str, left: int) -> Refusal:
    """What is said when more is to come back than a line has left."""
    return Refusal(
        "return.too_much",
        f"Of {name} only {format_quantity(left)} can still come back.",
        "Take back less, or nothing.",
        field="quantity",
        facts={"name": name, "left_milli": left},
    )


_AMOUNTS = ("gross_minor", "discount_minor", "net_minor", "tax_minor", "total_minor")
_OWN = ("line_id", "quantity_milli", "gift")
_KEPT = tuple(each.name for each in fields(SoldLine) if each.name not in (*_AMOUNTS, *_OWN))


def _first(sold: SoldLine, milli: int, *, tax_inclusive: bool) -> dict[str, int]:
    """What the first thousandths of a line come to; each part only grows with them."""
    whole = sold.quantity_milli
    total = half_up(sold.total_minor * milli, whole)
    tax = half_up(sold.tax_minor * total, sold.total_minor) if sold.total_minor else 0
    discount = half_up(sold.discount_minor * milli, whole)
    net = total - tax
    return {
        "gross_minor": (total if tax_inclusive else net) + discount,
        "discount_minor": discount,
        "net_minor": net,
        "tax_minor": tax,
        "total_minor": total,
    }


def _line(sold: SoldLine, line_id: str, wanted: Wanted, amounts: Mapping[str, int], **more: Any) -> ReturnLine:
    values: dict[str, Any] = {name: getattr(sold, name) for name in _KEPT} | dict(amounts) | more
    return ReturnLine(
        line_id=line_id,
        quantity_milli=-wanted.quantity_milli,
        reason=wanted.reason.strip(),
        to_place_id=wanted.to_place_id,
        granted_by=wanted.granted_by,
        **values,
    )


def _check(wanted: Wanted, unit: str) -> None:
    if not wanted.reason.strip():
        raise Refusal("return.reason", "A return needs a reason.", "Say why it comes back.", field="reason")
    if wanted.quantity_milli <= 0:
        raise Refusal("quantity.too_small", "A quantity must be more than zero.", "Remove the line instead.")
    if wanted.quantity_milli % 1000 and unit in WHOLE_UNITS:
        raise Refusal("quantity.pieces", "This is sold in whole pieces.", "Use a whole number.")
