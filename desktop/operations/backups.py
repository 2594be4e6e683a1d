"""Backups of the journal: made and proven in a worker thread, remembered by the thread that owns the database."""

import hashlib
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from desktop.domain.backup import Backup, BackupState, list_surplus, name_backup, newest_first, stamp
from desktop.domain.clock import iso
from desktop.faults import Fault
from desktop.operations.terminal import Terminal
from desktop.replication import incarnations
from desktop.store import journal
from desktop.store.backup_file import Going, Stopped, find_damage, reading_copy, write_copy
from desktop.store.database import sync_folder
from desktop.store.terminal import Known, read_known, save_known
from desktop.store.topics import Topic

ROOM_BYTES = 64 << 20
"""What stays free on the disk of the backups: the till has to go on."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where backups go; `second` is another disk or a share, None where there is none."""

    folder: Path
    second: Path | None = None

    def all(self) -> Iterable[Path]:
        """Give both."""
        return (self.folder, self.second) if self.second else (self.folder,)


def make_backup(terminal: Terminal, key: bytes, places: Places, going: Going = lambda: True) -> Backup:
    """Copy the journal while it is written to, read all of it back, and let go of copies that are too old.

    For a worker thread: it uses no connection of the terminal. Faults `store.damaged` for the journal itself and
    `backup.unwritable`, `backup.no_room`, `backup.not_read_back`, `backup.second` (the first copy is kept then).
    """
    made = _make_first(terminal, key, places.folder, going)
    _let_go(places.folder, terminal.signer.terminal)
    if places.second is None:
        return made
    try:
        second = copy_whole(Path(made.file), places.second, going)
        _let_go(places.second, terminal.signer.terminal)
    except OSError as error:
        raise Fault("backup.second", "The second copy of the backup cannot be written", str(error),
                    "Check the second disk or share.") from error  # fmt: skip
    return replace(made, second=str(second))


def _make_first(terminal: Terminal, key: bytes, folder: Path, going: Going) -> Backup:
    now, source = terminal.clock.now(), terminal.database.path
    path = folder / name_backup(terminal.name, terminal.signer.terminal, now)
    part = path.with_name(path.name + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _require_room(source, folder)
        write_copy(source, key, part, going)
        _sync(part)
        made = prove_backup(part, key)
        part.replace(path)
        sync_folder(folder)
    except OSError as error:
        raise Fault("backup.unwritable", "The backup cannot be written", str(error),
                    "Check the backup's disk.") from error  # fmt: skip
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return replace(made, file=str(path), made_at=iso(now))


def _require_room(source: Path, folder: Path) -> None:
    needed, free = source.stat().st_size + ROOM_BYTES, shutil.disk_usage(folder).free
    if free < needed:
        detail = f"{folder}: {needed >> 20} MB are needed, {free >> 20} MB are free"
        raise Fault("backup.no_room", "There is no room for the backup", detail, "Free space on that disk.")


def prove_backup(path: Path, key: bytes, *, whole: bool = False) -> Backup:
    """Read every page of a copy, and check the tail of its chain, or with `whole` all of it; gives what is in it.

    Fault `backup.not_read_back` when it is not what can be gone on from.
    """
    wrong = find_damage(path, key)
    if wrong:
        raise _unproven(path, wrong)
    with reading_copy(path, key) as connection:
        verdict = incarnations.verify_all(connection) if whole else incarnations.verify_tail(connection)
        head = journal.read_head(connection)
        if verdict is not None or head is None:
            raise _unproven(path, f"entry {verdict.seq}: {verdict.reason}" if verdict else "there is no journal in it")
        entries = journal.count_entries(connection)
    return Backup(str(path), "", path.stat().st_size, entries, head.seq, head.hash.hex())


def _unproven(path: Path, why: str) -> Fault:
    return Fault("backup.not_read_back", "The backup does not read back", f"{path}: {why}", "Use the one before it.")


def read_owner(path: Path, key: bytes) -> str:
    """Give the device id of the terminal whose journal this is, empty for none."""
    with reading_copy(path, key) as connection:
        return incarnations.read_owner(connection)


def copy_whole(path: Path, folder: Path, going: Going = lambda: True) -> Path:
    """Copy a file into a folder whole or not at all, read back from there. Raises OSError, Stopped."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / path.name
    part = target.with_name(target.name + ".part")
    try:
        digest = hashlib.sha256()
        with path.open("rb") as source, part.open("wb") as out:
            while chunk := source.read(1 << 20):
                if not going():
                    raise Stopped
                digest.update(chunk)
                out.write(chunk)
        _sync(part)
        with part.open("rb") as written:
            if hashlib.file_digest(written, "sha256").digest() != digest.digest():
                raise OSError(f"{target} does not read back as it was written")
        part.replace(target)
        sync_folder(folder)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def _sync(path: Path) -> None:
    """Put a file on the disk, and let the system forget its own copy of it, so that reading it back asks the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _let_go(folder: Path, device_id: str) -> None:
    for name in list_surplus([path.name for path in folder.iterdir()], device_id):
        (folder / name).unlink(missing_ok=True)


def list_backups(places: Places, device_id: str) -> list[Path]:
    """Give the backups of this terminal in both places, the newest first; a place that cannot be read has none."""
    found: dict[str, Path] = {}
    for folder in places.all():
        with suppress(OSError):
            for path in folder.iterdir():
                if path.is_file() and not path.is_symlink():
                    found.setdefault(path.name, path)
    return [found[name] for name in newest_first(list(found), device_id)]


def find_good(places: Places, device_id: str, key: bytes, before: str = "") -> Path | None:
    """Give the newest backup that reads back, of those before a name where one is given; None when there is none."""
    for path in list_backups(places, device_id):
        if before and stamp(path.name) >= stamp(before):
            continue
        with suppress(Fault):
            prove_backup(path, key)
            return path
    return None


def note_made(terminal: Terminal, made: Backup) -> None:
    """Remember a backup that is good."""
    _note(terminal, BackupState(made))


def note_failed(terminal: Terminal, fault: Fault) -> None:
    """Remember that there is no newer backup than the last good one, and why."""
    with terminal.database.reading() as connection:
        known = read_state(connection)
    _note(terminal, BackupState(known.made, iso(terminal.clock.now()), fault.code, fault.message))


def forget_trouble(connection: Connection) -> None:
    """What the last try met was looked after."""
    save_known(connection, backup=msgspec.json.encode(BackupState(read_state(connection).made)).decode())


def _note(terminal: Terminal, state: BackupState) -> None:
    with terminal.database.writing(Topic.SYNC) as connection:
        save_known(connection, backup=msgspec.json.encode(state).decode())


def read_state(connection: Connection) -> BackupState:
    """Give what is known of backups."""
    text = read_known(connection, Known.BACKUP)
    return msgspec.json.decode(text, type=BackupState) if text else BackupState()
