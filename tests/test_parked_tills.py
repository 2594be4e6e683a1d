"""Two real tills of a shop and a parked ticket, over HTTP: with the line, without it at one, without it at both.

Whatever happens, what was sold is sold; a ticket that both sold is a case with both receipts.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.commands.syncing import enrol
from desktop.domain.cart import CartLine
from desktop.domain.case import PARKED_TWICE, PaidTwice, paid_with, read_paid_twice
from desktop.domain.gift import GiftBalance
from desktop.domain.ids import new_id
from desktop.domain.line_detail import LineDetail
from desktop.domain.returning import Receipt
from desktop.domain.sale import Sale
from desktop.domain.staff import Person
from desktop.domain.tender import Payment
from desktop.enquiring import Enquiry, ask_gift, ask_ticket
from desktop.linking import Link
from desktop.operations import carts, sales, shifts
from desktop.operations.terminal import Terminal
from desktop.settings import load_settings
from desktop.station import Station, open_station
from desktop.store import carts as stored_carts
from desktop.store import cases, people
from desktop.store.terminal import save_known
from desktop.store.topics import Topic
from desktop.ui.returns.presenter import ReturnsPresenter
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.till_rows import OpenAnyway, Opening, Parked, Refused
from server_stub.database import Connection
from server_stub.goods.places import save_place
from server_stub.goods.shops import save_shop
from server_stub.identity.people import save_person
from sync.wire.changes import Person as WirePerson
from sync.wire.changes import Place
from tests.edges import SettableClock
from tests.functional.relay import Relay, relayed
from tests.server.terminal import Ground, shop_terms
from tests.server_http.conftest import SHOP, RunningCentre, centre_server  # noqa: F401 - a fixture

VERA = Person("0197b0f0-0000-7000-8000-000000000001", "vera", "Vera", "manager")
PATIENCE_S = 30.0
NUMBER = "GC-000123"


@dataclass
class Counter:
    """A till that replicates when it is told to, its network, and the presenter of its screen."""

    station: Station
    link: Link
    network: Relay
    screen: TillPresenter

    @property
    def terminal(self) -> Terminal:
        return self.station.terminal

    @property
    def listed(self) -> list[Parked]:
        self.terminal.database.announce(Topic.PARKED)
        return list(self.screen.state.parked)

    @property
    def names(self) -> list[str]:
        return [row.name for row in self.listed]

    @property
    def in_hand(self) -> list[str]:
        cart = self.screen.state.cart
        return [line.name for line in cart.lines] if cart else []

    def fill(self, name: str, detail: LineDetail | None = None) -> None:
        """One piece of something into the cart in hand."""
        cart, now = carts.open_cart(self.terminal), self.terminal.clock.now()
        line = CartLine(new_id(now), new_id(now), "S", name, "pcs", "4006381333931", 1000, 24_000, 200_000)
        line = replace(line, detail=detail)
        carts.keep_cart(self.terminal, replace(cart, lines=(*cart.lines, line)))
        self.screen.enter()

    def park(self, name: str) -> None:
        self.fill(name)
        self.screen.park(name)

    async def open(self, name: str) -> None:
        """Press the ticket, and wait for head office or the end of the patience with it."""
        [row] = [row for row in self.listed if row.name == name]
        answered = asyncio.Event()
        self.screen.changed.connect(lambda state: isinstance(state.prompt, Opening) or answered.set())
        self.screen.recall(row.cart_id, row.other)
        async with asyncio.timeout(PATIENCE_S):
            await answered.wait()

    def sell(self) -> Sale:
        state = self.screen.state
        assert state.cart is not None
        assert state.priced is not None
        total = state.priced.total_minor
        sale = sales.complete_sale(self.terminal, VERA, state.cart, [Payment("card", total)], total)
        self.screen.sold()
        return sale

    def open_cases(self) -> list[tuple[str, str]]:
        with self.terminal.database.reading() as connection:
            return [(case.kind, case.subject) for case in cases.list_open(connection)]


async def until(holds: Callable[[], bool], *tills: Counter) -> None:
    """Have the tills replicate until something holds; the centre tells of a change a moment after it."""
    async with asyncio.timeout(PATIENCE_S):
        while not holds():
            for till in tills:
                await till.link.step()


@pytest.fixture
def lines(centre_server: RunningCentre) -> Iterator[list[Relay]]:  # noqa: F811
    """A line to the centre for each till, which can be cut."""
    with ExitStack() as stack:
        yield [stack.enter_context(relayed(centre_server.address)) for _ in range(2)]


@pytest.fixture
async def counters(
    centre_server: RunningCentre,  # noqa: F811
    lines: list[Relay],
    tmp_path: Path,
) -> AsyncIterator[tuple[Counter, Counter]]:
    """Two tills of one shop, with a shift open at each."""
    ground = Ground(shop=SHOP, shelf=SHOP)
    async with await Connection.connect(centre_server.database_url) as conn:
        await save_shop(conn, shop_terms(ground, "Corner shop"))
        for ident, kind in ((ground.shelf, "shelf"), (ground.customer, "customer")):
            await save_place(conn, SHOP, Place(id=ident, code=kind, name=kind, kind=kind))
    made = [await build(tmp_path / f"till-{at}", at, centre_server, line) for at, line in enumerate(lines, 1)]
    yield made[0], made[1]
    assert [counter.link.engine.status.mended for counter in made] == [0, 0], "the feed adds up at both ends"
    for counter in made:
        counter.screen.close()
        await counter.link.close()
        counter.station.close()


async def build(folder: Path, number: int, centre: RunningCentre, line: Relay) -> Counter:
    name, clock = f"Till {number}", SettableClock(centre.clock.now())
    station = open_station(load_settings(folder, {"secrets": "file", "name": name}, machine=folder / "none"), clock)
    await enrol(station, server=line.address, name=name, token=centre.token(), wait=False)
    link = Link(station)
    await link.step()
    shifts.open_shift(station.terminal, VERA, 0)
    return Counter(station, link, line, TillPresenter(station.terminal, take_ticket=Enquiry(station, ask_ticket)))


def figures(centre: RunningCentre) -> list[tuple[object, ...]]:
    """How many sales live at the centre, and how many entries it could not book."""
    return centre.ask("SELECT (SELECT count(*) FROM sale WHERE void_id IS NULL), (SELECT count(*) FROM quarantine)")


async def test_a_parked_ticket_is_opened_at_another_till_and_only_there(
    centre_server: RunningCentre,  # noqa: F811
    counters: tuple[Counter, Counter],
) -> None:
    first, second = counters
    first.park("Table 4")
    await until(lambda: second.names == ["Table 4"], *counters)
    [row] = second.listed
    assert (row.till, row.held_by, row.total_minor, row.lines) == ("Till 1", "", 240, 1)
    await second.open("Table 4")
    assert second.in_hand == ["Table 4"]
    await first.open("Table 4")
    prompt = first.screen.state.prompt
    assert isinstance(prompt, Refused)
    assert (prompt.refusal.code, prompt.refusal.facts) == ("parked.taken", {"till": "Till 2"})
    await until(lambda: [row.held_by for row in first.listed] == ["Till 2"], first)
    second.fill("Milk")
    second.screen.park("Table 4")
    await until(lambda: [(row.till, row.lines) for row in first.listed] == [("Till 2", 2)], *counters)
    await first.open("Table 4")
    assert first.in_hand == ["Table 4", "Milk"], "with what the other till has added"
    sold = first.sell()
    assert sold.parked_id not in ("", sold.sale_id)
    await until(lambda: first.names == second.names == [] and figures(centre_server) == [(1, 0)], *counters)
    assert centre_server.ask("SELECT kind FROM cases") == []


async def test_a_till_without_the_line_sells_what_another_sold_and_a_person_sees_both_payments(
    centre_server: RunningCentre,  # noqa: F811
    counters: tuple[Counter, Counter],
) -> None:
    first, second = counters
    first.park("Table 4")
    await until(lambda: second.names == first.names == ["Table 4"], *counters)
    first.network.cut()
    await first.open("Table 4")
    assert isinstance(first.screen.state.prompt, OpenAnyway), "a plain warning, and nothing is in hand yet"
    assert first.in_hand == []
    await second.open("Table 4")
    theirs = second.sell()
    await until(lambda: second.names == [], second)
    first.screen.press_enter()
    assert first.in_hand == ["Table 4"]
    ours = first.sell()
    first.network.mend()
    case = ("parked.twice", f"{ours.receipt}+{theirs.receipt}")
    await until(lambda: case in first.open_cases() and case in second.open_cases(), *counters)
    [(detail,)] = centre_server.ask("SELECT detail FROM cases WHERE kind = 'parked.twice'")
    for receipt in (ours.receipt, theirs.receipt):
        assert f"{receipt} card 240 EUR" in str(detail)
    for counter in counters:
        with counter.terminal.database.reading() as connection:
            told = cases.list_open(connection)
        [both] = [read_paid_twice(case) for case in told if case.kind == PARKED_TWICE]
        assert both == tuple(PaidTwice(one.receipt, (("card", 240),), "EUR") for one in (ours, theirs))
        assert paid_with(theirs.receipt, told) == (ours.receipt, theirs.receipt)
    assert figures(centre_server) == [(2, 0)]
    await until(lambda: first.names == second.names == [], *counters)


async def test_two_tills_without_the_line_sell_the_same_ticket_and_both_sales_count(
    centre_server: RunningCentre,  # noqa: F811
    counters: tuple[Counter, Counter],
) -> None:
    first, second = counters
    first.park("Table 4")
    first.park("Later")
    await until(lambda: second.names == ["Table 4", "Later"], *counters)
    receipts = []
    for counter in counters:
        counter.network.cut()
        await counter.open("Table 4")
        counter.screen.press_enter()
        assert counter.in_hand == ["Table 4"]
        receipts.append(counter.sell().receipt)
        assert counter.names == ["Later"]
        counter.park("Nobody heard of it yet")
    for counter in counters:
        counter.network.mend()
    case = ("parked.twice", "+".join(receipts))
    await until(lambda: all(case in counter.open_cases() for counter in counters), *counters)
    await until(lambda: all(len(counter.names) == 3 for counter in counters), *counters)
    assert figures(centre_server) == [(2, 0)]


async def test_what_head_office_gives_when_nobody_waits_for_it_any_more_is_put_aside(
    centre_server: RunningCentre,  # noqa: F811
    counters: tuple[Counter, Counter],
) -> None:
    first, second = counters
    first.park("Table 4")
    await until(lambda: second.names == ["Table 4"], *counters)
    opening = asyncio.ensure_future(second.open("Table 4"))
    await asyncio.sleep(0)
    second.fill("Milk")
    second.screen.ignore()
    await opening
    await until(lambda: [row.till for row in first.listed] == ["Till 2"], *counters)
    assert second.in_hand == ["Milk"]
    assert second.names == ["Table 4"]


async def test_what_is_held_of_a_certificate_goes_with_its_ticket(
    centre_server: RunningCentre,  # noqa: F811
    counters: tuple[Counter, Counter],
) -> None:
    first, second = counters
    await sign_in(centre_server, *counters)
    back = [
        ReturnsPresenter(till.terminal, nobody_knows, ask_gift=Enquiry(till.station, ask_gift)) for till in counters
    ]
    taken: list[bool] = []
    for till, presenter in zip(counters, back, strict=True):
        presenter.taken.connect(taken.append)
        till.screen.changed.connect(lambda state, presenter=presenter: presenter.follow_ticket(state.cart))
    first.fill("Certificate", LineDetail(serial=NUMBER, gift=True))
    sold = first.sell()
    await until(lambda: bool(centre_server.ask("SELECT 1 FROM gift")), first)
    give_back(back[0], sold.receipt)
    await until(lambda: len(taken) == 1, first)
    assert holders(centre_server) == ["Till 1"]
    first.screen.enter()
    first.screen.park("Wants the money")
    await until(lambda: second.names == ["Wants the money"], *counters)
    await second.open("Wants the money")
    assert holders(centre_server) == ["Till 2"]
    await until(lambda: not carts_of(first), *counters)
    assert await ask_gift(first.station, NUMBER, 0, new_id(first.terminal.clock.now())) == GiftBalance(
        NUMBER, "EUR", 0, 0, "good"
    ), "nobody pays with it meanwhile"
    give_back(back[1], sold.receipt)
    await until(lambda: len(taken) == 2, second)
    assert holders(centre_server) == ["Till 2"]
    cart = carts.open_cart(second.terminal)
    carts.keep_cart(second.terminal, replace(cart, returns=()), cart)
    second.screen.enter()
    await until(lambda: holders(centre_server) == [], second)


async def nobody_knows(number: str) -> Receipt | None:
    return None


def give_back(presenter: ReturnsPresenter, receipt: str) -> None:
    presenter.look_up(receipt)
    presenter.press_all()
    presenter.set_reason("Not wanted")
    presenter.take()


def holders(centre: RunningCentre) -> list[object]:
    """The tills for which something is held."""
    query = "SELECT d.name FROM gift_hold h JOIN registered_devices d USING (device_uuid) WHERE h.expires_at > now()"
    return [name for (name,) in centre.ask(query)]


def carts_of(till: Counter) -> bool:
    with till.terminal.database.reading() as connection:
        return bool(stored_carts.list_kept(connection))


async def sign_in(centre: RunningCentre, *tills: Counter) -> None:
    """Vera is known at head office, and works at these tills."""
    async with await Connection.connect(centre.database_url) as conn:
        await save_person(conn, SHOP, WirePerson(id=VERA.id, login="vera", name="Vera", role="manager", pin_hash=""))
    for till in tills:
        await until(lambda till=till: is_known(till), till)  # type: ignore[misc]
        with till.terminal.database.writing(Topic.STAFF) as connection:
            save_known(connection, signed_in=VERA.id)


def is_known(till: Counter) -> bool:
    with till.terminal.database.reading() as connection:
        return people.read_person(connection, VERA.id) is not None


async def test_a_till_at_work_tells_by_itself(
    centre_server: RunningCentre,  # noqa: F811
    counters: tuple[Counter, Counter],
) -> None:
    first, second = counters
    running = asyncio.ensure_future(first.link.run())
    first.park("Table 4")
    await until(lambda: second.names == ["Table 4"], second)
    await first.open("Table 4")
    first.sell()
    await until(lambda: second.names == [], second)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
