"""Labels that went to the label printer, or wait for it: kept, so that nobody has to choose them again."""

from dataclasses import dataclass
from typing import Literal

from desktop.domain.label import Label
from desktop.domain.parcel_label import ParcelLabel
from desktop.domain.place_label import PlaceLabel
from desktop.domain.plate_label import PlateLabel
from desktop.domain.print_job import JobState

Printable = Label | PlaceLabel | ParcelLabel | PlateLabel
LabelKind = Literal["goods", "place", "parcel", "plate"]


@dataclass(frozen=True, slots=True)
class LabelJob:
    """`content` is what is printed, as JSON of `operations.label_jobs`; `title` names the first of `labels`.

    `prints` counts how often it was handed to the printer: what is more than one was printed again, by `actor` last.
    What was `saved` went into a file, and nobody here knows whether it was printed.
    `reason` is the code of the Fault that stood in its way last.
    """

    job_id: str
    title: str
    labels: int
    size: str
    square: bool
    content: str
    state: JobState | Literal["saved"]
    made_at: str
    actor: str
    prints: int = 0
    last_at: str = ""
    reason: str = ""
    kind: LabelKind = "goods"

    @property
    def waits(self) -> bool:
        """Whether nobody knows yet that its labels came out."""
        return self.state in ("queued", "unknown")
