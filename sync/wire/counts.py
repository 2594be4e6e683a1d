"""Counts that wait for a decision: by which terms a line waits, what was counted how often, and what was decided."""

from msgspec import Struct


class CountTerms(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """From when a shop wants a difference looked at before stock moves; 0 is no limit, and any limit is enough.

    limit_ppm    share of what the book said
    limit_milli  thousandths of the product's unit
    limit_minor  worth at the price of the catalogue
    lines_a_day  how many lines the centre orders to be counted every day, 0 for none
    asks_empty   whether who takes the last goods of a bin is asked whether it is empty
    after_picks  after how many documents that took goods of a bin the centre orders its count, 0 for never

    Who decides, and up to which worth, is the permission `approve_count`.
    """

    limit_ppm: int = 0
    limit_milli: int = 0
    limit_minor: int = 0
    lines_a_day: int = 0
    asks_empty: bool = False
    after_picks: int = 0


class Counting(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One count of it; quantities in thousandths.

    `settles_milli` is what moves when it stands: counted less book, less what was put right meanwhile unknown to it.
    """

    count_id: str
    n: int
    counted_milli: int
    book_milli: int
    settles_milli: int
    at: str
    actor: str


class Matter(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What of one product and lot at one place a person has to decide: the counts of it, the oldest first.

    `undo_milli` is what moves when none of them stands: what its counts have moved already goes back.
    """

    id: str
    product_id: str
    place_id: str
    opened_at: str
    counts: tuple[Counting, ...]
    lot: str = ""
    order_id: str = ""
    undo_milli: int = 0


class CountDecided(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody decided a matter: the line `n` of a count stands, or, with an empty `count_id`, none of them.

    `settles_milli` thousandths come to the place from `other_place_id` or, below zero, go there. The centre works them
    out again from what it knows by then, and the first decision counts.
    """

    decision_id: str
    matter_id: str
    product_id: str
    place_id: str
    other_place_id: str
    settles_milli: int
    count_id: str = ""
    n: int = 0
    lot: str = ""
    note: str = ""
    granted_by: str = ""
