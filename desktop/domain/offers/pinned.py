"""What a cart was opened under: promotions and price lists as they were at that moment, in the shop's own time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from desktop.domain.offers.matching import Index
from desktop.domain.offers.price_list import PriceList
from desktop.domain.offers.promotion import Promotion


@dataclass(frozen=True)
class Offers:
    """A pinned set: the promotions and price lists in force at a moment of the local day `day` (YYYY-MM-DD)."""

    promotions: tuple[Promotion, ...] = ()
    price_lists: tuple[PriceList, ...] = ()
    day: str = ""

    def __hash__(self) -> int:
        """Worked out once: what is kept for each set is looked up with every step."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.promotions, self.price_lists, self.day))

    @cached_property
    def index(self) -> Index:
        """Which promotions are about which goods; made once for each pinned set."""
        return Index(self.promotions)

    def list_name(self, list_id: str) -> str | None:
        """Name a price list in force, None for one that is not."""
        return next((one.name for one in self.price_lists if one.id == list_id), None)


NO_OFFERS = Offers()


def pin_offers(
    promotions: Iterable[Promotion], price_lists: Iterable[PriceList], now: datetime, time_zone: str
) -> Offers:
    """Take those in force at an instant; the order of the arguments does not matter."""
    local = now.astimezone(ZoneInfo(time_zone))
    day, minute = local.date(), local.hour * 60 + local.minute
    running = sorted((one for one in promotions if in_force(one, day, minute)), key=lambda one: (one.priority, one.id))
    lists = sorted((one for one in price_lists if _covers(one, day)), key=lambda one: one.id)
    return shared(Offers(tuple(running), tuple(lists), day.isoformat()))


@lru_cache(maxsize=8)
def shared(offers: Offers) -> Offers:
    """Give the same object for equal sets: what has been worked out for one cart serves the next."""
    return offers


def in_force(promotion: Promotion, day: date, minute: int) -> bool:
    """Tell whether a promotion runs on this day at this minute; what runs past midnight belongs to its first day."""
    if not promotion.active:
        return False
    start, end = promotion.from_minute, promotion.until_minute
    if start < end:
        return start <= minute < end and _on_day(promotion, day)
    if minute >= start:
        return _on_day(promotion, day)
    return minute < end and _on_day(promotion, day - timedelta(days=1))


def _on_day(promotion: Promotion, day: date) -> bool:
    return _covers(promotion, day) and (not promotion.weekdays or day.isoweekday() in promotion.weekdays)


def _covers(dated: Promotion | PriceList, day: date) -> bool:
    return (dated.starts_on or "0") <= day.isoformat() <= (dated.ends_on or "9999-12-31")
