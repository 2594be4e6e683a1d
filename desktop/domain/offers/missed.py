"""What would fire but for one thing: the hour, who buys, or a coupon.

Worked out when somebody asks why, and for the moment of asking: what is kept of a ticket from scan to scan knows
nothing of it, so no scan pays for it and nothing of it grows stale.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.domain.cart import Cart
from desktop.domain.explanation import Step
from desktop.domain.offers.applied import MOST_NEAR, NearMiss
from desktop.domain.offers.buyer import Buyer
from desktop.domain.offers.coupon import Coupon
from desktop.domain.offers.matching import has_birthday
from desktop.domain.offers.pinned import Offers, in_force
from desktop.domain.offers.promotion import DAY_MINUTES, Promotion
from desktop.domain.pricing import price
from desktop.domain.shop import Shop

SOON = timedelta(minutes=30)
"""A promotion that begins within this time, or ended within it, is told of."""

MOST_TRIED = 12
"""Promotions that are tried, the first by priority: each is priced for itself, about 6 ms at 200 lines."""

Facts = tuple[tuple[str, str | int], ...]
Lack = tuple[str, Facts]
"""The kind of a near miss, and its facts."""

FAR: Lack = ("", ())


def find_missed(cart: Cart, shop: Shop, known: Iterable[Promotion], now: datetime) -> tuple[NearMiss, ...]:
    """Say which promotions lack one thing that is not goods, and what the ticket would cost less with each.

    `known` are all that the till knows; one that the ticket has pinned is taken as it was pinned. Refusals as `price`.
    """
    local = now.astimezone(ZoneInfo(shop.time_zone)).replace(second=0, microsecond=0, tzinfo=None)
    pinned = {one.id: one for one in cart.offers.promotions}
    lacking = {}
    for one in {**{one.id: one for one in known}, **pinned}.values():
        lacks = list(_lacks(one, cart, None if one.id in pinned else local))
        if len(lacks) == 1 and lacks != [FAR]:
            lacking[one.id] = (one, lacks[0])
    return _worth_telling(cart, shop, lacking) if lacking and cart.lines else ()


def _lacks(promotion: Promotion, cart: Cart, local: datetime | None) -> Iterator[Lack]:
    """What a promotion lacks; `local` is the time in the shop for one that the ticket has not pinned."""
    if local is not None:
        yield from _lacks_time(promotion, local)
    yield from _lacks_buyer(promotion, cart.buyer, cart.offers.day)
    if promotion.coupon and all(one.promotion_id != promotion.id for one in cart.coupons):
        yield "near.coupon", ()


def _lacks_buyer(promotion: Promotion, buyer: Buyer | None, day: str) -> Iterator[Lack]:
    """Who should buy; somebody unknown may be anybody, somebody known has the birthday they have."""
    if promotion.groups and (buyer is None or buyer.group not in promotion.groups):
        yield "near.customer", (("groups", ", ".join(promotion.groups)),)
    elif promotion.birthday and buyer is None:
        yield "near.birthday", ()
    if promotion.birthday and buyer is not None and not has_birthday(buyer.birthday, day, promotion.birthday_days):
        yield FAR


def _lacks_time(promotion: Promotion, local: datetime) -> Iterator[Lack]:
    """When it begins or ended, if that is near."""
    if _runs(promotion, local):
        yield "near.began", ()
        return
    minute = local.hour * 60 + local.minute
    begins = local + timedelta(minutes=(promotion.from_minute - minute) % DAY_MINUTES)
    ended = local - timedelta(minutes=(minute - promotion.until_minute) % DAY_MINUTES)
    if begins - local <= SOON and _runs(promotion, begins):
        yield "near.begins", (("time", f"{begins:%H:%M}"),)
    elif local - ended <= SOON and _runs(promotion, ended - timedelta(minutes=1)):
        yield "near.ended", (("time", f"{ended:%H:%M}"),)
    else:
        yield FAR


def _runs(promotion: Promotion, local: datetime) -> bool:
    return in_force(promotion, local.date(), local.hour * 60 + local.minute)


def _worth_telling(cart: Cart, shop: Shop, lacking: Mapping[str, tuple[Promotion, Lack]]) -> tuple[NearMiss, ...]:
    """Those that would make the ticket cheaper, the most first."""
    others = tuple(coupon for coupon in cart.coupons if coupon.promotion_id not in lacking)
    trial = replace(cart, offers=_as_if(cart.offers, [one for one, _ in lacking.values()]), coupons=others)
    before, near = price(cart, shop).total_minor, []
    for one in _about(trial, lacking)[:MOST_TRIED]:
        saved = before - price(replace(trial, coupons=(*others, Coupon(one.id, "", one.id))), shop).total_minor
        if saved > 0:
            kind, facts = lacking[one.id][1]
            money = (("saved_minor", saved), ("currency", cart.currency))
            near.append((-saved, NearMiss(one.id, one.name, Step(kind, (("promotion", one.name), *facts, *money)))))
    return tuple(one for _, one in sorted(near)[:MOST_NEAR])


def _as_if(offers: Offers, lacking: Iterable[Promotion]) -> Offers:
    """A set in which what lacks something asks for a coupon only: handing in a made-up one tries a promotion, and what
    the others gave need not be worked out again."""
    promotions = {one.id: one for one in offers.promotions}
    promotions |= {one.id: replace(one, groups=(), birthday=False, coupon=True) for one in lacking}
    in_order = sorted(promotions.values(), key=lambda one: (one.priority, one.id))
    return replace(offers, promotions=tuple(in_order))


def _about(cart: Cart, lacking: Mapping[str, object]) -> list[Promotion]:
    """Promotions among these that are about something in the cart."""
    index = cart.offers.index
    active = frozenset(place for promotion, place in index.places.items() if promotion in lacking)
    matches = (index.matches(line.product_id, line.sku, line.category, active) for line in cart.lines)
    places = {place for one in matches for some in one for place in some}
    return [index.promotions[place] for place in sorted(places)]
