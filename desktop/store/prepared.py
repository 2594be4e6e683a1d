"""Statements of the hot path: built with Core, compiled once, run on the driver itself.

A sale is about fifteen small statements; SQLAlchemy's bookkeeping around each costs several times the statement.
What runs here is the same SQL on the same connection inside the same transaction.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ClauseElement, Connection
from sqlalchemy.dialects import sqlite

_DIALECT = sqlite.dialect(paramstyle="named")


class Prepared:
    """One compiled statement; values are given by the names of its parameters."""

    def __init__(self, statement: ClauseElement, columns: Iterable[str] | None = None) -> None:
        names = list(columns) if columns is not None else None
        compiled = statement.compile(dialect=_DIALECT, column_keys=names)
        self._sql = str(compiled)
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}

    def run(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """Execute; gives the row id of what was inserted, if anything was."""
        return int(_driver(connection).execute(self._sql, self._fixed | dict(values)).lastrowid or 0)

    def run_many(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Execute once for each row."""
        _driver(connection).executemany(self._sql, rows)

    def first(self, connection: Connection, **values: Any) -> tuple[Any, ...] | None:
        """Give the first row of a query."""
        row = _driver(connection).execute(self._sql, self._fixed | values).fetchone()
        return tuple(row) if row is not None else None

    def all(self, connection: Connection, **values: Any) -> list[tuple[Any, ...]]:
        """Give every row of a query."""
        return list(_driver(connection).execute(self._sql, self._fixed | values).fetchall())


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
