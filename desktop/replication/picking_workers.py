"""The documents of this terminal's journal as work that people did."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection

from desktop.domain.picking_workers import WorkDone
from desktop.store import journal
from desktop.store.journal import Sealed
from sync.wire.facts import UnknownFact, decode_fact
from sync.wire.goods_facts import GoodsMoved, StockCounted

KINDS = ("goods.moved", "stock.counted")


def read_work(connection: Connection, first: str, last: str) -> Iterator[WorkDone]:
    """Give the documents of these days (ISO 8601, as the terminal's clock had them)."""
    for sealed in journal.read_kinds(connection, KINDS, first, last):
        if work := _work(sealed):
            yield work


def _work(sealed: Sealed) -> WorkDone | None:
    try:
        fact = decode_fact(sealed.kind, sealed.version, sealed.body)
    except (UnknownFact, msgspec.DecodeError):
        return None
    if isinstance(fact, GoodsMoved):
        purpose, lines, took = fact.purpose, len(fact.moves), (fact.scans, fact.refused)
        for_order, began_at = bool(fact.order_id), fact.began_at
    elif isinstance(fact, StockCounted):
        purpose, lines, took, for_order, began_at = "counted", len(fact.lines), (0, 0), bool(fact.order_id), ""
    else:
        return None
    return WorkDone(sealed.actor, sealed.occurred_at, began_at, purpose, for_order, lines, *took)
