"""Sale commit (seal, project, make durable) against the same rows written bare."""

import itertools
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from desktop.domain.cart import Cart, confirm_age
from desktop.domain.clock import SystemClock
from desktop.domain.ids import new_id
from desktop.domain.sale import Sale
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.operations import sales, shifts, staff
from desktop.operations.terminal import Terminal
from desktop.store import carts
from desktop.store.database import open_encrypted
from desktop.store.topics import Topic
from tests.benchmarks.figures import Aim, Figure, Pair, Plan, figure, side_by_side
from tests.core import fill, total_of
from tests.terminals import BAG, BREAD, EGGS, MILK, PIN, WINE, build_terminal

ABOUT = "A sale made durable: 5 lines, 1 or 2 payments"

_UPSERT = """
INSERT INTO shift_total (shift_id, method, amount_minor) VALUES (?, ?, ?)
ON CONFLICT (shift_id, method) DO UPDATE SET amount_minor = amount_minor + excluded.amount_minor
"""
_CART = "INSERT INTO cart (cart_id, state, content) VALUES (?, 'open', ?)"
_CART_LINE = "INSERT INTO cart_line (cart_id, position, content) VALUES (?, ?, ?)"
_CART_STEP = "INSERT INTO cart_step (slot, number, cart_id, content, offers) VALUES (?, ?, ?, ?, '')"
_CART_BYTES, _LINE_BYTES, _LINES = 500, 300, 5
_SOLD = tuple(f"DELETE FROM {table} WHERE cart_id = ?" for table in ("cart", "cart_line", "cart_step"))
_TALLY = "UPDATE tally SET last_receipt_no = last_receipt_no + 1, grand_total_minor = grand_total_minor + ?"

Rows = dict[str, list[tuple[Any, ...]]]


def measure(plan: Plan, folder: Path) -> Iterator[Figure]:
    """Sell at a terminal, and write rows of the same shape into a second journal, turn and turn about."""
    terminal, cashier = _open_shop(folder / "ours")
    _open_shop(folder / "bare")[0].database.close()
    bare = Bare(folder / "bare" / "journal.db", _samples(terminal, cashier))
    sealing = _measure(plan, terminal, cashier, bare, prepare_sealing)
    whole = _measure(plan, terminal, cashier, bare, prepare_sale)
    bare.connection.close()
    terminal.database.close()
    for what, passes in zip(("the middle one of 1,000", "mean with checkpoints"), sealing, strict=True):
        yield figure(f"seal, project, commit: {what}", "ms", passes, Aim("at most", 1.5))
    for what, passes in zip(("the middle one of 1,000", "mean with checkpoints"), whole, strict=True):
        yield figure(f"the whole operation: {what}", "ms", passes, Aim("at most", 1.5))


def _measure(
    plan: Plan, terminal: Terminal, cashier: Person, bare: "Bare", prepare: Callable[..., Callable[[], object]]
) -> tuple[list[list[float]], list[list[float]]]:
    """Give (ours, bare) of every pass: of the middle sale, and of the mean."""
    middles, means = [], []
    for _ in range(plan.passes):
        watches = side_by_side(_pairs(terminal, cashier, bare, plan.size(1_000, 4), prepare), "ms")
        middles.append([watch.median for watch in watches])
        means.append([watch.mean for watch in watches])
    return middles, means


def _open_shop(folder: Path) -> tuple[Terminal, Person]:
    folder.mkdir(parents=True)
    terminal = build_terminal(folder, SystemClock())
    manager = staff.sign_in(terminal, "mira", PIN)
    shifts.open_shift(terminal, manager, 10_000)
    return terminal, manager


def _pairs(
    terminal: Terminal, cashier: Person, bare: "Bare", count: int, prepare: Callable[..., Callable[[], object]]
) -> Iterator[Pair]:
    for number in range(count):
        sell = prepare(terminal, cashier, split=number % 2 == 1)
        rows = bare.rows(number % 2)
        yield sell, partial(bare.write, rows)


def prepare_sale(terminal: Terminal, cashier: Person, *, split: bool) -> Callable[[], Sale]:
    """Fill a cart of five lines, on disk as at a till; gives the call that pays it."""
    return partial(sales.complete_sale, terminal, cashier, *_filled(terminal, split=split))


def prepare_sealing(terminal: Terminal, cashier: Person, *, split: bool) -> Callable[[], None]:
    """Make the sale of such a cart; gives the call that makes it a fact, as `complete_sale` does in its end."""
    cart, paid, total_minor = _filled(terminal, split=split)
    with terminal.database.reading() as connection:
        sale = sales._build(connection, terminal, cashier, cart, paid, total_minor)

    def seal() -> None:
        with terminal.database.writing(Topic.SALES, Topic.STOCK, Topic.SHIFT, Topic.SYNC) as connection:
            terminal.record(connection, sale, cashier)
            carts.drop(connection, cart.id)

    return seal


def _filled(terminal: Terminal, *, split: bool) -> tuple[Cart, tuple[Payment, ...], int]:
    """Give a cart, how it is paid, and its total."""
    cart = confirm_age(fill(terminal, BREAD, f"2*{EGGS}", MILK, WINE, BAG), "mira")
    total_minor = total_of(terminal, cart)
    cash = Payment("cash", total_minor // 500 * 500 + 500)
    return cart, ((Payment("card", 300, "123456"), cash) if split else (cash,)), total_minor


def _samples(terminal: Terminal, cashier: Person) -> list[Rows]:
    """Sell once with one payment and once with two; gives the rows that each sale left."""
    return [_read_rows(terminal, prepare_sale(terminal, cashier, split=split)().sale_id) for split in (False, True)]


def _read_rows(terminal: Terminal, sale_id: str) -> Rows:
    by_seq = "SELECT * FROM {table} WHERE seq = (SELECT seq FROM sale WHERE sale_id = ?)"
    by_sale = "SELECT * FROM {table} WHERE sale_id = ?"
    tables = {"journal": by_seq, "sale": by_sale, "sale_line": by_sale, "sale_tax": by_sale, "payment": by_sale}
    with terminal.database.reading() as connection:
        driver: Any = connection.connection.driver_connection
        return {
            table: [tuple(row) for row in driver.execute(query.format(table=table), (sale_id,))]
            for table, query in (tables | {"movement": by_seq}).items()
        }


class Bare:
    """Rows that are ready, into tables of the same schema, by the same driver with the same key and settings."""

    def __init__(self, path: Path, samples: list[Rows]) -> None:
        self.connection: Any = open_encrypted(path, b"k" * 32)
        self.connection.execute("PRAGMA synchronous=EXTRA")
        self.connection.execute("PRAGMA journal_mode=WAL")
        self.connection.execute("PRAGMA foreign_keys=ON")
        self._samples = samples
        self._seqs = itertools.count(1_000_000)
        self._shift = self.connection.execute("SELECT shift_id FROM shift").fetchone()[0]
        self._inserts = {
            table: f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})" for table, rows in samples[0].items()
        }

    def rows(self, which: int) -> Rows:
        """Make the rows of a further sale from a sample: new ids, and bytes in the entry that nobody has seen.

        The cart that becomes the sale is on disk already, as it is at a till.
        """
        seq, sale_id = next(self._seqs), new_id(SystemClock().now())
        self._keep_cart(sale_id)
        made = {table: [(sale_id, *row[1:]) for row in rows] for table, rows in self._samples[which].items()}
        ((_, incarnation, _, *names, header, body, prev_hash, _, signature, recalled),) = self._samples[which][
            "journal"
        ]
        random = [os.urandom(len(part)) for part in (header, body, prev_hash, prev_hash, signature)]
        made["journal"] = [(seq, incarnation, seq, *names, *random, recalled)]
        made["sale"] = [(sale_id, seq, incarnation, seq, *row[4:]) for row in made["sale"]]
        made["movement"] = [(incarnation, seq, *row[2:]) for row in made["movement"]]
        return made

    def write(self, rows: Rows) -> None:
        """Write one sale in one transaction."""
        run, run_many = self.connection.execute, self.connection.executemany
        run("BEGIN IMMEDIATE")
        for table, statement in self._inserts.items():
            run_many(statement, rows[table])
        run_many(_UPSERT, [(self._shift, row[2], row[3]) for row in rows["payment"]])
        run(_TALLY, (100,))
        for statement in _SOLD:
            run(statement, (rows["sale"][0][0],))
        run("COMMIT")

    def _keep_cart(self, cart_id: str) -> None:
        run, line = self.connection.execute, "x" * _LINE_BYTES
        run(_CART, (cart_id, "x" * _CART_BYTES))
        for position in range(_LINES):
            run(_CART_LINE, (cart_id, position, line))
            run(_CART_STEP, (position, position, cart_id, line))
