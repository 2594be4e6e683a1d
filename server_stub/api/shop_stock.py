"""What a shop says about its stock, on the surface."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, structs

from server_stub.faults import Denied
from sync.wire.stock_terms import StockTerms, WriteOffReason

Negative = Annotated[
    Literal["allow", "warn", "forbid"],
    Meta(description="Whether a document may take more from a place than the books have there; sales always may."),
]

Waves = Annotated[bool, Meta(description="Whether new pickings wait until their wave is released.")]

Confirms = Annotated[
    Literal["quantity", "goods", "place"],
    Meta(description="What is scanned: every piece, the goods once, or their place alone; lots and serials always."),
]

Expiring = Annotated[
    Literal["warn", "forbid"],
    Meta(description="Whether goods that expire too soon are received with a warning, or with somebody's word."),
]


class Reason(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A reason for writing goods off, and what it asks for."""

    name: Annotated[str, Meta(min_length=1, max_length=40, pattern=r"^[^\s\x00-\x1f](?:[^\x00-\x1f]*[^\s\x00-\x1f])?$")]
    note: bool = False
    photo: bool = False
    grant: Annotated[bool, Meta(description="Whether somebody with the right write_off_strict has to say so.")] = False


class StockPolicy(Struct, frozen=True, kw_only=True):
    """How a shop's stock is handled."""

    negative: Negative
    reasons: Annotated[list[Reason], Meta(description="None: the program's own, and any other words.")]
    waves: Waves
    confirm_picking: Confirms
    confirm_refill: Confirms
    expiring: Expiring


class StockPolicyChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be otherwise; the reasons as a whole."""

    negative: Negative | UnsetType = UNSET
    reasons: Annotated[list[Reason], Meta(max_length=8)] | UnsetType = UNSET
    waves: Waves | UnsetType = UNSET
    confirm_picking: Confirms | UnsetType = UNSET
    confirm_refill: Confirms | UnsetType = UNSET
    expiring: Expiring | UnsetType = UNSET


_SAME = ("negative", "waves", "confirm_picking", "confirm_refill", "expiring")
"""What is said here as it is kept."""


def tell_stock(terms: StockTerms) -> StockPolicy:
    """Give the terms as they are told."""
    reasons = [
        Reason(name=one.name, note=one.needs_note, photo=one.needs_photo, grant=one.needs_grant)
        for one in terms.reasons
    ]
    same = {name: getattr(terms, name) for name in _SAME}
    return StockPolicy(reasons=reasons, **same)


def change_stock(terms: StockTerms, change: StockPolicyChange) -> StockTerms:
    """Give the changed terms. Raises Denied 400 for two reasons of one name."""
    given = {name: getattr(change, name) for name in _SAME}
    terms = structs.replace(terms, **{name: value for name, value in given.items() if value is not UNSET})
    if change.reasons is UNSET:
        return terms
    if len({one.name.casefold() for one in change.reasons}) < len(change.reasons):
        raise Denied(400, "Two reasons have the same name")
    reasons = tuple(
        WriteOffReason(name=one.name, needs_note=one.note, needs_photo=one.photo, needs_grant=one.grant)
        for one in change.reasons
    )
    return structs.replace(terms, reasons=reasons)
