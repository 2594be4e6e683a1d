"""Jobs of the label printer, newest first; working state."""

from typing import cast

from sqlalchemy import Connection, delete, insert, select, update

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


def list_recent(connection: Connection, limit: int) -> list[LabelJob]:
    """Give the newest jobs."""
    rows = connection.execute(select(*_COLUMNS).order_by(label_job.c.job_id.desc()).limit(limit))
    return [LabelJob(*row) for row in rows]


def forget(connection: Connection, job_id: str) -> None:
    """Forget a job: nobody wants it any more."""
    connection.execute(delete(label_job).where(label_job.c.job_id == job_id))


def prune(connection: Connection, keep: int) -> None:
    """Forget the oldest jobs that are done."""
    oldest = select(label_job.c.job_id).order_by(label_job.c.job_id.desc()).offset(keep).limit(-1)
    done = label_job.c.state.not_in(cast(tuple[str, ...], WAITING)) & label_job.c.job_id.in_(oldest)
    connection.execute(delete(label_job).where(done))
