"""Goods, places, people and programs of the test shop, as eckWMS clients meet them."""

import hashlib
import uuid
from dataclasses import dataclass, field

import msgspec

from sync.wire.changes import Code, Product
from tests.hashing import QUICK
from tests.server_http.conftest import SHOP, RunningCentre

PIN = "2580"
PLACES = {
    "A-01": "shelf",
    "A-02": "shelf",
    "DOCK": "receiving",
    "PACK": "packing",
    "SUPPLIER": "supplier",
    "CUSTOMER": "customer",
    "LOST": "lost_and_found",
}
GOODS = {"TEA": "4006381333931", "MUG": "4262373862555", "PEN": "96385074"}


@dataclass
class EckShop:
    """Ids by the names that tests use."""

    centre: RunningCentre
    places: dict[str, str] = field(default_factory=dict)
    goods: dict[str, str] = field(default_factory=dict)

    def add_product(self, sku: str, *codes: str) -> str:
        product = Product(
            id=str(uuid.uuid4()), sku=sku, name=f"The {sku}", unit="pcs", price_e4=25_000, rate_ppm=0, category="",
            codes=tuple(Code(code=code) for code in codes),
        )  # fmt: skip
        self.centre.ask(
            """INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
                 track_lots, packed) VALUES (%s, %s, %s, 'pcs', 25000, 0, '', false, 0, true, false, %s)""",
            product.id, sku, product.name, msgspec.msgpack.encode(product),
        )  # fmt: skip
        for code in codes:
            self.centre.ask("INSERT INTO product_code VALUES (%s, %s, 1000)", code, product.id)
        self.goods[sku] = product.id
        return product.id

    def add_place(self, code: str, kind: str, shop: str = SHOP) -> str:
        ident = str(uuid.uuid4())
        self.centre.ask(
            "INSERT INTO place (id, shop_id, code, name, kind) VALUES (%s, %s, %s, %s, %s)",
            ident, shop, code, f"Place {code}", kind,
        )  # fmt: skip
        self.places[code] = ident
        return ident

    def add_person(self, login: str, *, pin: str = PIN, active: bool = True, shop: str = SHOP) -> str:
        ident = str(uuid.uuid4())
        self.centre.ask(
            """INSERT INTO person (id, shop_id, login, name, role, pin_hash, active)
               VALUES (%s, %s, %s, %s, 'warehouse_worker', %s, %s)""",
            ident, shop, login, f"Name of {login}", QUICK.hash(pin) if pin else "", active,
        )  # fmt: skip
        return ident

    def add_key(self, *scopes: str, shop: str | None = SHOP) -> dict[str, str]:
        key = f"eck_{uuid.uuid4().hex}"
        self.centre.ask(
            """INSERT INTO api_key (id, name, prefix, hash, scopes, shop_id, created_at)
               VALUES (%s, 'a program', %s, %s, %s, %s, %s)""",
            str(uuid.uuid4()), key[:12], hashlib.sha256(key.encode()).digest(), sorted(scopes), shop,
            self.centre.clock.now(),
        )  # fmt: skip
        return {"X-API-Key": key}

    def held(self, sku: str, place: str) -> int:
        """Give what the book says, in thousandths."""
        rows = self.centre.ask(
            "SELECT on_hand_milli FROM stock WHERE product_id = %s AND place_id = %s",
            self.goods[sku], self.places[place],
        )  # fmt: skip
        return int(str(rows[0][0])) if rows else 0

    def moved(self) -> list[tuple[object, ...]]:
        """Give the centre's movements as (from, to, thousandths, reason), in order."""
        return self.centre.ask(
            """SELECT f.code, t.code, a.quantity_milli, a.reason FROM adjustment a JOIN place f ON f.id = from_place_id
               JOIN place t ON t.id = to_place_id WHERE chain = 0 ORDER BY seq, n"""
        )


def stock_shop(centre: RunningCentre) -> EckShop:
    """Make places and goods; nothing is on hand yet."""
    shop = EckShop(centre)
    for code, kind in PLACES.items():
        shop.add_place(code, kind)
    for sku, barcode in GOODS.items():
        shop.add_product(sku, barcode)
    return shop
