"""What waits for a decision about counts, as the centre tells it and without what was decided here since."""

import msgspec
from sqlalchemy import Connection, select

from desktop.domain.counting_matters import Matter
from desktop.store.counting_tables import count
from desktop.store.order_tables import order_end

_decode = msgspec.json.Decoder(Matter).decode


def list_matters(connection: Connection) -> list[Matter]:
    """Give what is to be decided, the oldest first."""
    decided = set(connection.execute(select(order_end.c.order_id)).scalars())
    told = [_decode(content) for content in connection.execute(select(count.c.content)).scalars()]
    return sorted((one for one in told if one.id not in decided), key=lambda one: (one.opened_at, one.id))


def find_matter(connection: Connection, matter_id: str) -> Matter | None:
    """Give what is to be decided under this id, None when it was decided."""
    return next((one for one in list_matters(connection) if one.id == matter_id), None)
