"""From when a difference that a count finds waits for a person; see `sync.wire.counts.CountTerms`."""

from dataclasses import dataclass

_PPM = 1_000_000


@dataclass(frozen=True, slots=True)
class CountTerms:
    """Limits of a difference: share of the book in ppm, thousandths, worth in minor units; 0 is none.

    With `asks_empty` who empties a bin is asked whether it is empty.
    """

    limit_ppm: int = 0
    limit_milli: int = 0
    limit_minor: int = 0
    asks_empty: bool = False

    def is_above(self, difference_milli: int, book_milli: int, price_e4: int, digits: int) -> bool:
        """Whether a difference is above any of the limits; `digits` are the decimals of the currency."""
        size_milli = abs(difference_milli)
        if self.limit_milli and size_milli > self.limit_milli:
            return True
        if self.limit_ppm and size_milli * _PPM > self.limit_ppm * max(book_milli, 0):
            return True
        return bool(self.limit_minor) and worth_minor(size_milli, price_e4, digits) > self.limit_minor


NO_LIMITS = CountTerms()


def worth_minor(milli: int, price_e4: int, digits: int) -> int:
    """Give what so many thousandths are worth at a unit price, rounded up, without a sign."""
    return -(-abs(milli) * price_e4 * int(10**digits) // 10_000_000)
