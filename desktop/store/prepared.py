"""Statements of the hot path: built with Core, compiled once, run on the driver itself.

A sale is about fifteen small statements; SQLAlchemy's bookkeeping around each costs several times the statement.
What runs here is the same SQL on the same connection inside the same transaction.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import ClauseElement, Connection, Integer, literal_column
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler

_DIALECT = sqlite.dialect(paramstyle="qmark")

ONE = literal_column("1", Integer)
"""For LIMIT: SQLite prepares a statement anew each time a LIMIT is bound to it, which costs more than running it."""


class Prepared:
    """One compiled statement; values are given by the names of its parameters."""

    def __init__(self, statement: ClauseElement, columns: Iterable[str] | None = None) -> None:
        names = list(columns) if columns is not None else None
        compiled = cast(SQLCompiler, statement.compile(dialect=_DIALECT, column_keys=names))
        self._sql = str(compiled)
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        self._in_order = _getter(tuple(compiled.positiontup or ()))

    def run(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """Execute; gives the row id of what was inserted, if anything was."""
        return int(self._execute(connection, values).lastrowid or 0)

    def run_many(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Execute once for each row."""
        _driver(connection).executemany(self._sql, [self._in_order(row) for row in rows])

    def first(self, connection: Connection, **values: Any) -> tuple[Any, ...] | None:
        """Give the first row of a query."""
        row = self._execute(connection, values).fetchone()
        return tuple(row) if row is not None else None

    def all(self, connection: Connection, **values: Any) -> list[tuple[Any, ...]]:
        """Give every row of a query."""
        return list(self._execute(connection, values).fetchall())

    def _execute(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        return _driver(connection).execute(self._sql, self._in_order({**self._fixed, **values}))


def _getter(names: tuple[str, ...]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    """Make what puts values by name in the order of the statement's marks."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: tuple([values[name] for name in names])


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection
