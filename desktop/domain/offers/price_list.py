"""Prices of their own for some customers, or for everybody in a shop, by quantity."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tier:
    """From this quantity on, a unit costs this much."""

    from_milli: int
    price_e4: int


@dataclass(frozen=True, slots=True)
class PriceList:
    """A list of prices; `starts_on` and `ends_on` are local dates, both included, empty for no end."""

    id: str
    name: str
    starts_on: str = ""
    ends_on: str = ""


@dataclass(frozen=True, slots=True)
class ListPrice:
    """What a product costs by a price list; kept on a cart's line, so that a customer may come after the goods."""

    list_id: str
    tiers: tuple[Tier, ...]


@dataclass(frozen=True, slots=True)
class Override:
    """A price for one line that a person set, and why; `granted_by` is that person's id."""

    price_e4: int
    reason: str
    granted_by: str


def tier_for(tiers: Sequence[Tier], quantity_milli: int) -> Tier | None:
    """Give the tier of this quantity, None below the first one."""
    reached = [tier for tier in tiers if tier.from_milli <= quantity_milli]
    return max(reached, key=lambda tier: (tier.from_milli, -tier.price_e4), default=None)
