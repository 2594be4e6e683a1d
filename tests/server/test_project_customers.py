"""Customers made at tills: their data land beside the entry, are refused when they do not fit, go when erased."""

import secrets
from typing import Any

import msgspec
import pytest

from server_stub.api import people_data
from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.journal.ingest import land
from server_stub.journal.verify import verify_centre
from server_stub.offers.customers import read_customers
from sync.wire.attachments import SALT_BYTES, Attachment, attachment_hash
from sync.wire.customer_facts import CustomerData, CustomerRegistered
from sync.wire.messages import PushAnswer
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, new_id
from tests.server.test_offers import NOW, add_customer, pull

LENA = CustomerData(name="Lena Sommer", card="900700", phone="+49 170 123 45 67", email="Lena@example.com")
CUSTOMERS = "SELECT count(*) FROM customer"
CASES = "SELECT subject, detail FROM cases WHERE kind = 'customer.twice' AND closed_at IS NULL ORDER BY id"
QUARANTINE = "SELECT reason FROM quarantine"


def attach(**given: Any) -> Attachment:
    salt, content = secrets.token_bytes(SALT_BYTES), msgspec.json.encode(msgspec.structs.replace(LENA, **given))
    return Attachment(hash=attachment_hash(salt, content), salt=salt, content=content)


def register(till: Terminal, made: Attachment) -> str:
    """Seal a customer; the journal is opened first."""
    if not till.entries:
        till.open()
    ident = new_id()
    till.seal(CustomerRegistered(customer_id=ident, attachment=made.hash.hex()))
    return ident


async def hand_in(pool: Pool, centre: Centre, till: Terminal, *made: Attachment, first: int = 1) -> PushAnswer:
    batch = msgspec.structs.replace(till.batch(first), attachments=made)
    return await land(pool, centre, till.device, batch)


@pytest.fixture
async def other(pool: Pool, ground: Ground) -> Terminal:
    """A second till of the shop."""
    terminal = Terminal(ground)
    async with pool.connection() as conn:
        await terminal.enrol(conn)
    return terminal


async def test_a_customer_of_a_till_is_one_here_and_comes_down_the_feed(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    made = attach(birthday="03-14", tax_number="DE1", consent_at="2026-03-01T10:00:00+01:00")
    ident = register(till, made)
    till.sell(new_id(), customer_id=ident, points=3)
    assert (await hand_in(pool, centre, till, made)).quarantined == ()
    told = msgspec.msgpack.decode((await pull(pool, centre, f"customers:{ground.shop}")).changes[0].row)
    assert (told["id"], told["name"], told["card"], told["birthday"], told["points"]) == (
        ident,
        "Lena Sommer",
        "900700",
        "03-14",
        3,
    )
    async with pool.connection() as conn:
        kept = await people_data.export_customer(conn, ident)
    assert kept["attachments"][0]["sha256"] == made.hash.hex()
    assert (kept["attachments"][0]["data"]["tax_number"], kept["made_by"]) == ("DE1", till.device)
    assert (await verify_centre(pool))["ok"]
    assert await rows(pool, CASES) == []


async def test_what_does_not_fit_stays_out_and_the_right_one_is_taken_later(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    made = attach()
    register(till, made)
    wrong = msgspec.structs.replace(made, content=made.content + b" ")
    moved = msgspec.structs.replace(made, salt=made.salt + made.content[:1], content=made.content[1:])
    answer = await hand_in(pool, centre, till, wrong, moved)
    assert (answer.acked_seq, answer.quarantined) == (2, (2,))
    assert await ask(pool, "SELECT count(*) FROM attachment") == 0
    assert "has not arrived" in (await ask(pool, QUARANTINE))
    till.sell(new_id())
    stranger = attach(name="Of no entry")
    assert (await hand_in(pool, centre, till, stranger, made, first=3)).quarantined == ()
    assert await ask(pool, CUSTOMERS) == 1
    assert await ask(pool, "SELECT count(*) FROM attachment") == 1
    assert await rows(pool, QUARANTINE) == []
    assert await ask(pool, "SELECT count(*) FROM cases WHERE closed_at IS NULL") == 0


async def test_what_came_bare_is_completed_by_a_later_incarnation(pool: Pool, centre: Centre, till: Terminal) -> None:
    """A copy of the disk had fetched the entry back, without what it names, and was there first."""
    made = attach()
    register(till, made)
    assert (await hand_in(pool, centre, till)).quarantined == (2,)
    till.go_on_anew("fork")
    await hand_in(pool, centre, till, made)
    assert await ask(pool, CUSTOMERS) == 1
    assert await rows(pool, QUARANTINE) == []


async def test_the_same_batch_again_brings_nothing_back_that_was_erased(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    made = attach()
    ident = register(till, made)
    await hand_in(pool, centre, till, made)
    async with pool.connection() as conn:
        office = await add_customer(conn, ground.shop, "Of the office")
        for each in (ident, office):
            await people_data.erase_customer(conn, each, NOW)
    await hand_in(pool, centre, till, made)
    assert await rows(pool, "SELECT hash, salt, bytes FROM attachment WHERE subject_id = %s", ident) == [
        (made.hash, None, None)
    ]
    changes = (await pull(pool, centre, f"customers:{ground.shop}")).changes
    assert [(each.entity, each.id) for each in changes if not each.deleted] == [("erased", ident)]
    assert (await verify_centre(pool))["ok"]


async def test_a_customer_blanked_at_the_till_before_it_came_is_an_erased_one(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    made = attach()
    ident = register(till, made)
    assert (await hand_in(pool, centre, till, Attachment(hash=made.hash))).quarantined == ()
    assert await rows(pool, "SELECT customer_id::text, erased_at IS NOT NULL, card FROM customer") == [
        (ident, True, "")
    ]
    await hand_in(pool, centre, till, made)
    assert await ask(pool, "SELECT count(*) FROM attachment WHERE bytes IS NOT NULL") == 0


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"phone": "0170/1234567", "card": "", "email": ""}, "phone"),
        ({"email": "lena@EXAMPLE.com", "card": "", "phone": ""}, "e-mail"),
        ({"phone": "", "email": ""}, "card"),
        ({}, "card, e-mail, phone"),
    ],
)
async def test_the_same_customer_of_two_tills_is_kept_twice_and_a_case(
    pool: Pool, centre: Centre, till: Terminal, other: Terminal, given: dict[str, str], what: str
) -> None:
    first, second = attach(), attach(name="L. Sommer", **given)
    one, two = register(till, first), register(other, second)
    till.sell(new_id(), customer_id=one, points=5)
    other.sell(new_id(), customer_id=two, points=7)
    await hand_in(pool, centre, till, first)
    assert (await hand_in(pool, centre, other, second)).quarantined == ()
    async with pool.connection() as conn:
        kept = await read_customers(conn, [one, two])
    assert [(kept[ident].points, kept[ident].card) for ident in (one, two)] == [(5, "900700"), (7, "")]
    assert await rows(pool, CASES) == [(f"{one} {two}", f"The same {what}")]


async def test_other_people_are_no_case(pool: Pool, centre: Centre, till: Terminal, ground: Ground) -> None:
    made = [
        attach(),
        attach(card="", phone="+49 170 999 99 99", email=""),
        attach(card="", phone="", email=""),
        attach(card="", phone="12345", email=""),
        attach(card="", phone="12345", email=""),  # too short to be somebody's alone
    ]
    for each in made:
        register(till, each)
    assert (await hand_in(pool, centre, till, *made)).quarantined == ()
    assert (await ask(pool, CUSTOMERS), await rows(pool, CASES)) == (5, [])


@pytest.mark.parametrize(
    ("ident", "content"),
    [
        ("no uuid", b'{"name":"x"}'),
        (None, b"[]"),
        (None, b'{"name":"a\\u0000b"}'),
        (None, b'{"name":"x","card":"\\n"}'),
    ],
)
async def test_nonsense_waits_in_quarantine_and_stops_nothing(
    pool: Pool, centre: Centre, till: Terminal, ident: str | None, content: bytes
) -> None:
    salt = secrets.token_bytes(SALT_BYTES)
    made = Attachment(hash=attachment_hash(salt, content), salt=salt, content=content)
    till.open()
    till.seal(CustomerRegistered(customer_id=ident or new_id(), attachment=made.hash.hex()))
    till.sell(new_id())
    assert (await hand_in(pool, centre, till, made)).quarantined == (2,)
    assert await ask(pool, CUSTOMERS) == 0
    assert await ask(pool, "SELECT count(*) FROM sale") == 1


async def test_a_centre_that_was_put_back_gets_them_again_with_the_entries(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    made = attach()
    ident = register(till, made)
    await hand_in(pool, centre, till, made)
    async with pool.connection() as conn:
        await conn.execute("DELETE FROM customer")
        await conn.execute("DELETE FROM attachment")
        await conn.execute("DELETE FROM entry WHERE seq > 1")
        await conn.execute(
            "UPDATE incarnation SET acked_seq = 1, acked_hash = %s, projected_seq = 1", (till.entries[0].hash,)
        )
    assert (await hand_in(pool, centre, till, made, first=2)).quarantined == ()
    assert await rows(pool, "SELECT customer_id::text, card FROM customer") == [(ident, "900700")]
    assert (await verify_centre(pool))["ok"]
