"""A shift: its totals, whose they are, what each payment method should hold, and the closing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from desktop.domain.purse_pay_in import paid_in
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.domain.taxes import TaxSum, sum_rates
from desktop.domain.tender import CASH
from desktop.domain.tips import tips_by_method

UNCOUNTED, UNAPPROVED = "uncounted", "unapproved"
"""Remarks of a closing: nobody counted; nobody was there to allow what the cashier may not close alone."""

Pieces = tuple[tuple[int, int], ...]
"""Notes and coins as (minor units, how many), the largest first."""


@dataclass(frozen=True, slots=True)
class Shift:
    """An open or closed shift; `business_day` is the date on which it opened, in the shop's own time zone.

    `pieces` are the notes and coins of the float, empty when only its sum is known.
    """

    shift_id: str
    number: int
    business_day: str
    currency: str
    float_minor: int
    opened_at: str = ""
    cashier: str = ""
    terminal: str = ""
    pieces: Pieces = ()


@dataclass(frozen=True, slots=True)
class PersonTotals:
    """What one person did in a shift: sales that stand, the cash they took (after change), what they took back.

    `name` is for screen and paper; cash they put in or took out is not in `cash_minor`, tips in cash are. `tip_minor`
    came with their sales, by whatever method.
    """

    person_id: str
    name: str = ""
    sales: int = 0
    total_minor: int = 0
    cash_minor: int = 0
    discount_minor: int = 0
    voids: int = 0
    voided_minor: int = 0
    drawer_looks: int = 0
    tip_minor: int = 0


class ByHand(NamedTuple):
    """So many voids whose card money a person moved, and how much that was."""

    voids: int
    amount_minor: int


NOTHING_BY_HAND = ByHand(0, 0)


@dataclass(frozen=True, slots=True)
class ShiftTotals:
    """What happened in a shift so far. `methods` is money kept per method (cash after change), sorted by method.

    `returned_minor` is what the goods were worth that came back; the total is less by them already. `people` are those
    who did something in it, by what they sold. `tips` by method are in `methods` and in no total. `promotions` is what
    each took off, by its name; a part of the discounts. `paid_in` is what customers paid into their purses, by purse:
    it is in `methods`, on both sides, and in no total. `given_by_hand` and `taken_by_hand` are card money that a person
    moved for a void in place of the terminal: in the card's figure here, not at the terminal.
    """

    sales: int = 0
    voids: int = 0
    total_minor: int = 0
    discount_minor: int = 0
    rounding_minor: int = 0
    cash_in_minor: int = 0
    cash_out_minor: int = 0
    drawer_looks: int = 0
    voided_minor: int = 0
    returned_minor: int = 0
    methods: tuple[tuple[str, int], ...] = ()
    taxes: tuple[TaxSum, ...] = ()
    people: tuple[PersonTotals, ...] = ()
    tips: tuple[tuple[str, int], ...] = ()
    promotions: tuple[tuple[str, int], ...] = ()
    given_by_hand: ByHand = NOTHING_BY_HAND
    taken_by_hand: ByHand = NOTHING_BY_HAND
    paid_in: tuple[tuple[str, int], ...] = ()

    @property
    def tip_minor(self) -> int:
        """All tips of the shift."""
        return sum(minor for _, minor in self.tips)


@dataclass(frozen=True, slots=True)
class MethodCount:
    """What a method should hold and what was counted."""

    method: str
    expected_minor: int
    counted_minor: int

    @property
    def difference_minor(self) -> int:
        """Above zero when there is more than there should be."""
        return self.counted_minor - self.expected_minor


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a shift; `grand_total_minor` is the terminal's perpetual total and never goes back.

    `granted_by` is the id, `granter` the name of whoever allowed it; `remarks` are UNCOUNTED and UNAPPROVED.
    """

    shift_id: str
    z_number: int
    counts: tuple[MethodCount, ...]
    sales: int
    total_minor: int
    grand_total_minor: int
    interrupted: bool = False
    occurred_at: str = ""
    cashier: str = ""
    seq: int = 0
    hash: str = ""
    pieces: Pieces = ()
    granted_by: str = ""
    granter: str = ""
    remarks: tuple[str, ...] = ()


def business_day(now: datetime, time_zone: str) -> str:
    """The date at this instant in a shop's own time zone."""
    return now.astimezone(ZoneInfo(time_zone)).date().isoformat()


def with_sale(totals: ShiftTotals, sale: Sale) -> ShiftTotals:
    """Count a sale in."""
    return replace(_moved(totals, sale, 1), sales=totals.sales + 1)


def with_void(totals: ShiftTotals, sale: Sale) -> ShiftTotals:
    """Take a voided sale out again; it stays counted among the sales, and as a void."""
    voided = totals.voided_minor + sale.total_minor
    return replace(_moved(totals, sale, -1), voids=totals.voids + 1, voided_minor=voided)


def with_drawer(totals: ShiftTotals, amount_minor: int) -> ShiftTotals:
    """Count an opening of the drawer: cash in above zero, cash out below, a mere look at zero."""
    if amount_minor > 0:
        return replace(totals, cash_in_minor=totals.cash_in_minor + amount_minor)
    if amount_minor < 0:
        return replace(totals, cash_out_minor=totals.cash_out_minor - amount_minor)
    return replace(totals, drawer_looks=totals.drawer_looks + 1)


def expected(shift: Shift, totals: ShiftTotals) -> tuple[tuple[str, int], ...]:
    """What each method should hold now: cash is float + sales − change + cash in − cash out, and always listed."""
    held = dict(totals.methods)
    held[CASH] = held.get(CASH, 0) + shift.float_minor + totals.cash_in_minor - totals.cash_out_minor
    return tuple(sorted(held.items(), key=lambda item: (item[0] != CASH, item[0])))


def close_shift(
    shift: Shift,
    totals: ShiftTotals,
    counted: Mapping[str, int] | None,
    grand_total_minor: int,
    *,
    interrupted: bool = False,
    pieces: Pieces = (),
) -> Closing:
    """Close with what was counted per method; a method nobody counted is taken as expected, but cash must be counted.

    `grand_total_minor` is the terminal's perpetual total, this shift included. Refusals `shift.cash_uncounted`,
    `shift.count_negative`, `shift.pieces`. Where nobody counted at all (None), everything is taken as expected and the
    closing says so; an interrupted shift counts as expected too.
    """
    due = dict(expected(shift, totals))
    uncounted = counted is None and not interrupted
    if counted is not None and not interrupted:
        _check_counted(counted, pieces)
    counted = counted or {}
    methods = [*due, *sorted(set(counted) - set(due))]
    counts = tuple(MethodCount(name, due.get(name, 0), counted.get(name, due.get(name, 0))) for name in methods)
    return Closing(
        shift_id=shift.shift_id,
        z_number=shift.number,
        counts=counts,
        sales=totals.sales - totals.voids,
        total_minor=totals.total_minor,
        grand_total_minor=grand_total_minor,
        interrupted=interrupted,
        pieces=pieces,
        remarks=(UNCOUNTED,) if uncounted else (),
    )


def largest_difference_minor(counts: tuple[MethodCount, ...]) -> int:
    """The method that is off the most says how far off a closing is: cash and card swapped do not make up for it."""
    return max((abs(count.difference_minor) for count in counts), default=0)


def check_pieces(pieces: Pieces, sum_minor: int) -> None:
    """Refuse (`shift.pieces`) notes and coins that do not make the sum."""
    if pieces and sum(note * number for note, number in pieces) != sum_minor:
        raise Refusal("shift.pieces", "Notes and coins are not the sum.", "Count once more.")


def _check_counted(counted: Mapping[str, int], pieces: Pieces) -> None:
    if CASH not in counted:
        raise Refusal("shift.cash_uncounted", "The cash was not counted.", "Count the drawer and type the amount.")
    if min(counted.values()) < 0:
        raise Refusal("shift.count_negative", "Counted money is never below zero.", "Check what was typed.")
    check_pieces(pieces, counted[CASH])


def _moved(totals: ShiftTotals, sale: Sale, sign: int) -> ShiftTotals:
    methods = dict(totals.methods)
    for payment in sale.payments:
        methods[payment.method] = methods.get(payment.method, 0) + sign * (payment.amount_minor + payment.tip_minor)
    if sale.change_minor:
        methods[CASH] = methods.get(CASH, 0) - sign * sale.change_minor
    tips = dict(totals.tips)
    for method, minor in tips_by_method(sale.payments).items():
        tips[method] = tips.get(method, 0) + sign * minor
    promotions = dict(totals.promotions)
    for given in (one for line in sale.lines for one in line.promotions):
        promotions[given.name] = promotions.get(given.name, 0) + sign * given.amount_minor
    into = dict(totals.paid_in)
    for purse, minor in paid_in(sale.total_minor, sale.payments).items():
        into[purse] = into.get(purse, 0) + sign * minor
    taxes = [(tax.rate_ppm, tax.net_minor, tax.tax_minor) for tax in totals.taxes]
    taxes += [(tax.rate_ppm, sign * tax.net_minor, sign * tax.tax_minor) for tax in sale.taxes]
    return replace(
        totals,
        total_minor=totals.total_minor + sign * sale.total_minor,
        discount_minor=totals.discount_minor + sign * sum(line.discount_minor for line in sale.lines),
        returned_minor=totals.returned_minor + sign * goods_back_minor(sale),
        rounding_minor=totals.rounding_minor + sign * sale.rounding_minor,
        methods=tuple(sorted(methods.items())),
        taxes=sum_rates(taxes),
        tips=tuple(sorted((method, minor) for method, minor in tips.items() if minor)),
        promotions=tuple(sorted((name, minor) for name, minor in promotions.items() if minor)),
        paid_in=tuple(sorted((purse, minor) for purse, minor in into.items() if minor)),
    )


def goods_back_minor(sale: Sale) -> int:
    """What came back in a ticket, above zero."""
    return -sum(line.total_minor for line in sale.lines if line.quantity_milli < 0)
