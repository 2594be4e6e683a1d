"""Facts about orders to rows: which documents were made for them, what was not as ordered, who is at them. Pure."""

from dataclasses import dataclass, field
from typing import Any

from server_stub.journal.copying import NULL, text
from sync.wire.goods_facts import NEVER_SENT, GoodsMoved, StockCounted, done_by_line
from sync.wire.orders import OrderTaken

ORDER_COLUMNS = {
    "order_document": "document_id, order_id, shop_id, chain, seq, ends_order",
    "deviation": "document_id, n, shop_id, order_id, product_id, quantity_milli, kind, reason, place_id, lot, "
    "instead_of",
    "deviation_photo": "document_id, n, k, shop_id, hash",
}


SENT = "sent"
COMES_IN = frozenset({"received", "arrived"})
"""Purposes of documents whose marked pieces came in; of every other they left."""
ARRIVED = frozenset({"arrived", "lost", NEVER_SENT})
"""Purposes of documents about goods that another shop sent: taken in, lost on the way, or never sent."""


@dataclass(slots=True)
class OrderRows:
    """What a run of entries says of orders: quantities done by line, documents, and who began or left.

    `picked` says where goods were taken for a line, `marked` which single pieces left.
    `sent` are documents that sent goods to another shop, `sent_lines` the goods; `arrived` those that took some in or
    said what became of them, `unordered` goods among them that were not sent.
    """

    done: list[dict[str, Any]] = field(default_factory=list)
    picked: list[dict[str, Any]] = field(default_factory=list)
    marked: list[dict[str, Any]] = field(default_factory=list)
    documents: list[dict[str, Any]] = field(default_factory=list)
    taken: list[dict[str, Any]] = field(default_factory=list)
    sent: list[dict[str, Any]] = field(default_factory=list)
    sent_lines: list[dict[str, Any]] = field(default_factory=list)
    arrived: list[dict[str, Any]] = field(default_factory=list)
    unordered: list[dict[str, Any]] = field(default_factory=list)


def note_document(rows: OrderRows, fact: GoodsMoved, at: str) -> None:
    """Collect what a document did of its order."""
    rows.documents.append({"order_id": fact.order_id, "ends": fact.ends_order, "at": at})
    rows.done += [{"order_id": fact.order_id, "n": n, "milli": milli} for n, milli in done_by_line(fact).items()]
    rows.picked += [
        {"order_id": fact.order_id, "n": move.order_line, "place": move.from_place_id, "milli": move.quantity_milli}
        for move in fact.moves
        if move.order_line and fact.purpose != NEVER_SENT
    ]
    if fact.purpose not in COMES_IN:
        rows.marked += [{"product": move.product_id, "serial": move.lot} for move in fact.moves if move.marks]
    if fact.purpose in ARRIVED:
        says = fact.ends_order or any(one.kind != "damaged" for one in fact.deviations)
        rows.arrived.append({"order_id": fact.order_id, "says": says, "at": at})
        rows.unordered += [
            {"order_id": fact.order_id, "product": move.product_id, "lot": move.lot, "milli": move.quantity_milli}
            for move in fact.moves
            if not move.order_line
        ]


def note_sent(rows: OrderRows, fact: GoodsMoved, chain: int, shop: str, at: str) -> None:
    """Collect what a document sent to another shop; what is of one kind and lot is one line of its order there."""
    goods: dict[tuple[str, str], int] = {}
    for move in fact.moves:
        key = (move.product_id, move.lot)
        goods[key] = goods.get(key, 0) + move.quantity_milli
    told = {"document": fact.document_id, "at": at, "shop": shop, "reference": fact.reference, "chain": chain}
    rows.sent += [told | {"place": place} for place in dict.fromkeys(move.to_place_id for move in fact.moves)]
    rows.sent_lines += [
        {"document": fact.document_id, "n": n, "product": product, "lot": lot, "milli": milli}
        for n, ((product, lot), milli) in enumerate(goods.items(), 1)
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


def photo_lines(fact: GoodsMoved, shop: str) -> list[str]:
    """Write for COPY which photos show what was not as ordered; `n` is the deviation, `k` counts within it."""
    return [
        f"{text(fact.document_id)}\t{n}\t{k}\t{shop}\t{text(name)}\n"
        for n, one in enumerate(fact.deviations, 1)
        for k, name in enumerate(one.photos, 1)
    ]
