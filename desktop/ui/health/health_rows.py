"""What the health screen shows, as one frozen value."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from desktop.domain.unsent import HandingIn
from sync.status import EngineStatus

Mood = Literal["fine", "waiting", "person", "blocked"]


@dataclass(frozen=True)
class Checked:
    """What checking every entry of the journal found: how many there are, and the first bad one, 0 if there is none."""

    entries: int
    bad_seq: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Exported:
    """Entries that were written to a file."""

    entries: int
    file: str


@dataclass(frozen=True)
class HealthState:
    """`status` is the engine's newest word and `told_at` when it came; `since` is when the line was lost.

    `checked` is the last check of the whole journal and `checked_at` when it ended; `may_check` tells whether this
    person may check and export the journal.
    """

    now: datetime
    status: EngineStatus = field(default_factory=EngineStatus)
    told_at: datetime | None = None
    since: datetime | None = None
    waiting: HandingIn = field(default_factory=HandingIn)
    may_check: bool = False
    checking: bool = False
    checked: Checked | None = None
    checked_at: datetime | None = None
    trying: bool = False
    exporting: bool = False
    exported: Exported | None = None

    @property
    def for_person(self) -> int:
        """How many things a person has to look at."""
        bad = 1 if self.checked and self.checked.bad_seq else 0
        return len(self.waiting.problems) + len(self.waiting.broken) + bad

    @property
    def mood(self) -> Mood:
        """The one thing to be said first."""
        if self.status.state == "blocked":
            return "blocked"
        if self.for_person or self.status.state == "attention":
            return "person"
        return "waiting" if self.status.state == "offline" or self.waiting.count else "fine"

    @property
    def next_try_s(self) -> int | None:
        """Seconds until the engine tries again; None when it does not wait."""
        if self.status.next_try_s is None or self.told_at is None:
            return None
        return max(0, round(self.status.next_try_s - (self.now - self.told_at).total_seconds()))
