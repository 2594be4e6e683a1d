"""What a cart was opened under: promotions and price lists as they were at that moment."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.offers.price_list import PriceList
from desktop.domain.offers.promotion import Promotion


@dataclass(frozen=True)
class Offers:
    """A pinned set: the promotions and price lists in force on local day `day` (YYYY-MM-DD) at `minute`."""

    promotions: tuple[Promotion, ...] = ()
    price_lists: tuple[PriceList, ...] = ()
    day: str = ""
    minute: int = 0


def pin_offers(promotions: Iterable[Promotion], price_lists: Iterable[PriceList]) -> Offers:
    """Take those in force."""
    return Offers(tuple(promotions), tuple(price_lists))
