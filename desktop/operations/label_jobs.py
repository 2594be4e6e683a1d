"""Jobs of the label printer: what waits, what went out, and how often it was printed again.

As with slips (`print_jobs`), a job that goes to the printer is *unknown* from that moment: only the printer, or that no
byte had left, says more. So a power cut never makes labels look unsent that may hang already.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import msgspec
from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.ids import least_id, new_id
from desktop.domain.label import Label
from desktop.domain.label_job import LabelJob, LabelKind, Printable
from desktop.domain.parcel_label import ParcelLabel
from desktop.domain.place_label import PlaceLabel
from desktop.domain.plate_label import PlateLabel
from desktop.domain.print_job import JobState
from desktop.domain.refusal import Refusal
from desktop.operations import staff
from desktop.operations.labels import note_printed, refresh
from desktop.operations.terminal import Terminal
from desktop.store import label_jobs
from desktop.store.topics import Topic

PAGE = 50
"""Jobs that are listed at once."""
KEPT = timedelta(days=366)
"""Who printed which label how often can be looked up for a year: as long as goods are complained about."""
Many = Sequence[tuple[Printable, int]]
_KINDS: dict[LabelKind, type[Printable]] = {
    "goods": Label,
    "place": PlaceLabel,
    "parcel": ParcelLabel,
    "plate": PlateLabel,
}
_DECODERS = {kind: msgspec.json.Decoder(list[tuple[made, int]]) for kind, made in _KINDS.items()}  # type: ignore[valid-type]


def begin_labels(
    terminal: Terminal, many: Many, size: str, *, square: bool = False
) -> tuple[LabelJob, LabelJob | None]:
    """Keep labels that go to the printer right now; the very labels of parcels once more are the job they were.

    Gives the job, and what it was before, None for a new one.
    """
    made = _new_job(terminal, many, size, square=square)
    with terminal.database.writing(Topic.DEVICES) as connection:
        same = label_jobs.find_same(connection, made) if made.kind == "parcel" else None
        if same is None:
            _keep(terminal, connection, made)
    return (made, None) if same is None else (begin_again(terminal, same), same)


def note_saved(terminal: Terminal, many: Many, size: str, *, square: bool = False) -> LabelJob:
    """Keep that labels were written to a file."""
    made = replace(_new_job(terminal, many, size, square=square), state="saved", reason="")
    with terminal.database.writing(Topic.DEVICES) as connection:
        _keep(terminal, connection, made)
    return made


def _new_job(terminal: Terminal, many: Many, size: str, *, square: bool) -> LabelJob:
    now, content = terminal.clock.now(), msgspec.json.encode(list(many)).decode()
    labels, first = sum(copies for _, copies in many), many[0][0]
    kind = next(kind for kind, made in _KINDS.items() if isinstance(first, made))
    return LabelJob(
        new_id(now), _name(first), labels, size, square, content, "unknown", iso(now), _who(terminal), kind=kind
    )  # fmt: skip


def _keep(terminal: Terminal, connection: Connection, job: LabelJob) -> None:
    label_jobs.add(connection, job)
    label_jobs.prune(connection, least_id(terminal.clock.now() - KEPT))


def _name(one: Printable) -> str:
    match one:
        case Label():
            return one.name
        case PlaceLabel():
            return one.code
        case PlateLabel():
            return one.sscc
    return one.number


def begin_again(terminal: Terminal, job: LabelJob) -> LabelJob:
    """The same labels go to the printer once more."""
    return _save(terminal, replace(job, state="unknown", reason="", actor=_who(terminal)))


def settle_labels(terminal: Terminal, job: LabelJob, many: Many, state: JobState, reason: str = "") -> LabelJob:
    """It is known how far a job of these labels got; those that reached the printer count as hanging from now on."""
    if state in ("sent", "confirmed"):
        note_printed(terminal, [one for one, _ in many if isinstance(one, Label) and not one.is_package])
        job = replace(job, prints=job.prints + 1, last_at=iso(terminal.clock.now()))
    return _save(terminal, replace(job, state=state, reason=reason))


def confirm_parcels(terminal: Terminal, number: str) -> None:
    """Each of the labels that begin with this parcel's was scanned where it sticks: a person has looked."""
    with terminal.database.writing(Topic.DEVICES) as connection:
        job = label_jobs.find_named(connection, number, "parcel")
        if job is not None and job.prints:
            label_jobs.save(connection, replace(job, state="confirmed", reason=""))


def give_up(terminal: Terminal, job: LabelJob, before: LabelJob | None) -> None:
    """Nothing was tried: a new job is forgotten, another is what it was."""
    if before is None:
        with terminal.database.writing(Topic.DEVICES) as connection:
            label_jobs.forget(connection, job.job_id)
    else:
        _save(terminal, before)


def drop_labels(terminal: Terminal, job: LabelJob) -> None:
    """Nobody waits for this job any more; that it was printed before stays in the log."""
    give_up(terminal, job, replace(job, state="sent", reason="") if job.prints else None)


def list_label_jobs(terminal: Terminal, limit: int = PAGE, before: str = "", text: str = "") -> list[LabelJob]:
    """Give the newest jobs, or those before one; with a text those that name it or were printed by such a person."""
    with terminal.database.reading() as connection:
        return label_jobs.list_recent(connection, limit, before, text)


def require_job(terminal: Terminal, job_id: str) -> LabelJob:
    """Give a job. Refusal `label.no_job`."""
    with terminal.database.reading() as connection:
        known = label_jobs.read(connection, job_id)
    if known is None:
        raise Refusal("label.no_job", "There is no such print job.", "See `eckwms label --jobs`.")
    return known


def read_labels(terminal: Terminal, job: LabelJob) -> list[tuple[Printable, int]]:
    """Give what a job prints, at the prices of now; the labels of packages stay as they were weighed."""
    many: list[tuple[Printable, int]] = _DECODERS[job.kind].decode(job.content)
    now = refresh(terminal, [label for label, _ in many if isinstance(label, Label)]) if job.kind == "goods" else {}
    return [(_as_now(one, now) if isinstance(one, Label) else one, copies) for one, copies in many]


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
