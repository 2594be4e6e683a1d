"""What the screen of labels shows, as one frozen value."""

from dataclasses import dataclass
from typing import Literal

from desktop.domain.label import Label
from desktop.domain.label_job import LabelJob
from desktop.domain.print_job import JobState
from desktop.domain.refusal import Refusal
from desktop.faults import Fault

MOST_COPIES = 999
LABEL_SIZES = ("40x25", "58x40", "70x36")

Done = Literal["printed", "waiting", "saved", "listed", "unchanged", "never"]


@dataclass(frozen=True)
class LabelRow:
    """A label and how many of it."""

    label: Label
    copies: int = 1


@dataclass(frozen=True)
class PdfOrder:
    """Labels on sheets of A4, or each on a page of its own; `skipped` places of the first sheet are used."""

    sheet: bool = True
    skipped: int = 0


@dataclass(frozen=True)
class Printed:
    """How far a job got, and what stands in its way."""

    state: JobState
    fault: Fault | None = None


@dataclass(frozen=True)
class JobsState:
    """Jobs of the label printer, the newest first; `chosen` is a row, -1 without any. `busy` while one is printed."""

    jobs: tuple[LabelJob, ...] = ()
    chosen: int = -1
    busy: bool = False
    refusal: Refusal | None = None

    @property
    def job(self) -> LabelJob | None:
        """The chosen job."""
        return self.jobs[self.chosen] if 0 <= self.chosen < len(self.jobs) else None

    @property
    def waiting(self) -> int:
        """How many did not come out, as far as anybody knows."""
        return sum(job.waits for job in self.jobs)


@dataclass(frozen=True)
class LabelsState:
    """`chosen` is a row, -1 without any; `preview` is its label as a PNG. `square` is a QR code instead of bars.

    `busy` while a job is on its way. `done` is what was done last, with a count and, for a file, where it lies; `more`
    tells that a list went on. `gone` are rows that were printed and can come back.
    """

    rows: tuple[LabelRow, ...] = ()
    chosen: int = -1
    size: str = "58x40"
    square: bool = False
    preview: bytes = b""
    categories: tuple[str, ...] = ()
    busy: bool = False
    done: Done | None = None
    count: int = 0
    where: str = ""
    more: bool = False
    gone: tuple[LabelRow, ...] = ()
    refusal: Refusal | None = None
    fault: Fault | None = None

    @property
    def row(self) -> LabelRow | None:
        """The chosen row."""
        return self.rows[self.chosen] if 0 <= self.chosen < len(self.rows) else None

    @property
    def total(self) -> int:
        """How many labels there are."""
        return sum(row.copies for row in self.rows)
