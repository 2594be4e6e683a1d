"""What people did in the warehouse, from the documents that they made: how much, how fast, how often wrong. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class WorkDone:
    """One document: who made it, from when to when (RFC 3339), what it was for, and what it took.

    `began_at` is empty where nobody noted it: such work counts, but says nothing about time.
    """

    person_id: str
    ended_at: str
    began_at: str
    purpose: str
    for_order: bool
    lines: int
    scans: int
    refused: int


@dataclass(frozen=True, slots=True)
class WorkerFigures:
    """What somebody did: documents, those of them for orders, lines, scans, scans of the wrong thing, and seconds."""

    person_id: str
    documents: int = 0
    orders: int = 0
    lines: int = 0
    scans: int = 0
    refused: int = 0
    worked_s: int = 0

    @property
    def scans_per_hour(self) -> int:
        """Scans in an hour at work, 0 where no time is known."""
        return self.scans * 3600 // self.worked_s if self.worked_s else 0


def add_up(documents: Iterable[WorkDone]) -> tuple[WorkerFigures, ...]:
    """Give the figures of everybody, the busiest first."""
    figures: dict[str, WorkerFigures] = {}
    for one in documents:
        known = figures.get(one.person_id, WorkerFigures(one.person_id))
        figures[one.person_id] = replace(
            known,
            documents=known.documents + 1,
            orders=known.orders + one.for_order,
            lines=known.lines + one.lines,
            scans=known.scans + one.scans,
            refused=known.refused + one.refused,
            worked_s=known.worked_s + _seconds(one),
        )
    return tuple(sorted(figures.values(), key=lambda one: (-one.scans, -one.lines, one.person_id)))


def _seconds(one: WorkDone) -> int:
    """A clock that was set back says nothing."""
    if not one.began_at:
        return 0
    took = datetime.fromisoformat(one.ended_at) - datetime.fromisoformat(one.began_at)
    return max(int(took.total_seconds()), 0)
