"""Copies of `journal.db` as files: made while it is written to, checked page by page, read without touching them.

A copy is encrypted with the database's own key. Whoever opens one here leaves nothing beside it.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from desktop.faults import Fault
from desktop.store.database import open_encrypted
from desktop.store.trouble import START_AGAIN, translate

ASKED_EVERY = 20_000
"""Steps of the database between two questions whether to go on."""

Going = Callable[[], bool]
"""Whether to go on; a long copy asks it again and again."""


class Stopped(Exception):
    """A copy was left off because the program ends."""


def write_copy(source: Path, key: bytes, target: Path, going: Going = lambda: True) -> None:
    """Copy one instant of a database that others write to; the target must not exist.

    Row by row, not page by page: SQLite's backup of pages takes one that cannot be decrypted for a page of zeros, and
    gives it a seal that holds. Raises Stopped, and Fault `store.damaged` for a source that does not read,
    `backup.unwritable` for the target.
    """
    _require_whole(source, key)
    if not going():
        raise Stopped
    try:
        with closing(open_encrypted(source, key)) as read:
            read.set_progress_handler(lambda: not going(), ASKED_EVERY)
            read.execute("VACUUM main INTO ?", (str(target),))
    except dbapi2.Error as error:
        if not going():
            raise Stopped from error
        raise _writing_fault(translate(error, source)) from error


def _require_whole(source: Path, key: bytes) -> None:
    """Read every page, those of indexes too; one that was written at this very moment reads well the second time."""
    wrong = find_damage(source, key, live=True)
    if wrong and find_damage(source, key, live=True) == wrong:
        raise Fault("store.damaged", "The database is damaged", f"{source}: {wrong}", START_AGAIN)


def _writing_fault(known: Exception) -> Exception:
    if not isinstance(known, Fault) or known.code == "store.damaged":
        return known
    return Fault("backup.unwritable", "The backup cannot be written", known.message, "Check the backup's disk.")


def find_damage(path: Path, key: bytes, *, live: bool = False) -> str:
    """Read every page of a file, and say what is wrong with the first bad one; else empty.

    A `live` one may have a log beside it, and others that write to it: as it lies there it need not hold together.
    """
    try:
        with closing(open_encrypted(path, key) if live else _open_as_is(path, key)) as read:
            read.execute("SELECT count(*) FROM sqlite_master").fetchone()
            rows = read.execute("PRAGMA cipher_integrity_check").fetchmany(1)
    except dbapi2.Error as error:
        return str(error)
    return str(rows[0][0]) if rows else ""


@contextmanager
def reading_copy(path: Path, key: bytes) -> Iterator[Connection]:
    """Give a connection that reads a copy and leaves nothing beside it. Raises Fault `store.damaged`."""
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: _open_as_is(path, key), poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        raise translate(error.orig, path) from error
    except dbapi2.Error as error:
        raise translate(error, path) from error
    finally:
        engine.dispose()


def _open_as_is(path: Path, key: bytes) -> Any:
    """A file that nobody writes to: no log, no lock, nothing that a stranger may have put into it is run."""
    connection = open_encrypted(f"{path.absolute().as_uri()}?immutable=1", key)
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection
