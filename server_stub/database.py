"""The way to the database: migrations at start, and a pool of connections."""

import time
from asyncio import CancelledError
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psycopg
from psycopg import AsyncConnection
from psycopg.rows import TupleRow
from psycopg_pool import AsyncConnectionPool, PoolClosed, PoolTimeout, TooManyRequests

from server_stub.faults import Fault


class Connection(AsyncConnection[TupleRow]):
    """A connection of the pool."""

    async def commit(self) -> None:
        """Commit, or roll back when the task is cancelled meanwhile.

        The driver then cancels the statement, which leaves a failed transaction when PostgreSQL had not begun with it;
        the pool would roll that back with a warning, as if somebody had forgotten to.
        """
        try:
            await super().commit()
        except CancelledError:
            if not self.closed:
                await self.rollback()
            raise


Pool = AsyncConnectionPool[Connection]
DATABASE_AWAY = (psycopg.OperationalError, PoolTimeout, PoolClosed, TooManyRequests)
"""What is raised when the database does not answer, or has no connection free: come again a little later."""

MIGRATION_LOCK = 0x65636B0001
"""Advisory locks of the centre start with the letters `eck`."""
CONNECT_WITHIN_S = 10.0
LOCK_WITHIN_S = 5.0
LOCK_TRIES, LOCK_PAUSE_S = 6, 1.0
"""A migration that waits for a table holds up all who come after it: it stands back, and tries again a moment later."""
RECONNECT_WITHIN_S = 4.0
"""The pool doubles its pauses while a database is away; it begins anew after this, so that it is back at once."""


def migrate(url: str) -> None:
    """Bring the schema up to this program's; programs that start together wait for one another.

    Raises Fault when the database cannot be reached, is in use for too long, was written by a newer program, or belongs
    to another role.
    """
    for _ in range(LOCK_TRIES):
        if _migrate(url):
            return
        time.sleep(LOCK_PAUSE_S)
    raise Fault("database.busy", "Somebody works in the database without a pause, so its tables cannot be changed.",
                "Nothing was changed. Try again when backups and reports are done, or stop the centre.")  # fmt: skip


def _migrate(url: str) -> bool:
    """Migrate in one transaction; False when it did not get its tables in time, or two waited crosswise."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError
    from sqlalchemy import NullPool, create_engine, text
    from sqlalchemy.exc import OperationalError, ProgrammingError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    engine = create_engine("postgresql+psycopg://", creator=lambda: _connect(url), poolclass=NullPool)
    try:
        with engine.begin() as conn:
            conn.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
            conn.execute(text(f"SET LOCAL lock_timeout = '{LOCK_WITHIN_S * 1000:.0f}ms'"))
            config.attributes["connection"] = conn
            command.upgrade(config, "head")
    except CommandError as error:
        raise Fault("database.newer", "The database was made by a newer version of this program.",
                    "Start the newer version, or restore a backup made by this one.") from error  # fmt: skip
    except ProgrammingError as error:
        if not isinstance(error.orig, psycopg.errors.InsufficientPrivilege):
            raise
        raise Fault("database.rights", f"This role may not change the database's tables: {error.orig}".strip(),
                    "Name the database's owner in DATABASE_OWNER_URL.") from error  # fmt: skip
    except OperationalError as error:
        if not isinstance(error.orig, psycopg.errors.DeadlockDetected | psycopg.errors.LockNotAvailable):
            raise
        return False
    return True


def _connect(url: str) -> psycopg.Connection[TupleRow]:
    try:
        return psycopg.connect(url, connect_timeout=int(CONNECT_WITHIN_S))
    except psycopg.OperationalError as error:
        raise unreachable(error) from error


def unreachable(error: Exception) -> Fault:
    """Say that the database does not answer."""
    return Fault("database.unreachable", f"The database does not answer: {error}", "Check DATABASE_URL and the server.")


@asynccontextmanager
async def open_pool(url: str, *, min_size: int = 1, max_size: int = 10) -> AsyncIterator[Pool]:
    """Give a pool that is ready, and close it at the end. Raises Fault when the database does not answer."""
    pool: Pool = AsyncConnectionPool(
        url,
        connection_class=Connection,
        min_size=min_size,
        max_size=max_size,
        reconnect_timeout=RECONNECT_WITHIN_S,
        open=False,
    )
    try:
        await pool.open(wait=True, timeout=CONNECT_WITHIN_S)
    except PoolTimeout as error:
        await pool.close()
        raise unreachable(error) from error
    try:
        yield pool
    finally:
        await pool.close()


@asynccontextmanager
async def single_statements(pool: Pool) -> AsyncIterator[Connection]:
    """Give a connection on which each statement is its own transaction: two messages less where there is one only."""
    async with pool.connection() as conn, each_alone(conn):
        yield conn


@asynccontextmanager
async def each_alone(conn: Connection) -> AsyncIterator[None]:
    """Make each statement its own transaction, on a connection that is in none."""
    await conn.set_autocommit(True)
    try:
        yield
    finally:
        if not conn.closed:
            await conn.set_autocommit(False)
