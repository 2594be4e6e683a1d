"""A count of 20,000 lines: opened, scanned, closed at a terminal, then landed at the centre, against bare rows."""

import asyncio
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import psycopg

from desktop.domain.clock import SystemClock, iso
from desktop.domain.counting import add_up
from desktop.domain.product import Found, Product
from desktop.domain.staff import Person
from desktop.domain.task import Scan, TaskKind, What
from desktop.operations import counting, shifts, staff, tasks
from desktop.operations.terminal import Terminal
from desktop.store import tasks as kept
from server_stub.api.reports_goods import read_report
from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.journal.ingest import land
from sync.wire.goods_facts import Contained, CountedLine, StockCounted
from tests.benchmarks.centres import Databases, databases
from tests.benchmarks.figures import Aim, Figure, Plan, figure
from tests.server.terminal import Terminal as Till
from tests.server.terminal import make_ground, new_id
from tests.terminals import PIN, build_terminal

ABOUT = "A count of 20,000 lines, each with a difference"
SCANS = 100
_BARE_LOCAL = "CREATE TABLE line (count TEXT, n INTEGER, product TEXT, place TEXT, lot TEXT, milli INTEGER, at TEXT)"
_BARE_CENTRE = """
CREATE TABLE line (count uuid, n integer, product uuid, place uuid, milli bigint, PRIMARY KEY (count, n));
CREATE TABLE moved (entry bigint, n integer, product uuid, place uuid, milli bigint, PRIMARY KEY (entry, n));
CREATE TABLE held (product uuid, place uuid, milli bigint, PRIMARY KEY (product, place));
"""


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Count at a terminal and write its rows bare; hand the count in and copy its rows bare."""
    lines, passes = plan.size(20_000, 20), min(plan.passes, 3)
    local = [_count(folder / f"till-{number}", lines) for number in range(passes)]
    with databases(folder) as server:
        central = [asyncio.run(_land(server, lines)) for _ in range(passes)]
    yield figure("open it again", "s", [one["open"] for one in local], Aim("at most", 1, "s"))
    yield figure("one more scan", "ms", [one["scan"] for one in local], Aim("at most", 50, "ms"))
    yield figure("close it", "s", [one["close"] for one in local])
    yield figure("land and project it", "s", [one["land"] for one in central])
    yield figure("the report of accuracy", "ms", [one["report"] for one in central])


def _count(folder: Path, lines: int) -> dict[str, list[float]]:
    folder.mkdir(parents=True)
    terminal = build_terminal(folder, SystemClock())
    person = staff.sign_in(terminal, "mira", PIN)
    shifts.open_shift(terminal, person, 10_000)
    task_id = _begin(terminal, person, lines)
    began = perf_counter()
    with terminal.database.reading() as connection:
        assert len(add_up(kept.list_scans(connection, task_id)).lines) == lines
    found = {"open": [perf_counter() - began]}
    began = perf_counter()
    for number in range(SCANS):
        goods = Found(Product(f"more-{number}", "", "", "pcs", 0, 0), "x", quantity_milli=1000)
        tasks.scan_goods(terminal, task_id, goods, place_id="shelf")
    found["scan"] = [(perf_counter() - began) * 1000 / SCANS]
    began = perf_counter()
    counted = counting.post_count(terminal, person, task_id)
    found["close"] = [perf_counter() - began, _write_bare(folder / "bare.db", lines + SCANS)]
    assert len(counted.lines) == lines + SCANS
    terminal.database.close()
    return found


def _begin(terminal: Terminal, person: Person, lines: int) -> str:
    """Open a count and keep its scans all at once."""
    task, now = tasks.open_task(terminal, person, TaskKind.COUNT), iso(terminal.clock.now())
    first = Found(Product("first", "", "", "pcs", 0, 0), "x", quantity_milli=1000)
    scan = tasks.scan_goods(terminal, task.id, first, place_id="shelf")
    with terminal.database.writing() as connection:
        for number in range(2, lines + 1):
            told = asdict(scan) | {"n": number, "at": now, "what": What.GOODS, "product_id": f"goods-{number}"}
            kept.add_scan(connection, task.id, Scan(**told))
    return task.id


def _write_bare(file: Path, lines: int) -> float:
    bare = sqlite3.connect(file)
    for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=EXTRA", _BARE_LOCAL):
        bare.execute(statement)
    began = perf_counter()
    rows = [("count", n, f"goods-{n}", "shelf", "", 1000, "2026-03-01T10:00:00Z") for n in range(lines)]
    bare.executemany("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    bare.executemany("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?)", rows)  # movements are rows of their own
    bare.commit()
    taken = perf_counter() - began
    bare.close()
    return taken


async def _land(server: Databases, lines: int) -> dict[str, list[float]]:
    url = server.centre()
    async with open_pool(url) as pool:
        centre = await load_centre(pool)
        async with pool.connection() as conn:
            ground = await make_ground(conn)
            till = Till(ground)
            await till.enrol(conn)
        till.open()
        now = datetime.now(UTC)
        counted = [
            CountedLine(product_id=new_id(), place_id=ground.shelf, counted_milli=2000, book_milli=1000, at=iso(now))
            for _ in range(lines)
        ]
        books = ((Contained(till.incarnation, 1),),)
        fact = StockCounted(count_id=new_id(), other_place_id=ground.waste, lines=tuple(counted), books=books)
        till.seal(fact, at=iso(now))
        began = perf_counter()
        outcome = await land(pool, centre, till.device, till.batch(1))
        found = {"land": [perf_counter() - began, _copy_bare(server, fact)]}
        assert outcome.quarantined == ()
        day = timedelta(days=1)  # the shop's own day may be the one before or after
        asked: dict[str, Any] = {"shop": ground.shop, "first": (now - day).date(), "last": (now + day).date()}
        async with pool.connection() as conn:
            began = perf_counter()
            assert await read_report(conn, "accuracy", asked, 100)
            found["report"] = [(perf_counter() - began) * 1000]
    server.drop(url)
    return found


def _copy_bare(server: Databases, fact: StockCounted) -> float:
    url = server.empty()
    with psycopg.connect(url) as conn:
        conn.execute(_BARE_CENTRE)
        conn.commit()
        began = perf_counter()
        with conn.cursor().copy("COPY line FROM STDIN") as copy:
            for n, line in enumerate(fact.lines):
                copy.write_row((fact.count_id, n, line.product_id, line.place_id, line.counted_milli))
        conn.execute("INSERT INTO moved SELECT 1, n, product, place, milli FROM line")
        conn.execute("INSERT INTO held SELECT product, place, sum(milli) FROM line GROUP BY 1, 2")
        conn.commit()
        taken = perf_counter() - began
    server.drop(url)
    return taken
