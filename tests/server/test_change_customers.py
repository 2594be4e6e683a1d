"""Customers changed at tills: applied where the old value holds, else a case; no erased one comes back."""

import secrets
from typing import Any

import msgspec
import pytest

from server_stub.api import people_data
from server_stub.api.people_data import PersonalData
from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.journal.verify import verify_centre
from server_stub.offers.customers import read_customers
from server_stub.value.customer_asked import read_customer
from sync.wire.attachments import SALT_BYTES, Attachment, attachment_hash
from sync.wire.customer_facts import CustomerChanged, CustomerEdit
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_ground, new_id
from tests.server.test_offers import NOW, add_customer, pull
from tests.server.test_project_customers import CASES, LENA, QUARANTINE, attach, hand_in, other, register

__all__ = ["other"]  # a fixture
CLASHES = "SELECT subject, detail FROM cases WHERE kind = 'customer.clash' AND closed_at IS NULL"
STORED = "SELECT bytes FROM attachment WHERE hash = %s"


def change(till: Terminal, ident: str, **edits: tuple[str, str]) -> Attachment:
    """Seal a change; gives what travels with it."""
    salt, content = secrets.token_bytes(SALT_BYTES), msgspec.json.encode(CustomerEdit(edits=edits, consent_at="2026"))
    made = Attachment(hash=attachment_hash(salt, content), salt=salt, content=content)
    if not till.entries:
        till.open()
    till.seal(CustomerChanged(customer_id=ident, fields=tuple(edits), attachment=made.hash.hex()))
    return made


async def kept(pool: Pool, ident: str) -> dict[str, Any]:
    async with pool.connection() as conn:
        found = await people_data.export_customer(conn, ident)
    [data] = [one["data"] for one in found["attachments"] if one["data"] and "edits" not in one["data"]]
    return data | {"card": found["card"], "price_list": found["price_list"]}


async def test_what_was_as_the_till_knew_it_is_changed_and_told(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    made = attach()
    ident = register(till, made)
    edit = change(till, ident, name=("Lena Sommer", "Lena Winter"), card=("900700", ""), phone=(LENA.phone, "0170 9"))
    assert (await hand_in(pool, centre, till, made, edit)).quarantined == ()
    now = await kept(pool, ident)
    assert (now["name"], now["card"], now["phone"], now["email"]) == ("Lena Winter", "", "0170 9", LENA.email)
    assert now["consent_at"] == "2026"
    assert await rows(pool, CLASHES) == []
    assert await rows(pool, STORED, edit.hash) == [(None,)], "old and new are kept no longer than they are needed"
    page = await pull(pool, centre, f"customers:{ground.shop}")
    assert msgspec.msgpack.decode(page.changes[0].row)["name"] == "Lena Winter"
    assert [one.seq for one in page.vector] == [len(till.entries)], "the till knows that this is in it"
    async with pool.connection() as conn:
        answer = await read_customer(conn, till.device, ident)
        assert answer is not None
        assert (answer.data.phone, answer.data.name) == ("0170 9", "Lena Winter")
        assert await read_customer(conn, new_id(), ident) is None, "of no shop of ours"
    assert (await verify_centre(pool))["ok"]


async def test_two_tills_that_change_the_same_are_a_case_and_the_first_stays(
    pool: Pool,
    centre: Centre,
    till: Terminal,
    other: Terminal,
) -> None:
    made = attach()
    ident = register(till, made)
    await hand_in(pool, centre, till, made)
    first = change(till, ident, address=("", "Hof 1"))
    second = change(other, ident, address=("", "Hof 2"), birthday=("", "03-14"))
    await hand_in(pool, centre, till, first, first=3)
    assert (await hand_in(pool, centre, other, second)).quarantined == ()
    now = await kept(pool, ident)
    assert (now["address"], now["birthday"]) == ("Hof 1", "03-14"), "what did not clash is changed"
    assert await rows(pool, CLASHES) == [(ident, "address")]
    assert b"Hof 2" in bytes(await ask(pool, STORED, second.hash)), "a person has yet to decide"
    async with pool.connection() as conn:
        await people_data.erase_customer(conn, ident, NOW)
    assert await rows(pool, STORED, second.hash) == [(None,)]


async def test_an_erased_customer_stays_erased_and_the_till_hears_of_it(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    async with pool.connection() as conn:
        ident = await add_customer(conn, ground.shop, "Of the office")
        await people_data.erase_customer(conn, ident, NOW)
    edit = change(till, ident, name=("Of the office", "Back again"))
    assert (await hand_in(pool, centre, till, edit)).quarantined == ()
    assert await rows(pool, STORED, edit.hash) == [(None,)]
    assert await ask(pool, "SELECT count(*) FROM attachment WHERE bytes IS NOT NULL") == 0
    changes = (await pull(pool, centre, f"customers:{ground.shop}")).changes
    assert [(each.entity, each.id) for each in changes if not each.deleted] == [("erased", ident)]


async def test_a_card_of_another_and_a_price_list_that_is_not_there_are_a_case(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    one, two = attach(), attach(name="Anna", card="900800", phone="", email="")
    first, second = register(till, one), register(till, two)
    edit = change(till, second, card=("900800", "900700"), price_list_id=("", new_id()))
    assert (await hand_in(pool, centre, till, one, two, edit)).quarantined == ()
    assert (await kept(pool, first))["card"] == "900700"
    assert ((await kept(pool, second))["card"], (await kept(pool, second))["price_list"]) == ("900800", None)
    assert await rows(pool, CLASHES) == [(second, "card, price_list_id")]


async def test_somebody_with_the_same_telephone_by_a_change_is_a_case(
    pool: Pool, centre: Centre, till: Terminal
) -> None:
    one, two = attach(), attach(name="Anna", card="", phone="", email="")
    first, second = register(till, one), register(till, two)
    edit = change(till, second, phone=("", LENA.phone))
    await hand_in(pool, centre, till, one, two, edit)
    assert await rows(pool, CASES) == [(f"{first} {second}", "The same phone")]


@pytest.mark.parametrize(
    ("edits", "reason"),
    [
        ({"note": ("", "x")}, "no customer has"),
        ({"name": ("Lena Sommer", "")}, "no customer has"),
        ({"card": ("900700", "ä")}, "no customer has"),
        ({"birthday": ("", "soon")}, "no customer has"),
        ({"phone": ("", "1" * 300)}, "no customer has"),
    ],
)
async def test_nonsense_waits_and_stops_nothing(
    pool: Pool, centre: Centre, till: Terminal, edits: dict[str, tuple[str, str]], reason: str
) -> None:
    made = attach()
    ident = register(till, made)
    edit = change(till, ident, **edits)
    till.sell(new_id())
    assert (await hand_in(pool, centre, till, made, edit)).quarantined == (3,)
    assert reason in await ask(pool, QUARANTINE)
    assert await ask(pool, "SELECT count(*) FROM sale") == 1


async def test_customers_of_other_shops_are_not_changed(pool: Pool, centre: Centre, till: Terminal) -> None:
    async with pool.connection() as conn:
        far = await make_ground(conn, "Far corner")
        ident = await add_customer(conn, far.shop, "Far away")
    edit = change(till, ident, name=("Far away", "Mine"))
    assert (await hand_in(pool, centre, till, edit)).quarantined == (2,)
    async with pool.connection() as conn:
        assert (await read_customers(conn, [ident]))[ident].name == "Far away"
        data = await people_data.export_customer(conn, ident)
    assert PersonalData(**data["attachments"][0]["data"]).name == "Far away"
