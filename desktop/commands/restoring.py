"""`restore`: a backup takes the place of the journal; what is newer comes from the old file and from head office."""

from contextlib import closing, suppress
from pathlib import Path

from desktop import restoring
from desktop.commands.figures import Json
from desktop.domain.backup import newest_first
from desktop.domain.clock import Clock
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.linking import Link
from desktop.operations import backups
from desktop.operations.backups import Places
from desktop.owner import Ownership
from desktop.settings import Loaded
from desktop.station import JOURNAL_FILE, Station, open_station
from desktop.store import journal
from desktop.store.database import Database
from desktop.store.migrate import check_version
from desktop.store.terminal import Known, read_known
from sync.identity import load_identity, succeed
from sync.secrets import DATABASE_KEY, IDENTITY, Secrets, open_secrets
from sync.wire.recovery_key import read_key


async def restore(loaded: Loaded, clock: Clock, *, file: Path, force: bool, typed_key: str = "") -> Json:
    """Put a backup in place of the journal and fetch what is newer; the window has to be closed.

    Refusals `backup.damaged` (with the one before it), `backup.foreign`, `restore.there` without `force`,
    `restore.no_file`, `restore.key`; Faults of disk and secrets, `owner.busy`. Nothing was changed then.
    """
    owned = Ownership(loaded.data_dir)
    try:
        if not owned.held:
            raise Fault("owner.busy", "The till is at work", str(loaded.data_dir), "Close its window first.")
        taken = _take(loaded, clock, file, typed_key, force=force)
        station = open_station(loaded, clock)
        try:
            return await _tell(station, file, taken)
        finally:
            station.close()
    finally:
        owned.release()


def _take(loaded: Loaded, clock: Clock, file: Path, typed_key: str, *, force: bool) -> restoring.Taken:
    if not file.is_file():
        raise Refusal("restore.no_file", f"There is no file {file}.", "See the folder of the backups.")
    loaded.data_dir.mkdir(parents=True, exist_ok=True)
    secrets = open_secrets(loaded.data_dir, loaded.settings.secrets)  # type: ignore[arg-type]
    key = _key(loaded, secrets, typed_key)
    journal_file = loaded.data_dir / JOURNAL_FILE
    if not force:
        _require_none(journal_file, key)
    me = _own_id(secrets, clock)
    try:
        taken = restoring.make_ready(journal_file, key, file, "before-restore")
    except Fault as fault:
        if fault.code not in ("backup.not_read_back", "store.damaged"):
            raise
        raise _damaged(fault, file, restoring.places_of(loaded), me, key) from fault
    ready = journal_file.with_name(restoring.READY)
    owner = backups.read_owner(ready, key)
    if me and owner != me:
        ready.unlink()
        raise Refusal("backup.foreign", f"{file.name} is of another till ({owner}).", "Use `eckwms replace` for that.")
    if typed_key:
        secrets.set(DATABASE_KEY, key)
    if not me:
        succeed(secrets, owner, ())
    restoring.take_place(journal_file, taken.aside)
    return taken


def _key(loaded: Loaded, secrets: Secrets, typed: str) -> bytes:
    """Give the key that was typed, else that of this machine. Refusal `restore.key` for a letter that is wrong."""
    key = read_key(typed) if typed else secrets.get(DATABASE_KEY)
    if key is not None:
        return key
    if typed:
        raise Refusal("restore.key", "This is no recovery key: a letter is wrong.", "Type it as it is on the sheet.")
    remedy = "Use the recovery sheet with --key-stdin, or `eckwms replace`."
    raise Fault("secrets.no_key", "The key of the database is missing", str(loaded.data_dir), remedy)


def _own_id(secrets: Secrets, clock: Clock) -> str:
    """Give this terminal's id; empty on a machine that is none yet, which becomes what the backup is of."""
    if secrets.get(IDENTITY) is None:
        return ""
    return load_identity(secrets, int(clock.now().timestamp() * 1000)).device_id


def _require_none(journal_file: Path, key: bytes) -> None:
    """Refuse to put a journal aside that can be gone on with."""
    entries = 0
    if journal_file.exists():
        with suppress(Fault), closing(Database(journal_file, key, writable=False)) as database:
            if check_version(database) is not None:
                with database.reading() as connection:
                    entries = journal.count_entries(connection)
    if entries:
        raise Refusal(
            "restore.there",
            f"This till has a journal of {entries} entries that can be read.",
            "Use --force to put it aside; what only it has is brought over.",
        )


def _damaged(fault: Fault, file: Path, places: Places, device_id: str, key: bytes) -> Refusal:
    """Say what is wrong with a backup, and which one can be taken instead."""
    beside = Places(file.parent, places.folder) if file.parent != places.folder else places
    before = file.name if newest_first([file.name], device_id) else ""
    older = backups.find_good(beside, device_id, key, before)
    remedy = f"The one before it is good: eckwms restore {older}" if older else "There is no other good backup here."
    return Refusal("backup.damaged", f"{fault.title}: {fault.message}", remedy)


async def _tell(station: Station, file: Path, taken: restoring.Taken) -> Json:
    """Say what the journal is now, what head office holds beyond it, and fetch that when head office answers."""
    with station.terminal.database.reading() as connection:
        entries, head = journal.count_entries(connection), journal.read_head(connection)
        server = read_known(connection, Known.SERVER)
    told: Json = {
        "restored": str(file),
        "put_aside": taken.aside,
        "entries": entries,
        "incarnation": head.incarnation if head else "",
        "newer_at_centre": None,
        "fetched": 0,
        "state": "offline" if server else "unenrolled",
        "remedy": "",
    }
    with suppress(Refusal):
        told |= await _fetch(Link(station))
    return told


async def _fetch(link: Link) -> Json:
    try:
        newer = await link.count_newer()
        await link.step()
        status = link.engine.status
    finally:
        await link.close()
    state = "level" if status.state == "sending" and not status.unsent else status.state
    return {"newer_at_centre": newer, "fetched": status.recalled, "state": state, "remedy": status.remedy}
