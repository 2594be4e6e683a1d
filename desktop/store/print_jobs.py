"""What is on its way to the receipt printer; working state, its content gone as soon as it is done."""

from typing import cast

from sqlalchemy import Connection, delete, insert, select, update

from desktop.domain.print_job import JobState, PrintJob
from desktop.store.device_tables import print_job

WAITING: tuple[JobState, ...] = ("queued", "unknown")
_COLUMNS = (
    print_job.c.job_id,
    print_job.c.title,
    print_job.c.sale_id,
    print_job.c.rows,
    print_job.c.state,
    print_job.c.made_at,
    print_job.c.reason,
)


def add(connection: Connection, job: PrintJob) -> None:
    """Keep a new job."""
    values = {column.name: getattr(job, column.name) for column in _COLUMNS}
    connection.execute(insert(print_job), values)


def read(connection: Connection, job_id: str) -> PrintJob | None:
    """Give one job."""
    row = connection.execute(select(*_COLUMNS).where(print_job.c.job_id == job_id)).first()
    return PrintJob(*row) if row else None


def set_state(connection: Connection, job_id: str, state: JobState, reason: str) -> None:
    """Say how far a job got; of one that is done the content is forgotten."""
    values = {"state": state, "reason": reason} | ({} if state in WAITING else {"rows": ""})
    connection.execute(update(print_job).where(print_job.c.job_id == job_id), values)


def list_in(connection: Connection, state: JobState, limit: int) -> list[PrintJob]:
    """Give the jobs in a state, oldest first."""
    query = select(*_COLUMNS).where(print_job.c.state == state).order_by(print_job.c.job_id).limit(limit)
    return [PrintJob(*row) for row in connection.execute(query)]


def list_recent(connection: Connection, limit: int) -> list[PrintJob]:
    """Give the newest jobs, newest first."""
    query = select(*_COLUMNS).order_by(print_job.c.job_id.desc()).limit(limit)
    return [PrintJob(*row) for row in connection.execute(query)]


def forget(connection: Connection, job_id: str) -> None:
    """Forget one job: a person has seen to it."""
    connection.execute(delete(print_job).where(print_job.c.job_id == job_id))


def forget_waiting(connection: Connection) -> None:
    """Forget what waits: a journal of another day knows nothing of the paper of this one."""
    connection.execute(delete(print_job).where(print_job.c.state.in_(cast(tuple[str, ...], WAITING))))


def prune(connection: Connection, keep: int) -> None:
    """Forget the oldest jobs that are done."""
    oldest = select(print_job.c.job_id).order_by(print_job.c.job_id.desc()).offset(keep).limit(-1)
    done = print_job.c.state.not_in(cast(tuple[str, ...], WAITING)) & print_job.c.job_id.in_(oldest)
    connection.execute(delete(print_job).where(done))
