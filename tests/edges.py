"""Fakes for the physical edges of the program; everything inside is real in the tests."""

from datetime import UTC, datetime, timedelta

OPENING = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
"""When a test's day begins, unless it says otherwise."""


class SettableClock:
    """A clock that stands still until it is told the time; `desktop.domain.clock.Clock` by shape."""

    def __init__(self, instant: datetime = OPENING) -> None:
        self.instant = instant
        self.up_s = 1_000.0

    def now(self) -> datetime:
        """Give the instant that was set."""
        return self.instant

    def uptime_s(self) -> float:
        """Give the seconds since the machine started; setting the clock does not change them."""
        return self.up_s

    def advance(self, **by: float) -> datetime:
        """Go on by hours, minutes, seconds ... as `timedelta` names them; gives the new instant."""
        self.instant += timedelta(**by)
        self.up_s += timedelta(**by).total_seconds()
        return self.instant
