"""The enquiry for figures that only the centre knows: reports about goods of the shop, and what other shops have."""

from msgspec import Struct

FIGURES = "/ECK/API/SYNC/FIGURES"
"""The enquiry: a FiguresQuestion, answered with FiguresAnswer; 409 for who may not see it, 404 for no such report."""
EVERYWHERE, MOVEMENTS = "everywhere", "movements"
"""Reports about one product; the others are named as in the REST surface of the centre."""
MOST_FIGURES = 1_000


class FiguresQuestion(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which report, over which days (YYYY-MM-DD, both included), and who asks (the id of a person).

    `product_id` is needed for what is about one product; `days` is for how long nothing was sold.
    """

    report: str
    first: str
    last: str
    asked_by: str = ""
    product_id: str = ""
    days: int = 90


class FiguresAnswer(Struct, frozen=True, kw_only=True):
    """Rows of decimal strings, dates and words; what nobody knows is empty.

    `as_of` (RFC 3339) is when the figures behind it were made, empty for now; `more` when there would be more rows.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    as_of: str = ""
    more: bool = False
