"""The shop's open cases, as the centre publishes them, and whether it has booked an entry."""

import json

from sqlalchemy import Connection, select

from desktop.domain.case import Case
from desktop.store.tables import case, projected

_COLUMNS = [column for column in case.c if column.name != "terminal"]


def list_open(connection: Connection) -> list[Case]:
    """Give the open cases, in no order."""
    return [Case(**row) for row in connection.execute(select(*_COLUMNS)).mappings()]


def is_booked(connection: Connection, incarnation: str, seq: int) -> bool:
    """Whether the centre's figures, as far as they are known here, contain an entry."""
    row = connection.execute(select(projected).where(projected.c.incarnation == incarnation)).first()
    return row is not None and seq <= row.seq and seq not in json.loads(row.missing)
