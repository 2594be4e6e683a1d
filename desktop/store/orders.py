"""Open orders: what the centre tells of them, and what documents of this terminal did that it has not counted yet."""

from collections import defaultdict
from dataclasses import replace

import msgspec
from sqlalchemy import Connection, select

from desktop.domain.order import Order, OrderKind, add_done
from desktop.store.order_tables import order, order_done, order_end

_decode = msgspec.json.Decoder(Order).decode


def list_open(connection: Connection, *kinds: OrderKind) -> list[Order]:
    """Give the open orders, of these kinds where some are named, the most urgent first.

    Those of a kind that is not known here are for tills of a newer version.

    One that a document of this terminal has ended is not open, unless the centre tells of it still, with that document.
    """
    query = select(order.c.content).where(order.c.kind.in_([str(kind) for kind in kinds or OrderKind]))
    query = query.order_by(order.c.priority.desc(), order.c.number, order.c.id)
    ends: dict[str, set[str]] = defaultdict(set)
    for order_id, document_id in connection.execute(select(order_end.c.order_id, order_end.c.document_id)):
        ends[order_id].add(document_id)
    told = [_decode(content) for content in connection.execute(query).scalars()]
    return [_with_own(connection, found) for found in told if ends[found.id] <= set(found.documents)]


def find(connection: Connection, name: str) -> list[Order]:
    """Give the open orders with this id or number."""
    return [found for found in list_open(connection) if name in (found.id, found.number)]


def _with_own(connection: Connection, told: Order) -> Order:
    own: dict[int, int] = defaultdict(int)
    query = select(order_done.c.n, order_done.c.done_milli).where(
        order_done.c.order_id == told.id, order_done.c.document_id.not_in(told.documents)
    )
    for n, done_milli in connection.execute(query):
        own[n] += done_milli
    return replace(told, lines=add_done(told.lines, own))
