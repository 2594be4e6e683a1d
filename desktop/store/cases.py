"""The shop's open cases, as the centre publishes them, and which entries it has booked."""

import json

from sqlalchemy import Connection, Table, select

from desktop.domain.case import Case
from desktop.store.tables import case, customers_projected, projected

Booked = dict[str, tuple[int, frozenset[int]]]

_COLUMNS = [column for column in case.c if column.name != "terminal"]


def list_open(connection: Connection) -> list[Case]:
    """Give the open cases, in no order."""
    return [Case(**row) for row in connection.execute(select(*_COLUMNS)).mappings()]


def read_booked(connection: Connection) -> Booked:
    """Give per incarnation up to which number the centre has booked its entries, and which below it are not."""
    return _vector(connection, projected)


def read_told(connection: Connection) -> Booked:
    """Give the same as far as what is told of customers contains it; a centre of yesterday says it of stock alone."""
    return _vector(connection, customers_projected) or read_booked(connection)


def _vector(connection: Connection, table: Table) -> Booked:
    rows = connection.execute(select(table))
    return {row.incarnation: (row.seq, frozenset(json.loads(row.missing))) for row in rows}
