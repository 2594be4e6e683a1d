"""`purse show`, `purse certificate` and `purse pay`: what is there of a customer's money, and a debt that is paid."""

from collections.abc import Sequence

from desktop.commands.figures import Json, amounts_json
from desktop.commands.selling import build_cart, sell_cart
from desktop.domain.gift import parse_gift_number, unknown_gift
from desktop.domain.ids import new_id
from desktop.domain.money import format_minor, parse_money
from desktop.domain.permission import permit
from desktop.domain.purse import ACCOUNT, CREDIT, no_customer
from desktop.domain.purse_pay_in import paid_in
from desktop.domain.purse_paying import no_debt
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Right
from desktop.enquiring import ask_gift
from desktop.operations import purses, staff
from desktop.station import Station


def show(station: Station, *, customer: str) -> Json:
    """Tell what a customer has. Refusals `customer.unknown`, `customer.several`."""
    shop, cart = build_cart(station.terminal, (), customer)
    seen = purses.see_purse(station.terminal, cart)
    if seen is None:
        raise no_customer()
    has, currency = seen.purse, seen.purse.currency or shop.currency
    return {
        "customer_id": has.customer_id,
        "currency": currency,
        "credit": format_minor(has.credit_minor, currency),
        "owed": format_minor(has.owed_minor, currency),
        "limit": format_minor(has.limit_minor, currency),
        "points": has.points,
        "age_s": seen.age_s,
    }


async def certificate(station: Station, *, number: str) -> Json:
    """Tell what is left on a gift certificate. Refusals `gift.number`, `gift.unknown`, `gift.nobody_asked`."""
    number, hold = parse_gift_number(number), new_id(station.terminal.clock.now())
    told = await ask_gift(station, number, 0, hold)
    if told is None:
        remedy = "Try again when the line is back."
        raise Refusal("gift.nobody_asked", "Head office cannot be asked now what is on it.", remedy)
    if told.state == "unknown":
        raise unknown_gift()
    balance = format_minor(told.balance_minor, told.currency)
    return {"number": number, "currency": told.currency, "balance": balance, "state": told.state}


async def pay(
    station: Station,
    *,
    customer: str,
    amount: str = "",
    credit: bool = False,
    pay: Sequence[str] = (),
    receipt: str = "",
) -> Json:
    """Take money for a debt, or into store credit; without an amount all that is owed. Without `pay` exact cash.

    Refusals of `purses.pay_in` and of a sale.
    """
    terminal = station.terminal
    shop, cart = build_cart(terminal, (), customer)
    cashier, _ = permit(staff.signed_in(terminal), Right.SELL, shop)
    known = purses.find_purse(terminal, cart)
    wanted = parse_money(amount, shop.currency).minor if amount else known.owed_minor if known else 0
    if not wanted:
        raise no_debt()
    cart = purses.pay_in(terminal, cart, CREDIT if credit else ACCOUNT, wanted)
    sale, notices = await sell_cart(station, cart, shop, cashier, pay, receipt)
    told = amounts_json(paid_in(sale.total_minor, sale.payments), sale.currency)
    owed = sale.purse.owed_minor if sale.purse else 0
    return {
        "receipt": sale.receipt,
        "sale_id": sale.sale_id,
        "seq": sale.seq,
        "hash": sale.hash,
        "currency": sale.currency,
        "paid_in": told,
        "owed": format_minor(owed, sale.currency),
        "payments": [
            {"method": one.method, "amount": format_minor(one.amount_minor, sale.currency)} for one in sale.payments
        ],
        "change": format_minor(sale.change_minor, sale.currency),
        "rounding": format_minor(sale.rounding_minor, sale.currency),
        "notices": notices,
    }
