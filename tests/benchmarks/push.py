"""20,000 sales handed in until the centre has projected them, against bare rows over bare HTTP."""

import asyncio
import uuid
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx
import msgspec
import psycopg

from desktop.domain.clock import SystemClock, iso
from desktop.domain.ids import new_id
from desktop.replication import incarnations, recording
from desktop.replication.recording import Signer
from desktop.store.database import Database, open_encrypted
from server_stub.launch import launched_centre
from sync.wire.facts import Payment, SaleCompleted, SaleLine, ShiftOpened, TaxSum
from tests.benchmarks.bare_centre import TABLES, bare_centre
from tests.benchmarks.centres import Databases, databases
from tests.benchmarks.figures import Aim, Figure, Plan, figure
from tests.benchmarks.goods import product
from tests.benchmarks.linked import linked_terminal, open_ground
from tests.server.terminal import Ground

ABOUT = "20,000 sales of 5 lines handed in"
BATCH = 500
SHIFT = str(uuid.UUID(int=7))


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Push with the engine until projected; push JSON bare, into sale, line and payment tables with keys."""
    count = plan.size(20_000, 20)
    passes = []
    with databases(folder) as server:
        for number in range(min(plan.passes, 3)):
            here = folder / str(number)
            passes.append([asyncio.run(_push(server, here, count)), asyncio.run(_push_bare(server, here, count))])
    yield figure("push until projected", "s", passes, Aim("at least", 0.8))


async def _push(server: Databases, folder: Path, count: int) -> float:
    url = server.centre()
    ground = await open_ground(url)
    with launched_centre(folder / "centre", database_url=url) as centre:
        fill = partial(_fill, count=count)
        async with linked_terminal(centre.address, url, ground, folder / "terminal", fill) as terminal:
            await terminal.client.feeds()  # signed in, as a terminal at work is
            began = perf_counter()
            await terminal.pusher.run()
            taken = perf_counter() - began
            assert terminal.pusher.pushed == count + 2
    with psycopg.connect(url) as conn:
        row = conn.execute(
            "SELECT (SELECT count(*) FROM sale), (SELECT sum(projected_seq) FROM incarnation)"
        ).fetchone()
    assert row == (count, count + 2)
    server.drop(url)
    return taken


def _fill(database: Database, signer: Signer, ground: Ground, *, count: int) -> None:
    """Seal sales into the journal, all in one transaction."""
    now = SystemClock().now()
    with database.writing() as connection:
        head = incarnations.open_first(connection, signer, new_id(now), "T01", iso(now))
        opened = ShiftOpened(shift_id=SHIFT, number=1, business_day=iso(now)[:10], currency="EUR", float_minor=0)
        head = recording.append(connection, signer, head, opened, actor="anna", occurred_at=iso(now))
        for number in range(1, count + 1):
            head = recording.append(
                connection, signer, head, make_sale(ground, number), actor="anna", occurred_at=iso(now)
            )


def make_sale(ground: Ground, number: int) -> SaleCompleted:
    """Make a sale of five lines with one or two payments."""
    lines = tuple(_line(number * 5 + at) for at in range(5))
    total = sum(line.total_minor for line in lines)
    net = sum(line.net_minor for line in lines)
    tax = TaxSum(rate_ppm=200_000, net_minor=net, tax_minor=total - net, gross_minor=total)
    cash = Payment(method="cash", amount_minor=total if number % 2 else total - 100)
    return SaleCompleted(
        sale_id=new_id(SystemClock().now()),
        receipt=f"T01-{number:06}",
        receipt_no=number,
        shift_id=SHIFT,
        place_id=ground.shelf,
        currency="EUR",
        tax_inclusive=True,
        lines=lines,
        taxes=(tax,),
        total_minor=total,
        rounding_minor=0,
        payments=(cash,) if number % 2 else (cash, Payment(method="card", amount_minor=100, reference="A1")),
        change_minor=0,
    )


def _line(number: int) -> SaleLine:
    sold = product(number * 7919 % 100_000)
    total = sold.price_e4 // 100
    net = total * 100 // 120
    return SaleLine(
        line_id=new_id(SystemClock().now()),
        product_id=sold.id,
        sku=sold.sku,
        name=sold.name,
        unit="pcs",
        code=sold.codes[0].code,
        quantity_milli=1000,
        price_e4=sold.price_e4,
        rate_ppm=200_000,
        gross_minor=total,
        discount_minor=0,
        net_minor=net,
        tax_minor=total - net,
        total_minor=total,
    )


async def _push_bare(server: Databases, folder: Path, count: int) -> float:
    """Read 500 sales from a table, post them as they are, note in the same database how far they went."""
    url = server.empty()
    with psycopg.connect(url) as conn:
        conn.execute(TABLES)
    outbox: Any = open_encrypted(folder / "outbox.db", b"k" * 32)
    for statement in ("PRAGMA synchronous=EXTRA", "PRAGMA journal_mode=WAL", "CREATE TABLE acked (seq INTEGER)"):
        outbox.execute(statement)
    outbox.execute("CREATE TABLE outbox (seq INTEGER PRIMARY KEY, body BLOB)")
    bodies = [(number, msgspec.json.encode(make_sale(Ground(), number))) for number in range(1, count + 1)]
    outbox.execute("BEGIN")
    outbox.executemany("INSERT INTO outbox VALUES (?, ?)", bodies)
    outbox.execute("COMMIT")
    with bare_centre(url) as address:
        async with httpx.AsyncClient(base_url=address, trust_env=False, timeout=60) as http:
            began = perf_counter()
            acked = 0
            while batch := outbox.execute(
                "SELECT body FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?", (acked, BATCH)
            ).fetchall():
                answer = await http.post("/", content=b"[" + b",".join(row[0] for row in batch) + b"]")
                answer.raise_for_status()
                acked += len(batch)
                outbox.execute("BEGIN IMMEDIATE")
                outbox.execute("INSERT INTO acked VALUES (?)", (acked,))
                outbox.execute("COMMIT")
            taken = perf_counter() - began
    outbox.close()
    with psycopg.connect(url) as conn:
        row = conn.execute("SELECT (SELECT count(*) FROM sale), (SELECT count(*) FROM sale_line)").fetchone()
    assert row == (count, count * 5)
    server.drop(url)
    return taken
