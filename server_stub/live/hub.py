"""Live lines: a WebSocket per terminal that says when there is something to pull and what state it is in.

Correctness never depends on it. A line keeps a set of feed names, not a queue, so a slow reader costs nothing.
"""

import asyncio
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sync.wire.changes import feeds_of


@dataclass(eq=False, slots=True)
class Line:
    """One open connection of a device and what it has not been told yet."""

    device_uuid: str
    feeds: tuple[str, ...] = ()
    moved: set[str] = field(default_factory=set)
    status_changed: bool = True
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    def allow(self, shop: str, *, may_read: bool) -> None:
        """Set which feeds this line hears of, and have it told about all of them once."""
        self.feeds = feeds_of(shop) if may_read else ()
        self.note(self.feeds)

    def note(self, feeds: Iterable[str]) -> None:
        """Remember feeds that moved, of those that this line hears of."""
        self.moved.update(feed for feed in feeds if feed in self.feeds)
        if self.moved:
            self.wake.set()

    def take(self) -> tuple[tuple[str, ...], bool]:
        """Give what is to be told now: feeds in the order of pulling, and whether the state may have changed."""
        self.wake.clear()
        moved = tuple(feed for feed in self.feeds if feed in self.moved)
        self.moved.clear()
        status_changed, self.status_changed = self.status_changed, False
        return moved, status_changed


class Hub:
    """All open lines of this process."""

    def __init__(self) -> None:
        self._lines: dict[str, set[Line]] = {}

    def open(self, device_uuid: str) -> Line:
        """Add a line for a device."""
        line = Line(device_uuid)
        self._lines.setdefault(device_uuid, set()).add(line)
        return line

    def close(self, line: Line) -> None:
        """Forget a line."""
        lines = self._lines.get(line.device_uuid, set())
        lines.discard(line)
        if not lines:
            self._lines.pop(line.device_uuid, None)

    def feeds_moved(self, feeds: Collection[str]) -> None:
        """Tell the lines that hear of these feeds; an empty collection means all feeds."""
        for line in self._all():
            line.note(feeds or line.feeds)

    def status_changed(self, device_uuid: str | None = None) -> None:
        """Have the lines of a device, or all lines, read their state again."""
        for line in self._all() if device_uuid is None else tuple(self._lines.get(device_uuid, ())):
            line.status_changed = True
            line.wake.set()

    def count(self) -> int:
        """Number of open lines."""
        return sum(len(lines) for lines in self._lines.values())

    def _all(self) -> tuple[Line, ...]:
        return tuple(line for lines in self._lines.values() for line in lines)
