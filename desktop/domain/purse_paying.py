"""A ticket with what is paid in beside its goods: put on it, settled with it, borne by its payments."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.domain.cart import Cart
from desktop.domain.money import format_minor
from desktop.domain.purse import ACCOUNT, CREDIT, Purse, no_customer
from desktop.domain.purse_pay_in import (
    PayIn,
    bear_pay_ins,
    check_pay_ins,
    paid_for_goods,
    pays_goods_only,
    sum_paid_in,
)
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.domain.tender import Payment, Settlement
from desktop.domain.tips import bear_tip, due_without_tip, settle_with_tip


def pay_debt(cart: Cart, known: Purse | None, amount_minor: int, shop: Shop) -> Cart:
    """Put on the ticket that its customer pays so much of what they owe, instead of what was there; 0 takes it away.

    What is more than they owe goes to store credit where the shop takes that. Refusals `purse.no_customer`,
    `purse.currency`, `purse.no_debt`, `purse.overpaid`, `purse.amount`.
    """
    if not amount_minor:
        return _with(cart, (ACCOUNT, CREDIT), ())
    known = _require(cart, known, amount_minor, shop)
    owed = known.owed_minor
    if not owed:
        raise no_debt()
    more = max(0, amount_minor - owed)
    if more and not shop.tender.pay_in_credit:
        raise Refusal(
            "purse.overpaid",
            f"Only {format_minor(owed, cart.currency)} is owed.",
            "Take no more than that.",
            facts={"owed_minor": owed},
        )
    return _with(cart, (ACCOUNT, CREDIT), (PayIn(ACCOUNT, amount_minor - more), PayIn(CREDIT, more)))


def top_up(cart: Cart, known: Purse | None, amount_minor: int, shop: Shop) -> Cart:
    """Put on the ticket that its customer puts so much into their store credit; 0 takes it away.

    Refusals `purse.no_customer`, `purse.currency`, `purse.no_top_up` where the shop takes none, `purse.amount`.
    """
    if not amount_minor:
        return _with(cart, (CREDIT,), ())
    _require(cart, known, amount_minor, shop)
    if not shop.tender.pay_in_credit:
        raise Refusal("purse.no_top_up", "This shop keeps no money for customers.", "Sell a gift certificate instead.")
    return _with(cart, (CREDIT,), (PayIn(CREDIT, amount_minor),))


def check_owed(cart: Cart, known: Purse | None, shop: Shop) -> None:
    """Refuse (as `pay_debt`) to take what is paid in as it stands on the ticket, by what is known now."""
    paid = {one.purse: one.amount_minor for one in cart.pay_ins}
    if ACCOUNT in paid:
        pay_debt(cart, known, paid[ACCOUNT], shop)
    if CREDIT in paid:
        top_up(cart, known, paid[CREDIT], shop)


def due_minor(cart: Cart, total_minor: int) -> int:
    """What a ticket comes to, the tip left out: goods and what is paid in."""
    return total_minor + sum_paid_in(cart.pay_ins)


def settle_cart(cart: Cart, total_minor: int, payments: Sequence[Payment], shop: Shop) -> Settlement:
    """Settle goods, tip and what is paid in together; amounts are what is handed over.

    Refusals of `settle_with_tip` and `check_pay_ins`.
    """
    check_pay_ins(total_minor, payments, cart.pay_ins, shop.tender)
    due = due_minor(cart, total_minor)
    return settle_with_tip(due, cart.tip_minor, payments, shop.cash_rounding, cart.currency, shop.tender.tip_methods)


def bear(cart: Cart, settled: Settlement, shop: Shop) -> Settlement:
    """Give a finished payment of a ticket as one of its goods."""
    return bear_pay_ins(bear_tip(settled, cart.tip_minor, shop.tender.tip_methods, cart.currency), cart.pay_ins)


def due_by(cart: Cart, settlement: Settlement, method: str, shop: Shop) -> int:
    """What may still be paid by this method: not the tip, nor what is paid in, where it pays for goods only."""
    due = due_without_tip(settlement, cart.tip_minor, method, shop.tender.tip_methods)
    if not cart.pay_ins or not pays_goods_only(method, shop.tender):
        return due
    goods = settlement.total_minor - cart.tip_minor - sum_paid_in(cart.pay_ins)
    return max(0, min(due, goods - paid_for_goods(settlement.payments, shop.tender)))


def paying_methods(cart: Cart, total_minor: int, methods: Iterable[str], shop: Shop) -> tuple[str, ...]:
    """Leave out what cannot pay any of the ticket."""
    only_in = bool(cart.pay_ins) and total_minor <= 0
    return tuple(method for method in methods if not (only_in and pays_goods_only(method, shop.tender)))


def no_debt() -> Refusal:
    """What is said where there is nothing to pay."""
    return Refusal("purse.no_debt", "This customer owes nothing on account.", "Look at the name again.")


def _require(cart: Cart, known: Purse | None, amount_minor: int, shop: Shop) -> Purse:
    if cart.buyer is None or known is None:
        raise no_customer()
    if known.currency and known.currency != shop.currency:
        raise Refusal("purse.currency", "This customer's account is in another currency.", "Pay another way.")
    if amount_minor < 0:
        raise Refusal("purse.amount", "A payment must be more than zero.", "Type the amount that is paid.")
    return known


def _with(cart: Cart, purses: Sequence[str], pay_ins: Sequence[PayIn]) -> Cart:
    """Replace what is paid into these purses."""
    others = [one for one in cart.pay_ins if one.purse not in purses]
    return replace(cart, pay_ins=(*others, *(one for one in pay_ins if one.amount_minor)))
