"""`journal verify|export|show` and `rebuild`."""

import json
from pathlib import Path

from desktop.commands.figures import Json
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.operations import journals
from desktop.replication.unsent_lines import NotComplete, check_lines, entry_json
from desktop.station import Station
from desktop.store import journal


def verify(station: Station) -> Json:
    """Check every entry of the chain."""
    bad = journals.verify_journal(station.terminal)
    with station.terminal.database.reading() as connection:
        head = journal.read_head(connection)
        entries = journal.count_entries(connection)
    return {
        "ok": bad is None,
        "entries": entries,
        "head_seq": head.seq if head else 0,
        "head_hash": head.hash.hex() if head else "",
        "first_bad": bad.seq if bad else None,
        "reason": bad.reason if bad else "",
    }


def export(station: Station, *, file: str) -> Json:
    """Write every entry, one JSON object a line, with header and body exactly as sealed (base64)."""
    count = 0
    try:
        with Path(file).open("w", encoding="utf-8") as out, station.terminal.database.reading() as connection:
            for sealed in journal.read_all(connection):
                out.write(json.dumps(entry_json(sealed)) + "\n")
                count += 1
    except OSError as error:
        raise Fault("export.unwritable", "The file cannot be written", str(error), "Name another file.") from error
    return {"entries": count, "file": file}


def check(station: Station, *, file: str) -> Json:
    """Check a file of unsent entries that this till has written; refused when anything in it is missing or changed."""
    try:
        with Path(file).open("rb") as lines:
            proof = check_lines(lines, station.terminal.signer.public_key)
    except NotComplete as error:
        remedy = "Export once more, to another disk."
        raise Refusal("export.not_complete", f"The file is not what was exported: {error}.", remedy) from error
    except OSError as error:
        raise Fault("export.unreadable", "The file cannot be read", str(error), "Name another file.") from error
    return {"entries": proof["entries"], "faults": proof["faults"], "made_at": proof["made_at"], "file": file}


def show(station: Station, *, seq: int) -> Json:
    """Show one entry of the current incarnation."""
    with station.terminal.database.reading() as connection:
        head = journal.read_head(connection)
        sealed = journal.read_entry(connection, head.incarnation, seq) if head else None
    if sealed is None:
        raise Refusal("journal.no_entry", f"There is no entry {seq}.", "See `eckwms journal verify` for the head.")
    return entry_json(sealed) | {"content": json.loads(sealed.body)}


def rebuild(station: Station) -> Json:
    """Recreate the projections from the journal."""
    projected, waiting = journals.rebuild_projections(station.terminal)
    return {"projected": projected, "need_newer_version": waiting}
