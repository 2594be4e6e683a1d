"""What every kind of job works with, and what a kind is."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.jobs.queue import USUAL_ATTEMPTS


@dataclass(frozen=True, slots=True)
class Workplace:
    """The database, the centre's identity, the folder of its files, and the clock."""

    pool: Pool
    centre: Centre
    database_url: str
    data_dir: Path
    now: Callable[[], datetime]


class Hopeless(Exception):
    """Trying again will not help; the job is dead at once and a person sees why."""


Handler = Callable[[Workplace, dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Kind:
    """What to do with the payload of such a job, for how long at most and how often.

    A handler must bear being run twice with the same payload: a process may die between the work and the note of it.
    """

    handler: Handler
    limit_s: float = 300.0
    max_attempts: int = USUAL_ATTEMPTS
