"""`--pay` of the command line: cash, card (through the terminal where there is one), gift certificates, purses."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.card_terminals import open_card_terminal
from desktop.domain.card_payment import payments_of, unclear_refusal
from desktop.domain.cart import Cart
from desktop.domain.currency import due_in, pay_foreign
from desktop.domain.gift import parse_gift_number
from desktop.domain.ids import new_id
from desktop.domain.money import parse_money
from desktop.domain.pricing import PricedCart
from desktop.domain.purse import PURSES, no_customer, units_of
from desktop.domain.purse_pay_in import check_pay_ins, sum_paid_in
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.domain.tender import CARD, CASH, FOREIGN, GIFT, Payment, settle
from desktop.domain.voiding import unclear
from desktop.enquiring import ask_gift, ask_purse
from desktop.operations import carts, gifts, purses, staff, tenders, voiding
from desktop.station import Station

_CURRENCY = re.compile(r"[A-Za-z]{3}(:|$)")
METHODS = (CASH, CARD, GIFT, *PURSES)


async def take_payments(
    station: Station, pay: Sequence[str], cart: Cart, priced: PricedCart, shop: Shop
) -> list[Payment]:
    """Read `METHOD[:AMOUNT]`, `gift:NUMBER[:AMOUNT]` or `cash:USD[:AMOUNT]`; the one without an amount pays the rest.

    Refusals `tender.method`, `tender.nothing_due`, those of `settle`, of foreign cash, certificates and the card
    terminal.
    """
    payments: list[Payment] = []
    due_minor = priced.total_minor + cart.tip_minor + sum_paid_in(cart.pay_ins)
    for text in pay or (CASH,):
        method, _, rest = text.partition(":")
        if method not in METHODS:
            known = ", ".join(METHODS)
            raise Refusal("tender.method", f"{method} is no way to pay here.", f"Use one of: {known}.")
        is_abroad = method == CASH and bool(_CURRENCY.match(rest))
        number, _, amount = rest.partition(":") if method == GIFT or is_abroad else ("", "", rest)
        left = settle(due_minor, payments, shop.cash_rounding, shop.currency)
        if left.complete and payments:
            raise Refusal("tender.nothing_due", "There is nothing left to pay.", "Leave the last payment out.")
        if is_abroad:
            payments.append(_pay_abroad(number.upper(), amount, left.due_cash_minor, shop))
            continue
        due = left.due_cash_minor if method == CASH else left.due_minor
        wanted = parse_money(amount, shop.currency).minor if amount else due
        check_pay_ins(priced.total_minor, [*payments, Payment(method, wanted)], cart.pay_ins, shop.tender)
        if method == GIFT:
            payments.append(await _pay_by_gift(station, number, wanted, payments))
        elif method in PURSES:
            payments.append(await _pay_by_purse(station, cart, method, wanted, payments, shop))
        elif method == CARD and station.loaded.settings.card_terminal and wanted > 0:
            settle(due_minor, [*payments, Payment(CARD, wanted)], shop.cash_rounding, shop.currency)
            payments.append(await _charge(station, cart, wanted))
        else:
            payments.append(Payment(method, wanted))
    return payments


def _pay_abroad(currency: str, amount: str, due_cash_minor: int, shop: Shop) -> Payment:
    home, rates = shop.currency, shop.tender.rates_ppm
    wanted = parse_money(amount, currency).minor if amount else 0
    if not amount and rates.get(currency, 0) > 0:
        wanted = due_in(due_cash_minor, currency, home, rates[currency])
    return pay_foreign(f"{FOREIGN}{currency}", wanted, home, rates)


async def _pay_by_gift(station: Station, number: str, wanted_minor: int, paid: Sequence[Payment]) -> Payment:
    number, hold = parse_gift_number(number), new_id(station.terminal.clock.now())
    told = await ask_gift(station, number, max(0, wanted_minor), hold)
    return gifts.pay_by_gift(station.terminal, number, wanted_minor, paid, told, hold)


async def _pay_by_purse(
    station: Station, cart: Cart, purse: str, wanted_minor: int, paid: Sequence[Payment], shop: Shop
) -> Payment:
    if cart.buyer is None:
        raise no_customer()
    hold = new_id(station.terminal.clock.now())
    units = max(0, units_of(purse, wanted_minor, shop.tender))
    told = await ask_purse(station, cart.buyer.id, purse, units, hold)
    return purses.pay_by_purse(station.terminal, cart, purse, wanted_minor, paid, told, hold)


async def _charge(station: Station, cart: Cart, amount_minor: int) -> Payment:
    """Charge a card; the cart is put aside before, so that it is there whatever becomes of this."""
    terminal = station.terminal
    driver = open_card_terminal(station.loaded.settings.card_terminal, station.data_dir)
    if driver is None:
        return Payment(CARD, amount_minor)
    carts.park_cart(terminal, cart)
    attempt = tenders.begin_charge(terminal, staff.signed_in(terminal), cart, amount_minor)
    state, reference, _ = await asyncio.to_thread(tenders.put_to_terminal, driver, attempt)
    known = tenders.note_answer(terminal, attempt.attempt_id, state, reference)
    if known is None:
        if not tenders.list_attempts(terminal, cart.id):
            carts.keep_cart(terminal, replace(cart, lines=(), returns=(), pay_ins=()))
        raise Refusal("card.declined", "The card was not charged.", "Try another card, or pay another way.")
    if known.is_open:
        raise unclear_refusal(known)
    return payments_of([known])[0]


async def move_back(station: Station, sale_id: str) -> None:
    """Have the card terminal give back what it took for a sale, or charge what it gave, before that is taken back.

    Refusals `card.not_given_back`, `card.declined`, `void.card_unclear`; without a terminal nothing is done here.
    """
    terminal, person = station.terminal, staff.signed_in(station.terminal)
    driver = open_card_terminal(station.loaded.settings.card_terminal, station.data_dir)
    attempt = voiding.unclear_attempt(terminal, sale_id) if driver is not None else None
    again = attempt is not None
    while driver is not None:
        attempt = attempt or voiding.begin_moving_back(terminal, person, sale_id)
        if attempt is None:
            return
        state, reference, _ = await asyncio.to_thread(tenders.put_to_terminal, driver, attempt, again=again)
        known = tenders.note_answer(terminal, attempt.attempt_id, state, reference)
        if known is None and not again:
            remedy = "Try again at the terminal, or settle it by hand."
            if attempt.kind == "charge":
                raise Refusal("card.declined", "The card was not charged.", remedy)
            raise Refusal("card.not_given_back", "Nothing was given back to the card.", remedy)
        if known is not None and known.is_open:
            raise unclear()
        attempt, again = None, False
