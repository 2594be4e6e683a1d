"""Offline rights at the centre: one signed document per shop in the feed of its people, renewed with what it says."""

import msgspec
import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.pages import read_feeds, read_page
from server_stub.feed.sequencer import number_changes
from server_stub.goods.shops import read_shops, save_shop
from server_stub.identity.people import save_person, set_active, set_badge
from sync.chain import verify_signature
from sync.wire.changes import Person
from sync.wire.messages import Page
from sync.wire.rights import Rights, Vouched, people_hash, rights_message
from tests.server.asking import ask
from tests.server.terminal import Ground, new_id

ANNA = Person(id=new_id(), login="anna", name="Анна Орлова", role="cashier", pin_hash="$argon2id$x")


async def told(pool: Pool, centre: Centre, shop: str) -> tuple[Vouched, Rights, Page]:
    """What a terminal of the shop reads from the beginning; the signature is checked."""
    await number_changes(pool)
    page = await read_page(pool, centre, f"people:{shop}")
    (row,) = (change.row for change in page.changes if change.entity == "rights")
    document = msgspec.msgpack.decode(row, type=Rights)
    assert verify_signature(centre.public_key, rights_message(document.content), document.signature)
    vouched = msgspec.json.decode(document.content, type=Vouched)
    assert (document.id, vouched.shop) == (shop, shop)
    return vouched, document, page


async def test_people_and_permissions_are_signed_as_a_terminal_reads_them(
    pool: Pool, centre: Centre, ground: Ground
) -> None:
    async with pool.connection() as conn:
        await save_person(conn, ground.shop, ANNA)
    vouched, _, page = await told(pool, centre, ground.shop)
    sent = [msgspec.msgpack.decode(each.row, type=Person) for each in page.changes if each.entity == "person"]
    rows = [(who.id, who.login, who.name, who.role, who.pin_hash, who.badge_hash) for who in sent]
    assert vouched.people == people_hash(rows)
    assert vouched.discount_limits == {"cashier": 100_000}


@pytest.mark.parametrize("change", ["person", "badge", "left", "permissions"])
async def test_whatever_it_speaks_of_issues_it_anew(pool: Pool, centre: Centre, ground: Ground, change: str) -> None:
    async with pool.connection() as conn:
        await save_person(conn, ground.shop, ANNA)
    before, document, page = await told(pool, centre, ground.shop)
    async with pool.connection() as conn:
        if change == "person":
            await save_person(conn, ground.shop, msgspec.structs.replace(ANNA, role="manager"))
        elif change == "badge":
            await set_badge(conn, "anna", "BADGE-12345678")
        elif change == "left":
            await set_active(conn, "anna", False)
        else:
            shop = (await read_shops(conn, [ground.shop]))[ground.shop]
            await save_shop(conn, msgspec.structs.replace(shop, permissions={"settings": {"cashier": "approval"}}))
    after, renewed, _ = await told(pool, centre, ground.shop)
    assert after.issued_at > before.issued_at
    assert renewed.signature != document.signature
    assert (after.people == before.people) == (change == "permissions")
    assert (after.permissions == before.permissions) == (change != "permissions")
    later = await read_page(pool, centre, f"people:{ground.shop}", page.cursor.position, page.cursor.token)
    assert [each.entity for each in later.changes].count("rights") == 1, "it comes with what a terminal pulls anyway"


async def test_a_terminal_that_asks_gets_one_of_today_and_only_one(pool: Pool, centre: Centre, ground: Ground) -> None:
    await ask(pool, "DELETE FROM feed_item WHERE entity = 'rights' RETURNING 1")  # an older centre made none
    await read_feeds(pool, centre, ground.shop)
    first, signed, _ = await told(pool, centre, ground.shop)
    assert (await told(pool, centre, ground.shop))[1] == signed
    await read_feeds(pool, centre, ground.shop)
    assert await number_changes(pool) == 0, "nothing new within the day"
    await ask(pool, "UPDATE feed_item SET marked_at = now() - interval '25 hours' WHERE entity = 'rights' RETURNING 1")
    await read_feeds(pool, centre, ground.shop)
    assert (await told(pool, centre, ground.shop))[0].issued_at > first.issued_at
