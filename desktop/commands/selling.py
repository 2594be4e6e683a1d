"""`sell`, `price` and `void-last`: the till's operations from a line of text."""

from collections.abc import Sequence
from pathlib import Path

from desktop.commands import papers
from desktop.commands.answers import NO_ANSWERS, Answers, answered, read_answers
from desktop.commands.figures import Json, line_json, near_json, steps_json
from desktop.commands.paying import move_back, take_payments
from desktop.domain import cart as trade
from desktop.domain.cart import Cart
from desktop.domain.cart_discount import set_cart_discount
from desktop.domain.customer import set_customer
from desktop.domain.discount import Discount
from desktop.domain.ids import new_id
from desktop.domain.measured_codes import parse_rules
from desktop.domain.money import format_minor, parse_money, parse_quantity_milli
from desktop.domain.offers.applied import NearMiss
from desktop.domain.permission import discount_limit_ppm, permit
from desktop.domain.pricing import price
from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale
from desktop.domain.shop import Shop
from desktop.domain.staff import Person, Right
from desktop.domain.tender import Payment, rounding_steps, settle
from desktop.domain.tips import with_tip
from desktop.domain.unknown_code import refuse_unknown
from desktop.faults import Fault
from desktop.operations import sales, staff
from desktop.operations.carts import find_missed_offers, new_cart
from desktop.operations.coupons import hand_in_coupon
from desktop.operations.customers import find_customer
from desktop.operations.goods import complete
from desktop.operations.rights import read_shop
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.operations.voiding import last_sale
from desktop.paper.receipt import Signed
from desktop.printing import save_receipt
from desktop.reading import read_code
from desktop.settings import Settings
from desktop.station import Station
from desktop.store import catalogue


async def sell(
    station: Station,
    *,
    items: Sequence[str],
    pay: Sequence[str] = (),
    discount: str = "",
    receipt: str = "",
    customer: str = "",
    coupon: Sequence[str] = (),
    tip: str = "",
    age_checked: bool = False,
    prices: Sequence[str] = (),
    numbers: Sequence[str] = (),
) -> Json:
    """Make a whole sale; without `pay` exact cash. Writes the receipt as PDF when a file is named.

    `age_checked` says that whoever is signed in has looked at the customer's age. Refusal `age.unchecked` without it.
    `prices` and `numbers` are what goods are asked for, as `answers` reads them.
    """
    terminal = station.terminal
    shop, cart = build_cart(terminal, items, customer, coupon, read_answers(prices, numbers))
    cashier, _ = permit(staff.signed_in(terminal), Right.SELL, shop)
    if trade.is_age_open(cart):
        cart = _confirm_age(cart, cashier, age_checked)
    if discount:
        with terminal.database.reading() as connection:
            limit_ppm = discount_limit_ppm(cashier, read_shop(connection, terminal) or shop)
        share = Discount("percent", parse_percent_ppm(discount), granted_by=cashier.id, limit_ppm=limit_ppm)
        cart = set_cart_discount(cart, share, shop)
    if tip:
        cart = with_tip(cart, parse_money(tip, shop.currency).minor, price(cart, shop).total_minor, shop.tender)
    sale, notices = await sell_cart(station, cart, shop, cashier, pay, receipt)
    return sale_json(sale) | {"notices": notices}


def _confirm_age(cart: Cart, cashier: Person, age_checked: bool) -> Cart:
    if not age_checked:
        limit = trade.age_limit(cart)
        message = f"Whoever buys these goods has to be {limit}."
        raise Refusal("age.unchecked", message, "Look at a document, then say --age-checked.", facts={"limit": limit})
    return trade.confirm_age(cart, cashier.id)


async def sell_cart(
    station: Station, cart: Cart, shop: Shop, cashier: Person, pay: Sequence[str], receipt: str
) -> tuple[Sale, list[str]]:
    """Pay a cart, sign it, write its paper where a file is named; gives the sale and what went wrong behind it."""
    papers.begin_signing(station)
    priced = price(cart, shop)
    payments = await take_payments(station, pay, cart, priced, shop)
    sale = sales.complete_sale(station.terminal, cashier, cart, payments, priced.total_minor)
    signed, notices = papers.sign(station, sale.sale_id)
    if receipt:
        notices += _save_paper(Path(receipt), sale, shop, station.loaded.settings, signed)
    return sale, notices


def _save_paper(path: Path, sale: Sale, shop: Shop, settings: Settings, signed: Signed) -> list[str]:
    """Write the receipt; trouble with paper is told, and takes no sale back."""
    try:
        save_receipt(path, sale, shop, settings.receipt_language or settings.language, signed)
    except Fault as fault:
        return [f"{fault.title}: {fault.message}. {fault.remedy}"]
    return []


def explain_price(
    station: Station,
    *,
    items: Sequence[str],
    customer: str = "",
    coupon: Sequence[str] = (),
    prices: Sequence[str] = (),
) -> Json:
    """Price a cart and explain every line, what promotions gave and what nearly fired; sells nothing."""
    answers = read_answers(prices, ())
    shop, cart = build_cart(station.terminal, items, customer, coupon, answers, sold=False)
    return explain_cart(shop, cart, find_missed_offers(station.terminal, cart))


def explain_cart(shop: Shop, cart: Cart, missed: Sequence[NearMiss] = ()) -> Json:
    """Give the price of a cart with all its reasons; `missed` is what lacks something else than goods."""
    priced = price(cart, shop)
    currency = priced.currency
    lines = [
        line_json(line, currency) | {"explanation": steps_json(line.explanation, currency)} for line in priced.lines
    ]
    cash = settle(priced.total_minor, (), shop.cash_rounding, currency)
    rounding = rounding_steps(priced.total_minor, shop.cash_rounding, currency)
    return {
        "total": format_minor(priced.total_minor, currency),
        "currency": currency,
        "tax": format_minor(priced.tax_minor, currency),
        "lines": lines,
        "cash": format_minor(cash.due_cash_minor, currency),
        "rounding": format_minor(cash.due_cash_minor - priced.total_minor, currency),
        "explanation": steps_json(priced.explanation, currency),
        "rounding_explanation": steps_json(rounding, currency),
        "near_misses": [near_json(near, currency) for near in (*priced.near_misses, *missed)],
    }


async def void_last(station: Station, *, reason: str, by_hand: bool = False) -> Json:
    """Take the last sale of the open shift back; the card terminal moves its money back first, or a person `by_hand`.

    Refusals of the operation, `card.not_given_back`, `card.declined`.
    """
    with station.terminal.database.reading() as connection:
        require_open(connection)
    terminal, person = station.terminal, staff.signed_in(station.terminal)
    if not by_hand and reason.strip():
        await move_back(station, last_sale(terminal))
    sale, void = sales.void_last(terminal, person, reason, by_hand=by_hand)
    back = sale_json(sale)
    return {
        "receipt": void.receipt,
        "refunds": sale.receipt,
        "sale_id": sale.sale_id,
        "seq": void.seq,
        "hash": void.hash,
        "total": format_minor(-sale.total_minor, sale.currency),
        "currency": sale.currency,
        "payments": [_given_back(paid, sale.currency) for paid in back["payments"]],
        **({"by_hand": True} if void.by_hand else {}),
    }


def _given_back(paid: Json, currency: str) -> Json:
    amounts = {name: paid[name] for name in ("amount", "tip") if name in paid}
    minus = {name: format_minor(-parse_money(str(text), currency).minor, currency) for name, text in amounts.items()}
    return paid | minus


def build_cart(
    terminal: Terminal,
    items: Sequence[str],
    customer: str = "",
    coupons: Sequence[str] = (),
    answers: Answers = NO_ANSWERS,
    *,
    sold: bool = True,
) -> tuple[Shop, Cart]:
    """Put items into a new cart of a customer, who hands coupons in.

    An item is a code as the scanner sends it, `3*CODE`, or a SKU; a customer is a card, a name or an id. Refusals
    `customer.unknown`, `customer.several`, and those of codes, `answered` and coupons.
    """
    cart, now = new_cart(terminal), terminal.clock.now()
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
    if customer:
        cart = set_customer(cart, find_customer(terminal, customer))
    for item in items:
        times, star, code = item.partition("*")
        quantity_milli = parse_quantity_milli(times) if star else None
        named = code if star else item
        found = _resolve(terminal, named, shop)
        found = answered(terminal, found, named, quantity_milli, shop, answers, sold=sold)
        cart = trade.add(cart, complete(terminal, found), new_id(now), quantity_milli)
    for code in coupons:
        cart = hand_in_coupon(terminal, cart, code)
    return shop, cart


def find_item(terminal: Terminal, code: str, shop: Shop) -> Found:
    """Find what a code means. Refusals `code.unknown`, `code.several`, `scan.malformed`."""
    return complete(terminal, _resolve(terminal, code, shop))


def _resolve(terminal: Terminal, code: str, shop: Shop) -> Found:
    reading = read_code(code, parse_rules(shop.code_rules.splitlines()))
    with terminal.database.reading() as connection:
        found = catalogue.resolve(connection, reading, shop.currency)
    if not found:
        raise refuse_unknown(code)
    if len(found) > 1:
        names = ", ".join(f"{one.product.sku} {one.product.name}" for one in found)
        raise Refusal("code.several", f"{code} is on several goods: {names}.", "Use the SKU.")
    return found[0]


def parse_percent_ppm(text: str) -> int:
    """Read a percentage: `10` or `12.5` in parts per million. Refusal `quantity.text`."""
    return parse_quantity_milli(text.strip().rstrip("%")) * 10


def sale_json(sale: Sale) -> Json:
    """Give a sale under the contract's keys."""
    currency = sale.currency
    return {
        "receipt": sale.receipt,
        "sale_id": sale.sale_id,
        "seq": sale.seq,
        "hash": sale.hash,
        "total": format_minor(sale.total_minor, currency),
        "currency": currency,
        "tax": format_minor(sum(tax.tax_minor for tax in sale.taxes), currency),
        "lines": [line_json(line, currency) for line in sale.lines],
        "payments": [
            {"method": paid.method, "amount": format_minor(paid.amount_minor, currency)} | _tip_json(paid, currency)
            for paid in sale.payments
        ],
        "change": format_minor(sale.change_minor, currency),
        "rounding": format_minor(sale.rounding_minor, currency),
        **({"points": sale.points} if sale.points else {}),
    }


def _tip_json(paid: Payment, currency: str) -> Json:
    """What came beside the amount."""
    return {"tip": format_minor(paid.tip_minor, currency)} if paid.tip_minor else {}
