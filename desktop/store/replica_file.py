"""The replica file from the writing side: bulk rows into tables, in the engine's worker thread.

It speaks to the driver itself: pages of thousands of rows are its whole job, and it shares no connection with the
screens. The file is disposable; `synchronous=NORMAL` may lose the last page, which is then pulled again.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from desktop.store.database import open_encrypted, sync_folder
from desktop.store.rights import DOCUMENT, PEOPLE
from desktop.store.trouble import translate
from sync.wire.replica import ADDED, INDEXES, SCHEMA, SEARCH, TABLES, search_text

Row = Sequence[Any]

_UPSERT_PRODUCT = """
INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active, position)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET sku = excluded.sku, name = excluded.name, unit = excluded.unit,
    price_e4 = excluded.price_e4, rate_ppm = excluded.rate_ppm, category = excluded.category,
    weighed = excluded.weighed, age_limit = excluded.age_limit, active = excluded.active, position = excluded.position
RETURNING n
"""
_ASKED = 400
"""Keys asked for in one query."""
_KEYS = {
    "stock": ("product_id", "place_id"),
    "lot": ("product_id", "place_id", "lot"),
    "list_price": ("list_id", "product_id"),
    "reorder": ("shop_id", "product_id"),
}
"""Tables whose key has several parts, written `first/second/third`; that of the others is `id`."""
_REPLACE = {
    "place": "INSERT OR REPLACE INTO place (id, code, name, kind, position) VALUES (?, ?, ?, ?, ?)",
    "place_extra": "INSERT OR REPLACE INTO place_extra (id, parent_id, content) VALUES (?, ?, ?)",
    "person": "INSERT OR REPLACE INTO person (id, login, name, role, pin_hash, active, position)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)",
    "badge": "INSERT OR REPLACE INTO badge (id, badge_hash) VALUES (?, ?)",
    "rights": "INSERT OR REPLACE INTO rights (id, content, signature, position) VALUES (?, ?, ?, ?)",
    "shop": "INSERT OR REPLACE INTO shop (id, terms, position) VALUES (?, ?, ?)",
    "stock": "INSERT OR REPLACE INTO stock (product_id, place_id, on_hand_milli, position) VALUES (?, ?, ?, ?)",
    "lot": "INSERT OR REPLACE INTO lot (product_id, place_id, lot, on_hand_milli, expiry, position)"
    " VALUES (?, ?, ?, ?, ?, ?)",
    "case": 'INSERT OR REPLACE INTO "case" (id, kind, opened_at, subject, detail, terminal, device, incarnation, seq,'
    " position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "neighbour": "INSERT OR REPLACE INTO neighbour (id, name, transit_place_id, position) VALUES (?, ?, ?, ?)",
    "reorder": "INSERT OR REPLACE INTO reorder (shop_id, product_id, point_milli, lead_milli, position)"
    " VALUES (?, ?, ?, ?, ?)",
    "held_lot": "INSERT OR REPLACE INTO held_lot (id, product_id, lot, reason, position) VALUES (?, ?, ?, ?, ?)",
    "order": 'INSERT OR REPLACE INTO "order" (id, kind, number, priority, content, position) VALUES (?, ?, ?, ?, ?, ?)',
    "count": 'INSERT OR REPLACE INTO "count" (id, content, position) VALUES (?, ?, ?)',
    "approval": "INSERT OR REPLACE INTO approval (id, content, position) VALUES (?, ?, ?)",
    "promotion": "INSERT OR REPLACE INTO promotion (id, content, position) VALUES (?, ?, ?)",
    "price_list": "INSERT OR REPLACE INTO price_list (id, name, starts_on, ends_on, position) VALUES (?, ?, ?, ?, ?)",
    "list_price": "INSERT OR REPLACE INTO list_price (list_id, product_id, tiers, position) VALUES (?, ?, ?, ?)",
    "coupon": "INSERT OR REPLACE INTO coupon (id, code, content, position) VALUES (?, ?, ?, ?)",
    "board": "INSERT OR REPLACE INTO board (id, content, position) VALUES (?, ?, ?)",
    "customer": "INSERT OR REPLACE INTO customer (id, name, card, group_name, price_list_id, birthday, tax_exempt,"
    " account_limit_minor, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "erased": "INSERT OR REPLACE INTO erased (id, position) VALUES (?, ?)",
    "purse": "INSERT OR REPLACE INTO purse (id, currency, credit_minor, account_minor, points) VALUES (?, ?, ?, ?, ?)",
    "receipt": "INSERT OR REPLACE INTO receipt (id, receipt, occurred_at, content, position) VALUES (?, ?, ?, ?, ?)",
    "parked": "INSERT OR REPLACE INTO parked (id, revision, device, till, parked_at, lines, total_minor, currency,"
    " version, cart, name, valid_until, taken_by, taken_till, taken_at, position)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "projected": "INSERT OR REPLACE INTO projected (incarnation, seq, missing) VALUES (?, ?, ?)",
    "customers_projected": "INSERT OR REPLACE INTO customers_projected (incarnation, seq, missing) VALUES (?, ?, ?)",
    "feed": "INSERT OR REPLACE INTO feed (name, epoch, position, token, digest, passed) VALUES (?, ?, ?, ?, ?, ?)",
}


class ReplicaFile:
    """One open replica file; used by one thread. Raises Fault for trouble of disk or file."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path, self._key = path, key
        self._connection = open_encrypted(path, key)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=NORMAL")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def copy_to(self, path: Path) -> None:
        """Write the file as it is now to another place, under the same key; whoever writes meanwhile may go on."""
        try:
            with closing(open_encrypted(path, self._key)) as target:
                self._connection.backup(target)
        except dbapi2.Error as error:
            raise translate(error, path) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Run one transaction; nothing of it stays when the block raises."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        except dbapi2.Error as error:
            raise translate(error, self.path) from error

    def read_feeds(self) -> list[tuple[str, str, int, str]]:
        """Give name, epoch, position and token of every feed that the file holds."""
        query = "SELECT name, epoch, position, token FROM feed ORDER BY name"
        return list(self._connection.execute(query).fetchall())

    def read_digest(self, feed: str) -> tuple[int, str]:
        """Give what the rows of a feed add up to, and the kinds of entity that were passed over; (0, "") at first."""
        found = self._connection.execute("SELECT digest, passed FROM feed WHERE name = ?", (feed,)).fetchone()
        return found or (0, "")

    def read_passed(self) -> dict[str, str]:
        """Give the kinds of entity that were passed over, by feed."""
        return dict(self._connection.execute("SELECT name, passed FROM feed WHERE passed <> ''").fetchall())

    def read_versions(self, table: str, keys: Sequence[str]) -> dict[str, int]:
        """Give the versions of the rows that are here, by key."""
        key = " || '/' || ".join(_KEYS.get(table, ("id",)))
        found: dict[str, int] = {}
        for at in range(0, len(keys), _ASKED):
            asked = keys[at : at + _ASKED]
            where, values = _where(table, asked)
            query = f'SELECT {key}, position FROM "{table}" WHERE {where}'  # noqa: S608
            found |= dict(self._connection.execute(query, values).fetchall())
        return found

    def read_signed(self) -> tuple[tuple[bytes, bytes] | None, list[tuple[str, ...]]]:
        """Give the document of offline rights (content, signature) and the people it speaks of."""
        return self._connection.execute(DOCUMENT).fetchone(), self._connection.execute(PEOPLE).fetchall()

    def check(self) -> str:
        """Give an empty text when the file opens with its key and is of our schema, else what is wrong.

        A snapshot was proven whole by its signed hash, and every page of it carries a MAC that is looked at each time
        the page is read: going through all of them here would double the time of a first load.
        """
        try:
            schema = self._connection.execute("SELECT schema FROM meta").fetchone()
        except dbapi2.Error as error:
            return str(error)
        return "" if schema == (SCHEMA,) else f"schema {schema}, this program reads {SCHEMA}"

    def add_missing(self) -> None:
        """Make what an older program or centre did not know, in one transaction; they can go on with the file too."""
        with self.writing():
            present = {name for (name,) in self._connection.execute("SELECT name FROM sqlite_master")}
            for name, statement in ADDED.items():
                if name not in present:
                    self._connection.execute(statement)
            if "place_extra" not in present:  # what places are beyond their names was told, and passed over
                self._connection.execute("UPDATE feed SET passed = trim(passed || ' place') WHERE name LIKE 'shop:%'")

    def replace(self, table: str, rows: Iterable[Row]) -> None:
        """Insert rows or put them in the place of those with the same key; columns in the order of the table."""
        self._connection.executemany(_REPLACE[table], rows)

    def delete(self, table: str, keys: Iterable[Row]) -> None:
        """Delete rows by key; unknown keys are fine."""
        where = " AND ".join(f"{column} = ?" for column in _KEYS.get(table, ("id",)))
        self._connection.executemany(f'DELETE FROM "{table}" WHERE {where}', keys)  # noqa: S608

    def clear(self, *tables: str) -> None:
        """Empty tables, before a feed is loaded afresh."""
        for table in tables:
            self._connection.execute(f'DELETE FROM "{table}"')  # noqa: S608

    def drop_cursor(self, feed: str) -> None:
        """Forget how far a feed was read."""
        self._connection.execute("DELETE FROM feed WHERE name = ?", (feed,))

    def put_products(self, rows: Iterable[tuple[Row, Sequence[tuple[str, int]], tuple[str, str] | None]]) -> None:
        """Insert or change goods with their barcodes (code, pack_milli), what is special about them (variant_of and
        content), and the words they are found by."""
        barcodes: list[tuple[str, int, int]] = []
        words: list[tuple[int, str]] = []
        extras: list[tuple[int, str, str]] = []
        for values, codes, extra in rows:
            (n,) = self._connection.execute(_UPSERT_PRODUCT, values).fetchone()
            barcodes += [(code, n, pack_milli) for code, pack_milli in codes]
            words.append((n, search_text(values[2], values[1], values[6])))
            if extra is not None:
                extras.append((n, *extra))
        for statement in ("DELETE FROM barcode WHERE product_n = ?", "DELETE FROM product_extra WHERE n = ?"):
            self._connection.executemany(statement, [(n,) for n, _ in words])
        self._connection.executemany("INSERT INTO product_extra VALUES (?, ?, ?)", extras)
        self._connection.executemany("INSERT OR REPLACE INTO barcode VALUES (?, ?, ?)", barcodes)
        for table in ("product_words", "product_middles"):
            self._connection.executemany(f"INSERT OR REPLACE INTO {table} (rowid, text) VALUES (?, ?)", words)  # noqa: S608

    def delete_products(self, ids: Iterable[str]) -> None:
        """Delete goods with their barcodes and words."""
        for product_id in ids:
            row = self._connection.execute("DELETE FROM product WHERE id = ? RETURNING n", (product_id,)).fetchone()
            if row:
                self._connection.execute("DELETE FROM barcode WHERE product_n = ?", row)
                self._connection.execute("DELETE FROM product_extra WHERE n = ?", row)
                for table in ("product_words", "product_middles"):
                    self._connection.execute(f"DELETE FROM {table} WHERE rowid = ?", row)  # noqa: S608

    def put_words(self, words: Iterable[tuple[str, str]], customers: Iterable[str]) -> None:
        """Put words (word, customer) in the place of those that these customers were found by."""
        self._connection.executemany("DELETE FROM customer_word WHERE customer_id = ?", [(one,) for one in customers])
        self._connection.executemany("INSERT OR REPLACE INTO customer_word (word, customer_id) VALUES (?, ?)", words)

    def copy_feed(self, other: Path, key: bytes, feed: str, *tables: str) -> None:
        """Bring a feed's rows, those of these tables, and its cursor over from another replica file."""
        self._connection.execute(f"ATTACH ? AS old KEY \"x'{key.hex()}'\"", (str(other),))
        try:
            with self.writing():
                for table in tables:
                    self._connection.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM old.{table}")  # noqa: S608
                self._connection.execute("INSERT OR REPLACE INTO feed SELECT * FROM old.feed WHERE name = ?", (feed,))
        finally:
            self._connection.execute("DETACH old")


def _where(table: str, keys: Sequence[str]) -> tuple[str, list[str]]:
    """Select rows by key in a way that uses the index."""
    if table in _KEYS:
        marks = ", ".join("?" * len(_KEYS[table]))
        rows = ", ".join([f"({marks})"] * len(keys))
        named = ", ".join(_KEYS[table])
        return f"({named}) IN (VALUES {rows})", [part for key in keys for part in split_key(table, key)]
    return f"id IN ({', '.join('?' * len(keys))})", list(keys)


def split_key(table: str, key: str) -> Row:
    """Give the parts of a row's key; only the last of them may have a stroke in it."""
    return tuple(key.split("/", len(_KEYS.get(table, ("id",))) - 1))


def make_empty(path: Path, key: bytes) -> None:
    """Make a replica file without rows, ready to be pulled into page by page."""
    with closing(open_encrypted(path, key)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.executescript(TABLES + INDEXES + SEARCH)
        connection.execute("INSERT INTO meta (schema) VALUES (?)", (SCHEMA,))
    sync_folder(path.parent)
