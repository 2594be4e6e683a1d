"""Facts about orders to rows: which documents were made for them, what was not as ordered, who is at them. Pure."""

from dataclasses import dataclass, field
from typing import Any

from server_stub.journal.copying import NULL, text
from sync.wire.goods_facts import GoodsMoved, StockCounted
from sync.wire.orders import OrderTaken

ORDER_COLUMNS = {
    "order_document": "document_id, order_id, shop_id, chain, seq, ends_order",
    "deviation": "document_id, n, shop_id, order_id, product_id, quantity_milli, kind, reason, place_id, lot, "
    "instead_of",
}


@dataclass(slots=True)
class OrderRows:
    """What a run of entries says of orders: quantities done by line, documents, and who began or left."""

    done: list[dict[str, Any]] = field(default_factory=list)
    documents: list[dict[str, Any]] = field(default_factory=list)
    taken: list[dict[str, Any]] = field(default_factory=list)


def note_document(rows: OrderRows, fact: GoodsMoved, at: str) -> None:
    """Collect what a document did of its order."""
    rows.documents.append({"order_id": fact.order_id, "ends": fact.ends_order, "at": at})
    rows.done += [
        {"order_id": fact.order_id, "n": move.order_line, "milli": move.quantity_milli}
        for move in fact.moves
        if move.order_line
    ]


def note_taken(rows: OrderRows, fact: OrderTaken, chain: int, at: str, actor: str) -> None:
    """Collect who began with an order, or left it."""
    told = {"order_id": fact.order_id, "by_left": fact.left, "actor": actor, "at": at, "chain": chain}
    rows.taken.append(told | {"n": len(rows.taken)})


def document_of_order(fact: GoodsMoved, entry: str, shop: str) -> str:
    """Write for COPY that a document was made for an order."""
    return f"{text(fact.document_id)}\t{text(fact.order_id)}\t{shop}\t{entry}\t{fact.ends_order}\n"


def document_of_count(rows: OrderRows, fact: StockCounted, entry: tuple[int, int], shop: str, at: str) -> str:
    """Collect that a count counted lines of its order, and write it for COPY; a line of a count wants 1 piece of it."""
    rows.documents.append({"order_id": fact.order_id, "ends": fact.ends_order, "at": at})
    rows.done += [{"order_id": fact.order_id, "n": n, "milli": 1000} for n in fact.order_lines]
    chain, seq = entry
    return f"{text(fact.count_id)}\t{text(fact.order_id)}\t{shop}\t{chain}\t{seq}\t{fact.ends_order}\n"


def deviation_lines(fact: GoodsMoved, shop: str) -> list[str]:
    """Write for COPY what was not as ordered, or not as it should be."""
    return [
        f"{text(fact.document_id)}\t{n}\t{shop}\t{text(fact.order_id) or NULL}\t{text(one.product_id)}\t"
        f"{one.quantity_milli}\t{text(one.kind)}\t{text(one.reason)}\t{text(one.place_id) or NULL}\t{text(one.lot)}\t"
        f"{text(one.instead_of) or NULL}\n"
        for n, one in enumerate(fact.deviations, 1)
    ]
