"""What the sample shop offers: promotions of five kinds, trade prices, coupons, and eight customers."""

from datetime import datetime

import msgspec

from server_stub.api import people_data
from server_stub.api.people_data import PersonalData
from server_stub.database import Connection
from server_stub.ids import new_id
from server_stub.offers.price_lists import put_prices, save_price_list
from server_stub.offers.promotions import save_promotion
from sync.wire.offers import Part, PriceList, Promotion, Tier

WHOLE_PPM = 1_000_000
WELCOME = "Five euro off for a start"

PROMOTIONS = (
    Promotion(
        id="",
        name="Evening bread",
        kind="percent",
        percent_ppm=300_000,
        categories=("Bakery",),
        from_minute=19 * 60,
        until_minute=21 * 60,
    ),
    Promotion(
        id="",
        name="Sweets: three for two",
        kind="buy_get",
        buy_milli=2000,
        get_milli=1000,
        percent_ppm=WHOLE_PPM,
        categories=("Sweets and snacks",),
        max_times=3,
    ),
    Promotion(
        id="",
        name="Coffee break",
        kind="combo",
        price_minor=500,
        parts=(
            Part(name="Coffee beans 250 g", skus=("DD-0181",)),
            Part(name="Milk chocolate 50 g", skus=("SS-0209",)),
        ),
    ),
    Promotion(
        id="",
        name="Birthday week",
        kind="ticket",
        percent_ppm=100_000,
        birthday=True,
        birthday_days=7,
        max_minor=2000,
    ),
    Promotion(id="", name=WELCOME, kind="ticket", amount_minor=500, from_minor=3000, coupon=True, exclusive=True),
)
COUPONS = (("WELCOME-5", 0, 1), ("LINDEN-100", 100, 0), ("SORRY-7K2M", 1, 0))
"""Code, uses, uses per customer; 0 is any number."""

TRADE = "Trade"
TRADE_CATEGORY = "Drinks"
TRADE_TIERS = ((1000, 95), (6000, 90), (24_000, 85))
"""From so many thousandths on, this many per cent of the usual price."""

CUSTOMERS = (
    ("Анна Лебедева", "9001000011", "member", "03-14", "", 0),
    ("Marek Kovář", "9001000028", "member", "07-02", "", 0),
    ("Liis Tamm", "9001000035", "member", "11-23", "", 0),
    ("Jürgen Weiß", "9001000042", "", "12-31", "", 0),
    ("Ольга Ёлкина", "9001000059", "member", "02-29", "", 0),
    ("Café Sonne", "9001000066", "trade", "", "", 50_000),
    ("Kindergarten Lindenhof", "9001000073", "trade", "", "", 20_000),
    ("Embassy of Iceland", "9001000080", "", "", "Diplomatic mission, certificate 15.10", 100_000),
)
"""Name, card, group, birthday, why no tax is taken, limit of the account in cents."""


async def seed_offers(conn: Connection, shop: str, now: datetime) -> dict[str, int]:
    """Make them for a shop whose goods are there; tells how many of each."""
    trade = await _save_prices(conn, now)
    for promotion in PROMOTIONS:
        made = msgspec.structs.replace(promotion, id=new_id())
        await save_promotion(conn, None, made, now)
        if made.name == WELCOME:
            await _save_coupons(conn, made.id, now)
    for customer in CUSTOMERS:
        await _save_customer(conn, shop, trade, customer, now)
    return {"promotions": len(PROMOTIONS), "coupons": len(COUPONS), "price_lists": 1, "customers": len(CUSTOMERS)}


async def _save_prices(conn: Connection, now: datetime) -> str:
    trade = PriceList(id=new_id(), name=TRADE)
    await save_price_list(conn, None, trade, now)
    cursor = await conn.execute("SELECT id::text, price_e4 FROM product WHERE category = %s", (TRADE_CATEGORY,))
    prices = {product: _tiers(price_e4) for product, price_e4 in await cursor.fetchall()}
    await put_prices(conn, trade.id, prices, now)
    return trade.id


def _tiers(price_e4: int) -> tuple[Tier, ...]:
    return tuple(Tier(from_milli, price_e4 * percent // 10_000 * 100) for from_milli, percent in TRADE_TIERS)


async def _save_coupons(conn: Connection, promotion: str, now: datetime) -> None:
    async with conn.cursor() as writing:
        await writing.executemany(
            """INSERT INTO coupon (coupon_id, promotion_id, code, uses, uses_per_customer, active, version, changed_at)
               VALUES (%s, %s, %s, %s, %s, true, 1, %s)""",
            [(new_id(), promotion, code, uses, each, now) for code, uses, each in COUPONS],
        )


async def _save_customer(
    conn: Connection, shop: str, trade: str, customer: tuple[str, str, str, str, str, int], now: datetime
) -> None:
    name, card, group, birthday, tax_exempt, limit_minor = customer
    ident, data = new_id(), PersonalData(name=name, birthday=birthday)
    attachment = await people_data.attach(conn, shop, ident, data, None, now)
    price_list = trade if group == "trade" else None
    words = people_data.words_of(data)
    await conn.execute(
        """INSERT INTO customer (customer_id, shop_id, version, attachment_id, words, created_at, changed_at, card,
               group_name, price_list_id, tax_exempt, account_limit_minor)
           VALUES (%s, %s, 1, %s, %s::tsvector, %s, %s, %s, %s, %s, %s, %s)""",
        (ident, shop, attachment, words, now, now, card, group, price_list, tax_exempt, limit_minor),
    )
