"""What a shop offers, and to whom: promotions, price lists, coupons, customers, as tills are told of them.

Money is in minor units, unit prices in ten-thousandths of the major unit, quantities in thousandths of the unit.
"""

from typing import Literal

from msgspec import Struct


class Part(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One of the goods of a combo: `quantity_milli` of any of these products, SKUs or categories; `name` for people."""

    name: str = ""
    quantity_milli: int = 1000
    product_ids: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    gift: bool = False


PromotionKind = Literal["percent", "amount", "price", "buy_get", "mix", "combo", "ticket"]


class Promotion(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A promotion, field by field as the till's domain has it (desktop.domain.offers.promotion says what they mean).

    Dates are local days (YYYY-MM-DD), both included, empty for no end; weekdays ISO (Monday is 1), none for all;
    minutes count from local midnight. Limits of 0 are none. `prior` are products and what a unit of them cost at least
    in the 30 days before the promotion, where that was less than now; `prior_since` is the first day of which the
    centre knows prices, where that is later.
    """

    id: str
    name: str
    kind: PromotionKind
    priority: int = 0
    exclusive: bool = False
    active: bool = True
    starts_on: str = ""
    ends_on: str = ""
    weekdays: tuple[int, ...] = ()
    from_minute: int = 0
    until_minute: int = 1440
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


class Tier(Struct, frozen=True, array_like=True):
    """From this quantity on, a unit costs this much."""

    from_milli: int
    price_e4: int


class PriceList(Struct, frozen=True, kw_only=True):
    """Prices of its own for some customers; `starts_on` and `ends_on` are dates (YYYY-MM-DD), empty for no end."""

    id: str
    name: str
    starts_on: str = ""
    ends_on: str = ""


class ListPrice(Struct, frozen=True, kw_only=True):
    """What a product costs by a price list, tiers by rising quantity; the entity id is `list_id/product_id`."""

    list_id: str
    product_id: str
    tiers: tuple[Tier, ...]


class Coupon(Struct, frozen=True, kw_only=True):
    """A code that lets a promotion count; `uses` and `uses_per_customer` 0 mean any number.

    `used` is how often it is known at the centre to have been redeemed, `used_by` that count per customer, given only
    where `uses_per_customer` limits it. `ends_at` is RFC 3339, empty for never.
    """

    id: str
    code: str
    promotion_id: str
    uses: int = 1
    uses_per_customer: int = 0
    used: int = 0
    used_by: dict[str, int] = {}
    starts_at: str = ""
    ends_at: str = ""


class Erased(Struct, frozen=True, kw_only=True):
    """A customer who was made at a till was erased at the centre: the till lets go of what they gave."""

    id: str


class Customer(Struct, frozen=True, kw_only=True):
    """A customer as a till needs one; `birthday` is month and day (MM-DD), empty when it is not known.

    `tax_exempt` is why no tax is taken, empty when it is; `account_limit_minor` is what may be bought on account.
    Store credit and account (below zero: what they owe) are in `currency`; all three are as far as the centre knows.
    """

    id: str
    name: str
    card: str = ""
    group: str = ""
    price_list_id: str = ""
    birthday: str = ""
    tax_exempt: str = ""
    account_limit_minor: int = 0
    currency: str = ""
    credit_minor: int = 0
    account_minor: int = 0
    points: int = 0
