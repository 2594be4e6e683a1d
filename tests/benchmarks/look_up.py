"""A barcode and as-you-type search among 1,000,000 products, against the bare statements on the same file."""

import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from desktop.reading import read_code
from desktop.store import catalogue
from desktop.store.database import Database
from desktop.store.migrate import migrate
from tests.benchmarks.figures import Figure, Pair, Plan, figure, side_by_side
from tests.benchmarks.goods import barcode, name
from tests.benchmarks.replicas import KEY, cached_replica

ABOUT = "Finding one among 1,000,000 products"

_BARCODE = """
SELECT p.id, p.sku, p.name, p.unit, p.price_e4, p.rate_ppm, p.category, p.weighed, p.age_limit, p.active, b.pack_milli
FROM r.barcode b JOIN r.product p ON p.n = b.product_n WHERE b.code = ?
"""
_WORDS = "SELECT rowid FROM r.product_words WHERE product_words MATCH ? LIMIT 50"
_MIDDLES = "SELECT rowid FROM r.product_middles WHERE product_middles MATCH ? LIMIT 50"


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Look codes up and type words, Latin and Cyrillic, on an attached and encrypted replica."""
    count = plan.size(1_000_000, 500)
    path = cached_replica(folder.parent / "cache", count)
    database = Database(folder / "journal.db", b"k" * 32)
    migrate(database)
    database.attach_replica(path, KEY)
    with database.reading() as connection:
        looking = Looking(connection, count)
        tasks: dict[str, Callable[[], Pair]] = {
            "scanned bytes to product (reading the code included)": looking.scan,
            "code to product": looking.code,
            "search, 1 letter": partial(looking.search, 1),
            "search, 2 letters": partial(looking.search, 2),
            "search, 3 letters": partial(looking.search, 3),
            "search, 5 letters": partial(looking.search, 5),
        }
        for what, pair in tasks.items():
            times = plan.size(1_000 if "code" in what else 200, 10)
            passes = []
            for _ in range(plan.passes):
                ours, bare = side_by_side((pair() for _ in range(times)), "µs")
                passes.append([ours.median, bare.median])
            yield figure(f"{what}, the middle one", "µs", passes)
    database.close()


class Looking:
    """Makes pairs of calls that find the same: through the store, and bare on the same connection."""

    def __init__(self, connection: Connection, count: int) -> None:
        self._connection = connection
        self._driver: Any = connection.connection.dbapi_connection
        self._random = random.Random(1)
        self._count = count

    def scan(self) -> Pair:
        """Bytes as a scanner sends them."""
        code = barcode(self._random.randrange(self._count))
        return (
            lambda: catalogue.resolve(self._connection, read_code(code), "EUR"),
            lambda: self._driver.execute(_BARCODE, (code,)).fetchall(),
        )

    def code(self) -> Pair:
        """A code that is read already."""
        code = barcode(self._random.randrange(self._count))
        reading = read_code(code)
        return (
            lambda: catalogue.resolve(self._connection, reading, "EUR"),
            lambda: self._driver.execute(_BARCODE, (code,)).fetchall(),
        )

    def search(self, letters: int) -> Pair:
        """The beginning of a word of some product's name."""
        words = [word for word in name(self._random.randrange(self._count)).split() if len(word) >= letters]
        typed = self._random.choice(words)[:letters] if words else "jam"
        folded = typed.casefold().replace("ё", "е")
        return lambda: catalogue.search(self._connection, typed), lambda: self._search_bare(folded)

    def _search_bare(self, typed: str) -> list[Any]:
        numbers = [row[0] for row in self._driver.execute(_WORDS, (f'"{typed}"*',))]
        if len(numbers) < 50 and len(typed) >= 3:
            numbers += [row[0] for row in self._driver.execute(_MIDDLES, (f'"{typed}"',))]
        marks = ", ".join("?" * len(numbers))
        query = f"SELECT * FROM r.product WHERE n IN ({marks})"
        return list(self._driver.execute(query, numbers).fetchall())
