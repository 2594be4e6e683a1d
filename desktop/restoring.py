"""The way back of a terminal: a backup takes the place of `journal.db`, and what was there is kept beside it.

Each step leaves a folder that the next start understands: the copy is proven before it is named, it says itself what
it took the place of, and only when the terminal has gone on in a new incarnation is that forgotten.
"""

import secrets as random_bytes
import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop.domain.photo import Photo
from desktop.faults import Fault
from desktop.operations import backups, mirror, restored
from desktop.operations.backups import Places
from desktop.operations.terminal import Terminal
from desktop.replication.incarnations import Doubt, HeadNote
from desktop.settings import Loaded
from desktop.store import attachments, journal, photos
from desktop.store.attachments import Kept
from desktop.store.database import Database, sync_folder
from desktop.store.journal import Sealed
from desktop.store.migrate import check_version, migrate
from desktop.store.terminal import Known, read_known, save_known

READY, PART = "journal.restored", "journal.restored.part"
"""A proven copy that has not its name yet, and one that is not proven yet."""
PENDING = "mirror.pending"
"""A mirror of which not all is in the journal yet."""
FOLDER = "backups"
"""Of the data directory, where the settings name no other place."""
_PARTS = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Taken:
    """What took the place of a journal: the backup's name, empty for a new journal, and where the old one is now.

    `reason` is that of the new incarnation: restored, or replaced on another machine.
    """

    backup: str
    aside: str
    reason: str = "restored"


def places_of(loaded: Loaded, folder: Path | None = None) -> Places:
    """Give where backups of this data directory go; `folder` is one that was named instead."""
    settings = loaded.settings
    kept = Path(settings.backup_folder) if settings.backup_folder else loaded.data_dir / FOLDER
    return Places(folder or kept, Path(settings.backup_second) if settings.backup_second else None)


def heal(journal_file: Path, key: bytes, places: Places, device_id: str) -> Taken:
    """Put a damaged journal aside; the newest backup that reads back takes its place, or a new journal."""
    for backup in backups.list_backups(places, device_id):
        with suppress(Fault):
            taken = make_ready(journal_file, key, backup, "damaged")
            break
    else:
        taken = make_ready(journal_file, key, None, "damaged")
    take_place(journal_file, taken.aside)
    return taken


def make_ready(journal_file: Path, key: bytes, backup: Path | None, why: str, reason: str = "restored") -> Taken:
    """Prepare what takes the journal's place: a copy of the backup, proven where it is now, or an empty journal.

    Raises Fault: `backup.not_read_back`, `backup.unreadable`, and for what cannot be written. `why` is part of the name
    under which the old file is kept.
    """
    ready = journal_file.with_name(READY)
    part = ready.with_name(PART)
    aside = free_name(journal_file, why).name if journal_file.exists() else ""
    taken = Taken(backup.name if backup else "", aside, reason)
    _remove(part)
    try:
        if backup is not None:
            shutil.copyfile(backup, part)
            part.chmod(0o600)
            backups.prove_backup(part, key)
        say_taken(part, key, taken)
        part.replace(ready)
        sync_folder(ready.parent)
    except OSError as error:
        raise Fault("backup.unreadable", "The backup cannot be copied", str(error), "Check both disks.") from error
    finally:
        _remove(part)
    return taken


def say_taken(path: Path, key: bytes, taken: Taken) -> None:
    """Have a database say what it took the place of, for whoever opens it. Fault for one that cannot be used."""
    with closing(Database(path, key)) as database:
        if check_version(database) is None:  # an older one is upgraded when it is opened, with a copy as always
            migrate(database)
        with database.writing() as connection:
            save_known(connection, restored=msgspec.json.encode(taken).decode(), backup="")


def _remove(path: Path) -> None:
    for suffix in _PARTS:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def take_place(journal_file: Path, aside: str) -> None:
    """Put the old journal aside and what is ready in its place; a log of the old one never lies beside the new one."""
    for suffix in _PARTS:
        old = journal_file.with_name(journal_file.name + suffix)
        if aside and old.exists():
            old.replace(journal_file.with_name(aside + suffix))
    sync_folder(journal_file.parent)
    journal_file.with_name(READY).replace(journal_file)
    sync_folder(journal_file.parent)


def finish_names(journal_file: Path) -> None:
    """Go on where a power cut came in between: nothing has the journal's name, and what is ready is whole."""
    ready = journal_file.with_name(READY)
    if not ready.exists():
        return
    if journal_file.exists():
        ready.unlink()
        return
    put_aside = journal_file.parent.glob(f"{journal_file.stem}-*-[0-9]*{journal_file.suffix}")
    newest = max(put_aside, key=lambda path: path.stat().st_ctime_ns, default=None)
    take_place(journal_file, newest.name if newest else "")


def new_key() -> bytes:
    """Make the key of a database."""
    return random_bytes.token_bytes(32)


def free_name(path: Path, why: str) -> Path:
    """Give the first name of its kind that is free: `journal-damaged-1.db`."""
    number = 1
    while (free := path.with_name(f"{path.stem}-{why}-{number}{path.suffix}")).exists():
        number += 1
    return free


def read_taken(terminal: Terminal) -> Taken | None:
    """Tell what took the place of the journal; None when the terminal has gone on from it."""
    with terminal.database.reading() as connection:
        text = read_known(connection, Known.RESTORED)
    return msgspec.json.decode(text, type=Taken) if text else None


def settle(terminal: Terminal, taken: Taken, key: bytes, note: HeadNote | None, places: Places) -> Doubt | None:
    """Bring over what only the old file or the mirror has, and say why the terminal goes on anew.

    None where there is no journal. What is read of a damaged file is taken as far as its chain holds.
    """
    salvaged = 0
    if taken.aside:
        path = terminal.database.path.with_name(taken.aside)
        with suppress(Fault), closing(Database(path, key, writable=False)) as old:
            entries = _entries(terminal, old)
            salvaged = restored.take_over(terminal, entries, lambda: _attachments(old), lambda: _photos(old))
    _keep_mirror(terminal, places)
    salvaged += take_mirror(terminal, key, late=False)
    return restored.find_doubt(terminal, note, taken.reason, _told(taken, salvaged))


def _keep_mirror(terminal: Terminal, places: Places) -> None:
    """Have the mirror in the own folder, where it stays until all of it is in the journal."""
    if places.second is not None:
        with suppress(OSError):
            shutil.copyfile(
                mirror.mirror_file(places.second, terminal.signer.terminal),
                terminal.database.path.with_name(PENDING),
            )


def awaits_mirror(terminal: Terminal) -> bool:
    """Tell whether something that was mirrored is not in the journal yet."""
    return terminal.database.path.with_name(PENDING).exists()


def take_mirror(terminal: Terminal, key: bytes, *, late: bool) -> int:
    """Take over what was mirrored and follows what is here; gives how many entries.

    What lies between a backup and a mirror is at head office: `late` is the second try, when that has been fetched.
    """
    if not awaits_mirror(terminal):
        return 0
    path = terminal.database.path.with_name(PENDING)
    found = mirror.read_mirror(path, key, terminal.signer.terminal)
    beside = [kept for one in found for kept in one.beside]
    shown = [photo for one in found for photo in one.photos]
    entries = (one.sealed for one in found)
    taken = restored.take_over(terminal, entries, lambda: beside, lambda: shown, late=late)
    with terminal.database.reading() as connection:
        if late or all(journal.read_entry(connection, one.sealed.incarnation, one.sealed.seq) for one in found):
            path.unlink()
    return taken


def _entries(terminal: Terminal, old: Database) -> Iterator[Sealed]:
    """Give what may be missing, as far as the old file can be read."""
    with terminal.database.reading() as connection:
        tail = journal.read_tail(connection, 1)
    with suppress(Fault), old.reading() as connection:
        same = tail and journal.read_at(connection, tail[0].position)
        after = tail[0].position if tail and same and same.hash == tail[0].hash else 0
        yield from journal.read_all(connection, after, page=100)


def _attachments(old: Database) -> list[Kept]:
    with suppress(Fault), old.reading() as connection:
        return attachments.list_all(connection)
    return []


def _photos(old: Database) -> Iterator[Photo]:
    with suppress(Fault), old.reading() as connection:
        has_photos = connection.dialect.has_table(connection, "photo")  # an older file has none
        for name in photos.list_kept(connection) if has_photos else ():
            yield Photo(name, photos.read(connection, name) or b"")


def _told(taken: Taken, salvaged: int) -> str:
    parts = [f"the journal before it is kept as {taken.aside}"] if taken.aside else []
    parts += [f"went on from the backup {taken.backup}"] if taken.backup else []
    parts += [f"{salvaged} later entries were brought over"] if salvaged else []
    return "; ".join(parts)
