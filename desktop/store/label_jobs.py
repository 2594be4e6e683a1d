"""Jobs of the label printer, newest first; working state."""

from typing import cast

from sqlalchemy import Connection, delete, insert, or_, select, update

from desktop.domain.label_job import LabelJob
from desktop.store.label_tables import label_job
from desktop.store.print_jobs import WAITING

_COLUMNS = tuple(label_job.c[name] for name in LabelJob.__slots__)


def add(connection: Connection, job: LabelJob) -> None:
    """Keep a new job."""
    connection.execute(insert(label_job), {name: getattr(job, name) for name in LabelJob.__slots__})


def save(connection: Connection, job: LabelJob) -> None:
    """Keep how far a job got."""
    values = {name: getattr(job, name) for name in ("state", "reason", "prints", "last_at", "actor")}
    connection.execute(update(label_job).where(label_job.c.job_id == job.job_id), values)


def read(connection: Connection, job_id: str) -> LabelJob | None:
    """Give one job."""
    row = connection.execute(select(*_COLUMNS).where(label_job.c.job_id == job_id)).first()
    return LabelJob(*row) if row else None


def list_recent(connection: Connection, limit: int, before: str = "", text: str = "") -> list[LabelJob]:
    """Give the newest jobs, or those older than the one with the id `before`; with a text those that name it."""
    wanted = select(*_COLUMNS).order_by(label_job.c.job_id.desc()).limit(limit)
    if before:
        wanted = wanted.where(label_job.c.job_id < before)
    if text:
        named = [column.contains(text, autoescape=True) for column in (label_job.c.title, label_job.c.actor)]
        wanted = wanted.where(or_(*named, label_job.c.content.contains(text, autoescape=True)))
    return [LabelJob(*row) for row in connection.execute(wanted)]


def find_same(connection: Connection, job: LabelJob) -> LabelJob | None:
    """Give the newest job that prints the very same."""
    same = (label_job.c.title == job.title) & (label_job.c.kind == job.kind) & (label_job.c.content == job.content)
    row = connection.execute(select(*_COLUMNS).where(same).order_by(label_job.c.job_id.desc()).limit(1)).first()
    return LabelJob(*row) if row else None


def find_named(connection: Connection, title: str, kind: str) -> LabelJob | None:
    """Give the newest job of a kind whose first label has this name."""
    named = (label_job.c.title == title) & (label_job.c.kind == kind)
    row = connection.execute(select(*_COLUMNS).where(named).order_by(label_job.c.job_id.desc()).limit(1)).first()
    return LabelJob(*row) if row else None


def forget(connection: Connection, job_id: str) -> None:
    """Forget a job: nobody wants it any more."""
    connection.execute(delete(label_job).where(label_job.c.job_id == job_id))


def prune(connection: Connection, before: str) -> None:
    """Forget jobs that are done and older than an id of that moment would be."""
    done = label_job.c.state.not_in(cast(tuple[str, ...], WAITING)) & (label_job.c.job_id < before)
    connection.execute(delete(label_job).where(done))
