"""100,000 products pulled page by page, against bare pages of the same size, and against the snapshot."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import httpx
import msgspec

from desktop.store.database import open_encrypted
from desktop.store.replica_file import make_empty
from server_stub.database import open_pool
from server_stub.goods.product_file import import_products
from server_stub.launch import launched_centre
from sync.wire.replica import search_text
from tests.benchmarks.bare_centre import bare_centre
from tests.benchmarks.centre_catalogue import write_file
from tests.benchmarks.centres import databases
from tests.benchmarks.figures import Aim, Figure, Plan, figure
from tests.benchmarks.linked import REPLICA_KEY, Linked, linked_terminal, open_ground

ABOUT = "100,000 products into an empty terminal"
PAGE_ROWS = 5000
LOADS = 5
"""Loads of a pass, of which the middle one counts: one takes as long as a disk that is asked by somebody else."""


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Page with the engine, page bare, load the snapshot; each into a new file."""
    count = plan.size(100_000, 300)
    write_file(folder / "products.csv", count)
    pages, rows, loads = [], [], []
    with databases(folder) as server:
        url = server.centre()
        asyncio.run(_import(url, folder / "products.csv"))
        ground = asyncio.run(open_ground(url))
        with launched_centre(folder / "centre", database_url=url) as centre, bare_centre(url) as bare:
            for number in range(min(plan.passes, 3)):
                here = folder / str(number)

                async def run(name: str, here: Path = here) -> float:
                    async with linked_terminal(centre.address, url, ground, here / name) as terminal:
                        return await _pull(terminal, count, paged=name == "paged")

                ours = asyncio.run(run("paged"))
                pages.append([ours, asyncio.run(_pull_bare(bare, here / "searched.db", searched=True))])
                rows.append([ours, asyncio.run(_pull_bare(bare, here / "plain.db", searched=False))])
                loads.append([median([asyncio.run(run(f"loaded-{n}")) for n in range(LOADS)]), ours])
    yield figure("pages of 5,000 against bare ones, search index included", "s", pages, Aim("at least", 0.8))
    yield figure("pages of 5,000 against bare ones that nobody can search in", "s", rows)
    yield figure("first load by snapshot against our pages", "s", loads, Aim("at least", 20))


async def _import(url: str, file: Path) -> None:
    async with open_pool(url) as pool:
        await import_products(pool, file)


async def _pull(terminal: Linked, count: int, *, paged: bool) -> float:
    path, key = terminal.replica_file()
    if paged:  # a cursor at the beginning: the engine takes no snapshot then
        with closing(open_encrypted(path, key)) as connection:
            connection.execute("INSERT INTO feed (name, epoch, position, token) VALUES ('catalogue', '', 0, '')")
    else:
        await terminal.client.manifest()  # the centre has made it before
    await terminal.client.feeds()
    os.sync()  # what the one before has written is not ours to wait for
    began = perf_counter()
    report = await terminal.engine.step()
    taken = perf_counter() - began
    assert report.trouble is None
    with terminal.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM r.product").scalar() == count
    return taken


_PRODUCT = f"INSERT OR REPLACE INTO product VALUES ({', '.join('?' * 12)})"


async def _pull_bare(address: str, path: Path, *, searched: bool) -> float:
    """Fetch pages and write them with their cursor, a commit each, into the same tables."""
    make_empty(path, REPLICA_KEY)
    connection: Any = open_encrypted(path, REPLICA_KEY)
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA journal_mode=WAL")
    run_many = connection.executemany
    os.sync()
    async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=60) as http:
        began, after, rows = perf_counter(), 0, [()]
        while True:
            answer = await http.get("/", params={"after": after, "limit": PAGE_ROWS})
            rows = msgspec.msgpack.decode(answer.content)
            if not rows:
                break
            connection.execute("BEGIN IMMEDIATE")
            run_many(_PRODUCT, [(*row[:11], row[0]) for row in rows])
            run_many("INSERT OR REPLACE INTO barcode VALUES (?, ?, 1000)", [(row[11], row[0]) for row in rows])
            if searched:
                texts = [(row[0], search_text(row[3], row[2], row[7])) for row in rows]
                run_many("INSERT OR REPLACE INTO product_words (rowid, text) VALUES (?, ?)", texts)
                run_many("INSERT OR REPLACE INTO product_middles (rowid, text) VALUES (?, ?)", texts)
            after = rows[-1][0]
            connection.execute(
                "INSERT OR REPLACE INTO feed (name, epoch, position, token) VALUES ('catalogue', 'e', ?, 't')", (after,)
            )
            connection.execute("COMMIT")
        taken = perf_counter() - began
    connection.close()
    return taken
