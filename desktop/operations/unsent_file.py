"""What head office does not have yet, written to a file that proves itself: nothing leaves the journal by it."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.unsent import Exported
from desktop.faults import Fault
from desktop.operations.terminal import Terminal
from desktop.replication.unsent_lines import proven_lines
from desktop.store import journal
from desktop.store.database import sync_folder
from desktop.store.journal import Sealed

PAGE = 1000


def export_unsent(terminal: Terminal, folder: Path) -> Exported:
    """Write the unsent entries as they are into a new file of the folder, and read it back from the disk.

    Entries that do not hold are written as well, and counted. Faults `export.unwritable`, and `export.incomplete` when
    the disk gives back something else.
    """
    now = terminal.clock.now()
    path = folder / f"unsent-{_plain(terminal.name)}-{now:%Y%m%d-%H%M%S}.jsonl"
    part = path.with_name(path.name + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written, proof = _write(terminal, part, iso(now))
        if _read_back(part) != written:
            remedy = "Choose another disk."
            raise Fault("export.incomplete", "The file is not what was written", path.name, remedy)
        part.replace(path)
        sync_folder(folder)
    except OSError as error:
        remedy = "Choose another folder."
        raise Fault("export.unwritable", "The file cannot be written", str(error), remedy) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return Exported(proof["entries"], str(path), written, len(proof["faults"]))


def _write(terminal: Terminal, path: Path, made_at: str) -> tuple[str, dict[str, Any]]:
    """Give the SHA-256 of the file, and its proof."""
    digest, line = hashlib.sha256(), b""
    with path.open("wb") as out, terminal.database.reading() as connection:
        for line in proven_lines(_unsent(connection), terminal.signer, made_at):
            out.write(line)
            digest.update(line)
        out.flush()
        os.fsync(out.fileno())
    proof: dict[str, Any] = json.loads(line)["proof"]
    return digest.hexdigest(), proof


def _read_back(path: Path) -> str:
    """Give the SHA-256 of a synced file: of the disk's bytes where the system lets go of its own copy of them."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unsent(connection: Connection) -> Iterator[Sealed]:
    for incarnation in journal.list_incarnations(connection):
        acked = journal.read_handed_in(connection, incarnation)
        seq = acked.acked_seq if acked else 0
        while page := journal.read_after(connection, incarnation, seq, PAGE):
            yield from page
            seq = page[-1].seq


def _plain(name: str) -> str:
    """A till's name as part of a file's."""
    return "".join(letter if letter.isalnum() else "-" for letter in name).strip("-") or "till"
