"""Where time comes from, and how it is written: ISO 8601 with the terminal's offset."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; tests bring their own."""

    def now(self) -> datetime:
        """Give the present instant, with an offset."""
        ...


class SystemClock:
    """The machine's clock in the machine's own time zone."""

    def now(self) -> datetime:
        """Give the present instant, with the local offset."""
        return datetime.now(UTC).astimezone()


def iso(now: datetime) -> str:
    """Write an instant as it is kept in facts: milliseconds and offset, `2026-11-21T10:03:22.120+01:00`."""
    if now.tzinfo is None:
        raise ValueError("an instant without an offset")
    return now.isoformat(timespec="milliseconds")
