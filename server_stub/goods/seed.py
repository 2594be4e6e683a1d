"""The sample shop: a corner shop with goods, places, opening stock and five people whose PINs are made here, once."""

import secrets
from collections import defaultdict
from datetime import UTC, datetime
from typing import Any

from resources.files import resource
from server_stub.database import Connection, Pool
from server_stub.feed.sequencer import number_changes
from server_stub.goods.picture_import import import_pictures
from server_stub.goods.places import save_place
from server_stub.goods.places_seed import seed_stockroom
from server_stub.goods.product_file import import_products
from server_stub.goods.shops import find_shop, save_shop
from server_stub.identity.callers import MANAGERS
from server_stub.identity.passwords import hash_password, new_password
from server_stub.identity.people import save_person
from server_stub.identity.pins import hash_pin, is_good_pin
from server_stub.identity.sign_in import set_password
from server_stub.ids import new_id
from server_stub.journal.projection_sql import move_stock
from server_stub.offers.seed import seed_offers
from server_stub.offers.seed_boards import seed_boards
from server_stub.orders.seed import seed_orders
from sync.wire.changes import Person, Place, Shop
from sync.wire.tenders import TenderTerms

NAME = "Corner shop on Linden Street"

PLACES = (
    ("SHOP", "Sales floor", "shelf"),
    ("BACK", "Back room", "shelf"),
    ("DOCK", "Receiving", "receiving"),
    ("SUPPLIER", "Suppliers", "supplier"),
    ("CUSTOMER", "Customers", "customer"),
    ("WASTE", "Waste", "waste"),
    ("LOST", "Lost and found", "lost_and_found"),
    ("WAY", "On the way from other shops", "transit"),
    ("PACK", "Packing", "packing"),
    ("HOLD", "Held back", "quarantine"),
    ("REPACK", "Repacking", "repacking"),
)

PEOPLE = (
    ("vera", "Вера Соколова", "admin"),
    ("marten", "Marten Kask", "manager"),
    ("anna", "Анна Королёва", "cashier"),
    ("lena", "Lena Fischer", "salesperson"),
    ("igor", "Игорь Ёлкин", "warehouse_worker"),
)

DISCOUNT_LIMITS = {"admin": 1_000_000, "manager": 500_000, "salesperson": 150_000, "cashier": 100_000}

CODE_RULES = "21IIIIIWWwwwC\n23IIIIIPPPppC -> zeroed"


async def seed_demo(pool: Pool) -> dict[str, Any]:
    """Fill the centre with the sample shop; a second time nothing is changed and no PIN is known any more.

    Gives {"created", "shop", "name", "places", "products", "people": [{"login", "name", "role", "pin"[, "password"]}],
    "pictures", "boards", "orders", "promotions", "coupons", "price_lists", "customers"}.
    """
    async with pool.connection() as conn:
        known = await find_shop(conn, NAME)
        if known is not None:
            return {"created": False, "shop": known.id, "name": known.name}
    # Goods first: a seeding that was cut short does them again, and the shop appears whole or not at all.
    await import_products(pool, resource("sample", "products.csv"))
    pictures = await import_pictures(pool, resource("sample", "pictures.zip"), datetime.now(UTC))
    async with pool.connection() as conn, conn.transaction():
        shop, places = await _save_shop(conn)
        people = [await _save_person(conn, shop, *person) for person in PEOPLE]
        await _save_opening_stock(conn, shop, places)
        offered = await seed_offers(conn, shop, datetime.now(UTC))
        boards = await seed_boards(conn, shop, datetime.now(UTC))
        stockroom = await seed_stockroom(conn, shop, places["SUPPLIER"], datetime.now(UTC))
        orders = await seed_orders(conn, shop, places, datetime.now(UTC))
        products = (await (await conn.execute("SELECT count(*) FROM product")).fetchone() or (0,))[0]
    while await number_changes(pool):
        pass
    return {
        "created": True,
        "shop": shop,
        "name": NAME,
        "places": len(PLACES) + stockroom,
        "products": products,
        "people": people,
        "pictures": pictures["added"] + pictures["unchanged"],
        "boards": boards,
        "orders": orders,
        **offered,
    }


async def _save_shop(conn: Connection) -> tuple[str, dict[str, str]]:
    shop, places = new_id(), {code: new_id() for code, _, _ in PLACES}
    terms = Shop(
        id=shop,
        name=NAME,
        address="Linden Street 4, 10119 Tallinn",
        tax_number="EE 100 200 300",
        currency="EUR",
        time_zone="Europe/Tallinn",
        tax_inclusive=True,
        tax_rounding="receipt",
        cash_rounding_step_minor=5,
        cash_rounding_method="nearest",
        code_rules=CODE_RULES,
        discount_limits=DISCOUNT_LIMITS,
        receipt_footer="Thank you! · Спасибо за покупку!",
        selling_place_id=places["SHOP"],
        return_offline_minor=3_000,
        tender=TenderTerms(
            country="EE",
            gift_offline_minor=5_000,
            rates_ppm={"USD": 860_000},
            purse_offline_minor=5_000,
            point_every_minor=100,
            point_value_minor=5,
        ),
    )
    await save_shop(conn, terms)
    for code, name, kind in PLACES:
        await save_place(conn, shop, Place(id=places[code], code=code, name=name, kind=kind))
    return shop, places


async def _save_person(conn: Connection, shop: str, login: str, name: str, role: str) -> dict[str, str]:
    pin = _make_pin()
    person = Person(id=new_id(), login=login, name=name, role=role, pin_hash=hash_pin(pin))
    await save_person(conn, shop, person)
    told = {"login": login, "name": name, "role": role, "pin": pin}
    if role in MANAGERS:  # they use the console
        told["password"] = new_password()
        await set_password(conn, person.id, hash_password(told["password"]), datetime.now(UTC))
    return told


def _make_pin() -> str:
    while True:
        pin = f"{secrets.randbelow(10_000):04d}"
        if is_good_pin(pin):
            return pin


async def _save_opening_stock(conn: Connection, shop: str, places: dict[str, str]) -> None:
    """Goods came from the supplier before the first day: most to the sales floor, the rest to the back room."""
    cursor = await conn.execute("SELECT id::text, weighed FROM product ORDER BY sku")
    moves = []
    for number, (product, weighed) in enumerate(await cursor.fetchall()):
        pieces = 4 + number * 7 % 23
        moves.append((product, places["SHOP"], pieces * 1000 + (250 if weighed else 0)))
        if number % 3 == 0:
            moves.append((product, places["BACK"], 2 * pieces * 1000))
    now = datetime.now(UTC)
    async with conn.cursor() as writing:
        await writing.executemany(
            """INSERT INTO adjustment (chain, seq, n, business_day, shop_id, product_id, from_place_id, to_place_id,
                   quantity_milli, reason, occurred_at)
               VALUES (0, 0, %s, %s, %s, %s, %s, %s, %s, 'received', %s)""",
            [
                (n, now.date(), shop, product, places["SUPPLIER"], place, milli, now)
                for n, (product, place, milli) in enumerate(moves, 1)
            ],
        )
    await move_stock(conn, defaultdict(int, {(shop, product, place, ""): milli for product, place, milli in moves}))
