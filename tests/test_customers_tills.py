"""Customers made and changed at two real tills without the line: a case names them, and an erasure reaches the till."""

from datetime import UTC, datetime

from desktop.domain.customer import set_customer
from desktop.enquiring import ask_customer
from desktop.operations import carts, customers
from desktop.operations.cases import list_cases
from desktop.replication.local_journal import LocalJournal
from desktop.replication.rebuild import rebuild
from desktop.store import attachments, rows
from desktop.store import customers as stored
from server_stub.api.people_data import erase_customer
from server_stub.database import Connection, open_pool
from server_stub.journal.verify import verify_centre
from sync.chain import GENESIS, verify_links
from sync.wire.attachments import Attachment, is_blank
from tests.server_http.conftest import RunningCentre, centre_server  # noqa: F401 - a fixture
from tests.test_parked_tills import VERA, Counter, counters, lines, sign_in, until  # noqa: F401 - fixtures

LENA = {"name": "Lena Sommer", "card": "900700", "phone": "+49 170 1234567", "email": "lena@example.com"}


def register(till: Counter, **typed: str) -> str:
    """Make a customer and sell something to them."""
    made = customers.register_customer(till.terminal, VERA, LENA | typed, consent=True)
    till.fill("Coffee")
    cart = till.screen.state.cart
    assert cart is not None
    carts.keep_cart(till.terminal, set_customer(cart, made))
    till.screen.enter()
    assert till.screen.state.customer == made.name
    till.sell()
    return made.id


def found(till: Counter, text: str) -> str:
    with till.terminal.database.reading() as connection:
        hits = stored.search_customers(connection, text)
    return " ".join(sorted(one.id for one in hits))


def beside(till: Counter) -> tuple[Attachment, ...]:
    """What the till still has of its customers; its chain holds whatever that is."""
    pen = LocalJournal(till.terminal.database, lambda *_: None, lambda *_: None)
    [chain] = pen.chains()
    verify_links(pen.read_entries(chain.incarnation, 0, 1000, 1 << 20), 0, GENESIS)
    return pen.read_attachments(chain.incarnation, 0, chain.sealed_seq)


async def test_the_same_customer_of_two_tills_without_the_line(
    centre_server: RunningCentre,  # noqa: F811
    counters: tuple[Counter, Counter],  # noqa: F811
) -> None:
    one, two = counters
    for till in counters:
        till.network.cut()
    first, second = register(one), register(two, name="Lena S.")
    assert (found(one, "lena"), found(two, "lena")) == (first, second)
    for till in counters:
        till.network.mend()
    await until(lambda: all(len(found(till, "lena").split()) == 2 for till in counters), *counters)
    await until(lambda: bool(one.open_cases()), *counters)
    [case] = list_cases(one.terminal)
    assert (case.kind, sorted(case.subject.split(" + "))) == ("customer.twice", ["Lena S.", "Lena Sommer"])
    with one.terminal.database.reading() as connection:
        assert attachments.list_waiting(connection) == []
    assert not any(is_blank(each) for till in counters for each in beside(till))
    async with await Connection.connect(centre_server.database_url) as conn:
        await erase_customer(conn, first, datetime.now(UTC))
    await until(lambda: found(one, "lena") == second, *counters)
    await until(lambda: is_blank(beside(one)[0]), one)
    assert not is_blank(beside(two)[0])
    with one.terminal.database.writing() as connection:
        before = rows.dump(connection)
        rebuild(connection)
        assert rows.dump(connection) == before
    async with open_pool(centre_server.database_url) as pool:
        assert (await verify_centre(pool))["ok"]
    assert centre_server.ask("SELECT count(*) FROM purse_move WHERE purse <> 'points'") == [(0,)]


async def test_what_two_tills_change_without_the_line_reaches_both_or_is_a_case(
    centre_server: RunningCentre,  # noqa: F811
    counters: tuple[Counter, Counter],  # noqa: F811
) -> None:
    one, two = counters
    ident = register(one)
    await until(lambda: found(two, "lena") == ident, *counters)
    for till in counters:
        till.network.cut()
    change(one, ident, name="Lena Winter", address="Hof 1")
    change(two, ident, address="Hof 2")
    assert (named(one, ident), named(two, ident)) == ("Lena Winter", "Lena Sommer")
    for till in counters:
        till.network.mend()
    await until(lambda: all(named(till, ident) == "Lena Winter" for till in counters), *counters)
    await until(lambda: bool(one.open_cases()), *counters)
    [case] = list_cases(one.terminal)
    assert (case.kind, case.subject, case.detail) == ("customer.clash", "Lena Winter", "address")
    await ask_as_vera(centre_server, two, ident)
    async with await Connection.connect(centre_server.database_url) as conn:
        await erase_customer(conn, ident, datetime.now(UTC))
    await until(lambda: all(is_blank(each) for till in counters for each in beside(till)), *counters)
    assert await ask_customer(two.station, ident) is None
    assert len(asked_of(centre_server)) == 1, "nothing was told"


async def ask_as_vera(centre: RunningCentre, till: Counter, ident: str) -> None:
    """What head office keeps is told to who asks, and written down as told, without a word of it."""
    await sign_in(centre, till)
    told = await ask_customer(till.station, ident)
    assert told is not None
    assert (told.data.address, told.is_whole) == ("Hof 1", True)
    [(who, subject, detail)] = asked_of(centre)
    [(device,)] = centre.ask("SELECT device_uuid::text FROM registered_devices WHERE name = 'Till 2'")
    assert (who, subject, detail) == (f"device:{device}", f"customer:{ident}", '{"person":"vera"}')


def asked_of(centre: RunningCentre) -> list[tuple[object, ...]]:
    return centre.ask("SELECT who, subject, detail FROM audit WHERE action = 'customer.asked'")


def change(till: Counter, ident: str, **typed: str) -> None:
    known = customers.know_customer(till.terminal, ident)
    customers.change_customer(till.terminal, VERA, known, typed, consent=True)


def named(till: Counter, ident: str) -> str:
    with till.terminal.database.reading() as connection:
        return stored.read_name(connection, ident)
