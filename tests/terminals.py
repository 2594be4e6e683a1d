"""A terminal of a small shop on real files: journal, replica, goods, people; for tests and for the gallery."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.domain.clock import Clock
from desktop.operations import journals
from desktop.operations.terminal import Outside, Terminal
from desktop.replication.changes import apply_page
from desktop.replication.recording import Signer
from desktop.store.database import Database
from desktop.store.migrate import migrate
from desktop.store.replica_file import ReplicaFile, make_empty
from sync.wire import changes as ch
from sync.wire.badge import badge_hash
from sync.wire.messages import Cursor, Page
from tests.edges import SettableClock
from tests.hashing import QUICK

PIN = "1234"
BADGE = "MIRA-7F3K2Q9X"
"""The manager's."""


@dataclass(frozen=True)
class Words:
    """The shop in one language: what differs are names, currency and prices."""

    shop: str
    till: str
    currency: str
    people: tuple[tuple[str, str], ...]
    goods: tuple[tuple[str, str, str, int], ...]  # id, name, category, price in ten-thousandths


ENGLISH = Words(
    "Corner shop",
    "Till 1",
    "EUR",
    (("anna", "Anna K."), ("igor", "Igor P."), ("mira", "Mira Manager"), ("wim", "Wim Warehouse")),
    (
        ("bread", "Rye bread 400 g", "Bakery", 24_000),
        ("eggs", "Eggs size M, 10 pcs", "Dairy", 34_900),
        ("cheese", "Cheese Gouda", "Dairy", 149_900),
        ("milk", "Milk 3.2 % 930 ml", "Dairy", 16_900),
        ("bag", "Carrier bag", "Services", 2_000),
        ("roll", "Morning roll", "Bakery", 4_500),
        ("bananas", "Bananas", "Fruit", 19_900),
        ("apples", "Apples Gala", "Fruit", 24_900),
        ("wine", "Red wine 0.75 l", "Drinks", 79_000),
        ("water", "Water 0.5 l", "Drinks", 6_500),
        ("coffee", "Coffee 250 ml", "Drinks", 22_000),
        ("rose", "Rose, single", "Flowers", 29_000),
        ("baguette", "Baguette", "Bakery", 18_500),
        ("croissant", "Butter croissant", "Bakery", 15_000),
        ("bun", "Cinnamon bun", "Bakery", 21_000),
        ("pretzel", "Pretzel", "Bakery", 9_500),
        ("muffin", "Blueberry muffin", "Bakery", 25_000),
        ("toast", "Toast bread 500 g", "Bakery", 19_900),
    ),
)
RUSSIAN = Words(
    "Магазин на углу",
    "Касса 1",
    "RUB",
    (("anna", "Анна К."), ("igor", "Игорь П."), ("mira", "Мира Львовна"), ("wim", "Вадим Складов")),
    (
        ("bread", "Хлеб «Бородинский» 400 г", "Выпечка", 645_000),
        ("eggs", "Яйцо С1, 10 шт", "Молочное", 1_190_000),
        ("cheese", "Сыр «Российский», кг", "Молочное", 8_990_000),
        ("milk", "Молоко 3,2 % 930 мл", "Молочное", 899_000),
        ("bag", "Пакет «майка»", "Услуги", 99_000),
        ("roll", "Батон нарезной", "Выпечка", 489_000),
        ("bananas", "Бананы, кг", "Овощи", 1_290_000),
        ("apples", "Яблоки «Гала», кг", "Овощи", 1_490_000),
        ("wine", "Вино красное 0,75 л", "Напитки", 7_900_000),
        ("water", "Вода 0,5 л", "Напитки", 390_000),
        ("coffee", "Кофе 250 мл", "Напитки", 1_100_000),
        ("rose", "Роза, шт", "Цветы", 1_900_000),
        ("baguette", "Багет французский", "Выпечка", 795_000),
        ("croissant", "Круассан", "Выпечка", 890_000),
        ("bun", "Булочка с корицей", "Выпечка", 650_000),
        ("pretzel", "Крендель", "Выпечка", 459_000),
        ("muffin", "Маффин черничный", "Выпечка", 990_000),
        ("toast", "Хлеб тостовый 500 г", "Выпечка", 899_000),
    ),
)
WEIGHED = ("cheese", "bananas", "apples")
ROLES = {"anna": "cashier", "igor": "salesperson", "mira": "manager", "wim": "warehouse_worker"}

CODES: dict[str, tuple[ch.Code, ...]] = {
    "bread": (ch.Code("4006381333931"), ch.Code("14006381333938", 6000)),
    "eggs": (ch.Code("4601234567893"),),
    "milk": (ch.Code("4000417025005"), ch.Code("2000000000015")),
    "water": (ch.Code("5901234123457"), ch.Code("2000000000015")),
    "wine": (ch.Code("4012345678901"),),
    "cheese": (ch.Code("2100010000002"),),
    "bag": (ch.Code("40170725"),),
}
BREAD, EGGS, MILK, WINE, BAG = (CODES[name][0].code for name in ("bread", "eggs", "milk", "wine", "bag"))
SHARED = "2000000000015"
"""A code that is on two goods."""
UNKNOWN = "4601111111110"
REPLICA = "replica-small.db"
CHEESE_342_G = "2100010003423"
"""A weight label: 0.342 kg of cheese."""


def build_terminal(folder: Path, clock: Clock, words: Words = ENGLISH, tries: Outside | None = None) -> Terminal:
    """An enrolled terminal with goods, people and stock; no shift is open. PIN of everybody: `PIN`."""
    for name in ("journal.db", REPLICA):
        shutil.copy(_made(words) / name, folder / name)
    database = Database(folder / "journal.db", b"k" * 32)
    database.attach_replica(folder / REPLICA, b"r" * 32)
    key = Ed25519PrivateKey.generate()
    signer = Signer("t1", "s1", "key1", key.public_key().public_bytes_raw(), key.sign)
    terminal = Terminal(database, clock, signer, words.till, tries, _uptime(clock))
    journals.open_journal(terminal, "T01")
    return terminal


@cache
def _made(words: Words) -> Path:
    """Both files as they are before anything happens, made once: tables and goods take ten times as long as a copy."""
    folder = Path(tempfile.mkdtemp(prefix="eckwms-made-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    database = Database(folder / "journal.db", b"k" * 32)
    migrate(database)
    database.close()
    make_empty(folder / REPLICA, b"r" * 32)
    replica = ReplicaFile(folder / REPLICA, b"r" * 32)
    for page in _pages(words):
        apply_page(replica, page)
    replica.close()
    return folder


def _pages(words: Words) -> list[Page]:
    goods = [("product", name, _product(name, title, category, price)) for name, title, category, price in words.goods]
    people = [("person", login, _person(login, name)) for login, name in words.people]
    places = [("place", kind, ch.Place(id=kind, code=kind, name=kind, kind=kind)) for kind in _PLACES]
    stock = [
        ("stock", f"{name}/shelf", ch.Stock(product_id=name, place_id="shelf", on_hand_milli=at * 1000))
        for at, (name, *_) in enumerate(words.goods)
    ]
    return [
        _page("catalogue", goods),
        _page("shop:s1", [("shop", "s1", shop_terms(words)), *places]),
        _page("people:s1", people),
        _page("stock:s1", stock),
    ]


def _person(login: str, name: str) -> ch.Person:
    pin_hash, badge = QUICK.hash(PIN), _badge_of(login)
    return ch.Person(id=login, login=login, name=name, role=ROLES[login], pin_hash=pin_hash, badge_hash=badge)


_PLACES = ("shelf", "supplier", "customer", "waste", "lost_and_found", "receiving", "repacking")


def _product(name: str, title: str, category: str, price_e4: int) -> ch.Product:
    weighed = name in WEIGHED
    return ch.Product(
        id=name,
        sku=name.upper(),
        name=title,
        unit="kg" if weighed else "pcs",
        price_e4=price_e4,
        rate_ppm=190_000 if name in ("bag", "wine") else 70_000,
        category=category,
        weighed=weighed,
        age_limit=18 if name == "wine" else 0,
        codes=CODES.get(name, ()),
    )


def shop_terms(words: Words) -> ch.Shop:
    """The terms of the shop."""
    return ch.Shop(
        id="s1",
        name=words.shop,
        address="Market Square 1",
        tax_number="",
        currency=words.currency,
        time_zone="Europe/Tallinn",
        tax_inclusive=True,
        tax_rounding="line",
        cash_rounding_step_minor=5 if words.currency == "EUR" else 0,
        cash_rounding_method="nearest",
        code_rules="21IIIIIWWwwwC",
        discount_limits={"cashier": 100_000, "manager": 500_000},
        receipt_footer="",
        selling_place_id="shelf",
    )


def _page(feed: str, rows: list[tuple[str, str, Any]]) -> Page:
    encode = msgspec.msgpack.encode
    changes = tuple(
        ch.Change(at, entity, entity_id, msgspec.Raw(encode(row)))
        for at, (entity, entity_id, row) in enumerate(rows, 1)
    )
    cursor = Cursor(feed=feed, epoch="e", position=len(rows), token="t")
    return Page(cursor=cursor, from_position=0, more=False, changes=changes)


def reopen_terminal(folder: Path, clock: Clock, tries: Outside | None = None) -> Terminal:
    """The files of `build_terminal` opened again, as at a start of the program; nobody is signed in anew."""
    database = Database(folder / "journal.db", b"k" * 32)
    migrate(database)
    database.attach_replica(folder / REPLICA, b"r" * 32)
    key = Ed25519PrivateKey.generate()
    signer = Signer("t1", "s1", "key1", key.public_key().public_bytes_raw(), key.sign)
    return Terminal(database, clock, signer, ENGLISH.till, tries, _uptime(clock))


def _uptime(clock: Clock) -> Callable[[], float]:
    return clock.uptime_s if isinstance(clock, SettableClock) else monotonic


@cache
def _badge_of(login: str) -> str:
    return badge_hash(BADGE) if login == "mira" else ""
