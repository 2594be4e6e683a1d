"""A promotion as the centre defines it: when, for whom, on which goods, and what it gives."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["percent", "amount", "price", "buy_get", "mix", "combo", "ticket"]
"""What a promotion gives:

`percent`, `amount`, `price`: `percent_ppm` off, `amount_minor` off each whole unit, or `price_e4` for a unit of each of
its goods, once `from_milli` of them are in the cart.
`buy_get`: of every `buy_milli` + `get_milli` of its goods the cheapest `get_milli` at `percent_ppm` off (3 for 2 is
buy 2000, get 1000, 1,000,000 off); of one product each when `same_product`.
`mix`: every `buy_milli` of its goods together for `price_minor`, or at `percent_ppm` off.
`combo`: one of each of its `parts` together for `price_minor`, or at `percent_ppm` off; parts marked `gift` are free.
`ticket`: `percent_ppm` or `amount_minor` off all its goods together, once they come to `from_minor`.
"""

GOODS_KINDS = ("percent", "amount", "price", "buy_get", "mix", "combo")
"""Kinds that look at goods; `ticket` looks at what they leave, after the discounts of the lines."""

EVERY_WEEKDAY = (1, 2, 3, 4, 5, 6, 7)
DAY_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class Part:
    """One of the goods of a combo: `quantity_milli` of any of these products, SKUs or categories; `name` for people."""

    name: str = ""
    quantity_milli: int = 1000
    product_ids: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    gift: bool = False


@dataclass(frozen=True, slots=True)
class Promotion:
    """One promotion. Without `product_ids`, `skus` and `categories` it is about all goods.

    `priority`: the lower goes first. What an `exclusive` one gave something on has nothing from any other. `starts_on`
    and `ends_on` are local dates, both included; weekdays are ISO (Monday is 1); minutes count from local midnight,
    and an end before the start is past midnight. `groups` are customer groups of which one is needed, `birthday` asks
    for a customer within `birthday_days` of theirs, `coupon` for a coupon of this promotion. `max_times` limits sets,
    or units of `percent`, `amount` and `price`, on one receipt, `max_minor` the money; 0 is no limit. Amounts are in
    minor units in the basis of the shop's prices. `prior` says by product what a unit cost at least in the 30 days
    before (or since the day `prior_since`), where that was less than it costs now without the promotion.
    """

    id: str
    name: str
    kind: Kind
    priority: int = 0
    exclusive: bool = False
    active: bool = True
    starts_on: str = ""
    ends_on: str = ""
    weekdays: tuple[int, ...] = ()
    from_minute: int = 0
    until_minute: int = DAY_MINUTES
    groups: tuple[str, ...] = ()
    birthday: bool = False
    birthday_days: int = 0
    coupon: bool = False
    product_ids: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    same_product: bool = False
    from_milli: int = 0
    from_minor: int = 0
    buy_milli: int = 0
    get_milli: int = 0
    percent_ppm: int = 0
    amount_minor: int = 0
    price_minor: int = 0
    price_e4: int = 0
    max_times: int = 0
    max_minor: int = 0
    prior: tuple[tuple[str, int], ...] = ()
    prior_since: str = ""
