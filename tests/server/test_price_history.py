"""The lowest price of the 30 days before a reduction: which prices count, and when tills are told."""

from datetime import timedelta

from msgspec.structs import replace

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.goods.price_history import note_reductions
from server_stub.offers import promotions
from server_stub.offers.price_lists import put_prices, save_price_list
from sync.wire.offers import PriceList, Promotion, Tier
from tests.edges import OPENING
from tests.server.asking import ask
from tests.server.terminal import Ground, new_id
from tests.server.test_ledger import put_milk
from tests.server.test_offers import held_of, pull
from tests.server.test_projection import MILK

TODAY = OPENING.date()


async def execute(pool: Pool, statement: str, *values: object) -> None:
    async with pool.connection() as conn:
        await conn.execute(statement, values)


def days(count: int) -> str:
    return (TODAY + timedelta(days=count)).isoformat()


async def cost(pool: Pool, price_e4: int, until_days_ago: int) -> None:
    """Have the milk cost something until so many days ago."""
    await execute(pool, "UPDATE product SET price_e4 = price_e4 + 1")
    await execute(
        pool,
        "UPDATE price_past SET price_e4 = %s, until = %s WHERE n = (SELECT max(n) FROM price_past)",
        price_e4,
        OPENING - timedelta(days=until_days_ago),
    )


async def test_prices_of_the_30_days_before_count_and_no_others(pool: Pool, centre: Centre, ground: Ground) -> None:
    await put_milk(pool)
    for price_e4, ago in ((5000, 45), (9000, 41), (15_000, 20), (14_000, 2), (3000, 1)):
        await cost(pool, price_e4, ago)
    await execute(pool, "UPDATE product SET price_e4 = 20000")
    await execute(pool, "DELETE FROM price_past WHERE until > %s", OPENING)
    fifth = Promotion(id=new_id(), name="Fifth off", kind="percent", percent_ppm=200_000, starts_on=days(-10))
    bread = Promotion(id=new_id(), name="Bread", kind="percent", percent_ppm=200_000, skus=("B",), starts_on=days(-10))
    async with pool.connection() as conn:
        for one in (fifth, bread):
            await promotions.save_promotion(conn, ground.shop, one, OPENING)
        assert await note_reductions(conn, OPENING) == 2
        assert await note_reductions(conn, OPENING) == 0, "nothing is told twice"
    told = held_of(await pull(pool, centre, f"offers:{ground.shop}"))
    assert told[fifth.id].prior == ((MILK, 14_000),), "neither what ended before nor what began after"
    assert told[bread.id].prior == ()
    assert told[fifth.id].prior_since == str(await ask(pool, "SELECT since::date FROM price_history"))


async def test_an_earlier_reduction_counts_and_a_price_that_ends_is_looked_at(
    pool: Pool, centre: Centre, ground: Ground
) -> None:
    await put_milk(pool)
    await execute(pool, "UPDATE product SET price_e4 = 20000")
    await execute(pool, "DELETE FROM price_past")
    await execute(pool, "UPDATE price_history SET since = '2020-01-01'")
    half = Promotion(id=new_id(), name="Half", kind="percent", percent_ppm=500_000, starts_on=days(-40),
                     ends_on=days(-20))  # fmt: skip
    own = Promotion(id=new_id(), name="Own", kind="price", price_e4=1000, groups=("staff",), starts_on=days(-40))
    fifth = Promotion(id=new_id(), name="Fifth", kind="percent", percent_ppm=200_000, skus=("M",), starts_on=days(0))
    async with pool.connection() as conn:
        for one in (half, own, fifth):
            await promotions.save_promotion(conn, None, one, OPENING)
        await note_reductions(conn, OPENING)
    told = held_of(await pull(pool, centre, f"offers:{ground.shop}"))[fifth.id]
    assert (told.prior, told.prior_since) == (((MILK, 10_000),), "")
    await cost(pool, 8000, 3)
    async with pool.connection() as conn:
        await conn.execute("UPDATE reduction SET made_at = %s", (OPENING - timedelta(days=4),))
        await note_reductions(conn, OPENING)
    told = held_of(await pull(pool, centre, f"offers:{ground.shop}"))[fifth.id]
    assert told.prior == ((MILK, 8000),)


async def test_a_reduction_that_was_changed_counts_as_what_it_was(pool: Pool, ground: Ground) -> None:
    await put_milk(pool)
    for statement in ("UPDATE product SET price_e4 = 20000", "DELETE FROM price_past"):
        await execute(pool, statement)
    week = Promotion(
        id=new_id(), name="Week", kind="percent", percent_ppm=500_000, starts_on=days(-9), ends_on=days(-8)
    )
    weeks = [
        week,
        replace(week, name="This week", ends_on=days(-3)),
        replace(week, percent_ppm=400_000, starts_on=days(-2)),
        replace(week, percent_ppm=400_000, starts_on=days(-2), ends_on=days(1)),
        replace(week, percent_ppm=100_000, starts_on=days(1), ends_on=days(5)),
    ]
    tenth, found = Promotion(id=new_id(), name="Tenth", kind="percent", percent_ppm=100_000), []
    async with pool.connection() as conn:
        for at, one in zip((-9, -7, -2, -1, 0), weeks, strict=True):
            await promotions.save_promotion(conn, ground.shop, one, OPENING + timedelta(days=at))
        await promotions.save_promotion(conn, ground.shop, tenth, OPENING)
        await note_reductions(conn, OPENING)
        for ident in (week.id, tenth.id):
            prior = await conn.execute("SELECT prior FROM reduction WHERE promotion_id = %s", (ident,))
            found.append(await prior.fetchone())
        kept = await (await conn.execute("SELECT definition ->> 'percent_ppm' FROM promotion_past")).fetchall()
    assert found == [([[MILK, 10_000]],), ([[MILK, 10_000]],)], "half the price, which the row has forgotten"
    assert kept == [("500000",), ("400000",)], "a new name and another last day begin nothing"


async def test_the_list_of_a_shop_counts_there_and_in_no_other(pool: Pool, centre: Centre, ground: Ground) -> None:
    await put_milk(pool)
    for statement in ("UPDATE product SET price_e4 = 20000", "DELETE FROM price_past"):
        await execute(pool, statement)
    shop_list, other = PriceList(id=new_id(), name="Station"), new_id()
    fifth = Promotion(id=new_id(), name="Fifth", kind="percent", percent_ppm=200_000, starts_on=days(0))
    async with pool.connection() as conn:
        await save_price_list(conn, ground.shop, shop_list, OPENING)
        await put_prices(conn, shop_list.id, {MILK: [Tier(0, 24_000), Tier(6000, 5_000)]}, OPENING)
        await conn.execute("UPDATE shop SET price_list_id = %s WHERE id = %s", (shop_list.id, ground.shop))
        await conn.execute("DELETE FROM list_price_past")
        await promotions.save_promotion(conn, ground.shop, fifth, OPENING)
        await put_prices(conn, shop_list.id, {MILK: [Tier(0, 26_000)]}, OPENING)
        await conn.execute("UPDATE list_price_past SET until = %s", (OPENING - timedelta(days=2),))
        await note_reductions(conn, OPENING)
        assert (await (await conn.execute("SELECT prior FROM reduction")).fetchall()) == [([[MILK, 24_000]],)]
        await conn.execute("UPDATE list_price_past SET shop_id = %s", (other,))
        await conn.execute("UPDATE reduction SET made_at = %s", (OPENING - timedelta(days=4),))
        await note_reductions(conn, OPENING)
        assert (await (await conn.execute("SELECT prior FROM reduction")).fetchall()) == [([],)]
