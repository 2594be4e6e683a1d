"""Goods that come back: which receipt they were sold in, who may take how much back, and what must hold in the end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from desktop.domain import cart as trade
from desktop.domain import returning
from desktop.domain.cart import Cart
from desktop.domain.clock import iso
from desktop.domain.customer import set_customer
from desktop.domain.ids import new_id
from desktop.domain.line_detail import LineDetail
from desktop.domain.measured_codes import parse_rules
from desktop.domain.pricing import price
from desktop.domain.product import Found
from desktop.domain.purse import payment_of
from desktop.domain.refusal import Refusal
from desktop.domain.returning import Condition, Receipt, ReturnLine, SoldLine, Wanted
from desktop.domain.sale import receipt_text
from desktop.domain.shop import Shop
from desktop.domain.staff import Person, Right
from desktop.domain.tender import Payment, settle
from desktop.operations.gifts import check_gifts_back
from desktop.operations.permissions import permit
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.reading import read_code
from desktop.replication.receipts import find_receipt as look_up
from desktop.replication.receipts import joined_receipt, read_receipt
from desktop.store import catalogue, customers, people, sales, stock

_NUMBER = re.compile(r"[A-Z0-9][A-Z0-9a-z]{0,11}-[0-9]{6,12}", re.ASCII)
_MOST_DIGITS = 12
_SOLD = tuple(name for name in SoldLine.__dataclass_fields__ if name != "gift")


@dataclass(frozen=True, slots=True)
class Picked:
    """A quantity of a line that comes back, why, and what it is like."""

    line_id: str
    quantity_milli: int
    reason: str
    condition: Condition = Condition.GOOD


def receipt_number(terminal: Terminal, raw: str | bytes) -> str:
    """Give the number when a scan is the code of a receipt, empty when it is anything else that could be scanned."""
    try:
        text = read_code(raw).text.strip()
    except Refusal:
        return ""
    if not _NUMBER.fullmatch(text):
        return ""
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        reading = read_code(raw, parse_rules(shop.code_rules.splitlines()))
        return "" if catalogue.resolve(connection, reading, shop.currency) else text


def whole_number(terminal: Terminal, text: str) -> str:
    """Give a receipt number as it is printed; digits alone are a number of this till."""
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        return text
    with terminal.database.reading() as connection:
        tally = sales.read_tally(connection)
    return receipt_text(tally.receipt_prefix if tally else "", int(text))


def find_receipt(terminal: Terminal, number: str) -> Receipt | None:
    """Give a receipt of this till or of the shop, as far back as it is known here; None when it is not."""
    with terminal.database.reading() as connection:
        return look_up(connection, number.strip())


def take_answer(terminal: Terminal, told: Receipt) -> Receipt:
    """Join the centre's answer to an enquiry with what only this till knows yet."""
    with terminal.database.reading() as connection:
        return joined_receipt(connection, told)


def known_lines(terminal: Terminal, receipt: Receipt, picked: Sequence[Picked]) -> tuple[ReturnLine, ...]:
    """Make the lines that take goods of a receipt back. Refusals as `returning.return_line`, and `return.currency`."""
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        if (receipt.currency, receipt.tax_inclusive) != (shop.currency, shop.tax_inclusive):
            words = "This receipt is in another currency or has another kind of prices."
            raise Refusal("return.currency", words, "Ask a manager.")
        now = terminal.clock.now()
        return tuple(
            returning.return_line(receipt, one.line_id, _wanted(connection, shop, one), new_id(now)) for one in picked
        )


def blind_line(terminal: Terminal, found: Found, picked: Picked, *, receipt: str = "") -> ReturnLine:
    """Make the line that takes goods back without their receipt, at the price of today.

    `receipt` is the number of a paper that can be looked up neither here nor at the centre now. Refusals as
    `returning.blind_line` and `cart.add`, and `gift.receipt`.
    """
    if found.product.extra.gift:
        words = "A gift certificate comes back for money only against its receipt."
        raise Refusal("gift.receipt", words, "Scan its receipt, or let the customer keep it.")
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        priced = _price_of_today(terminal, shop, found, picked)
        wanted = _wanted(connection, shop, replace(picked, quantity_milli=priced.quantity_milli))
    return returning.blind_line(priced, wanted, receipt=receipt.strip())


def take_back(
    terminal: Terminal,
    person: Person | None,
    cart: Cart,
    lines: Sequence[ReturnLine],
    granter: Person | None = None,
) -> Cart:
    """Put what comes back into the cart; what was picked of a sold line before is replaced. A cart of nobody's becomes
    that of who bought it, where this till knows.

    Lines that the person may not take back alone are marked with `granter`, who lends the right. Refusals as
    `permission.permit`, and `return.offline_limit`.
    """
    with terminal.database.reading() as connection:
        require_open(connection)
        shop = require_shop(connection, terminal)
        together = cart.returns
        lines = [replace(line, detail=line.detail or _bundle(connection, line)) for line in lines]
        for line in lines:
            together = returning.put(together, line)
        returning.check_offline(together, shop.return_offline_minor)
        mine = [line for line in together if not line.granted_by]
        granted_by = _permit(connection, terminal, person, mine, granter)
        cart = _buyers(connection, cart, lines)
    marked = tuple(replace(line, granted_by=granted_by) if line in lines else line for line in together)
    return replace(cart, returns=marked)


def pay_back(cart: Cart, total_minor: int, shop: Shop) -> tuple[Payment, ...]:
    """Say how a total below zero goes back by default: to the methods it was paid by, what is left in cash, rounded."""
    payments: list[Payment] = []
    for method, amount in returning.pay_back(total_minor, cart.returns):
        due = settle(total_minor, payments, shop.cash_rounding, cart.currency)
        amount = due.due_cash_minor if method == returning.CASH else amount
        payments.append(payment_of(method, amount, shop.tender))
    return tuple(payments)


def check_returns(
    connection: Connection, terminal: Terminal, who: Person, cart: Cart, payments: Sequence[Payment]
) -> None:
    """Refuse what must not become a sale: more than a line has left as known now, or than whoever gives may give.

    Refusals `return.changed`, `return.voided`, `return.tender`, `return.offline_limit`, those of `permission.permit`.
    """
    if not cart.returns:
        return
    shop = require_shop(connection, terminal)
    returning.check_offline(cart.returns, shop.return_offline_minor)
    check_gifts_back(connection, shop, cart.returns)
    for granted_by in sorted({line.granted_by for line in cart.returns}):
        mine = [line for line in cart.returns if line.granted_by == granted_by]
        granter = people.read_person(connection, granted_by) if granted_by else None
        _permit(connection, terminal, who, mine, granter)
    for line in cart.returns:
        if line.returns_sale:
            _check_known(connection, line)
    out: dict[str, int] = {}
    for payment in payments:
        out[payment.method] = out.get(payment.method, 0) + max(0, -payment.amount_minor)
    returning.check_tenders(cart.returns, out, cart.currency)


def check_untouched(connection: Connection, sale_id: str, number: str) -> None:
    """Refuse (`void.returned`) to void a sale of which something has come back."""
    receipt = read_receipt(connection, sale_id)
    if receipt is not None and receipt.taken:
        raise Refusal(
            "void.returned",
            f"Goods of receipt {number} have come back already.",
            "Take the rest back as a return.",
            facts={"receipt": number},
        )


def _permit(
    connection: Connection,
    terminal: Terminal,
    person: Person | None,
    lines: Sequence[ReturnLine],
    granter: Person | None,
) -> str:
    """Ask whether the person may give all this back, and give who lent the right for it, empty when nobody had to."""
    known, blind = returning.worth(lines)
    granted_by = ""
    for right, amount, is_asked in (
        (Right.RETURN, known, any(line.returns_receipt for line in lines)),
        (Right.RETURN_BLIND, blind, any(not line.returns_receipt for line in lines)),
    ):
        if is_asked:
            _, lent = permit(connection, terminal, person, right, granter, amount_minor=amount)
            granted_by = granted_by or lent
    return granted_by


def _check_known(connection: Connection, line: ReturnLine) -> None:
    receipt = read_receipt(connection, line.returns_sale)
    if receipt is None:
        return
    if receipt.voided:
        raise returning.voided(receipt.receipt)
    if returning.returned_milli(receipt, line.returns_line) > line.before_milli:
        raise Refusal(
            "return.changed",
            f"More of receipt {receipt.receipt} has come back meanwhile.",
            "Take the return out and look at the receipt again.",
            facts={"receipt": receipt.receipt},
        )


def _buyers(connection: Connection, cart: Cart, lines: Sequence[ReturnLine]) -> Cart:
    """Points go back and credit comes with whoever bought it, as far as a receipt and this till know them."""
    for customer_id in dict.fromkeys(line.customer_id for line in lines if line.customer_id and cart.buyer is None):
        found = customers.read_customer(connection, customer_id)
        if found is not None:
            return set_customer(cart, found)
    return cart


def _bundle(connection: Connection, line: ReturnLine) -> LineDetail | None:
    """The parts of a bundle that comes back, as the catalogue knows it now."""
    product = catalogue.read_product(connection, line.product_id)
    if product is None or not product.extra.parts:
        return None
    return LineDetail(parts=catalogue.read_parts(connection, product.extra.parts))


def _wanted(connection: Connection, shop: Shop, picked: Picked) -> Wanted:
    return Wanted(picked.quantity_milli, picked.reason, _require_place(connection, shop, picked.condition))


def list_conditions(terminal: Terminal) -> tuple[Condition, ...]:
    """Name the conditions for which this shop has a place, good ones first."""
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        return tuple(one for one in Condition if _place(connection, shop, one) or one is not Condition.CHECK)


def condition_of(terminal: Terminal, line: ReturnLine) -> Condition:
    """Say from where goods go what they are like."""
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        said = (one for one in Condition if _place(connection, shop, one) == line.to_place_id)
        return next(said, Condition.DAMAGED)


def _require_place(connection: Connection, shop: Shop, condition: Condition) -> str:
    place = _place(connection, shop, condition)
    if place:
        return place
    if condition is Condition.CHECK:
        raise Refusal("return.no_quarantine", "This shop has no quarantine.", "Ask head office for one.")
    raise Refusal("return.no_place", "This shop has no place for damaged goods.", "Ask head office for one.")


def _place(connection: Connection, shop: Shop, condition: Condition) -> str:
    match condition:
        case Condition.GOOD:
            return shop.selling_place_id
        case Condition.DAMAGED:
            return stock.find_kind(connection, "waste") or ""
    return stock.find_kind(connection, "quarantine") or ""


def _price_of_today(terminal: Terminal, shop: Shop, found: Found, picked: Picked) -> SoldLine:
    now = terminal.clock.now()
    empty = Cart(new_id(now), iso(now), shop.currency, tax_inclusive=shop.tax_inclusive)
    measured = found.quantity_milli or found.fixed_total_minor is not None
    cart = trade.add(empty, found, new_id(now), None if measured else picked.quantity_milli)
    line = price(cart, shop).lines[0]
    return SoldLine(**{name: getattr(line, name) for name in _SOLD})
