"""A terminal opened from its data directory: secrets, identity, database, journal; for window and commands alike."""

import secrets as random_bytes
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop import restoring
from desktop.data_folder import guard, require_own_disk, share
from desktop.domain.clock import Clock
from desktop.domain.lockout import Misses
from desktop.faults import Fault
from desktop.operations import backups, journals, restored, rights
from desktop.operations.terminal import Terminal
from desktop.replication.incarnations import HeadNote
from desktop.replication.recording import Signer
from desktop.settings import Loaded
from desktop.store import feeds
from desktop.store.backup_file import find_damage
from desktop.store.database import Database
from desktop.store.migrate import NEWEST, check_version, copy_aside, migrate
from desktop.store.replica_file import ReplicaFile, make_empty
from desktop.store.terminal import Known, read_all_known, save_known
from desktop.store.topics import Topic
from desktop.store.trouble import START_AGAIN
from sync.identity import Identity, load_identity, server_key
from sync.secrets import (
    DATABASE_KEY,
    IDENTITY,
    JOURNAL_HEAD,
    SERVER_KEY,
    TOKENS,
    Secrets,
    SecretsTrouble,
    open_secrets,
)

JOURNAL_FILE = "journal.db"
ENROLMENT = "enrolment"
TRIES = "wrong-pins"
RIGHTS = "offline-rights"
KNOWN_SECRETS = (DATABASE_KEY, JOURNAL_HEAD, IDENTITY, SERVER_KEY, TOKENS, ENROLMENT, TRIES, RIGHTS)
_BELONGINGS = (
    Known.SERVER,
    Known.NAME,
    Known.STATE,
    Known.SHOP,
    Known.RECEIPT_PREFIX,
    Known.REPLICA_FILE,
    Known.REPLICA_KEY,
    Known.OTHER_REPLICA_FILE,
    Known.OTHER_REPLICA_KEY,
)


@dataclass(slots=True)
class Station:
    """One open terminal. `terminal` is what operations need; it changes when the terminal is enrolled."""

    loaded: Loaded
    secrets: Secrets
    identity: Identity
    terminal: Terminal
    writable: bool = True

    @property
    def data_dir(self) -> Path:
        """The folder that holds everything of this terminal."""
        return self.loaded.data_dir

    def database_key(self) -> bytes:
        """Give the key of `journal.db`, for a connection of one's own. Fault `secrets.no_key`."""
        key = self.secrets.get(DATABASE_KEY)
        if key is None:
            path = str(self.terminal.database.path)
            raise Fault("secrets.no_key", "The key of the database is missing", path, "Restore the secrets.")
        return key

    def replica(self) -> tuple[Path, bytes]:
        """Give path and key of the replica file in use."""
        with self.terminal.database.reading() as connection:
            known = read_all_known(connection)
        return self.data_dir / known[Known.REPLICA_FILE], bytes.fromhex(known[Known.REPLICA_KEY])

    def renew(self) -> None:
        """Take over name and shop after enrolment."""
        self.terminal = _terminal(self.terminal.database, self.secrets, self.identity, self.terminal.clock, self.loaded)

    def keep_note(self) -> None:
        """Keep the journal's head outside the database; called off the sale's path."""
        self.note_keeper()()

    def note_keeper(self) -> Callable[[], None]:
        """Read the head and the time without head office now, on the database's thread; calling what is given keeps
        both, from any thread."""
        note, counted = journals.read_note(self.terminal), b""
        with suppress(Fault):  # the next time counts it too
            counted = rights.advance(self.terminal)

        def keep() -> None:
            if note is not None:
                self.secrets.set(JOURNAL_HEAD, msgspec.json.encode(note))
            if counted:
                self.secrets.set(RIGHTS, counted)

        return keep

    def close(self) -> None:
        """Keep the head a last time and close the files."""
        if self.writable:
            if self.terminal.database.met_damage:  # the next start looks which file it is, and mends it
                with suppress(Fault):
                    backups.note_failed(self.terminal, self.terminal.database.met_damage)
            self.keep_note()
            self.keep_belongings()
            share(self.data_dir)
        self.terminal.database.close()

    def keep_enrolment(self, **values: str) -> None:
        """Keep what the centre said at enrolment, in the database and, for the day it is lost, among the secrets."""
        with self.terminal.database.writing(Topic.SYNC) as connection:
            save_known(connection, **values)
        self.keep_belongings()
        self.renew()

    def keep_belongings(self) -> None:
        """Keep whose this terminal is and which replica is its own, for a database that has to begin anew."""
        with self.terminal.database.reading() as connection:
            known = read_all_known(connection)
        kept = {name: known[name] for name in _BELONGINGS if name in known}
        self.secrets.set(ENROLMENT, msgspec.json.encode(kept))


class KeptTries:
    """Wrong PINs among the secrets, so that putting `journal.db` back does not undo them; read once, kept in memory.

    Two copies may differ where one was put back: the one with the higher serial counts.
    """

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self._content: bytes | None = None

    def read(self) -> bytes:
        """Give what was written last."""
        if self._content is None:
            copies = self._secrets.copies(TRIES)
            self._content = max(copies, key=lambda copy: msgspec.json.decode(copy, type=Misses).serial, default=b"")
        return self._content

    def write(self, content: bytes) -> None:
        """Keep them; where the secrets cannot be written, the database has them."""
        self._content = content
        with suppress(SecretsTrouble):
            self._secrets.set(TRIES, content)


class NotReady(Exception):
    """Files have to be made or upgraded before this directory can only be read: a task of its owner."""


def open_station(loaded: Loaded, clock: Clock, *, writable: bool = True) -> Station:
    """Open the terminal of a data directory, made at its first start; not `writable` beside the process that owns it.

    Raises Fault when folder, secrets or database cannot be used, NotReady when reading is not enough. A damaged
    `journal.db` is put aside, the newest good backup takes its place, and a chain that may not be gone on with is
    followed by a new incarnation: selling goes on, the manager is told.
    """
    folder = loaded.data_dir
    if not writable and not (folder / JOURNAL_FILE).exists():
        raise NotReady
    try:
        if writable:
            require_own_disk(folder)
            folder.mkdir(parents=True, exist_ok=True)
            guard(folder)
        secrets = open_secrets(folder, loaded.settings.secrets)  # type: ignore[arg-type]
        identity = load_identity(secrets, int(clock.now().timestamp() * 1000))
        key = _database_key(secrets, folder / JOURNAL_FILE)
    except OSError as error:
        raise Fault("store.readonly", "The data directory cannot be used", str(error), "Check the disk.") from error
    except SecretsTrouble as trouble:
        raise Fault(
            "secrets.closed", "The secret store cannot be read", str(trouble), "Unlock it or restore it."
        ) from trouble
    if not writable:
        database = _open_for_reading(folder, key)
        return Station(loaded, secrets, identity, _terminal(database, secrets, identity, clock, loaded), writable=False)
    journal_file = folder / JOURNAL_FILE
    restoring.finish_names(journal_file)
    try:
        return _open(loaded, clock, secrets, identity, key)
    except Fault as fault:
        if fault.code != "store.damaged":
            raise
    _mend(journal_file, key, loaded, identity)
    return _open(loaded, clock, secrets, identity, key)


def _open(loaded: Loaded, clock: Clock, secrets: Secrets, identity: Identity, key: bytes) -> Station:
    """Open the files for writing. Fault `store.damaged` for a journal that has to be put aside."""
    folder = loaded.data_dir
    database = Database(folder / JOURNAL_FILE, key)
    try:
        migrate(database)
        _take_word(database)
        _recall_enrolment(database, secrets)
        _attach_replica(database, folder, identity.device_id)
        station = Station(loaded, secrets, identity, _terminal(database, secrets, identity, clock, loaded))
        rights.recall(station.terminal, secrets.copies(RIGHTS))
        _settle_doubt(station, _read_note(secrets), key)
        _drop_old_replicas(station)
    except BaseException:
        database.close()
        raise
    return station


def _take_word(database: Database) -> None:
    """Damage that the last backup met is mended at the next start: until then the till could go on."""
    with database.reading() as connection:
        state = backups.read_state(connection)
    if state.trouble == "store.damaged":
        raise Fault(
            "store.damaged",
            "The database is damaged",
            state.detail,
            START_AGAIN,
        )


def _mend(journal_file: Path, key: bytes, loaded: Loaded, identity: Identity) -> None:
    """Find out which of the two files is damaged: the journal goes on from a backup, the replica is fetched anew."""
    if find_damage(journal_file, key, live=True):
        restoring.heal(journal_file, key, restoring.places_of(loaded), identity.device_id)
        return
    with closing(Database(journal_file, key)) as database, database.writing() as connection:
        known = read_all_known(connection)
        replica = journal_file.parent / known.get(Known.REPLICA_FILE, "")
        if replica.is_file() and find_damage(replica, bytes.fromhex(known[Known.REPLICA_KEY]), live=True):
            save_known(connection, replica_file="", replica_key="")
        backups.forget_trouble(connection)


def _database_key(secrets: Secrets, path: Path) -> bytes:
    key = secrets.get(DATABASE_KEY)
    if key is None:
        if path.exists():
            raise Fault(
                "secrets.no_key",
                "The key of the database is missing",
                str(path),
                "Restore the secrets of this machine.",
            )
        key = restoring.new_key()
        secrets.set(DATABASE_KEY, key)
    return key


def _open_for_reading(folder: Path, key: bytes) -> Database:
    database = Database(folder / JOURNAL_FILE, key, writable=False)
    try:
        if check_version(database) != NEWEST:
            raise NotReady
        with database.reading() as connection:
            known = read_all_known(connection)
        replica = folder / known.get(Known.REPLICA_FILE, "")
        if not replica.is_file():
            raise NotReady
        database.attach_replica(replica, bytes.fromhex(known[Known.REPLICA_KEY]))
        with database.reading() as connection:
            if not feeds.is_of_this_schema(connection) or feeds.lacks_tables(connection):
                raise NotReady
    except BaseException:
        database.close()
        raise
    return database


def _read_note(secrets: Secrets) -> HeadNote | None:
    notes = [msgspec.json.decode(copy, type=HeadNote) for copy in secrets.copies(JOURNAL_HEAD)]
    return max(notes, key=lambda note: (note.last_receipt_no, note.seq), default=None)


def _recall_enrolment(database: Database, secrets: Secrets) -> None:
    """A database in the place of another one learns again whose it is, and what its replica is called."""
    kept = secrets.get(ENROLMENT)
    with database.reading() as connection:
        known = read_all_known(connection)
    if kept and (Known.REPLICA_FILE not in known or Known.RESTORED in known):
        with database.writing() as connection:
            save_known(connection, **msgspec.json.decode(kept, type=dict[str, str]))


def _attach_replica(database: Database, folder: Path, device_id: str) -> None:
    """Attach the replica; else the one put aside before; else an empty one, which the centre fills.

    One that this program cannot go on with is put aside, not deleted: whoever rolls the program back sells from it.
    """
    with database.reading() as connection:
        known = read_all_known(connection)
    current = known.get(Known.REPLICA_FILE, ""), known.get(Known.REPLICA_KEY, "")
    aside = known.get(Known.OTHER_REPLICA_FILE, ""), known.get(Known.OTHER_REPLICA_KEY, "")
    if _attached(database, folder, *current):
        return
    chosen = aside if _attached(database, folder, *aside) else _make_new(folder, device_id)
    other = current if (folder / current[0]).is_file() else aside
    with database.writing() as connection:
        save_known(connection, replica_file=chosen[0], replica_key=chosen[1])
        save_known(connection, other_replica_file=other[0], other_replica_key=other[1])
    database.attach_replica(folder / chosen[0], bytes.fromhex(chosen[1]))


def _attached(database: Database, folder: Path, name: str, key: str) -> bool:
    """Attach a replica and add what an older program did not know; False for one that cannot be gone on with."""
    path, raw_key = folder / name, bytes.fromhex(key)
    if not path.is_file():
        return False
    try:
        database.attach_replica(path, raw_key)
        with database.reading() as connection:
            if not feeds.is_of_this_schema(connection):
                return False
            lacks_tables = feeds.lacks_tables(connection)
        if lacks_tables:
            with closing(ReplicaFile(path, raw_key)) as replica:
                replica.add_missing()
    except Fault as fault:
        if fault.code != "store.damaged":
            raise
        database.met_damage = None  # another one takes its place at once
        return False
    return True


def _make_new(folder: Path, device_id: str) -> tuple[str, str]:
    name, key = f"replica-{device_id[:8]}-{random_bytes.token_hex(4)}.db", restoring.new_key().hex()
    make_empty(folder / name, bytes.fromhex(key))
    return name, key


def _terminal(database: Database, secrets: Secrets, identity: Identity, clock: Clock, loaded: Loaded) -> Terminal:
    with database.reading() as connection:
        known = read_all_known(connection)
    shop = known.get(Known.SHOP, "")
    me = identity
    signer = Signer(me.device_id, shop, me.key_id, me.public_key, me.sign, me.former)
    name = known.get(Known.NAME) or loaded.settings.name or "Till"
    return Terminal(database, clock, signer, name, KeptTries(secrets), server_key=server_key(secrets))


def _settle_doubt(station: Station, note: HeadNote | None, key: bytes) -> None:
    terminal = station.terminal
    taken, places = restoring.read_taken(terminal), restoring.places_of(station.loaded)
    doubt = restoring.settle(terminal, taken, key, note, places) if taken else journals.find_doubt(terminal, note)
    if doubt is not None:
        if doubt.reason == "broken" and taken is None:
            copy_aside(terminal.database, restoring.free_name(station.data_dir / JOURNAL_FILE, "damaged").name)
        journals.go_on_anew(terminal, doubt, note)
        station.keep_note()
    if taken is not None:
        restored.forget(terminal)


def _drop_old_replicas(station: Station) -> None:
    with station.terminal.database.reading() as connection:
        known = read_all_known(connection)
    kept = {known[name] for name in (Known.REPLICA_FILE, Known.OTHER_REPLICA_FILE) if name in known}
    for path in station.data_dir.glob("replica-*.db*"):
        if path.name.removesuffix("-wal").removesuffix("-shm") not in kept:
            path.unlink(missing_ok=True)
