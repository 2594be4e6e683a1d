"""One entry in a hundred that the centre cannot act on: it waits alone with a case, all others count, none is lost.

Three kinds of poison, each mended later as in life: a sale of a shop that nobody has made yet, a void of a sale and
the closing of a shift that come from elsewhere and are late. A reader looks all the time for half a sale (S5).
"""

import asyncio
import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from server_stub.centre import Centre, load_centre
from server_stub.database import Pool, migrate, open_pool
from server_stub.embedded.postgres import start_postgres
from server_stub.goods.places import save_place
from server_stub.goods.shops import save_shop
from server_stub.journal.ingest import land
from server_stub.journal.project import replay_quarantine
from server_stub.journal.verify import verify_centre
from sync.wire.changes import Place
from sync.wire.facts import SaleCompleted, ShiftClosed, ShiftOpened
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_ground, make_sale, new_id, shop_terms

TERMINALS = 5
BATCH = 500
POISONED = 100
"""One entry in so many."""
PRODUCT = new_id()
_HALF = """
SELECT count(*) FROM sale s WHERE s.total_minor IS DISTINCT FROM
    (SELECT sum(total_minor) FROM sale_line l WHERE l.sale_id = s.sale_id)
OR NOT EXISTS (SELECT 1 FROM payment p WHERE p.sale_id = s.sale_id)
OR NOT EXISTS (SELECT 1 FROM movement m WHERE (m.chain, m.seq) = (s.chain, s.seq))
OR NOT EXISTS (SELECT 1 FROM entry e WHERE (e.chain, e.seq) = (s.chain, s.seq))
"""
_WAITING = """
SELECT i.incarnation, q.seq FROM quarantine q JOIN incarnation i USING (chain)
WHERE EXISTS (SELECT 1 FROM cases c WHERE c.kind = 'quarantine' AND c.closed_at IS NULL
    AND c.subject = q.chain || ' ' || q.seq)
"""
_OPEN_CASES = "SELECT count(*) FROM cases WHERE kind = 'quarantine' AND closed_at IS NULL"


@dataclass
class Verdict:
    """What was handed in and where it ended."""

    entries: int = 0
    poisoned: int = 0
    replayed: int = 0
    sales: int = 0
    looks: int = 0
    landing_s: float = 0.0
    replay_s: float = 0.0
    bad: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Every entry is where it belongs, before the fix and after it."""
        return not self.bad and self.poisoned > 0 and self.looks > 0

    def __str__(self) -> str:
        told = f"{self.entries} entries in {self.landing_s:.1f} s, {self.poisoned} of them poison, each in quarantine"
        told += f" with a case; {self.replayed} replayed after the fix in {self.replay_s:.1f} s; {self.sales} sales,"
        return "; ".join([f"{told} {self.looks} looks for half a sale", *self.bad[:3]])

    def expect(self, what: str, found: object, wanted: object) -> None:
        """Note what is not as it should be."""
        if found != wanted:
            self.bad.append(f"{what}: {found}, not {wanted}")


def run(entries: int, seed: int) -> Verdict:
    """Hand in so many entries on a database of their own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        with start_postgres(Path(folder) / "centre") as server:
            migrate(server.url)
            return asyncio.run(prove(server.url, entries, seed))


@dataclass
class Trade:
    """What the terminals have sealed, and what would mend the poison among it."""

    ground: Ground
    strange: Ground = field(default_factory=Ground)
    poison: set[tuple[str, int]] = field(default_factory=set)
    late: list[SaleCompleted | ShiftOpened] = field(default_factory=list)
    sales: int = 0

    def seal(self, terminal: Terminal, count: int, rng: random.Random) -> None:
        """Seal an opening and sales, one entry in a hundred of them poison."""
        terminal.open()
        chosen = set(rng.sample(range(2, count + 1), count // POISONED))
        for seq in range(2, count + 1):
            if seq in chosen:
                rng.choice(POISONS)(self, terminal)
                self.poison.add((terminal.incarnation, seq))
            else:
                terminal.sell(PRODUCT)
                self.sales += 1

    def seal_strange_sale(self, terminal: Terminal) -> None:
        """A sale of a shop that the centre does not know."""
        terminal.ground = self.strange
        terminal.sell(PRODUCT)
        terminal.ground = self.ground
        self.sales += 1

    def seal_early_void(self, terminal: Terminal) -> None:
        """A void whose sale is not there yet."""
        sale = make_sale(self.ground, f"late-{len(self.late)}", len(self.late) + 1, PRODUCT)
        terminal.void(sale)
        self.late.append(sale)
        self.sales += 1

    def seal_early_closing(self, terminal: Terminal) -> None:
        """A closing whose shift is not there yet."""
        shift = new_id()
        terminal.seal(ShiftClosed(shift_id=shift, z_number=1, counts=(), sales=0, total_minor=0, grand_total_minor=0))
        self.late.append(
            ShiftOpened(shift_id=shift, number=1, business_day="2026-03-01", currency="EUR", float_minor=0)
        )


POISONS: tuple[Callable[[Trade, Terminal], None], ...] = (
    Trade.seal_strange_sale,
    Trade.seal_early_void,
    Trade.seal_early_closing,
)


async def prove(url: str, entries: int, seed: int) -> Verdict:
    """Seal, hand in, look, mend, replay and look again, on a migrated database."""
    verdict, rng = Verdict(entries), random.Random(seed)
    async with open_pool(url, max_size=TERMINALS + 3) as pool:
        centre = await load_centre(pool)
        async with pool.connection() as conn:
            trade = Trade(await make_ground(conn))
            terminals = [Terminal(trade.ground) for _ in range(TERMINALS + 1)]
            for terminal in terminals:
                await terminal.enrol(conn)
        for terminal in terminals[:-1]:
            trade.seal(terminal, entries // TERMINALS, rng)
        verdict.poisoned = len(trade.poison)
        await _hand_in(pool, centre, terminals[:-1], trade, verdict)
        await _mend(pool, centre, terminals[-1], trade)
        await _replay(pool, trade, verdict)
    return verdict


async def _hand_in(pool: Pool, centre: Centre, terminals: list[Terminal], trade: Trade, verdict: Verdict) -> None:
    over = asyncio.Event()
    reader = asyncio.create_task(_look(pool, over, verdict))
    began = perf_counter()
    told = await asyncio.gather(*(_push(pool, centre, terminal) for terminal in terminals))
    verdict.landing_s = perf_counter() - began
    over.set()
    await reader
    verdict.expect("told to the terminals", set().union(*told), trade.poison)
    verdict.expect("in quarantine with a case", set(await rows(pool, _WAITING)), trade.poison)
    verdict.expect("open cases", await ask(pool, _OPEN_CASES), len(trade.poison))
    verdict.expect("entries", await ask(pool, "SELECT count(*) FROM entry"), verdict.entries)
    sums = "SELECT count(*), count(DISTINCT sale_id) FROM sale"
    good = trade.sales - sum(isinstance(fact, SaleCompleted) for fact in trade.late) - _strange(terminals, trade)
    verdict.expect("good sales", await rows(pool, sums), [(good, good)])
    verdict.expect("replayed before the fix", await replay_quarantine(pool), 0)
    verdict.expect("still in quarantine", set(await rows(pool, _WAITING)), trade.poison)


def _strange(terminals: list[Terminal], trade: Trade) -> int:
    return sum(trade.strange.shop.encode() in entry.header for terminal in terminals for entry in terminal.entries)


async def _push(pool: Pool, centre: Centre, terminal: Terminal) -> set[tuple[str, int]]:
    """Hand a journal in; gives what the centre said it could not act on."""
    told: set[tuple[str, int]] = set()
    for first in range(1, len(terminal.entries) + 1, BATCH):
        answer = await land(pool, centre, terminal.device, terminal.batch(first, first + BATCH - 1))
        told |= {(terminal.incarnation, seq) for seq in answer.quarantined}
    return told


async def _look(pool: Pool, over: asyncio.Event, verdict: Verdict) -> None:
    """Look for a sale without its parts while others write."""
    while not over.is_set():
        verdict.expect("sales seen in part", await ask(pool, _HALF), 0)
        verdict.looks += 1
        await asyncio.sleep(0.02)


async def _mend(pool: Pool, centre: Centre, latecomer: Terminal, trade: Trade) -> None:
    """Make the shop, and hand in what was late."""
    async with pool.connection() as conn:
        strange = trade.strange
        await save_shop(conn, shop_terms(strange, "Strange"))
        places = {"shelf": strange.shelf, "supplier": strange.supplier, "customer": strange.customer}
        for kind, place in places.items():
            await save_place(conn, strange.shop, Place(id=place, code=kind[:3].upper(), name=kind, kind=kind))
    latecomer.open()
    for fact in trade.late:
        latecomer.seal(fact)
    await _push(pool, centre, latecomer)


async def _replay(pool: Pool, trade: Trade, verdict: Verdict) -> None:
    began = perf_counter()
    verdict.replayed = await replay_quarantine(pool)
    verdict.replay_s = perf_counter() - began
    verdict.expect("replayed", verdict.replayed, verdict.poisoned)
    verdict.expect("left in quarantine", await ask(pool, "SELECT count(*) FROM quarantine"), 0)
    verdict.expect("cases left open", await ask(pool, _OPEN_CASES), 0)
    verdict.sales = await ask(pool, "SELECT count(*) FROM sale")
    verdict.expect("sales", verdict.sales, trade.sales)
    voids = sum(isinstance(fact, SaleCompleted) for fact in trade.late)
    verdict.expect("voids", await ask(pool, "SELECT count(*) FROM sale WHERE voided_at IS NOT NULL"), voids)
    shifts = len(trade.late) - voids
    verdict.expect("closings", await ask(pool, "SELECT count(*) FROM shift WHERE closed_at IS NOT NULL"), shifts)
    verdict.bad += (await verify_centre(pool))["problems"]
