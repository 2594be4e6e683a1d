"""Jobs of the receipt printer: each step is on disk before the next, so that nothing is printed twice unasked.

A job that goes to the printer is *unknown* from that moment; only the printer's answer, or that no byte had left,
changes that. So a power cut never makes a job look unsent that may be on paper.
"""

from dataclasses import replace

from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.print_job import JobState, PrintJob
from desktop.operations.terminal import Terminal
from desktop.store import print_jobs
from desktop.store.topics import Topic

KEPT = 100
MOST_WAITING = 100


def queue_paper(terminal: Terminal, title: str, rows: str, sale_id: str = "", *, begun: bool = False) -> PrintJob:
    """Keep a slip for the printer; `begun` says that it goes there right now."""
    now = terminal.clock.now()
    job = PrintJob(new_id(now), title, sale_id, rows, "unknown" if begun else "queued", iso(now))
    with terminal.database.writing(Topic.DEVICES) as connection:
        print_jobs.add(connection, job)
        print_jobs.prune(connection, KEPT)
    return job


def begin_paper(terminal: Terminal, job: PrintJob) -> PrintJob:
    """It goes to the printer now; from here on nobody knows until the printer says."""
    return settle_paper(terminal, job, "unknown")


def settle_paper(terminal: Terminal, job: PrintJob, state: JobState, reason: str = "") -> PrintJob:
    """It is known how far a job got."""
    with terminal.database.writing(Topic.DEVICES) as connection:
        print_jobs.set_state(connection, job.job_id, state, reason)
    return replace(job, state=state, reason=reason)


def forget_paper(terminal: Terminal, job_id: str) -> None:
    """A person looked at the paper, or does not want it any more."""
    with terminal.database.writing(Topic.DEVICES) as connection:
        print_jobs.forget(connection, job_id)


def find_paper(terminal: Terminal, job_id: str) -> PrintJob | None:
    """Give one job."""
    with terminal.database.reading() as connection:
        return print_jobs.read(connection, job_id)


def list_papers(terminal: Terminal, state: JobState) -> list[PrintJob]:
    """Give the jobs in a state, oldest first, at most `MOST_WAITING`."""
    with terminal.database.reading() as connection:
        return print_jobs.list_in(connection, state, MOST_WAITING)


def list_recent_papers(terminal: Terminal, limit: int) -> list[PrintJob]:
    """Give the newest jobs, newest first."""
    with terminal.database.reading() as connection:
        return print_jobs.list_recent(connection, limit)
