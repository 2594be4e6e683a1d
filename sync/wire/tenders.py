"""Paying across the line: a shop's terms of it, and the enquiry about a gift certificate, which may hold an amount."""

from msgspec import Struct

GIFT = "/ECK/API/SYNC/GIFT"
"""The enquiry: a GiftQuestion, answered with a GiftAnswer, 404 when there is no such certificate."""
HOLD_MIN = 15
"""Minutes for which the centre keeps what it holds for a till that does not come back."""


class TenderTerms(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a shop says about paying.

    country             ISO 3166, where cash is rounded by the country's rule; empty where the shop has its own
    gift_offline_minor  what one certificate pays at a till before the centre has heard of it, 0 for nothing
    rates_ppm           foreign cash that is taken: home units for a million units, by currency
    purse_offline_minor what one customer pays by store credit, on account or with points, each, likewise
    point_every_minor   a customer earns a point for each so much paid, 0 for none
    point_value_minor   what a point pays, 0 for nothing
    tips                whether tips are taken, tip_methods by which methods
    tip_rates_ppm       the shares of a total that are offered as tips
    pay_in_credit       whether customers may put money into store credit, also by paying more than they owe
    gift_pays_debt      whether a certificate may pay what is owed on account
    """

    country: str = ""
    gift_offline_minor: int = 0
    rates_ppm: dict[str, int] = {}
    purse_offline_minor: int = 0
    point_every_minor: int = 0
    point_value_minor: int = 0
    tips: bool = False
    tip_rates_ppm: tuple[int, ...] = (50_000, 100_000, 150_000)
    tip_methods: tuple[str, ...] = ("cash", "card")
    pay_in_credit: bool = False
    gift_pays_debt: bool = False


class GiftQuestion(Struct, frozen=True, kw_only=True):
    """How much is on a certificate; `amount_minor` of it, or what there is, is kept for `hold`, a UUID of the till's.

    The same hold again moves its amount and its end; an amount of 0 gives it up.
    """

    number: str
    amount_minor: int
    hold: str


class GiftAnswer(Struct, frozen=True, kw_only=True):
    """`balance_minor` is what others have not held, `held_minor` what is held now; `state`: good, closed or expired."""

    number: str
    currency: str
    balance_minor: int
    held_minor: int
    state: str
