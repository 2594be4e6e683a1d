"""Changes of the feeds become rows of the replica file."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from desktop.store.migrate import NEWEST
from desktop.store.replica_file import ReplicaFile, split_key
from sync.wire.approvals import Approval
from sync.wire.boards import Board
from sync.wire.changes import ENTITIES, Case, Change, HeldLot, Lot, Person, Place, Product, Reorder, Shop, Stock
from sync.wire.counts import Matter
from sync.wire.digest import add_up
from sync.wire.messages import Page, Projected
from sync.wire.offers import Coupon, Customer, Erased, ListPrice, PriceList, Promotion
from sync.wire.orders import Neighbour, Order
from sync.wire.parked import Parked
from sync.wire.receipts import Receipt
from sync.wire.replica import customer_words
from sync.wire.rights import Rights
from sync.wire.telling import entity_of

_DECODERS = {entity: msgspec.msgpack.Decoder(shape) for entity, shape in ENTITIES.items()}

_TABLES = {
    "catalogue": ("product", "barcode", "product_words", "product_middles", "product_extra"),
    "shop": ("shop", "place", "place_extra", "case", "order", "neighbour", "reorder", "held_lot", "count", "approval"),
    "people": (
        "person",
        "badge",
        "rights",
    ),
    "offers": ("promotion", "price_list", "list_price", "coupon", "board"),
    "customers": ("customer", "customer_word", "purse", "erased", "customers_projected"),
    "stock": ("stock", "lot", "projected"),
    "receipts": ("receipt", "parked"),
}
"""Feed, without its shop -> the tables that it fills."""


def tables_of(feed: str) -> tuple[str, ...]:
    """Name the tables that a feed fills; none for a feed of the future, whose rows are passed over."""
    return _TABLES.get(feed.partition(":")[0], ())


def apply_page(replica: ReplicaFile, page: Page) -> int | None:
    """Write a page and its cursor in one transaction; a page from position 0 replaces what the feed brought before.

    Gives what the feed's rows add up to now; None when kinds of entity or rows were passed over that this program
    does not know: they are noted, so that a newer program reads the feed again.
    """
    cursor = page.cursor
    with replica.writing():
        digest, noted = 0, ""
        if page.from_position == 0:
            replica.clear(*tables_of(cursor.feed))
        else:
            digest, noted = replica.read_digest(cursor.feed)
        told = [(entity_of(change.entity), change) for change in page.changes]
        passed = set(noted.split()) | {entity for entity, _ in told if entity not in _PUTS}
        for entity in _PUTS:
            changes = [change for known, change in told if known == entity]
            if changes:
                digest = _apply(replica, entity, changes, digest, passed, fresh=page.from_position == 0)
        vector = "customers_projected" if cursor.feed.startswith("customers:") else "projected"
        replica.replace(vector, [_projected(row) for row in page.vector])
        place = (cursor.feed, cursor.epoch, cursor.position, cursor.token, digest, " ".join(sorted(passed)))
        replica.replace("feed", [place])
    return None if passed else digest


def knows_more(passed: str) -> bool:
    """Whether this program knows a kind of entity that an older one passed over, or may read what that could not."""
    return any(entity_of(name) in _PUTS or ("?" in name and name != _unread(name)) for name in passed.split())


def _unread(name: str) -> str:
    """Name an entity some row of which this program cannot read; the next one tries again."""
    return f"{name.partition('?')[0]}?{NEWEST}"


def _apply(
    replica: ReplicaFile, entity: str, changes: Sequence[Change], digest: int, passed: set[str], *, fresh: bool
) -> int:
    """Write the changes of one kind; gives the feed's digest after them."""
    held = {} if fresh else replica.read_versions(entity, [change.id for change in changes])
    rows, come, left = [], [], []
    for change in changes:
        if not change.deleted:
            try:
                rows.append((_DECODERS[entity].decode(change.row), change.position))
            except msgspec.DecodeError:  # a shape of the future: the row stays as it was
                passed.add(_unread(entity))
                continue
            come.append(change.position)
        if change.id in held:
            left.append(held.pop(change.id))
        if not change.deleted:
            held[change.id] = change.position
    gone = [change.id for change in changes if change.deleted]
    if gone and entity == "customer":
        replica.put_words((), gone)
        replica.delete("purse", [(name,) for name in gone])
    if gone and entity == "place":
        replica.delete("place_extra", [(name,) for name in gone])
    if gone and entity == "product":
        replica.delete_products(gone)
    elif gone:
        replica.delete(entity, [split_key(entity, key) for key in gone])
    _PUTS[entity](replica, rows)
    return add_up(digest, come, left)


def _put_products(replica: ReplicaFile, rows: Iterable[tuple[Product, int]]) -> None:
    replica.put_products(
        ((*_product(row), position), [(code.code, code.pack_milli) for code in row.codes], _extra(row))
        for row, position in rows
    )


def _extra(row: Product) -> tuple[str, str] | None:
    return (row.extra.variant_of, _json(row.extra)) if row.extra is not None else None


def _product(row: Product) -> tuple[Any, ...]:
    return (
        row.id,
        row.sku,
        row.name,
        row.unit,
        row.price_e4,
        row.rate_ppm,
        row.category,
        row.weighed,
        row.age_limit,
        row.active,
    )


def _put_places(replica: ReplicaFile, rows: Sequence[tuple[Place, int]]) -> None:
    replica.replace("place", ((row.id, row.code, row.name, row.kind, position) for row, position in rows))
    replica.replace("place_extra", ((row.id, row.parent, _json(row)) for row, _ in rows if not row.is_plain))
    replica.delete("place_extra", [(row.id,) for row, _ in rows if row.is_plain])


def _put_people(replica: ReplicaFile, rows: Sequence[tuple[Person, int]]) -> None:
    people = [(row.id, row.login, row.name, row.role, row.pin_hash, row.active, at) for row, at in rows]
    replica.replace("person", people)
    replica.replace("badge", [(row.id, row.badge_hash) for row, _ in rows])


def _put_rights(replica: ReplicaFile, rows: Iterable[tuple[Rights, int]]) -> None:
    replica.replace("rights", ((row.id, row.content, row.signature, position) for row, position in rows))


def _put_shops(replica: ReplicaFile, rows: Iterable[tuple[Shop, int]]) -> None:
    replica.replace("shop", ((row.id, msgspec.json.encode(row).decode(), position) for row, position in rows))


def _put_stock(replica: ReplicaFile, rows: Iterable[tuple[Stock, int]]) -> None:
    replica.replace("stock", ((row.product_id, row.place_id, row.on_hand_milli, position) for row, position in rows))


def _put_lots(replica: ReplicaFile, rows: Iterable[tuple[Lot, int]]) -> None:
    replica.replace("lot", ((*msgspec.structs.astuple(row), position) for row, position in rows))


def _put_cases(replica: ReplicaFile, rows: Iterable[tuple[Case, int]]) -> None:
    replica.replace("case", ((*msgspec.structs.astuple(row), position) for row, position in rows))


def _put_orders(replica: ReplicaFile, rows: Iterable[tuple[Order, int]]) -> None:
    replica.replace("order", ((row.id, row.kind, row.number, row.priority, _json(row), at) for row, at in rows))


def _put_reorder(replica: ReplicaFile, rows: Iterable[tuple[Reorder, int]]) -> None:
    replica.replace("reorder", ((*msgspec.structs.astuple(row), position) for row, position in rows))


def _put_held_lots(replica: ReplicaFile, rows: Iterable[tuple[HeldLot, int]]) -> None:
    replica.replace("held_lot", ((*msgspec.structs.astuple(row), position) for row, position in rows))


def _put_matters(replica: ReplicaFile, rows: Iterable[tuple[Matter, int]]) -> None:
    replica.replace("count", ((row.id, _json(row), position) for row, position in rows))


def _put_approvals(replica: ReplicaFile, rows: Iterable[tuple[Approval, int]]) -> None:
    replica.replace("approval", ((row.id, _json(row), position) for row, position in rows))


def _put_neighbours(replica: ReplicaFile, rows: Iterable[tuple[Neighbour, int]]) -> None:
    replica.replace("neighbour", ((*msgspec.structs.astuple(row), position) for row, position in rows))


def _put_promotions(replica: ReplicaFile, rows: Iterable[tuple[Promotion, int]]) -> None:
    replica.replace("promotion", ((row.id, _json(row), position) for row, position in rows))


def _put_price_lists(replica: ReplicaFile, rows: Iterable[tuple[PriceList, int]]) -> None:
    replica.replace("price_list", ((*msgspec.structs.astuple(row), position) for row, position in rows))


def _put_list_prices(replica: ReplicaFile, rows: Iterable[tuple[ListPrice, int]]) -> None:
    prices = ((row.list_id, row.product_id, _json(row.tiers), position) for row, position in rows)
    replica.replace("list_price", prices)


def _put_coupons(replica: ReplicaFile, rows: Iterable[tuple[Coupon, int]]) -> None:
    replica.replace("coupon", ((row.id, row.code, _json(row), position) for row, position in rows))


def _put_boards(replica: ReplicaFile, rows: Iterable[tuple[Board, int]]) -> None:
    replica.replace("board", ((row.id, _json(row), position) for row, position in rows))


_PURSE = Customer.__struct_fields__.index("currency")
"""The first field of a customer that is kept beside them."""


def _put_customers(replica: ReplicaFile, rows: Sequence[tuple[Customer, int]]) -> None:
    replica.replace("customer", ((*msgspec.structs.astuple(row)[:_PURSE], position) for row, position in rows))
    replica.replace("purse", ((row.id, *msgspec.structs.astuple(row)[_PURSE:]) for row, _ in rows))
    words = [(word, row.id) for row, _ in rows for word in customer_words(row.name)]
    replica.put_words(words, [row.id for row, _ in rows])


def _put_erased(replica: ReplicaFile, rows: Iterable[tuple[Erased, int]]) -> None:
    replica.replace("erased", ((row.id, position) for row, position in rows))


def _put_receipts(replica: ReplicaFile, rows: Iterable[tuple[Receipt, int]]) -> None:
    packed = ((row.sale_id, row.receipt, row.occurred_at, msgspec.msgpack.encode(row), at) for row, at in rows)
    replica.replace("receipt", packed)


def _put_parked(replica: ReplicaFile, rows: Iterable[tuple[Parked, int]]) -> None:
    replica.replace("parked", ((*msgspec.structs.astuple(row), position) for row, position in rows))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _projected(row: Projected) -> tuple[str, int, str]:
    return row.incarnation, row.seq, json.dumps(row.missing)


_PUTS: dict[str, Callable[..., None]] = {
    "product": _put_products,
    "place": _put_places,
    "person": _put_people,
    "rights": _put_rights,
    "shop": _put_shops,
    "stock": _put_stock,
    "lot": _put_lots,
    "case": _put_cases,
    "order": _put_orders,
    "neighbour": _put_neighbours,
    "reorder": _put_reorder,
    "held_lot": _put_held_lots,
    "count": _put_matters,
    "approval": _put_approvals,
    "promotion": _put_promotions,
    "price_list": _put_price_lists,
    "list_price": _put_list_prices,
    "coupon": _put_coupons,
    "board": _put_boards,
    "customer": _put_customers,
    "erased": _put_erased,
    "receipt": _put_receipts,
    "parked": _put_parked,
}
