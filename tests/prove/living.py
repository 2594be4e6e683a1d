"""A terminal that lives to be killed: opened as a start of the program opens it, selling, pushing to a real centre.

What happened is told over a pipe, one line each, only after it was durable:
`up MS`, `line CART THOUSANDTHS`, `sold SALE`, `void VOID`, `shift Z`, `acked SEQ`, `lost TEXT`.
"""

import asyncio
import contextlib
import importlib
import json
import os
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop.domain import cart as trade
from desktop.domain.cart import Cart, confirm_age
from desktop.domain.clock import SystemClock
from desktop.domain.ids import new_id
from desktop.domain.pricing import price
from desktop.domain.returning import left_milli
from desktop.domain.shop import Shop
from desktop.domain.staff import Person
from desktop.domain.tender import Payment, settle
from desktop.linking import Link
from desktop.operations import carts, journals, returns, sales, shifts, staff
from desktop.operations.returns import Picked
from desktop.operations.terminal import Terminal, require_shop
from desktop.reading import read_code
from desktop.settings import load_settings
from desktop.station import Station, open_station
from desktop.store import catalogue, journal
from desktop.store.sales import read_last, read_sale
from desktop.store.shifts import read_open
from sync.status import EngineStatus
from tests.figures import Figures, terminal_figures
from tests.functional.goods import pieces
from tests.functional.programs import Office, Till, seed, start_day

CODES = "codes.json"
MODULES = "modules.json"
BEFORE = "before.json"
"""What the centre's `stats` said before the terminal came."""

KEPT = "settled.json"


@dataclass(frozen=True, slots=True)
class InHand:
    """The cart that the pipe told last and that was not sold: after a kill it has to be there again."""

    cart_id: str = ""
    quantity_milli: int = 0


def prepare(folder: Path, centre: Path, address: str) -> None:
    """Make a shop at the centre, enrol a terminal in the folder, sign a manager in and open a shift."""
    office = seed(centre, address)
    before = office.do("stats")
    till = start_day(office, Till(folder, {"ECKWMS_SECRETS": "file"}))
    (folder / BEFORE).write_text(json.dumps(before))
    (folder / CODES).write_text(json.dumps([piece.code for piece in pieces(till)][:50]))


def open_terminal(folder: Path) -> Station:
    """Open the terminal as a start of the program does."""
    return open_station(load_settings(folder, {"secrets": "file"}), SystemClock())


@dataclass(frozen=True, slots=True)
class Manner:
    """How a terminal works: how long it rests after a sale, and whether it thanks before it has committed."""

    pause_s: float = 0.0
    hasty: bool = False


def live(folder: Path, told: int, rng: random.Random, in_hand: InHand, began_s: float, manner: Manner) -> None:
    """Sell and push until killed; `began_s` is when this start of the program began, by the monotonic clock."""
    station = open_terminal(folder)
    say = _Teller(told)
    _look_for(station.terminal, in_hand, say)
    asyncio.run(_work(station, say, rng, began_s, manner))


class _Teller:
    """Writes lines that are whole or not there: shorter than what a pipe takes at once."""

    def __init__(self, told: int) -> None:
        self._told = told

    def __call__(self, *words: object) -> None:
        os.write(self._told, (" ".join(map(str, words)) + "\n").encode())


def _look_for(terminal: Terminal, in_hand: InHand, say: _Teller) -> None:
    """The cart in hand comes back line by line, unless the kill came after it was sold."""
    if not in_hand.cart_id:
        return
    with terminal.database.reading() as connection:
        sold = read_sale(connection, in_hand.cart_id) is not None
    cart = carts.open_cart(terminal)
    if not sold and (cart.id != in_hand.cart_id or _quantity(cart) < in_hand.quantity_milli):
        say("lost", f"cart {in_hand.cart_id} held {in_hand.quantity_milli}, found {_quantity(cart)} in {cart.id}")


def _quantity(cart: Cart) -> int:
    return sum(line.quantity_milli for line in cart.lines)


async def _work(station: Station, say: _Teller, rng: random.Random, began_s: float, manner: Manner) -> None:
    acked = _Acked(station, say)
    link = Link(station, acked)
    codes = json.loads((station.data_dir / CODES).read_text())
    say("up", round((time.monotonic() - began_s) * 1000))
    engine = asyncio.create_task(link.run())
    while True:
        await _sell(station.terminal, say, rng, codes, hasty=manner.hasty)
        link.engine.wake()
        await asyncio.sleep(manner.pause_s or rng.choice((0, 0, 0.002, 0.01)))
        if engine.done():
            engine.result()


class _Acked:
    """Tells up to which entry the centre has confirmed the journal."""

    def __init__(self, station: Station, say: _Teller) -> None:
        self._station = station
        self._say = say
        self._last = 0

    def __call__(self, status: EngineStatus) -> None:
        with self._station.terminal.database.reading() as connection:
            head = journal.read_head(connection)
            known = journal.read_handed_in(connection, head.incarnation) if head else None
        if known and known.acked_seq != self._last:
            self._last = known.acked_seq
            self._say("acked", known.acked_seq)


async def _sell(terminal: Terminal, say: _Teller, rng: random.Random, codes: list[str], *, hasty: bool) -> None:
    """Sell a cart line by line, as a person does; now and then take it back or change the shift."""
    person = staff.signed_in(terminal)
    assert person is not None
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        shift = read_open(connection)
    if shift is None:
        shifts.open_shift(terminal, person, 10_000)
    cart = carts.open_cart(terminal)
    for _ in range(rng.randint(1, 3)):
        cart = _add(terminal, cart, rng.choice(codes), shop)
        say("line", cart.id, _quantity(cart))
        await asyncio.sleep(0)
    if hasty:
        say("sold", cart.id)
        await asyncio.sleep(0.02)
    cart = confirm_age(cart, person.id)
    total = price(cart, shop).total_minor
    due = settle(total, (), shop.cash_rounding, shop.currency).due_cash_minor
    sale = sales.complete_sale(terminal, person, cart, (Payment("cash", due + rng.choice((0, 0, 500))),), total)
    say("sold", sale.sale_id)
    await asyncio.sleep(0)
    _do_rarely(terminal, person, say, rng)


def _add(terminal: Terminal, cart: Cart, code: str, shop: Shop) -> Cart:
    with terminal.database.reading() as connection:
        found = catalogue.resolve(connection, read_code(code), shop.currency)[0]
    cart = trade.add(cart, found, new_id(terminal.clock.now()))
    carts.keep_cart(terminal, cart)
    return cart


def _do_rarely(terminal: Terminal, person: Person, say: _Teller, rng: random.Random) -> None:
    chance = rng.random()
    if chance < 0.04:
        _, void = sales.void_last(terminal, person, "proof")
        say("void", void.void_id)
    elif chance < 0.06:
        _, totals = shifts.read_x(terminal, person)
        closing = shifts.close_shift(terminal, person, {"cash": 10_000 + totals.total_minor})
        say("shift", closing.z_number)
    elif chance < 0.12:
        _take_back(terminal, person, say)


def _take_back(terminal: Terminal, person: Person, say: _Teller) -> None:
    """The customer of the last receipt brings a piece back."""
    with terminal.database.reading() as connection:
        shop, shift = require_shop(connection, terminal), read_open(connection)
        last = read_last(connection, shift.shift_id) if shift else None
    receipt = returns.find_receipt(terminal, last.receipt) if last else None
    left = [line.line_id for line in receipt.lines if left_milli(receipt, line.line_id)] if receipt else []
    if receipt is None or not left:
        return
    picked = Picked(left[0], min(1000, left_milli(receipt, left[0])), "proof")
    back = returns.known_lines(terminal, receipt, [picked])
    cart = returns.take_back(terminal, person, carts.open_cart(terminal), back)
    total = price(cart, shop).total_minor
    sale = sales.complete_sale(terminal, person, cart, returns.pay_back(cart, total, shop), total)
    say("sold", sale.sale_id)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a terminal holds in the end, once everything was handed in."""

    figures: Figures
    sale_ids: list[str]
    void_ids: list[str]
    receipts: list[str]
    z_numbers: list[int]
    incarnations: int
    chain: str
    unsent: int


def settle_all(folder: Path) -> None:
    """Open the terminal a last time, hand everything in, check its chain, and write down what it holds."""
    station = open_terminal(folder)
    asyncio.run(_hand_in(station))
    bad = journals.verify_journal(station.terminal)
    with station.terminal.database.reading() as connection:

        def column(query: str) -> list[object]:
            return list(connection.exec_driver_sql(query).scalars())

        settled = Settled(
            figures=terminal_figures(station.terminal.database),
            sale_ids=list(map(str, column("SELECT sale_id FROM sale ORDER BY sale_id"))),
            void_ids=list(map(str, column("SELECT void_id FROM void ORDER BY void_id"))),
            receipts=list(map(str, column("SELECT receipt FROM sale UNION ALL SELECT receipt FROM void"))),
            z_numbers=[int(str(number)) for number in column("SELECT z_number FROM shift WHERE z_number IS NOT NULL")],
            incarnations=len(journal.list_incarnations(connection)),
            chain=str(bad or ""),
            unsent=journal.read_unsent(connection)[0],
        )
    station.close()
    (folder / KEPT).write_bytes(msgspec.json.encode(settled))


async def _hand_in(station: Station) -> None:
    link = Link(station)
    for _ in range(20):
        report = await link.step()
        if report.trouble is None and link.engine.status.unsent == 0:
            break
    await link.close()


def list_modules(folder: Path) -> None:
    """Hand in once and write down what was imported for it, so that the parent of thousands can import it once."""
    settle_all(folder)
    (folder / MODULES).write_text(json.dumps(sorted(sys.modules)))


def preload(folder: Path) -> None:
    """Import what a terminal at work needs: a child then starts as a program does whose files are in memory."""
    for name in json.loads((folder / MODULES).read_text()):
        if name.partition(".")[0] not in ("__main__", "__mp_main__"):
            with contextlib.suppress(ImportError):
                importlib.import_module(name)


def read_settled(folder: Path) -> Settled:
    """Read what `settle_all` wrote in its process."""
    return msgspec.json.decode((folder / KEPT).read_bytes(), type=Settled)


def office_of(centre: Path) -> Office:
    """Give the command line of a centre for its figures."""
    return Office(centre, "")
