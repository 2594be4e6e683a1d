"""The terminal's database: `journal.db`, written, and the replica, attached for reading, behind one connection.

`synchronous=EXTRA` is set before WAL: of the settings tried it alone lost no acknowledged sale in simulated power
cuts. The driver runs in autocommit; every writing transaction begins with its own BEGIN IMMEDIATE.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from desktop.faults import Fault
from desktop.store.reserve import let_go
from desktop.store.topics import Topic
from desktop.store.trouble import translate

MINIMUM_SQLITE = (3, 51, 3)
"""Older ones can corrupt a WAL database when two connections write and checkpoint together."""

BUSY_TIMEOUT_S = 5.0

Listener = Callable[[frozenset[Topic]], None]


class Database:
    """One open `journal.db` with its attached replica; owned by one thread.

    Raises Fault when the file cannot be opened, is not ours, is damaged, or the disk fails.
    """

    def __init__(self, path: Path, key: bytes, *, writable: bool = True) -> None:
        if dbapi2.sqlite_version_info < MINIMUM_SQLITE:
            raise Fault("store.old_sqlite", "The database driver is too old", dbapi2.sqlite_version, "Reinstall.")
        self.path = path
        self._key = key
        self._writable = writable
        self._listeners: list[Listener] = []
        self._replica: tuple[Path, bytes] | None = None
        self.met_damage: Fault | None = None
        self._connection: Connection | None = None
        self._engine: Engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=self._open,
            poolclass=StaticPool,
            query_cache_size=500,
            skip_autocommit_rollback=True,  # else a reading inside a writing would undo it when it ends
        )

    @property
    def key(self) -> bytes:
        """The key that the file and copies of it are encrypted with."""
        return self._key

    def _open(self) -> Any:
        is_new = not self.path.exists()
        try:
            connection = open_encrypted(self.path, self._key)
            connection.execute("PRAGMA synchronous=EXTRA")
            connection.execute("PRAGMA journal_mode=WAL").fetchone()
            connection.execute("PRAGMA foreign_keys=ON")
            if not self._writable:
                connection.execute("PRAGMA query_only=ON")
            if connection.execute("PRAGMA main.synchronous").fetchone()[0] != 3:
                raise Fault("store.unsafe", "The database refused its safe setting", str(self.path), "Reinstall.")
        except dbapi2.Error as error:
            raise translate(error, self.path) from error
        if is_new:
            sync_folder(self.path.parent)
        return connection

    def _connect(self) -> Connection:
        """Give the one connection, kept open: a new one for every transaction costs more than a sale's statements.

        For SQLAlchemy it is in one long transaction, of which the driver knows nothing; `_transaction` makes the real
        ones. So whoever asks whether there is a transaction, as Alembic does, begins and ends none of their own.
        """
        if self._connection is None:
            self._connection = self._engine.connect()
            self._connection.begin()
        return self._connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection for queries; inside `writing` it sees what was written so far."""
        with self._translated():
            yield self._connect()

    @contextmanager
    def writing(self, *topics: Topic) -> Iterator[Connection]:
        """Run one transaction: durable when the block ends, gone when it raises; then the topics are announced.

        A Fault while it is made durable says nothing about whether it is: the files are opened again, and the
        caller reads the tail of the chain before it says so.
        """
        try:
            with self._translated():
                connection = self._connect()
                with _transaction(connection.connection.dbapi_connection):
                    yield connection
        except Fault as fault:
            if fault.code == "store.full":
                let_go(self.path.parent)
            self.reopen()
            raise
        self.announce(*topics)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._told(error.orig) from error
        except dbapi2.Error as error:
            raise self._told(error) from error

    def _told(self, error: BaseException | None) -> Exception:
        """Give what is to be raised, and keep the first word of damage: whoever closes the files passes it on."""
        known = translate(error, self.path)
        if isinstance(known, Fault) and known.code == "store.damaged":
            self.met_damage = self.met_damage or known
        return known

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the topics of each commit; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def announce(self, *topics: Topic) -> None:
        """Tell the listeners that these parts have changed."""
        if topics:
            for listener in tuple(self._listeners):
                listener(frozenset(topics))

    def attach_replica(self, path: Path, key: bytes) -> None:
        """Attach the replica file for reading, in place of the one attached before; no statement may be open.

        Read-only: SQLite's BEGIN IMMEDIATE takes the write lock of every file it could write, and a sale would wait
        for the page of the feed that the engine is writing.
        """
        with self.reading() as connection:
            attached = {row[1] for row in connection.exec_driver_sql("PRAGMA database_list")}
            if "r" in attached:
                connection.exec_driver_sql("DETACH r")
            read_only = f"{path.absolute().as_uri()}?mode=ro"
            connection.exec_driver_sql(f"ATTACH ? AS r KEY \"x'{key.hex()}'\"", (read_only,))
        self._replica = (path, key)

    def reopen(self) -> None:
        """Close and open the files again: after trouble of the disk nothing that is in memory may be believed."""
        self.close()
        if self._replica:
            self.attach_replica(*self._replica)

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file; called in a quiet moment, off the sale's path."""
        with self.reading() as connection:
            connection.exec_driver_sql("PRAGMA main.wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        """Close the files; whoever uses the object again opens them again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._engine.dispose()


@contextmanager
def _transaction(driver: Any) -> Iterator[None]:
    """The driver's own transaction, which nothing of SQLAlchemy's begins or ends."""
    driver.execute("BEGIN IMMEDIATE")
    try:
        yield
        driver.execute("COMMIT")
    except BaseException:
        if driver.in_transaction:
            driver.execute("ROLLBACK")
        raise


def open_encrypted(path: Path | str, key: bytes) -> Any:
    """Open a SQLCipher file with a raw 32-byte key, in autocommit; shared by the journal, replicas and copies."""
    connection = dbapi2.connect(
        str(path), isolation_level=None, timeout=BUSY_TIMEOUT_S, check_same_thread=False, uri=True
    )
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    return connection


def sync_folder(folder: Path) -> None:
    """Make a new file's name durable; Windows has no such call and does not need it."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
