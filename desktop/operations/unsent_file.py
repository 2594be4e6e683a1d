"""What head office does not have yet, written to a file that proves itself: nothing leaves the journal by it."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from desktop.domain.clock import iso
from desktop.domain.unsent import Exported
from desktop.faults import Fault
from desktop.operations.terminal import Terminal
from desktop.replication.unsent_lines import NotComplete, check_lines, proven_lines
from desktop.store import journal
from desktop.store.journal import Sealed

PAGE = 1000


def export_unsent(terminal: Terminal, folder: Path) -> Exported:
    """Write the unsent entries into a new file of the folder, then read it back and check every line of it.

    Faults `export.unwritable`, and `export.incomplete` when the disk gives back something else.
    """
    now = terminal.clock.now()
    path = folder / f"unsent-{_plain(terminal.name)}-{now:%Y%m%d-%H%M%S}.jsonl"
    part = path.with_name(path.name + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(terminal, part, iso(now))
        with part.open("rb") as written:
            proof = check_lines(written, terminal.signer.public_key)
        part.replace(path)
    except (OSError, NotComplete) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise _fault(error, path) from error
    return Exported(int(proof["entries"]), str(path), str(proof["sha256"]))


def _write(terminal: Terminal, path: Path, made_at: str) -> None:
    with path.open("wb") as out, terminal.database.reading() as connection:
        for line in proven_lines(_unsent(connection), terminal.signer, made_at):
            out.write(line)
        out.flush()
        os.fsync(out.fileno())


def _unsent(connection: Connection) -> Iterator[Sealed]:
    for incarnation in journal.list_incarnations(connection):
        acked = journal.read_handed_in(connection, incarnation)
        seq = acked.acked_seq if acked else 0
        while page := journal.read_after(connection, incarnation, seq, PAGE):
            yield from page
            seq = page[-1].seq


def _fault(error: OSError | NotComplete, path: Path) -> Fault:
    if isinstance(error, OSError):
        return Fault("export.unwritable", "The file cannot be written", str(error), "Choose another folder.")
    return Fault("export.incomplete", "The file is not complete", f"{path.name}: {error}", "Choose another disk.")


def _plain(name: str) -> str:
    """A till's name as part of a file's."""
    return "".join(letter if letter.isalnum() else "-" for letter in name).strip("-") or "till"
