"""Labels that went to the label printer, or wait for it: kept, so that nobody has to choose them again."""

from dataclasses import dataclass

from desktop.domain.print_job import JobState


@dataclass(frozen=True, slots=True)
class LabelJob:
    """`content` is what is printed, as JSON of `operations.label_jobs`; `title` names the first goods of `labels`.

    `prints` counts how often it was handed to the printer: what is more than one was printed again, by `actor` last.
    `reason` is the code of the Fault that stood in its way last.
    """

    job_id: str
    title: str
    labels: int
    size: str
    square: bool
    content: str
    state: JobState
    made_at: str
    actor: str
    prints: int = 0
    last_at: str = ""
    reason: str = ""
