"""The sample shop is believable, whole, and made once."""

import pytest
from argon2 import PasswordHasher

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.pages import read_feeds, read_page
from server_stub.goods.seed import seed_demo
from server_stub.journal.verify import verify_centre
from server_stub.offers.boards import find_fault, read_boards
from sync.wire.boards import Board
from sync.wire.changes import feeds_of
from tests.server.asking import ask, rows


async def _read(pool: Pool, ids: list[str]) -> dict[str, Board]:
    async with pool.connection() as conn:
        return await read_boards(conn, ids)


@pytest.fixture
async def seeded(pool: Pool) -> dict[str, object]:
    return await seed_demo(pool)


async def test_the_sample_shop(pool: Pool, centre: Centre, seeded: dict[str, object]) -> None:
    assert seeded["created"]
    assert seeded["products"] >= 300
    assert await ask(pool, "SELECT count(DISTINCT category) FROM product") == 10
    assert await ask(pool, "SELECT count(*) FROM place WHERE kind IN ('shelf', 'receiving')") == 3
    assert await ask(pool, "SELECT count(*) FROM place WHERE kind = 'bin'") == 40
    in_bins = "SELECT count(DISTINCT s.place_id) FROM stock s JOIN place p ON p.id = s.place_id WHERE p.kind = 'bin'"
    assert await ask(pool, in_bins) == 30
    assert await ask(pool, "SELECT count(*) FROM product WHERE weighed") >= 20
    assert await ask(pool, "SELECT count(*) FROM product_code WHERE pack_milli > 1000") >= 10
    assert await ask(pool, "SELECT count(DISTINCT rate_ppm) FROM product") >= 3
    assert await ask(pool, "SELECT count(*) FROM product WHERE name ~ '[а-яё]'") >= 100
    assert (await verify_centre(pool))["ok"]
    for cursor in (await read_feeds(pool, centre, str(seeded["shop"]))).cursors:
        assert cursor.position > 0 or cursor.feed.startswith("receipts:"), "nothing was sold yet"
    assert [cursor.feed for cursor in (await read_feeds(pool, centre, str(seeded["shop"]))).cursors] == list(
        feeds_of(str(seeded["shop"]))
    )


async def test_what_it_offers(pool: Pool, centre: Centre, seeded: dict[str, object]) -> None:
    made = [row[0] for row in await rows(pool, "SELECT definition ->> 'kind' FROM promotion")]
    assert (len(made), len(set(made)), seeded["customers"]) == (5, 4, 8)
    skus = await rows(
        pool, "SELECT jsonb_array_elements_text(jsonb_array_elements(definition -> 'parts') -> 'skus') FROM promotion"
    )
    for (sku,) in skus:
        assert await ask(pool, f"SELECT count(*) FROM product WHERE sku = '{sku}'") == 1
    named = "SELECT DISTINCT jsonb_array_elements_text(definition -> 'categories') FROM promotion"
    assert await rows(pool, f"{named} EXCEPT SELECT category FROM product") == []
    assert await ask(pool, "SELECT count(*) FROM list_price") >= 20
    page = await read_page(pool, centre, f"customers:{seeded['shop']}")
    assert len(page.changes) == 8


async def test_its_board_has_pictures(pool: Pool, seeded: dict[str, object]) -> None:
    ((made,),) = await rows(
        pool, "SELECT array_agg(board_id::text) FROM board WHERE shop_id IS NOT NULL AND roles @> ARRAY['cashier']"
    )
    (board,) = (await _read(pool, made)).values()
    assert (seeded["boards"], len(board.pages), find_fault(board)) == (1, 2, "")
    skus = {tile.sku for page in board.pages for tile in page.tiles if tile.sku}
    pictured = await rows(pool, "SELECT sku FROM product JOIN product_picture ON product_id = id")
    assert {sku for (sku,) in pictured} == skus
    assert seeded["pictures"] == len(skus) == 14
    known = await rows(pool, "SELECT DISTINCT category FROM product")
    led = {tile.category for page in board.pages for tile in page.tiles if tile.category}
    assert led <= {name for (name,) in known}


async def test_every_code_has_its_check_digit(pool: Pool, seeded: dict[str, object]) -> None:
    for (code,) in await rows(pool, "SELECT code FROM product_code"):
        digits = [int(digit) for digit in reversed(code)]
        assert sum(digit * (3 if at % 2 else 1) for at, digit in enumerate(digits)) % 10 == 0, code


async def test_pins_are_told_once_and_open_the_door(pool: Pool, centre: Centre, seeded: dict[str, object]) -> None:
    told = {person["login"]: person for person in seeded["people"]}
    assert {person["role"] for person in told.values()} == {
        "admin",
        "manager",
        "cashier",
        "salesperson",
        "warehouse_worker",
    }
    for login, pin_hash in await rows(pool, "SELECT login, pin_hash FROM person"):
        assert PasswordHasher().verify(pin_hash, told[login]["pin"])
    again = await seed_demo(pool)
    assert again == {"created": False, "shop": seeded["shop"], "name": seeded["name"]}
    page = await read_page(pool, centre, f"people:{seeded['shop']}")
    assert [change.entity for change in page.changes].count("person") == 5
