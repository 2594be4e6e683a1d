"""Offers and customers on their way to the tills: who is told what, how often a coupon was redeemed, what adds up."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from server_stub.api import people_data
from server_stub.api.people_data import PersonalData
from server_stub.centre import Centre
from server_stub.database import Connection, Pool
from server_stub.feed.pages import read_page
from server_stub.feed.sequencer import number_changes
from server_stub.goods.shops import save_shop
from server_stub.ids import new_id
from server_stub.journal.ingest import land
from server_stub.offers import price_lists, promotions
from server_stub.offers.ending import find_offer, remove_offer
from sync.wire.changes import ENTITIES
from sync.wire.digest import add_up
from sync.wire.messages import Page
from sync.wire.offers import Coupon, PriceList, Promotion, Tier
from tests.server.asking import ask
from tests.server.terminal import Ground, Terminal, make_ground, shop_terms
from tests.server.test_snapshot import built, opened

MILK = new_id()
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LOYAL = Promotion(id=new_id(), name="Loyal", kind="percent", percent_ppm=50_000, groups=("loyal",), coupon=True)


def held_of(page: Page) -> dict[str, Any]:
    """What a page tells, by entity id; None for what is gone."""
    return {
        change.id: None if change.deleted else msgspec.msgpack.decode(change.row, type=ENTITIES[change.entity])
        for change in page.changes
    }


@pytest.fixture
async def other(pool: Pool) -> Ground:
    """A second shop."""
    async with pool.connection() as conn:
        return await make_ground(conn, "Other corner")


async def pull(pool: Pool, centre: Centre, feed: str, *after: Any) -> Page:
    while await number_changes(pool):
        pass
    page = await read_page(pool, centre, feed, *after)
    if not after:
        assert page.digest == add_up(0, [change.position for change in page.changes if not change.deleted])
    return page


async def add_coupon(conn: Connection, code: str, uses: int, each: int = 0) -> str:
    ident = new_id()
    await conn.execute(
        """INSERT INTO coupon (coupon_id, promotion_id, code, uses, uses_per_customer, active, version, changed_at)
           VALUES (%s, %s, %s, %s, %s, true, 1, %s)""",
        (ident, LOYAL.id, code, uses, each, NOW),
    )
    return ident


async def add_customer(conn: Connection, shop: str, name: str, **columns: Any) -> str:
    ident, data = new_id(), PersonalData(name=name, phone="+49 30 1", birthday="03-14")
    attachment = await people_data.attach(conn, shop, ident, data, None, NOW)
    await conn.execute(
        """INSERT INTO customer (customer_id, shop_id, version, attachment_id, words, created_at, changed_at, card,
               everywhere) VALUES (%s, %s, 1, %s, '', %s, %s, %s, %s)""",
        (ident, shop, attachment, NOW, NOW, columns.get("card", ""), columns.get("everywhere", False)),
    )
    return ident


async def test_a_shop_hears_of_its_own_offers_and_those_of_all(
    pool: Pool, centre: Centre, ground: Ground, other: Ground
) -> None:
    own = msgspec.structs.replace(LOYAL, id=new_id(), name="Here")
    trade = PriceList(id=new_id(), name="Trade", ends_on="2026-12-31")
    async with pool.connection() as conn:
        await promotions.save_promotion(conn, None, LOYAL, NOW)
        await promotions.save_promotion(conn, ground.shop, own, NOW)
        await price_lists.save_price_list(conn, None, trade, NOW)
        product = new_id()
        await conn.execute(
            """INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
                   track_lots, packed) VALUES (%s, 'M', 'Milk', 'pcs', 1, 0, '', false, 0, true, false, '')""",
            (product,),
        )
        tiers = (Tier(1000, 9000), Tier(6000, 8500))
        assert await price_lists.put_prices(conn, trade.id, {product: tiers}, NOW) == (1, 0)
        assert await price_lists.put_prices(conn, trade.id, {product: tiers}, NOW) == (0, 0)
    here = await pull(pool, centre, f"offers:{ground.shop}")
    assert held_of(here)[own.id] == own
    there = held_of(await pull(pool, centre, f"offers:{other.shop}"))
    assert there.keys() == {LOYAL.id, trade.id, f"{trade.id}/{product}"}
    assert (there[trade.id], there[f"{trade.id}/{product}"].tiers) == (trade, tiers)
    async with pool.connection() as conn:
        await promotions.switch_promotion(conn, own.id, False, NOW)
        offer = await find_offer(conn, "price_list", trade.id, "UTC", NOW)
        assert offer is not None
        await remove_offer(conn, "price_list", trade.id, offer, "vera", NOW)
    news = held_of(await pull(pool, centre, f"offers:{ground.shop}", here.cursor.position, here.cursor.token))
    assert news == {own.id: None, trade.id: None, f"{trade.id}/{product}": None}


async def test_a_new_shop_hears_of_what_is_for_all(pool: Pool, centre: Centre, ground: Ground) -> None:
    async with pool.connection() as conn:
        await promotions.save_promotion(conn, None, LOYAL, NOW)
        coupon = await add_coupon(conn, "SPRING", 1)
        await add_customer(conn, ground.shop, "Only here")
        everywhere = await add_customer(conn, ground.shop, "Everywhere", everywhere=True)
        late = Ground()
        await save_shop(conn, shop_terms(late, "Late"))
    assert held_of(await pull(pool, centre, f"offers:{late.shop}")).keys() == {LOYAL.id, coupon}
    assert held_of(await pull(pool, centre, f"customers:{late.shop}")).keys() == {everywhere}


async def test_a_customer_goes_at_the_tills_when_erased_and_where_no_longer_known(
    pool: Pool, centre: Centre, ground: Ground, other: Ground
) -> None:
    feed = f"customers:{ground.shop}"
    async with pool.connection() as conn:
        anna = await add_customer(conn, ground.shop, "Анна", card="900100", everywhere=True)
    first = await pull(pool, centre, feed)
    told = held_of(first)[anna]
    assert (told.name, told.card, told.birthday) == ("Анна", "900100", "03-14")
    assert b"+49" not in bytes(first.changes[0].row), "a till needs no telephone number"
    assert anna in held_of(await pull(pool, centre, f"customers:{other.shop}"))
    async with pool.connection() as conn:
        await conn.execute("UPDATE customer SET everywhere = false")
    assert held_of(await pull(pool, centre, f"customers:{other.shop}")) == {anna: None}
    assert held_of(await pull(pool, centre, feed))[anna] == told
    async with pool.connection() as conn:
        await people_data.erase_customer(conn, anna, NOW)
    assert held_of(await pull(pool, centre, feed, first.cursor.position, first.cursor.token)) == {anna: None}
    assert await ask(pool, "SELECT card FROM customer") == ""


async def test_coupons_are_counted_from_sales_and_a_void_gives_them_back(
    pool: Pool, centre: Centre, ground: Ground, till: Terminal
) -> None:
    async with pool.connection() as conn:
        await promotions.save_promotion(conn, None, LOYAL, NOW)
        twice, often = await add_coupon(conn, "TWICE", 2, each=1), await add_coupon(conn, "OFTEN", 0)
        anna = await add_customer(conn, ground.shop, "Anna")
    feed = f"offers:{ground.shop}"

    async def used() -> tuple[int, dict[str, int], int]:
        held: dict[str, Coupon] = held_of(await pull(pool, centre, feed))
        return held[twice].used, held[twice].used_by, held[often].used

    first = till.sell(MILK, coupons=(twice, often), customer_id=anna)
    till.sell(MILK, coupons=(twice, new_id(), often))
    await land(pool, centre, till.device, till.batch())
    assert await used() == (2, {anna: 1}, 0), "nobody counts what has no limit"
    assert await ask(pool, "SELECT count(*) FROM cases WHERE kind = 'coupon_overspent'") == 0
    assert str(await ask(pool, "SELECT customer_id FROM sale WHERE customer_id IS NOT NULL")) == anna
    till.void(first)
    await land(pool, centre, till.device, till.batch(2))
    assert await used() == (1, {}, 0)
    till.sell(MILK, coupons=(twice,))
    till.sell(MILK, coupons=(twice,))
    await land(pool, centre, till.device, till.batch(3))
    assert (await used())[0] == 3
    case = held_of(await pull(pool, centre, f"shop:{ground.shop}"))
    assert [row.subject for row in case.values() if getattr(row, "kind", "") == "coupon_overspent"] == ["TWICE"]


async def test_one_customer_too_often_is_a_case(pool: Pool, centre: Centre, ground: Ground, till: Terminal) -> None:
    async with pool.connection() as conn:
        await promotions.save_promotion(conn, None, LOYAL, NOW)
        each = await add_coupon(conn, "EACH", 0, each=1)
        anna = await add_customer(conn, ground.shop, "Anna")
    till.sell(MILK, coupons=(each,), customer_id=anna)
    till.sell(MILK, coupons=(each,))
    await land(pool, centre, till.device, till.batch())
    assert await ask(pool, "SELECT count(*) FROM cases WHERE kind = 'coupon_overspent'") == 0
    till.sell(MILK, coupons=(each,), customer_id=anna)
    await land(pool, centre, till.device, till.batch(2))
    assert await ask(pool, "SELECT subject FROM cases WHERE kind = 'coupon_overspent'") == "EACH"


async def test_the_snapshot_has_offers_and_never_a_customer(
    pool: Pool, centre: Centre, ground: Ground, tmp_path: Path
) -> None:
    async with pool.connection() as conn:
        await promotions.save_promotion(conn, None, LOYAL, NOW)
        await add_coupon(conn, "SPRING", 1)
        await add_customer(conn, ground.shop, "Anna")
    told = await pull(pool, centre, f"offers:{ground.shop}")
    manifest = await built(pool, centre, ground, tmp_path)
    assert [cursor.feed.partition(":")[0] for cursor in manifest.cursors] == ["catalogue", "shop", "offers", "stock"]
    db = opened(tmp_path, manifest)
    ((ident, content, position),) = db.execute("SELECT id, content, position FROM promotion").fetchall()
    assert (ident, msgspec.json.decode(content, type=Promotion)) == (LOYAL.id, LOYAL)
    assert position in [change.position for change in told.changes]
    assert db.execute("SELECT code FROM coupon").fetchall() == [("SPRING",)]
    assert db.execute("SELECT count(*) FROM customer").fetchone() == (0,)
    (digest,) = db.execute("SELECT digest FROM feed WHERE name LIKE 'offers:%'").fetchone()
    assert digest == told.digest
    db.close()
