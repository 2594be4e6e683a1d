import msgspec
import pytest

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.marks import mark
from server_stub.feed.pages import Gone, prune_feeds, read_feeds, read_page
from server_stub.feed.sequencer import SHOPS, number_changes, take_lane
from server_stub.goods.places import list_places
from server_stub.goods.shops import find_shop, list_shops
from server_stub.identity.people import list_people, save_person, set_active
from server_stub.journal.ingest import land
from sync.wire.changes import ENTITIES, Change, Person, Place, Shop, Stock, feeds_of
from sync.wire.digest import add_up
from sync.wire.messages import Page, Projected
from tests.server.asking import ask, rows
from tests.server.terminal import Ground, Terminal, make_ground, make_sale, new_id

MILK = new_id()


def read(change: Change) -> object:
    return msgspec.msgpack.decode(change.row, type=ENTITIES[change.entity])


async def test_a_shop_feed_brings_terms_and_places(pool: Pool, centre: Centre, ground: Ground) -> None:
    await number_changes(pool)
    page = await read_page(pool, centre, f"shop:{ground.shop}")
    sent = msgspec.msgpack.decode(msgspec.msgpack.encode(page), type=Page)
    found = {change.entity: read(change) for change in sent.changes}
    assert isinstance(found["shop"], Shop)
    assert (found["shop"].name, found["shop"].discount_limits) == ("Corner", {"cashier": 100_000})
    assert isinstance(found["place"], Place)
    async with pool.connection() as conn:
        assert await list_shops(conn) == [found["shop"]]
        assert await find_shop(conn, "Corner") == await find_shop(conn, ground.shop) == found["shop"]
        assert await find_shop(conn, "nobody") is None
        assert [place.code for place in await list_places(conn, ground.shop)] == ["A", "C", "S", "W"]


async def test_pages_follow_one_another_and_end_level(pool: Pool, centre: Centre, ground: Ground) -> None:
    await number_changes(pool)
    feed = f"shop:{ground.shop}"
    first = await read_page(pool, centre, feed, limit=2)
    assert (len(first.changes), first.more, first.from_position) == (2, True, 0)
    assert first.cursor.position == first.changes[-1].position
    second = await read_page(pool, centre, feed, first.cursor.position, first.cursor.token, limit=3)
    assert (len(second.changes), second.more) == (3, False)
    feeds = (await read_feeds(pool, centre, ground.shop)).cursors
    assert [cursor.feed for cursor in feeds] == list(feeds_of(ground.shop))
    assert second.cursor == feeds[1]
    level = await read_page(pool, centre, feed, second.cursor.position, second.cursor.token)
    assert (level.changes, level.more, level.cursor) == ((), False, second.cursor)


@pytest.mark.parametrize(
    ("position", "token"),
    [
        (1, ""),
        (2, "5.feedfeedfeedfeed"),
        (2, "five.feed"),
        (2, "²"),
        (10**12, "9" * 30 + "."),
    ],
)
async def test_a_place_on_another_history_is_gone(
    pool: Pool, centre: Centre, ground: Ground, position: int, token: str
) -> None:
    await number_changes(pool)
    with pytest.raises(Gone):
        await read_page(pool, centre, f"shop:{ground.shop}", position, token)


async def test_a_restored_centre_knows_cursors_from_before_the_backup_only(
    pool: Pool, centre: Centre, ground: Ground
) -> None:
    feed = f"shop:{ground.shop}"
    await number_changes(pool)
    before = (await read_page(pool, centre, feed)).cursor
    async with pool.connection() as conn:  # after the backup
        await mark(conn, feed, "place", [ground.shelf])
    await number_changes(pool)
    after = (await read_page(pool, centre, feed)).cursor
    async with pool.connection() as conn:  # the restore, and another change under the same number
        await conn.execute("DELETE FROM feed_token WHERE position = %s", (after.position,))
        await conn.execute("UPDATE feed_clock SET last_position = %s WHERE lane = 'shops'", (before.position,))
        await mark(conn, feed, "place", [ground.waste])
    await number_changes(pool)
    assert (await read_page(pool, centre, feed, before.position, before.token)).cursor.position == after.position
    with pytest.raises(Gone):
        await read_page(pool, centre, feed, after.position, after.token)


async def test_a_place_in_the_middle_is_gone_when_what_had_moved_on_is_back(
    pool: Pool, centre: Centre, ground: Ground
) -> None:
    feed = f"shop:{ground.shop}"
    async with pool.connection() as conn:
        await conn.execute("DELETE FROM feed_item")
        await mark(conn, feed, "place", [ground.shelf])
        await number_changes(pool)
    for place in (ground.shelf, ground.waste, ground.customer):
        async with pool.connection() as conn:
            await mark(conn, feed, "place", [place])
        await number_changes(pool)
    backup = await dump(pool)
    async with pool.connection() as conn:
        await mark(conn, feed, "place", [ground.shelf])
    await number_changes(pool)
    page = await read_page(pool, centre, feed, limit=1)  # the shelf is not in it: it has moved on
    assert (page.more, [change.id for change in page.changes]) == (True, [ground.waste])
    await restore(pool, backup)
    with pytest.raises(Gone):
        await read_page(pool, centre, feed, page.cursor.position, page.cursor.token)


TABLES = {
    "feed_item": "feed, entity, entity_id, position, deleted, marked_at, told",
    "feed_token": "feed, position, token, made_at, digest",
    "feed_clock": "lane, last_position",
}
"""Table -> the columns that are written; others follow from them."""


async def dump(pool: Pool) -> dict[str, list[tuple[object, ...]]]:
    """Copy what the feed of a shop is made of."""
    return {table: await rows(pool, f"SELECT {columns} FROM {table}") for table, columns in TABLES.items()}


async def restore(pool: Pool, backup: dict[str, list[tuple[object, ...]]]) -> None:
    async with pool.connection() as conn:
        for table, columns in TABLES.items():
            await conn.execute(f"DELETE FROM {table}")
            async with conn.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in backup[table]:
                    await copy.write_row(row)


async def test_people_come_and_go(pool: Pool, centre: Centre, ground: Ground) -> None:
    anna = Person(id=new_id(), login="anna", name="Анна Орлова", role="cashier", pin_hash="$argon2id$x")
    async with pool.connection() as conn:
        other = await make_ground(conn, "Other")
        await save_person(conn, ground.shop, anna)
        assert await set_active(conn, "anna", False)
        assert not await set_active(conn, "nobody", False)
        assert [person.active for person in await list_people(conn, ground.shop)] == [False]
        await save_person(conn, other.shop, anna)
        assert await list_people(conn, ground.shop) == []
        assert await list_people(conn) == [anna]
    await number_changes(pool)
    changes = (await read_page(pool, centre, f"people:{ground.shop}")).changes
    assert [(left.id, left.deleted) for left in changes if left.entity == "person"] == [(anna.id, True)]
    changes = (await read_page(pool, centre, f"people:{other.shop}")).changes
    assert [read(came) for came in changes if came.entity == "person"] == [anna]


async def test_stock_and_vector_are_of_one_moment(pool: Pool, centre: Centre, till: Terminal, ground: Ground) -> None:
    till.sell(MILK)
    async with pool.connection() as other:
        assert await take_lane(other, SHOPS)  # somebody else is numbering: this row has to wait
        await land(pool, centre, till.device, till.batch())
    feed = f"stock:{ground.shop}"
    waiting = await read_page(pool, centre, feed)
    sold = Stock(product_id=MILK, place_id=ground.shelf, on_hand_milli=-1000)
    assert [read(change) for change in waiting.changes] == [sold]
    assert (waiting.vector, waiting.cursor.position) == ((Projected(till.incarnation, 1),), 0)
    await number_changes(pool)
    page = await read_page(pool, centre, feed)
    assert [(read(change), change.id) for change in page.changes] == [(sold, f"{MILK}/{ground.shelf}")]
    assert page.cursor.position == page.changes[0].position > 0
    till.seal(make_sale(ground, "x", 1, "nonsense"))
    till.sell(MILK)
    await land(pool, centre, till.device, till.batch(2))
    assert not await ask(pool, "SELECT count(*) FROM stock WHERE position IS NULL")  # the lane was free
    later = await read_page(pool, centre, feed, page.cursor.position, page.cursor.token)
    assert later.vector == (Projected(till.incarnation, 3, (2,)),)
    assert read(later.changes[0]) == Stock(product_id=MILK, place_id=ground.shelf, on_hand_milli=-2000)


async def test_a_page_that_is_not_the_last_has_no_vector(
    pool: Pool, centre: Centre, till: Terminal, ground: Ground
) -> None:
    for _ in range(3):
        till.sell(new_id())
    await land(pool, centre, till.device, till.batch())
    await number_changes(pool)
    first = await read_page(pool, centre, f"stock:{ground.shop}", limit=2)
    assert (first.more, first.vector) == (True, ())


async def test_old_tokens_and_tombstones_are_forgotten_but_never_the_last_place(
    pool: Pool, centre: Centre, ground: Ground
) -> None:
    feed = f"shop:{ground.shop}"
    await number_changes(pool)
    first = (await read_page(pool, centre, feed)).cursor
    async with pool.connection() as conn:
        await mark(conn, feed, "place", [ground.waste], deleted=True)
    await number_changes(pool)
    last = (await read_page(pool, centre, feed)).cursor
    async with pool.connection() as conn:
        await conn.execute("UPDATE feed_token SET made_at = made_at - interval '1 year'")
        await conn.execute("UPDATE feed_item SET marked_at = marked_at - interval '1 year'")
    await prune_feeds(pool)
    assert await ask(pool, "SELECT count(*) FROM feed_item WHERE deleted") == 0
    with pytest.raises(Gone):
        await read_page(pool, centre, feed, first.position, first.token)
    assert (await read_page(pool, centre, feed, last.position, last.token)).changes == ()


def held_after(held: dict[str, int], page: Page) -> dict[str, int]:
    """Versions of the rows a terminal holds after a page."""
    for change in page.changes:
        held.pop(change.id, None)
        if not change.deleted:
            held[change.id] = change.position
    return held


async def test_what_is_told_adds_up_through_every_change(
    pool: Pool, centre: Centre, ground: Ground, till: Terminal
) -> None:
    people, stock = f"people:{ground.shop}", f"stock:{ground.shop}"
    person = Person(id=new_id(), login="ann", name="Ann", role="cashier", pin_hash="$")
    other = msgspec.structs.replace(person, id=new_id(), login="ben")
    places = {people: (0, ""), stock: (0, "")}
    held: dict[str, dict[str, int]] = {people: {}, stock: {}}

    async def pull() -> None:
        for feed, place in places.items():
            page = await read_page(pool, centre, feed, *place)
            assert page.digest == add_up(0, held_after(held[feed], page).values())
            fresh = await read_page(pool, centre, feed)
            assert fresh.digest == add_up(0, held_after({}, fresh).values())
            places[feed] = page.cursor.position, page.cursor.token

    for number in range(1, 7):
        async with pool.connection() as conn:
            await save_person(conn, ground.shop, person)
            await save_person(conn, ground.shop, other)
        till.sell(MILK)
        async with pool.connection() as busy, busy.transaction():
            if number % 2:  # the sequencer's lane is taken: the stock waits for its position
                assert await take_lane(busy, SHOPS)
            await land(pool, centre, till.device, till.batch(number))
            if number % 2:
                page = await read_page(pool, centre, stock, *places[stock])
                assert page.digest == add_up(0, held_after(held[stock], page).values()), "with rows that wait"
        async with pool.connection() as conn:
            await mark(conn, people, "person", [other.id], deleted=bool(number % 3))
        await number_changes(pool)
        await pull()


async def test_a_feed_in_which_rows_wait_says_no_digest(pool: Pool, centre: Centre, ground: Ground) -> None:
    await number_changes(pool)
    feed = f"shop:{ground.shop}"
    assert (await read_page(pool, centre, feed)).digest is not None
    assert (await read_page(pool, centre, feed, limit=1)).digest is None
    async with pool.connection() as conn:
        await mark(conn, feed, "place", [ground.shelf])
    assert (await read_page(pool, centre, feed)).digest is None


async def test_a_place_in_the_middle_is_gone_when_tombstones_behind_it_are_forgotten(
    pool: Pool, centre: Centre, ground: Ground
) -> None:
    feed = f"people:{ground.shop}"
    people = [Person(id=new_id(), login=f"p{n}", name="", role="cashier", pin_hash="$") for n in range(4)]
    async with pool.connection() as conn:
        for person in people:
            await save_person(conn, ground.shop, person)
    await number_changes(pool)
    first = await read_page(pool, centre, feed, limit=1)  # a till that loads the feed and is switched off in the middle
    async with pool.connection() as conn:
        await mark(conn, feed, "person", [first.changes[0].id], deleted=True)
    await number_changes(pool)
    middle = await read_page(pool, centre, feed, first.cursor.position, first.cursor.token, limit=1)
    level = (await read_page(pool, centre, feed)).cursor
    await ask(pool, "UPDATE feed_item SET marked_at = now() - interval '200 days' WHERE deleted RETURNING 1")
    await prune_feeds(pool)
    with pytest.raises(Gone):  # it would keep the row for ever
        await read_page(pool, centre, feed, middle.cursor.position, middle.cursor.token)
    assert (await read_page(pool, centre, feed, level.position, level.token)).changes == ()
    again = await read_page(pool, centre, feed)
    assert first.changes[0].id not in held_after({}, again)
    assert again.digest == add_up(0, held_after({}, again).values())
