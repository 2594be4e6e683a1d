"""The shop's open cases, as the centre publishes them, and which entries it has booked."""

import json

from sqlalchemy import Connection, select

from desktop.domain.case import Case
from desktop.store.tables import case, projected

_COLUMNS = [column for column in case.c if column.name != "terminal"]


def list_open(connection: Connection) -> list[Case]:
    """Give the open cases, in no order."""
    return [Case(**row) for row in connection.execute(select(*_COLUMNS)).mappings()]


def read_booked(connection: Connection) -> dict[str, tuple[int, frozenset[int]]]:
    """Give per incarnation up to which number the centre has booked its entries, and which below it are not."""
    rows = connection.execute(select(projected))
    return {row.incarnation: (row.seq, frozenset(json.loads(row.missing))) for row in rows}
