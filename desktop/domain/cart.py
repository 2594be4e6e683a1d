"""The cart: what a customer is about to buy. Pure functions from one cart to the next.

A line keeps what it was priced from (name, price, tax, pack), so a new price list reaches the next cart, not this one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from operator import attrgetter

from desktop.domain.discount import Discount, check_discount
from desktop.domain.line_detail import LineDetail, detail_of, with_note
from desktop.domain.money import format_quantity
from desktop.domain.offers.buyer import Buyer
from desktop.domain.offers.coupon import Coupon
from desktop.domain.offers.pinned import NO_OFFERS, Offers
from desktop.domain.offers.price_list import ListPrice, Override
from desktop.domain.product import WHOLE_UNITS, Found, amount_minor, quantity_for_total
from desktop.domain.purse_pay_in import PayIn
from desktop.domain.refusal import Refusal
from desktop.domain.returning import ReturnLine

MAX_LINES = 1_000
MAX_CART_NOTE = 500
MAX_QUANTITY_MILLI = 9_999_999
"""A larger quantity on one line is a barcode that was typed into the quantity."""


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line of a cart; `fixed_total_minor` is the price from a price label and wins over price times quantity.

    `price_e4` is the catalogue's; `prices` are those of price lists, `override` one that a person set.
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
    pack_milli: int = 1000
    weighed: bool = False
    fixed_total_minor: int | None = None
    discount: Discount | None = None
    age_limit: int = 0
    category: str = ""
    prices: tuple[ListPrice, ...] = ()
    override: Override | None = None
    cap_milli: int = 0
    detail: LineDetail | None = None


@dataclass(frozen=True, slots=True)
class Cart:
    """Lines in the order in which they were scanned; `discount` is given on the whole cart; `returns` come back.

    `offers` are the promotions and price lists of the moment when it was opened, `buyer` is the customer as far as
    prices depend on them, `coupons` are those they handed in. `name` is what a parked cart is listed under; a quote is
    `valid_until` a day (ISO 8601). `age_checked` is the age that was looked at, by the person of this id. `tip_minor`
    is paid beside the total, as `pay_ins` are. `parked_id` is the parked ticket that it comes from.
    """

    id: str
    opened_at: str
    currency: str
    tax_inclusive: bool
    lines: tuple[CartLine, ...] = ()
    discount: Discount | None = None
    returns: tuple[ReturnLine, ...] = ()
    offers: Offers = NO_OFFERS
    buyer: Buyer | None = None
    coupons: tuple[Coupon, ...] = ()
    name: str = ""
    note: str = ""
    valid_until: str = ""
    age_checked: int = 0
    age_checked_by: str = ""
    tip_minor: int = 0
    parked_id: str = ""
    pay_ins: tuple[PayIn, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """A line that was taken out and where it stood, so that it can come back."""

    line: CartLine
    index: int


def is_empty(cart: Cart) -> bool:
    """Tell whether there is nothing to sell, nothing that comes back and nothing that is paid in."""
    return not cart.lines and not cart.returns and not cart.pay_ins


def find_line(cart: Cart, line_id: str) -> CartLine | None:
    """Find a line that may be gone."""
    return next((line for line in cart.lines if line.line_id == line_id), None)


def line_of(cart: Cart, line_id: str) -> CartLine:
    """Find a line. Refusal `cart.no_line`."""
    line = find_line(cart, line_id)
    if line is not None:
        return line
    raise Refusal("cart.no_line", "This line is no longer in the cart.", "Choose a line of the cart.")


def gross_minor(line: CartLine, currency: str) -> int:
    """Price of a line before price lists, promotions and discounts."""
    if line.fixed_total_minor is not None:
        return line.fixed_total_minor
    unit_price_e4 = line.override.price_e4 if line.override else line.price_e4
    return amount_minor(unit_price_e4, line.quantity_milli, currency)


def age_limit(cart: Cart) -> int:
    """Age the customer must have reached to buy all of this; 0 when anybody may."""
    return max(map(attrgetter("age_limit"), cart.lines), default=0)


def add(cart: Cart, found: Found, line_id: str, times_milli: int | None = None) -> Cart:
    """Put in what a scan found, `times_milli` times (`3 *` is 3000), or of that weight when it must be weighed.

    The same product, code and price goes into the line that is there already, which stays where it is; measured goods
    and lines with a discount stay alone. Refusals: `product.inactive`, `quantity.needed`, `quantity.fixed`,
    `quantity.pieces`, `quantity.too_small`, `quantity.too_large`, `quantity.cap`, `serial.twice`, `cart.full`.
    """
    line = _new_line(found, line_id, cart.currency, times_milli)
    _check_cap(cart.lines, line, line.quantity_milli)
    _check_serial(cart, line)
    for index, other in enumerate(cart.lines):
        if other.product_id == line.product_id and _mergeable(other, line):
            quantity = _checked(other.quantity_milli + line.quantity_milli, other.unit)
            return _with_line(cart, index, replace(other, quantity_milli=quantity))
    if len(cart.lines) >= MAX_LINES:
        raise Refusal(
            "cart.full",
            f"A cart holds {MAX_LINES} lines at most.",
            "Pay this one and open another.",
            facts={"limit": MAX_LINES},
        )
    return replace(cart, lines=(*cart.lines, line))


def set_quantity(cart: Cart, line_id: str, quantity_milli: int) -> Cart:
    """Change the quantity of a line. Refusals as `add`; a line from a label keeps its quantity (`quantity.fixed`)."""
    line = line_of(cart, line_id)
    if line.fixed_total_minor is not None:
        raise _fixed()
    _check_cap([other for other in cart.lines if other is not line], line, quantity_milli)
    _check_single(line, quantity_milli)
    return _change(cart, line_id, lambda line: replace(line, quantity_milli=_checked(quantity_milli, line.unit)))


def remove(cart: Cart, line_id: str) -> tuple[Cart, Removed]:
    """Take a line out; give the cart and what brings the line back."""
    index = cart.lines.index(line_of(cart, line_id))
    return replace(cart, lines=cart.lines[:index] + cart.lines[index + 1 :]), Removed(cart.lines[index], index)


def leave_out(cart: Cart, line_id: str) -> Cart:
    """Take a line out that comes back."""
    return replace(cart, returns=tuple(line for line in cart.returns if line.line_id != line_id))


def restore(cart: Cart, removed: Removed) -> Cart:
    """Put a removed line back where it stood; a line that is there again stays as it is."""
    if any(line.line_id == removed.line.line_id for line in cart.lines):
        return cart
    return replace(cart, lines=(*cart.lines[: removed.index], removed.line, *cart.lines[removed.index :]))


def set_discount(cart: Cart, line_id: str, discount: Discount | None) -> Cart:
    """Give a line a discount, or take it away with None. Refusals `discount.too_small`, `discount.limit`."""
    changed = _change(cart, line_id, lambda line: replace(line, discount=discount))
    if discount is not None:
        check_discount(discount, gross_minor(line_of(cart, line_id), cart.currency))
    return changed


def set_note(cart: Cart, line_id: str, note: str) -> Cart:
    """Write a note on a line, or take it away with an empty text."""
    return _change(cart, line_id, lambda line: replace(line, detail=with_note(line.detail, note)))


def set_cart_note(cart: Cart, note: str) -> Cart:
    """Write a note on the whole cart, or take it away with an empty text."""
    return replace(cart, note=" ".join(note.split())[:MAX_CART_NOTE])


def set_price(cart: Cart, line_id: str, override: Override | None) -> Cart:
    """Give a line a price that a person set, or the catalogue's again with None.

    Refusals `quantity.fixed`, `price.reason`.
    """
    if line_of(cart, line_id).fixed_total_minor is not None:
        raise _fixed()
    if override is not None and not override.reason.strip():
        raise Refusal("price.reason", "A price of your own needs a reason.", "Say why.", field="reason")
    return _change(cart, line_id, lambda line: replace(line, override=override))


def without_restricted(cart: Cart) -> Cart:
    """Leave out what this customer may not buy: the goods whose age limit nobody has confirmed."""
    return replace(cart, lines=tuple(line for line in cart.lines if line.age_limit <= cart.age_checked))


def confirm_age(cart: Cart, person_id: str) -> Cart:
    """Write down that this person has looked at the customer's age, for the strictest of these goods."""
    return replace(cart, age_checked=age_limit(cart), age_checked_by=person_id)


def is_age_open(cart: Cart) -> bool:
    """Tell whether somebody has still to look at the customer's age."""
    return age_limit(cart) > cart.age_checked


def check_age(cart: Cart) -> None:
    """Refuse (`age.unchecked`) a cart with goods for which nobody has looked at the customer's age."""
    if is_age_open(cart):
        limit = age_limit(cart)
        message = f"Whoever buys these goods has to be {limit}."
        raise Refusal("age.unchecked", message, "Look at a document first.", facts={"limit": limit})


def _new_line(found: Found, line_id: str, currency: str, times_milli: int | None) -> CartLine:
    product = found.product
    if not product.active:
        raise Refusal(
            "product.inactive",
            f"{product.name} is no longer sold.",
            "Ask a manager to put it back on sale.",
            facts={"name": product.name},
        )
    return CartLine(
        line_id=line_id,
        product_id=product.id,
        sku=product.sku,
        name=product.name,
        unit=product.unit,
        code=found.code,
        quantity_milli=_checked(_quantity(found, currency, times_milli), product.unit),
        price_e4=product.price_e4 if found.typed_price_e4 is None else found.typed_price_e4,
        rate_ppm=product.rate_ppm,
        pack_milli=found.pack_milli,
        weighed=product.weighed,
        fixed_total_minor=found.fixed_total_minor,
        age_limit=product.age_limit,
        category=product.category,
        prices=found.prices if found.typed_price_e4 is None else (),
        cap_milli=product.extra.cap_milli,
        detail=detail_of(found),
    )


def _check_cap(others: Iterable[CartLine], line: CartLine, quantity_milli: int) -> None:
    """Refuse more of a product on one ticket than its cap."""
    if not line.cap_milli:
        return
    there = sum(other.quantity_milli for other in others if other.product_id == line.product_id)
    if there + quantity_milli > line.cap_milli:
        raise Refusal(
            "quantity.cap",
            f"No more than {format_quantity(line.cap_milli)} of {line.name} on one ticket.",
            "Leave the rest out.",
            facts={"limit_milli": line.cap_milli, "name": line.name},
        )


def _check_serial(cart: Cart, line: CartLine) -> None:
    """Refuse one serial number twice, and more than one piece under it."""
    if line.detail is None or not line.detail.serial:
        return
    _check_single(line, line.quantity_milli)
    serials = [(other.product_id, other.detail.serial) for other in cart.lines if other.detail is not None]
    if (line.product_id, line.detail.serial) in serials:
        raise Refusal(
            "serial.twice",
            f"Serial number {line.detail.serial} is on this ticket already.",
            "Scan every piece once.",
            facts={"serial": line.detail.serial},
        )


def _check_single(line: CartLine, quantity_milli: int) -> None:
    if line.detail is not None and line.detail.serial and quantity_milli != 1000:
        raise Refusal("serial.single", "A serial number is one piece.", "Scan every piece.")


def _quantity(found: Found, currency: str, times_milli: int | None) -> int:
    product = found.product
    measured = found.quantity_milli
    if found.fixed_total_minor is not None:
        measured = measured or _labelled_quantity(found, found.fixed_total_minor, currency)
    if measured:
        if times_milli not in (None, 1000):
            raise _fixed()
        return measured
    if not product.weighed:
        return found.pack_milli * (1000 if times_milli is None else times_milli) // 1000
    if times_milli is None:
        raise Refusal(
            "quantity.needed",
            f"{product.name} is sold by weight.",
            "Weigh it, or type the quantity.",
            facts={"name": product.name},
        )
    return times_milli


def _labelled_quantity(found: Found, total_minor: int, currency: str) -> int:
    """What a price label stands for; of pieces, and of goods without a unit price, it is one pack."""
    if total_minor <= 0:
        raise Refusal("label.empty", "The label carries no price.", "Weigh it again, or type the quantity.")
    if found.product.unit in WHOLE_UNITS:
        return found.pack_milli
    return quantity_for_total(total_minor, found.product.price_e4, currency) or found.pack_milli


def _fixed() -> Refusal:
    return Refusal("quantity.fixed", "The label says how much this is.", "Scan every label once.")


def _mergeable(line: CartLine, new: CartLine) -> bool:
    if line.weighed or new.weighed:
        return False
    alike = replace(new, line_id=line.line_id, quantity_milli=line.quantity_milli)
    return line == alike and line.fixed_total_minor is None


def _checked(quantity_milli: int, unit: str) -> int:
    if quantity_milli <= 0:
        raise Refusal("quantity.too_small", "A quantity must be more than zero.", "Remove the line instead.")
    if quantity_milli > MAX_QUANTITY_MILLI:
        limit = format_quantity(MAX_QUANTITY_MILLI)
        raise Refusal(
            "quantity.too_large",
            f"More than {limit} of one thing cannot be sold on one line.",
            "Check whether a barcode was typed as the quantity.",
            facts={"limit_milli": MAX_QUANTITY_MILLI},
        )
    if quantity_milli % 1000 and unit in WHOLE_UNITS:
        raise Refusal("quantity.pieces", "This is sold in whole pieces.", "Use a whole number.")
    return quantity_milli


def _change(cart: Cart, line_id: str, change: Callable[[CartLine], CartLine]) -> Cart:
    line = line_of(cart, line_id)
    return _with_line(cart, cart.lines.index(line), change(line))


def _with_line(cart: Cart, index: int, line: CartLine) -> Cart:
    return replace(cart, lines=(*cart.lines[:index], line, *cart.lines[index + 1 :]))
