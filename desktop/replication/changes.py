"""Changes of the feeds become rows of the replica file."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from desktop.store.replica_file import ReplicaFile
from sync.wire.changes import ENTITIES, Change, Person, Place, Product, Shop, Stock
from sync.wire.messages import Page, Projected

_DECODERS = {entity: msgspec.msgpack.Decoder(shape) for entity, shape in ENTITIES.items()}

_TABLES = {
    "catalogue": ("product", "barcode", "product_words", "product_middles"),
    "shop": ("shop", "place"),
    "people": ("person",),
    "stock": ("stock", "projected"),
}
"""Feed, without its shop -> the tables that it fills."""


def tables_of(feed: str) -> tuple[str, ...]:
    """Name the tables that a feed fills."""
    return _TABLES[feed.partition(":")[0]]


def apply_page(replica: ReplicaFile, page: Page) -> None:
    """Write a page and its cursor in one transaction; a page from position 0 replaces what the feed brought before.

    Kinds of entity that this program does not know are passed over; a newer program takes a new replica anyway.
    """
    with replica.writing():
        if page.from_position == 0:
            replica.clear(*tables_of(page.cursor.feed))
        for entity, put in _PUTS.items():
            changes = [change for change in page.changes if change.entity == entity]
            if changes:
                _apply(replica, entity, changes, put)
        replica.replace("projected", [_projected(row) for row in page.vector])
        cursor = page.cursor
        replica.replace("feed", [(cursor.feed, cursor.epoch, cursor.position, cursor.token)])


def _apply(replica: ReplicaFile, entity: str, changes: Sequence[Change], put: Callable[..., None]) -> None:
    decode = _DECODERS[entity].decode
    gone = [change.id for change in changes if change.deleted]
    if gone and entity == "product":
        replica.delete_products(gone)
    elif gone:
        replica.delete(entity, [tuple(key.split("/")) for key in gone])
    put(replica, (decode(change.row) for change in changes if not change.deleted))


def _put_products(replica: ReplicaFile, rows: Iterable[Product]) -> None:
    replica.put_products((_product(row), [(code.code, code.pack_milli) for code in row.codes]) for row in rows)


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


def _put_places(replica: ReplicaFile, rows: Iterable[Place]) -> None:
    replica.replace("place", ((row.id, row.code, row.name, row.kind) for row in rows))


def _put_people(replica: ReplicaFile, rows: Iterable[Person]) -> None:
    people = ((row.id, row.login, row.name, row.role, row.pin_hash, row.active) for row in rows)
    replica.replace("person", people)


def _put_shops(replica: ReplicaFile, rows: Iterable[Shop]) -> None:
    replica.replace("shop", ((row.id, msgspec.json.encode(row).decode()) for row in rows))


def _put_stock(replica: ReplicaFile, rows: Iterable[Stock]) -> None:
    replica.replace("stock", ((row.product_id, row.place_id, row.on_hand_milli) for row in rows))


def _projected(row: Projected) -> tuple[str, int, str]:
    return row.incarnation, row.seq, json.dumps(row.missing)


_PUTS: dict[str, Callable[..., None]] = {
    "product": _put_products,
    "place": _put_places,
    "person": _put_people,
    "shop": _put_shops,
    "stock": _put_stock,
}
