"""The replica file of a snapshot: an encrypted SQLite database in the schema that terminals attach as it is."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import add, attrgetter
from pathlib import Path
from typing import Any

import msgspec
from sqlcipher3 import dbapi2

from sync.wire.approvals import Approval
from sync.wire.changes import ENTITIES, Case, Change, HeldLot, Place, Product, Reorder, Shop
from sync.wire.counts import Matter
from sync.wire.messages import Cursor, Projected
from sync.wire.orders import Neighbour, Order
from sync.wire.replica import INDEXES, SCHEMA, SEARCH, TABLES, search_text
from sync.wire.telling import told_as

_CACHE_KB = 256_000
_SEARCH_BYTES = 64 << 20
_USUAL_SEARCH_BYTES = 1 << 20
"""What FTS5 takes when nothing is said; the setting stays in the file, so terminals get it back."""
_decode = msgspec.msgpack.Decoder(Product).decode
_product_row = attrgetter(
    "id", "sku", "name", "unit", "price_e4", "rate_ppm", "category", "weighed", "age_limit", "active"
)
_case_row = attrgetter("id", "kind", "opened_at", "subject", "detail", "terminal", "device", "incarnation", "seq")
_OFFERS: dict[str, tuple[str, Callable[[Any], tuple[Any, ...]]]] = {
    "promotion": ("INSERT INTO promotion VALUES (?, ?, ?)", lambda row: (row.id, _json(row))),
    "price_list": ("INSERT INTO price_list VALUES (?, ?, ?, ?, ?)", msgspec.structs.astuple),
    "list_price": (
        "INSERT INTO list_price VALUES (?, ?, ?, ?)",
        lambda row: (row.list_id, row.product_id, _json(row.tiers)),
    ),
    "coupon": ("INSERT INTO coupon VALUES (?, ?, ?, ?)", lambda row: (row.id, row.code, _json(row))),
    "board": ("INSERT INTO board VALUES (?, ?, ?)", lambda row: (row.id, _json(row))),
}
_PRODUCT = "INSERT INTO product VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_WORDS = "INSERT INTO product_words (rowid, text) VALUES (?, ?)"
_MIDDLES = "INSERT INTO product_middles (rowid, text) VALUES (?, ?)"


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


class ReplicaFile:
    """A replica file in the making; calls come one after the other, from any thread."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._db: Any = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        self._count = 0
        self._codes: list[tuple[str, int, int]] = []
        self._left_out: set[str] = set()
        self._db.execute("PRAGMA cipher_log_level=NONE")
        self._db.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        # Nobody else sees the file before it is whole: a crash leaves garbage that is never used.
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", f"cache_size=-{_CACHE_KB}"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("BEGIN")
        self._run(TABLES)
        self._run(SEARCH)
        self._set_search_memory(_SEARCH_BYTES)
        self._db.execute("INSERT INTO meta (schema) VALUES (?)", (SCHEMA,))

    def add_products(self, packed: Sequence[bytes], positions: Sequence[int]) -> None:
        """Add products, given as the MessagePack that the feed carries, and the versions they are told in."""
        products = list(map(_decode, packed))
        numbers = range(self._count + 1, self._count + 1 + len(products))
        self._count += len(products)
        rows = map(add, map(add, zip(numbers), map(_product_row, products)), zip(positions, strict=True))
        self._db.executemany(_PRODUCT, rows)
        self._codes += [
            (code.code, n, code.pack_milli)
            for n, product in zip(numbers, products, strict=True)
            for code in product.codes
        ]
        texts = [search_text(product.name, product.sku, product.category) for product in products]
        extras = [
            (n, product.extra.variant_of, msgspec.json.encode(product.extra).decode())
            for n, product in zip(numbers, products, strict=True)
            if product.extra is not None
        ]
        self._db.executemany("INSERT INTO product_extra VALUES (?, ?, ?)", extras)
        self._db.executemany(_WORDS, zip(numbers, texts, strict=True))
        self._db.executemany(_MIDDLES, zip(numbers, texts, strict=True))

    def add_shop(self, shop: Shop, places: Iterable[Place], positions: Mapping[str, int]) -> None:
        """Add the shop's terms and its places; `positions` are their versions by id."""
        terms = msgspec.json.encode(shop).decode()
        self._db.execute("INSERT INTO shop VALUES (?, ?, ?)", (shop.id, terms, positions.get(shop.id, 0)))
        known = list(places)
        rows = [(place.id, place.code, place.name, place.kind, positions.get(place.id, 0)) for place in known]
        self._db.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?)", rows)
        extras = [(place.id, place.parent, _json(place)) for place in known if not place.is_plain]
        self._db.executemany("INSERT INTO place_extra VALUES (?, ?, ?)", extras)

    def add_cases(self, cases: Iterable[Case], positions: Mapping[str, int]) -> None:
        """Add the shop's open cases; `positions` are their versions by id."""
        rows = [(*_case_row(case), positions.get(case.id, 0)) for case in cases]
        self._db.executemany('INSERT INTO "case" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', rows)

    def add_orders(self, orders: Iterable[Order], positions: Mapping[str, int]) -> None:
        """Add the shop's open orders; `positions` are their versions by id.

        Those with a name of their own are left out and noted: who knows it reads the feed again (`sync.wire.telling`).
        """
        for order in orders:
            name = told_as("order", order)
            if name == "order":
                row = (order.id, order.kind, order.number, order.priority, _json(order), positions.get(order.id, 0))
                self._db.execute('INSERT INTO "order" VALUES (?, ?, ?, ?, ?, ?)', row)
            else:
                self._left_out.add(name)

    def add_matters(self, matters: Iterable[Matter], positions: Mapping[str, int]) -> None:
        """Add the counts of the shop that wait for a decision; `positions` are their versions by id."""
        rows = [(matter.id, _json(matter), positions.get(matter.id, 0)) for matter in matters]
        self._db.executemany('INSERT INTO "count" VALUES (?, ?, ?)', rows)

    def add_approvals(self, approvals: Iterable[Approval], positions: Mapping[str, int]) -> None:
        """Add the documents of the shop that wait for an approval; `positions` are their versions by id."""
        rows = [(approval.id, _json(approval), positions.get(approval.id, 0)) for approval in approvals]
        self._db.executemany("INSERT INTO approval VALUES (?, ?, ?)", rows)

    def add_neighbours(self, neighbours: Iterable[Neighbour], positions: Mapping[str, int]) -> None:
        """Add the other shops that goods can be sent to; `positions` are their versions by id."""
        rows = [(*msgspec.structs.astuple(shop), positions.get(shop.id, 0)) for shop in neighbours]
        self._db.executemany("INSERT INTO neighbour VALUES (?, ?, ?, ?)", rows)

    def add_reorder(self, points: Iterable[Reorder], positions: Mapping[str, int]) -> None:
        """Add from which quantity on goods are to be ordered; `positions` are their versions by `shop/product`."""
        rows = [
            (*msgspec.structs.astuple(point), positions.get(f"{point.shop_id}/{point.product_id}", 0))
            for point in points
        ]
        self._db.executemany("INSERT INTO reorder VALUES (?, ?, ?, ?, ?)", rows)

    def add_held_lots(self, lots: Iterable[HeldLot], positions: Mapping[str, int]) -> None:
        """Add the lots that nobody picks or sells; `positions` are their versions by id."""
        rows = [(*msgspec.structs.astuple(lot), positions.get(lot.id, 0)) for lot in lots]
        self._db.executemany("INSERT INTO held_lot VALUES (?, ?, ?, ?, ?)", rows)

    def add_offers(self, changes: Iterable[Change]) -> None:
        """Add promotions, price lists, coupons and boards, as the shop's feed tells them."""
        for change in changes:
            insert, to_row = _OFFERS[change.entity]
            row = msgspec.msgpack.decode(change.row, type=ENTITIES[change.entity])
            self._db.execute(insert, (*to_row(row), change.position))

    def add_stock(
        self,
        rows: Sequence[tuple[str, str, int, int]],
        lots: Sequence[tuple[str, str, str, int, str, int]],
        vector: Iterable[Projected],
    ) -> None:
        """Add the centre's figures (product, place[, lot], thousandths[, expiry], version) and what they contain."""
        self._db.executemany("INSERT INTO stock VALUES (?, ?, ?, ?)", rows)
        self._db.executemany("INSERT INTO lot VALUES (?, ?, ?, ?, ?, ?)", lots)
        contained = [(part.incarnation, part.seq, json.dumps(part.missing)) for part in vector]
        self._db.executemany("INSERT INTO projected VALUES (?, ?, ?)", contained)

    def finish(self, places: Iterable[tuple[Cursor, int | None]]) -> None:
        """Add codes in order, cursors with the digests of their feeds, indexes, and close the file."""
        self._codes.sort()
        self._db.executemany("INSERT INTO barcode VALUES (?, ?, ?)", self._codes)
        feeds = [(at.feed, at.epoch, at.position, at.token, digest or 0) for at, digest in places]
        self._db.executemany("INSERT INTO feed (name, epoch, position, token, digest) VALUES (?, ?, ?, ?, ?)", feeds)
        passed = " ".join(sorted(self._left_out))
        self._db.execute("UPDATE feed SET passed = ? WHERE name LIKE 'shop:%'", (passed,))
        self._run(INDEXES)
        self._set_search_memory(_USUAL_SEARCH_BYTES)
        self._db.execute("COMMIT")
        self.close()

    def close(self) -> None:
        """Let go of the file, finished or not."""
        self._db.close()

    def _set_search_memory(self, size: int) -> None:
        """Say how much the search index collects before it writes: more makes it quicker to build and smaller."""
        self._db.execute("INSERT INTO product_words (product_words, rank) VALUES ('hashsize', ?)", (size,))
        self._db.execute("INSERT INTO product_middles (product_middles, rank) VALUES ('hashsize', ?)", (size,))

    def _run(self, script: str) -> None:
        for statement in filter(None, map(str.strip, script.split(";\n"))):
            self._db.execute(statement)
