"""Photos of goods that were marked: kept with their scan, let go of when head office has had them for long."""

from dataclasses import replace
from datetime import UTC, timedelta

from desktop.domain.clock import iso
from desktop.domain.photo import Photo
from desktop.domain.receiving import last_marked
from desktop.domain.task import Scan, What
from desktop.operations import tasks
from desktop.operations.terminal import Terminal
from desktop.store import photos
from desktop.store import tasks as kept
from desktop.store.terminal import Known, read_known
from desktop.store.topics import Topic

KEPT_DAYS = 30
"""How long a photo stays here when head office has it."""


def find_marked(terminal: Terminal, task_id: str) -> Scan:
    """Give the mark that a photo taken now would be of. Refusals `photo.nothing`, `photo.many`."""
    with terminal.database.reading() as connection:
        return last_marked(kept.list_scans(connection, task_id))


def add_photo(terminal: Terminal, task_id: str, photo: Photo, marked: Scan) -> Scan:
    """Keep a photo of goods that were marked. Refusal `task.gone`."""
    with terminal.database.writing(Topic.STOCK) as connection:
        told = tasks.keep_scan(connection, terminal, task_id, replace(marked, what=What.PHOTO, code=photo.hash))
        photos.keep(connection, photo)
    return told


def count_waiting(terminal: Terminal) -> int:
    """Count the photos that head office does not have yet."""
    with terminal.database.reading() as connection:
        return photos.count_waiting(connection, read_known(connection, Known.EPOCH))


def settle_photos(terminal: Terminal) -> None:
    """Let go of the photos that head office has had for `KEPT_DAYS`."""
    before = iso(terminal.clock.now().astimezone(UTC) - timedelta(days=KEPT_DAYS))
    with terminal.database.reading() as connection:
        over = photos.list_done(connection, before, read_known(connection, Known.EPOCH))
    if over:
        with terminal.database.writing() as connection:
            photos.blank(connection, over)
