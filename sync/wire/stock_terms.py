"""What a shop says about its stock: goods that the books do not have, and why goods may be written off."""

from msgspec import Struct

NEGATIVE = ("allow", "warn", "forbid")
"""Whether a document may take more from a place than the books have there. A sale always may: the customer has it."""

EXPIRING = ("warn", "forbid")
"""Whether goods that expire sooner than their `least_days` are received with a warning, or with somebody's word."""

CONFIRMS = ("quantity", "goods", "place")
"""What who picks has to scan, from the strictest: every piece (or how many), the goods once, their place alone."""


class WriteOffReason(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A reason for writing goods off, and what it asks for: a note, a photo, the word of somebody who may give it."""

    name: str
    needs_note: bool = False
    needs_photo: bool = False
    needs_grant: bool = False


class StockTerms(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`negative` is one of `NEGATIVE`, `expiring` of `EXPIRING`; without `reasons` the program has its own, and any
    other words are taken.

    With `waves` the centre tells of a picking when its wave is released; without, as soon as it is made. For orders and
    for refills it says which of `CONFIRMS` is enough; lots, serial numbers and marks are scanned in any case, and who
    does not know a word asks for everything.
    """

    negative: str = "warn"
    reasons: tuple[WriteOffReason, ...] = ()
    waves: bool = False
    confirm_picking: str = "quantity"
    confirm_refill: str = "quantity"
    expiring: str = "warn"
