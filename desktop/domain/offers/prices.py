"""What a unit costs before promotions: a person's price, the customer's price list, the shop's, or the catalogue's."""

from typing import NamedTuple

from desktop.domain.cart import Cart, CartLine
from desktop.domain.offers.price_list import ListPrice, Tier, tier_for
from desktop.domain.product import amount_minor
from desktop.domain.shop import Shop


class UnitPrice(NamedTuple):
    """A unit price and the name of the price list that it is from, empty when it is from none."""

    price_e4: int
    price_list: str = ""


def unit_prices(cart: Cart, shop: Shop) -> list[UnitPrice]:
    """Give the unit price of every line; the quantity of a tier is that of the product in the whole cart.

    The customer's list wins where it has the product, else the shop's; a list that was not in force when the cart was
    opened has no say.
    """
    held: dict[str, int] = {}
    for line in cart.lines:
        held[line.product_id] = held.get(line.product_id, 0) + line.quantity_milli
    wanted = [(one, cart.offers.list_name(one)) for one in lists_for(cart, shop)]
    lists = [(one, name) for one, name in wanted if name is not None]
    return [_unit_price(line, lists, held[line.product_id]) for line in cart.lines]


def catalogue_price(line: CartLine) -> UnitPrice:
    """Give the price of a line that no price list has: a person's, or the catalogue's."""
    return UnitPrice(line.override.price_e4 if line.override else line.price_e4)


def line_gross_minor(line: CartLine, unit: UnitPrice, currency: str) -> int:
    """Price of a line before promotions and discounts; a price label says it."""
    if line.fixed_total_minor is not None:
        return line.fixed_total_minor
    return amount_minor(unit.price_e4, line.quantity_milli, currency)


def lists_for(cart: Cart, shop: Shop) -> list[str]:
    """Name the price lists that have a say: the customer's, then the shop's."""
    of_buyer = cart.buyer.price_list_id if cart.buyer else ""
    return [one for one in (of_buyer, shop.price_list_id) if one]


def _unit_price(line: CartLine, lists: list[tuple[str, str]], held_milli: int) -> UnitPrice:
    if line.override is None and line.fixed_total_minor is None:
        for list_id, name in lists:
            tier = tier_for(_tiers(line.prices, list_id), held_milli)
            if tier is not None:
                return UnitPrice(tier.price_e4, name)
    return catalogue_price(line)


def _tiers(prices: tuple[ListPrice, ...], list_id: str) -> tuple[Tier, ...]:
    return next((one.tiers for one in prices if one.list_id == list_id), ())
