"""The mirror: what head office does not have yet, line by line on a second disk while the line is away."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from desktop.domain.backup import tag
from desktop.faults import Fault
from desktop.operations.photos import count_waiting
from desktop.operations.terminal import Terminal
from desktop.replication.mirror_lines import Mirrored, MirrorLines
from desktop.store import attachments, journal, photos
from desktop.store.database import sync_folder

AFTER = timedelta(minutes=15)
PAGE = 500
Marks = dict[str, int]
"""Incarnation -> number of the last entry that is in the mirror."""


def mirror_file(folder: Path, device_id: str) -> Path:
    """Give the mirror of a terminal in a folder."""
    return folder / f"eckwms-{tag(device_id)}.mirror"


def is_wanted(terminal: Terminal) -> bool | None:
    """Tell whether entries wait for so long that they are to lie on a second disk; None when nothing waits at all.

    What is there stays as long as photos wait, which follow their entries.
    """
    with terminal.database.reading() as connection:
        count, oldest = journal.read_unsent(connection)
    if not count or oldest is None:
        return False if count_waiting(terminal) else None
    return terminal.clock.now() - datetime.fromisoformat(oldest) >= AFTER


def mirror_unsent(terminal: Terminal, key: bytes, folder: Path, marks: Marks | None) -> Marks:
    """Append what is not in the mirror yet, or write it anew without marks; gives the marks of what is on that disk.

    For a worker thread: `terminal` has a database of its own. Fault `mirror.unwritable`.
    """
    path = mirror_file(folder, terminal.signer.terminal)
    marks = marks if path.exists() else None
    lines, done = MirrorLines(key, terminal.signer.terminal), dict(marks or {})
    target = path if marks is not None else path.with_name(path.name + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with target.open("ab" if marks is not None else "wb") as out, terminal.database.reading() as connection:
            for one in _unsent(connection, done):
                out.write(lines.write(one))
                done[one.sealed.incarnation] = one.sealed.seq
            out.flush()
            os.fsync(out.fileno())
        if target != path:
            target.replace(path)
            sync_folder(folder)
    except OSError as error:
        raise Fault("mirror.unwritable", "What is unsent cannot be copied to the second disk", str(error),
                    "Check the second disk or the share.") from error  # fmt: skip
    return done


def _unsent(connection: Connection, done: Marks) -> Iterator[Mirrored]:
    for incarnation in journal.list_incarnations(connection):
        acked = journal.read_handed_in(connection, incarnation)
        seq = max(acked.acked_seq if acked else 0, done.get(incarnation, 0))
        while page := journal.read_after(connection, incarnation, seq, PAGE):
            for sealed in page:
                named = attachments.sizes(connection, incarnation, sealed.seq - 1, sealed.seq)
                beside = attachments.read_for(connection, incarnation, sealed.seq - 1, sealed.seq) if named else ()
                yield Mirrored(sealed, beside, photos.read_for(connection, incarnation, sealed.seq))
            seq = page[-1].seq


def read_mirror(path: Path, key: bytes, device_id: str) -> list[Mirrored]:
    """Give what is in a mirror, nothing where there is none or it cannot be read."""
    with suppress(OSError), path.open("rb") as file:
        return list(MirrorLines(key, device_id).read(file))
    return []


def drop_mirror(folder: Path, device_id: str) -> None:
    """Everything is at head office: the second disk needs to keep it no more."""
    with suppress(OSError):
        mirror_file(folder, device_id).unlink(missing_ok=True)
