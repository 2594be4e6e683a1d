"""What the health screen shows, as one frozen value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from desktop.domain.backup import BackupState
from desktop.domain.case import Case
from desktop.domain.rights import Standing
from desktop.domain.unsent import Exported, HandingIn
from desktop.faults import Fault
from sync.status import EngineStatus

Mood = Literal["fine", "waiting", "person", "blocked"]


@dataclass(frozen=True)
class Checked:
    """What checking every entry of the journal found: how many there are, and the first bad one, 0 if there is none."""

    entries: int
    bad_seq: int = 0
    reason: str = ""


@dataclass(frozen=True)
class TillFacts:
    """Who this till is for whoever helps: centre's address, version, log file, folder for exports, and if it prints.

    `newest` is the version that head office told of last, empty for none.
    """

    server: str = ""
    version: str = ""
    log_file: str = ""
    exports: str = ""
    prints: bool = False
    newest: str = ""


@dataclass(frozen=True)
class Place:
    """A folder that an export may go to; `name` is a volume's own name, empty for this till's own folder."""

    name: str
    path: str


Tell = Callable[[Sequence[Place]], None]
Find = Callable[[Tell], None]
"""Looks for sticks, and tells them once, from any thread."""


@dataclass(frozen=True)
class HealthState:
    """`status` is the engine's newest word and `told_at` when it came; `since` is when the line was lost.

    `checked` is the last check of the whole journal and `checked_at` when it ended; `may_check` tells whether this
    person may check and export the journal, `rights` how far rights reach here without head office. `exported` or
    `export_fault` is how the last export ended.
    """

    now: datetime
    till: str = ""
    device: str = ""
    shop: str = ""
    facts: TillFacts = field(default_factory=TillFacts)
    status: EngineStatus = field(default_factory=EngineStatus)
    told_at: datetime | None = None
    since: datetime | None = None
    waiting: HandingIn = field(default_factory=HandingIn)
    cases: tuple[Case, ...] = ()
    may_check: bool = False
    rights: Standing = Standing()  # noqa: RUF009  frozen
    backup: BackupState = BackupState()  # noqa: RUF009  frozen
    checking: bool = False
    checked: Checked | None = None
    checked_at: datetime | None = None
    trying: bool = False
    exporting: bool = False
    exported: Exported | None = None
    export_fault: Fault | None = None

    @property
    def journal_is_bad(self) -> bool:
        """Whether the last check found an entry that does not hold."""
        return self.checked is not None and self.checked.bad_seq > 0

    @property
    def all_cases(self) -> tuple[Case, ...]:
        """What a person has to look at: the cases, behind what the last check of the journal found."""
        if self.checked is None or not self.journal_is_bad:
            return self.cases
        at = self.checked_at.isoformat() if self.checked_at else ""
        bad = Case("checked", "journal.checked", at, self.till, str(self.checked.bad_seq), self.checked.reason)
        return (bad, *self.cases)

    @property
    def mood(self) -> Mood:
        """The one thing to be said first."""
        if self.status.state == "blocked":
            return "blocked"
        if self.all_cases or self.status.state == "attention" or self.rights.doubt:
            return "person"
        return "waiting" if self.status.state == "offline" or self.waiting.count else "fine"

    @property
    def next_try_s(self) -> int | None:
        """Seconds until the engine tries again; None when it does not wait."""
        if self.status.next_try_s is None or self.told_at is None:
            return None
        return max(0, round(self.status.next_try_s - (self.now - self.told_at).total_seconds()))

    @property
    def next_try_at(self) -> datetime | None:
        """When the engine tries again; None when it does not wait."""
        if self.status.next_try_s is None or self.told_at is None:
            return None
        return self.told_at + timedelta(seconds=self.status.next_try_s)

    @property
    def told_to_wait(self) -> bool:
        """Whether head office itself asked for patience: until then a try would not be made."""
        return self.status.cause in ("busy", "degraded") and bool(self.next_try_s)
