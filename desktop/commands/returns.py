"""`refund`: goods of a receipt come back, from a line of text."""

from collections.abc import Sequence

from desktop.commands.figures import Json
from desktop.commands.selling import sale_json
from desktop.domain.cart import Cart
from desktop.domain.clock import iso
from desktop.domain.customer import set_customer
from desktop.domain.ids import new_id
from desktop.domain.money import parse_money, parse_quantity_milli
from desktop.domain.pricing import price
from desktop.domain.purse import PURSES, payment_of
from desktop.domain.refusal import Refusal
from desktop.domain.returning import Condition, Receipt, ReturnLine, left_milli
from desktop.domain.shop import Shop
from desktop.domain.tender import CARD, CASH, Payment, settle
from desktop.enquiring import ask_gift, find_receipt
from desktop.operations import returns, sales, staff
from desktop.operations.customers import find_customer
from desktop.operations.gifts import number_of, take_gift_back
from desktop.operations.returns import Picked
from desktop.operations.terminal import require_open, require_shop
from desktop.station import Station

METHODS = (CASH, CARD, *PURSES)


async def refund(
    station: Station,
    *,
    receipt: str,
    lines: Sequence[str] = (),
    reason: str,
    pay: Sequence[str] = (),
    condition: str = Condition.GOOD,
    customer: str = "",
) -> Json:
    """Take back what is named of a receipt, or all that is left; `LINE=QTY` counts lines from 1.

    Refusals `receipt.unknown`, `receipt.offline`, `return.line`, and those of the operation.
    """
    terminal = station.terminal
    with terminal.database.reading() as connection:
        require_open(connection)
        shop = require_shop(connection, terminal)
    found = await find_receipt(station, receipt.strip())
    if found is None:
        said = f"There is no receipt {receipt} in this shop."
        raise Refusal("receipt.unknown", said, "Check the number.", facts={"receipt": receipt})
    now, person = terminal.clock.now(), staff.signed_in(terminal)
    empty = Cart(new_id(now), iso(now), shop.currency, tax_inclusive=shop.tax_inclusive)
    if customer:
        empty = set_customer(empty, find_customer(terminal, customer))
    back = returns.known_lines(terminal, found, _pick(found, lines, reason, Condition(condition)))
    cart = returns.take_back(terminal, person, empty, [await _hold_gift(station, line) for line in back])
    total = price(cart, shop).total_minor
    payments = _payments(pay, total, shop) if pay else returns.pay_back(cart, total, shop)
    sale = sales.complete_sale(terminal, person, cart, payments, total)
    return sale_json(sale) | {"refunds": found.receipt}


async def _hold_gift(station: Station, line: ReturnLine) -> ReturnLine:
    """Have head office hold a certificate that comes back for money; other lines stay as they are."""
    number = number_of(line)
    if not number:
        return line
    hold = new_id(station.terminal.clock.now())
    return take_gift_back(station.terminal, line, await ask_gift(station, number, -line.total_minor, hold), hold)


def _pick(receipt: Receipt, lines: Sequence[str], reason: str, condition: Condition) -> list[Picked]:
    if not lines:
        left = [(line.line_id, left_milli(receipt, line.line_id)) for line in receipt.lines]
        picked = [Picked(line_id, milli, reason, condition) for line_id, milli in left if milli]
        if not picked and not receipt.voided:
            raise Refusal("return.nothing_left", "All of this receipt has come back already.", "Check the number.")
        return picked or [Picked(line_id, 1000, reason, condition) for line_id, _ in left[:1]]
    return [_pick_line(receipt, text, reason, condition) for text in lines]


def _pick_line(receipt: Receipt, text: str, reason: str, condition: Condition) -> Picked:
    number, _, quantity = text.partition("=")
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= len(receipt.lines)):
        raise Refusal(
            "return.line",
            f"{text} names no line of this receipt.",
            f"Write LINE=QTY, with a line from 1 to {len(receipt.lines)}.",
            facts={"lines": len(receipt.lines)},
        )
    line = receipt.lines[int(number) - 1]
    milli = parse_quantity_milli(quantity) if quantity else left_milli(receipt, line.line_id)
    return Picked(line.line_id, milli, reason, condition)


def _payments(pay: Sequence[str], total_minor: int, shop: Shop) -> list[Payment]:
    """Read `METHOD` or `METHOD:AMOUNT`; the one without an amount pays the rest out."""
    payments: list[Payment] = []
    for text in pay:
        method, _, amount = text.partition(":")
        if method not in METHODS:
            known = ", ".join(METHODS)
            raise Refusal("tender.method", f"{method} is no way to pay here.", f"Use one of: {known}.")
        left = settle(total_minor, payments, shop.cash_rounding, shop.currency)
        rest = left.due_cash_minor if method == CASH else left.due_minor
        given = -abs(parse_money(amount, shop.currency).minor) if amount else rest
        payments.append(payment_of(method, given, shop.tender))
    return payments
