"""Jobs of the label printer: what waits, what went out, and how often it was printed again.

As with slips (`print_jobs`), a job that goes to the printer is *unknown* from that moment: only the printer, or that no
byte had left, says more. So a power cut never makes labels look unsent that may hang already.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.label import Label
from desktop.domain.label_job import LabelJob
from desktop.domain.print_job import JobState
from desktop.operations import staff
from desktop.operations.labels import note_printed, refresh
from desktop.operations.terminal import Terminal
from desktop.store import label_jobs
from desktop.store.topics import Topic

KEPT = 50
Many = Sequence[tuple[Label, int]]
_DECODER = msgspec.json.Decoder(list[tuple[Label, int]])


def begin_labels(terminal: Terminal, many: Many, size: str, *, square: bool = False) -> LabelJob:
    """Keep labels that go to the printer right now."""
    now, content = terminal.clock.now(), msgspec.json.encode(list(many)).decode()
    labels = sum(copies for _, copies in many)
    job = LabelJob(new_id(now), many[0][0].name, labels, size, square, content, "unknown", iso(now), _who(terminal))
    with terminal.database.writing(Topic.DEVICES) as connection:
        label_jobs.add(connection, job)
        label_jobs.prune(connection, KEPT)
    return job


def begin_again(terminal: Terminal, job: LabelJob) -> LabelJob:
    """The same labels go to the printer once more."""
    return _save(terminal, replace(job, state="unknown", reason="", actor=_who(terminal)))


def settle_labels(terminal: Terminal, job: LabelJob, many: Many, state: JobState, reason: str = "") -> LabelJob:
    """It is known how far a job of these labels got; those that reached the printer count as hanging from now on."""
    if state in ("sent", "confirmed"):
        note_printed(terminal, [label for label, _ in many if not label.is_package])
        job = replace(job, prints=job.prints + 1, last_at=iso(terminal.clock.now()))
    return _save(terminal, replace(job, state=state, reason=reason))


def put_back(terminal: Terminal, job: LabelJob) -> None:
    """Nothing was tried: the job is what it was."""
    _save(terminal, job)


def drop_labels(terminal: Terminal, job_id: str) -> None:
    """Nobody wants this job any more."""
    with terminal.database.writing(Topic.DEVICES) as connection:
        label_jobs.forget(connection, job_id)


def list_label_jobs(terminal: Terminal, limit: int = KEPT) -> list[LabelJob]:
    """Give the newest jobs."""
    with terminal.database.reading() as connection:
        return label_jobs.list_recent(connection, limit)


def read_labels(terminal: Terminal, job: LabelJob) -> list[tuple[Label, int]]:
    """Give what a job prints, at the prices of now; the labels of packages stay as they were weighed."""
    many = _DECODER.decode(job.content)
    now = refresh(terminal, [label for label, _ in many])
    return [(_as_now(label, now), copies) for label, copies in many]


def _as_now(label: Label, now: Mapping[str, Label]) -> Label:
    made = None if label.is_package else now.get(label.product_id)
    return label if made is None else replace(made, code=label.code)


def _save(terminal: Terminal, job: LabelJob) -> LabelJob:
    with terminal.database.writing(Topic.DEVICES) as connection:
        label_jobs.save(connection, job)
    return job


def _who(terminal: Terminal) -> str:
    person = staff.signed_in(terminal)
    return person.name if person else ""
