"""A journal that took the place of another one: what the other had is brought over, then the terminal goes on anew."""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection

from desktop.domain.photo import Photo
from desktop.operations.fiscal import skip_signed
from desktop.operations.terminal import Terminal
from desktop.replication.incarnations import Doubt, HeadNote
from desktop.replication.salvaging import salvage
from desktop.store import attachments, journal, mails, photos, print_jobs
from desktop.store.attachments import Kept
from desktop.store.journal import Sealed
from desktop.store.terminal import save_known
from desktop.store.topics import Topic


def take_over(
    terminal: Terminal,
    entries: Iterable[Sealed],
    beside: Callable[[], list[Kept]],
    shown: Callable[[], Iterable[Photo]] = tuple,
    *,
    late: bool = False,
) -> int:
    """Take sealed entries over that are not here, with the personal data and photos they name; gives how many."""
    topics = (Topic.SALES, Topic.STOCK, Topic.SHIFT, Topic.STAFF, Topic.SYNC)
    with terminal.database.writing(*topics) as connection:
        taken = salvage(connection, terminal.signer, entries, late=late)
        if taken:
            attachments.keep_missing(connection, beside())
            for photo in shown():
                photos.keep(connection, photo)
                photos.drop_unnamed(connection, [photo.hash])
            skip_signed(connection)
    return taken


def find_doubt(terminal: Terminal, note: HeadNote | None, reason: str, detail: str) -> Doubt | None:
    """Give the reason to go on anew; None for a terminal that never had a journal.

    Slips and mails that waited when the backup was made are not sent again by themselves.
    """
    with terminal.database.writing(Topic.DEVICES, Topic.PAPERS) as connection:
        _hold_back(connection)
        head = journal.read_head(connection)
    if head is not None:
        return Doubt(head.incarnation, reason, detail, head.seq)
    return Doubt(note.incarnation, "broken" if reason == "restored" else reason, detail, 0) if note else None


def forget(terminal: Terminal) -> None:
    """The terminal has gone on from what took its journal's place."""
    with terminal.database.writing(Topic.SYNC) as connection:
        save_known(connection, restored="")


def _hold_back(connection: Connection) -> None:
    print_jobs.forget_waiting(connection)
    mails.hold_all(connection)
