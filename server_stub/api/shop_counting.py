"""What a shop says about its counts, on the surface."""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType, structs

from server_stub.api.amounts import (
    GivenMoney,
    GivenQuantity,
    GivenRate,
    Money,
    Quantity,
    minor,
    money_text,
    quantity_milli,
    quantity_text,
    rate_ppm,
    rate_text,
)
from sync.wire.counts import CountTerms


class Counting(Struct, frozen=True, kw_only=True):
    """From when a difference of a count waits for a person, and how much is counted every day; 0 is no limit."""

    percent: Annotated[str, Meta(description="Of what the book said.")]
    pieces: Annotated[Quantity, Meta(description="Pieces, kg, m: whatever the goods come in.")]
    value: Annotated[Money, Meta(description="At the price of the catalogue.")]
    lines_a_day: int
    asks_empty: Annotated[bool, Meta(description="Who takes the last goods of a bin is asked whether it is empty.")]
    after_picks: Annotated[int, Meta(description="A bin is counted after so many documents from it; 0 is never.")]


class CountingChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be otherwise."""

    percent: GivenRate | UnsetType = UNSET
    pieces: GivenQuantity | UnsetType = UNSET
    value: GivenMoney | UnsetType = UNSET
    lines_a_day: Annotated[int, Meta(ge=0, le=10_000)] | UnsetType = UNSET
    asks_empty: bool | UnsetType = UNSET
    after_picks: Annotated[int, Meta(ge=0, le=10_000)] | UnsetType = UNSET


def tell_counting(terms: CountTerms, currency: str) -> Counting:
    """Give the terms as they are told."""
    return Counting(
        percent=rate_text(terms.limit_ppm),
        pieces=quantity_text(terms.limit_milli),
        value=money_text(terms.limit_minor, currency),
        lines_a_day=terms.lines_a_day,
        asks_empty=terms.asks_empty,
        after_picks=terms.after_picks,
    )


def change_counting(terms: CountTerms, change: CountingChange, currency: str) -> CountTerms:
    """Give the changed terms. Raises Denied 400 for a sum that the currency does not have."""
    if change.percent is not UNSET:
        terms = structs.replace(terms, limit_ppm=rate_ppm(change.percent))
    if change.pieces is not UNSET:
        terms = structs.replace(terms, limit_milli=quantity_milli(change.pieces))
    if change.value is not UNSET:
        terms = structs.replace(terms, limit_minor=minor(change.value, currency))
    given = {name: getattr(change, name) for name in ("lines_a_day", "asks_empty", "after_picks")}
    return structs.replace(terms, **{name: value for name, value in given.items() if value is not UNSET})
