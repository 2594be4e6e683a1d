"""Documents that wait for an approval: what the centre tells, with what was asked and decided here since."""

import msgspec
from sqlalchemy import Connection, select

from desktop.domain.approval import Approval
from desktop.store.approval_tables import approval, goods_asked
from desktop.store.order_tables import order_end
from desktop.store.stock import read_projected

_decode = msgspec.json.Decoder(Approval).decode


def list_approvals(connection: Connection) -> list[Approval]:
    """Give what waits, the oldest first."""
    decided = set(connection.execute(select(order_end.c.order_id)).scalars())
    told = [_decode(content) for content in connection.execute(select(approval.c.content)).scalars()]
    known = {one.id: one for one in (*_own(connection), *told) if one.id not in decided}
    return sorted(known.values(), key=lambda one: (one.asked_at, one.id))


def find_approval(connection: Connection, document_id: str) -> Approval | None:
    """Give what waits under this id, None when it was decided."""
    return next((one for one in list_approvals(connection) if one.id == document_id), None)


def _own(connection: Connection) -> list[Approval]:
    """What was asked for here and the centre has not heard of yet."""
    contained = read_projected(connection)
    own = []
    for row in connection.execute(select(goods_asked)):
        seq, missing = contained.get(row.incarnation, (0, frozenset()))
        if row.seq > seq or row.seq in missing:
            own.append(_decode(row.content))
    return own
