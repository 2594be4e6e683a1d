"""Live lines of this process: which are open, whose they are, and what each has not been told yet.

Correctness never depends on them. A line keeps a set of feed names and a bounded handful of messages, not a queue:
where messages would pile up it forgets them and reads them again from the database, so a slow reader costs nothing.
"""

import asyncio
import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from server_stub.ids import new_id
from sync.wire.changes import feeds_of

MAX_WAITING = 64
MAX_LINES_PER_OWNER = 4
"""A device has one line, for a moment two; more are those of a client that forgot to close, and the oldest goes."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message on its way to some lines: `wire` is its text as sent, empty where it is to be read by its id."""

    id: str
    audience: str
    target: str
    wire: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a line is to be told now: messages by id, feeds in the order of pulling, what to read again."""

    letters: dict[str, str]
    feeds: tuple[str, ...]
    status_changed: bool
    mail_due: bool


@dataclass(eq=False, slots=True)
class Line:
    """One open connection and what it has not been told yet.

    `owner` is the id of the device, or of the person where somebody holds it by their own token; `person` stands at
    the device, or is the owner. A `muted` one, of a blocked device, is told its state and nothing else.
    """

    owner: str
    number: int = 0
    shop: str = ""
    person: str = ""
    feeds: tuple[str, ...] = ()
    moved: set[str] = field(default_factory=set)
    letters: dict[str, str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    status_changed: bool = True
    mail_due: bool = True
    superseded: bool = False
    muted: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    def allow(self, shop: str, *, may_read: bool) -> tuple[str, ...]:
        """Set which feeds this line hears of, and give them: it is to be told about all of them once."""
        self.shop = shop
        self.feeds = feeds_of(shop) if may_read else ()
        self.moved.clear()
        return self.feeds

    def note(self, feeds: Iterable[str]) -> None:
        """Remember feeds that moved, of those that this line hears of."""
        self.moved.update(feed for feed in feeds if feed in self.feeds)
        if self.moved:
            self.wake.set()

    def post(self, letter: Letter) -> None:
        """Remember a message; too many, or one without its text, are read from the database instead."""
        if letter.wire and len(self.letters) < MAX_WAITING:
            self.letters[letter.id] = letter.wire
        else:
            self.letters.clear()
            self.mail_due = True
        self.wake.set()

    def ask_mail(self) -> None:
        """Have the messages for this line read from the database."""
        self.mail_due = True
        self.wake.set()

    def end(self) -> None:
        """Have the line closed in favour of a newer one of the same device."""
        self.superseded = True
        self.wake.set()

    def take(self) -> Telling:
        """Give what is to be told now, once."""
        self.wake.clear()
        told = Telling(
            dict(self.letters), tuple(f for f in self.feeds if f in self.moved), self.status_changed, self.mail_due
        )
        self.moved.clear()
        self.letters.clear()
        self.status_changed = self.mail_due = False
        return told


class Hub:
    """All open lines of this process, and how many messages went over them; `process_id` names it to the others."""

    def __init__(self) -> None:
        self.process_id = new_id()
        self.counts: Counter[str] = Counter()
        self._numbers = itertools.count(1)
        self._lines: dict[str, set[Line]] = {}
        self._watchers: dict[str, set[asyncio.Event]] = {}

    def open(self, owner: str) -> Line:
        """Add a line for a device or a person; their oldest ends where there are too many."""
        line = Line(owner, next(self._numbers))
        lines = self._lines.setdefault(owner, set())
        lines.add(line)
        self.counts["opened"] += 1
        if len(lines) > MAX_LINES_PER_OWNER:
            min(lines, key=lambda open_line: open_line.number).end()
        return line

    def close(self, line: Line) -> None:
        """Forget a line."""
        lines = self._lines.get(line.owner, set())
        lines.discard(line)
        if not lines:
            self._lines.pop(line.owner, None)

    def feeds_moved(self, feeds: Collection[str]) -> None:
        """Tell the lines that hear of these feeds; an empty collection means all feeds."""
        for line in self.lines():
            line.note(feeds or line.feeds)

    def status_changed(self, device_uuid: str | None = None) -> None:
        """Have the lines of a device, or all lines, read their state again."""
        for line in self.lines() if device_uuid is None else self._of(device_uuid):
            line.status_changed = True
            line.wake.set()
        for device, events in self._watchers.items():
            if device_uuid in (None, device):
                for event in events:
                    event.set()

    @contextmanager
    def watching(self, device_uuid: str) -> Iterator[asyncio.Event]:
        """Give an event that is set when the state of a device may have changed, for who holds no line of it."""
        event = asyncio.Event()
        self._watchers.setdefault(device_uuid, set()).add(event)
        try:
            yield event
        finally:
            events = self._watchers[device_uuid]
            events.discard(event)
            if not events:
                del self._watchers[device_uuid]

    def deliver(self, letter: Letter) -> None:
        """Hand a message to the lines it is for: those of a till, of a person, of a shop's room, or all."""
        match letter.audience:
            case "till":
                lines: Iterable[Line] = self._of(letter.target)
            case "person":
                lines = (line for line in self.lines() if line.person == letter.target)
            case "shop":
                lines = (line for line in self.lines() if line.shop == letter.target)
            case _:
                lines = (line for line in self.lines() if line.shop or line.person)
        for line in lines:
            line.post(letter)

    def resume(self) -> None:
        """Have every line told everything again: announcements may have been missed."""
        self.feeds_moved(())
        self.status_changed()
        for line in self.lines():
            line.ask_mail()

    def count(self) -> int:
        """Number of open lines."""
        return sum(len(lines) for lines in self._lines.values())

    def lines(self) -> tuple[Line, ...]:
        """Give all open lines."""
        return tuple(line for lines in self._lines.values() for line in lines)

    def _of(self, owner: str) -> tuple[Line, ...]:
        return tuple(self._lines.get(owner, ()))
