"""A million goods at the centre: imported from a file, and made into a snapshot."""

import asyncio
import csv
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec
import psycopg

from desktop.store.database import open_encrypted
from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.feed.snapshot import latest_snapshot
from server_stub.goods.product_file import import_products
from sync.wire.changes import Product
from sync.wire.replica import INDEXES, SEARCH, TABLES, search_text
from tests.benchmarks.centres import Databases, databases
from tests.benchmarks.figures import Aim, Figure, Plan, figure
from tests.benchmarks.goods import products
from tests.benchmarks.replicas import KEY
from tests.server.terminal import make_ground

ABOUT = "1,000,000 products at the centre"
_PIECE = 1 << 20


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Import a file, and copy the same rows bare; make the snapshot, and write the same file bare."""
    file = folder / "products.csv"
    write_file(file, plan.size(1_000_000, 300))
    imports, snapshots = [], []
    with databases(folder) as server:
        for number in range(min(plan.passes, 3)):
            imported, snapshot, url = asyncio.run(_import(server, file, folder / f"snapshots-{number}"))
            imports.append([imported, _copy(server, url, folder)])
            snapshots.append([snapshot, _write_replica(url, folder / f"bare-{number}.db")])
            server.drop(url)
    yield figure("import of the file against COPY of the rows", "s", imports, Aim("at least", 0.5))
    what = "snapshot from the database against executemany and indexes"
    yield figure(what, "s", snapshots, Aim("at least", 0.8))


def write_file(path: Path, count: int, dearer: int = 0) -> None:
    """Write a product file of the contract; `dearer` hundredths are added to each price."""
    with path.open("w", encoding="utf-8", newline="") as text:
        out = csv.writer(text)
        out.writerow(["sku", "name", "barcode", "price", "tax_rate", "category", "unit"])
        for product in products(count):
            price, rate = f"{product.price_e4 / 10_000 + dearer / 100:.2f}", product.rate_ppm // 10_000
            out.writerow([product.sku, product.name, product.codes[0].code, price, rate, product.category, "pcs"])


async def _import(server: Databases, file: Path, folder: Path) -> tuple[float, float, str]:
    url = server.centre()
    async with open_pool(url) as pool:
        async with pool.connection() as conn:
            ground = await make_ground(conn)
        began = perf_counter()
        report = await import_products(pool, file)
        imported = perf_counter() - began
        assert report["added"] == report["read"] > 0, report["rejected"][:3]
        centre = await load_centre(pool)
        began = perf_counter()
        assert await latest_snapshot(pool, centre, ground.shop, folder)
        return imported, perf_counter() - began, url


def _copy(server: Databases, full: str, folder: Path) -> float:
    """Copy the imported rows into the same indexed tables of another database."""
    bare = server.centre()
    taken_s = 0.0
    for table in ("product", "product_code"):
        rows = folder / f"{table}.copy"
        with psycopg.connect(full) as conn, conn.cursor() as cursor, rows.open("wb") as out:
            with cursor.copy(f"COPY {table} TO STDOUT".encode()) as copy:
                out.writelines(bytes(block) for block in copy)
        began = perf_counter()
        with psycopg.connect(bare) as conn, conn.cursor() as cursor, rows.open("rb") as source:
            with cursor.copy(f"COPY {table} FROM STDIN".encode()) as copy:
                while piece := source.read(_PIECE):
                    copy.write(piece)
        taken_s += perf_counter() - began
        rows.unlink()
    server.drop(bare)
    return taken_s


def _write_replica(url: str, path: Path) -> float:
    """Write rows that lie ready into the same tables, search included, with the same key and settings."""
    decode = msgspec.msgpack.Decoder(Product).decode
    with psycopg.connect(url) as conn:
        found = [decode(row[0]) for row in conn.execute("SELECT packed FROM product").fetchall()]
    rows = [_row(n, product) for n, product in enumerate(found, 1)]
    codes = sorted((code.code, n, code.pack_milli) for n, product in enumerate(found, 1) for code in product.codes)
    texts = [(n, search_text(product.name, product.sku, product.category)) for n, product in enumerate(found, 1)]
    del found
    began = perf_counter()
    connection: Any = open_encrypted(path, KEY)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "cache_size=-256000"):
        connection.execute(f"PRAGMA {pragma}")
    connection.executescript(TABLES + SEARCH)
    connection.execute("BEGIN")
    connection.executemany(f"INSERT INTO product VALUES ({', '.join('?' * len(rows[0]))})", rows)
    connection.executemany("INSERT INTO product_words (rowid, text) VALUES (?, ?)", texts)
    connection.executemany("INSERT INTO product_middles (rowid, text) VALUES (?, ?)", texts)
    connection.executemany("INSERT INTO barcode VALUES (?, ?, ?)", codes)
    for statement in filter(None, map(str.strip, INDEXES.split(";\n"))):
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.close()
    taken_s = perf_counter() - began
    path.unlink()
    return taken_s


def _row(n: int, row: Product) -> tuple[Any, ...]:
    head = (n, row.id, row.sku, row.name, row.unit, row.price_e4, row.rate_ppm)
    return (*head, row.category, row.weighed, row.age_limit, row.active, n)
