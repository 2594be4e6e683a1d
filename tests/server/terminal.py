"""A terminal reduced to its pen: seals real facts into real chains."""

import uuid
from dataclasses import dataclass, field
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from server_stub.database import Connection
from server_stub.goods.places import save_place
from server_stub.goods.shops import save_shop
from sync.chain import GENESIS, Entry, Header, derive_key_id, seal
from sync.wire.changes import Place, Shop
from sync.wire.facts import (
    Fact,
    JournalOpened,
    Payment,
    SaleCompleted,
    SaleLine,
    SaleVoided,
    StockAdjusted,
    StockMove,
    TaxSum,
    encode_fact,
)
from sync.wire.messages import Batch

AT = "2026-03-01T10:00:00+02:00"


def new_id() -> str:
    return str(uuid.uuid4())


@dataclass(frozen=True)
class Ground:
    """A shop with the places that facts name."""

    shop: str = field(default_factory=new_id)
    shelf: str = field(default_factory=new_id)
    supplier: str = field(default_factory=new_id)
    customer: str = field(default_factory=new_id)
    waste: str = field(default_factory=new_id)


async def make_ground(conn: Connection, name: str = "Corner") -> Ground:
    ground = Ground()
    await save_shop(conn, shop_terms(ground, name))
    for code, kind in (("A", "shelf"), ("S", "supplier"), ("C", "customer"), ("W", "waste")):
        place = {"A": ground.shelf, "S": ground.supplier, "C": ground.customer, "W": ground.waste}[code]
        await save_place(conn, ground.shop, Place(id=place, code=code, name=kind, kind=kind))
    return ground


def shop_terms(ground: Ground, name: str) -> Shop:
    return Shop(
        id=ground.shop,
        name=name,
        address="1 Long Row",
        tax_number="X1",
        currency="EUR",
        time_zone="Europe/Berlin",
        tax_inclusive=True,
        tax_rounding="line",
        cash_rounding_step_minor=5,
        cash_rounding_method="nearest",
        code_rules="",
        discount_limits={"cashier": 100_000},
        receipt_footer="",
        selling_place_id=ground.shelf,
    )


class Terminal:
    """Seals facts; `entries` is its journal. A copy of it is a cloned disk."""

    def __init__(self, ground: Ground, device: str | None = None, key: Ed25519PrivateKey | None = None) -> None:
        self.ground = ground
        self.device = device or new_id()
        self.key = key or Ed25519PrivateKey.generate()
        self.public_key = self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.incarnation = new_id()
        self.entries: list[Entry] = []
        self.receipt_no = 0
        self.actor = "anna"

    @property
    def key_id(self) -> str:
        return derive_key_id(self.public_key)

    def clone(self) -> "Terminal":
        """Give a terminal with the same disk."""
        copy = Terminal(self.ground, self.device, self.key)
        copy.incarnation, copy.entries, copy.receipt_no = self.incarnation, list(self.entries), self.receipt_no
        return copy

    async def enrol(self, conn: Connection, status: str = "active") -> None:
        await conn.execute(
            """INSERT INTO registered_devices
                   (device_uuid, device_id, name, shop_id, receipt_prefix, status, created_at, updated_at)
               VALUES (%s, %s, 'till', %s, %s, %s, now(), now())""",
            (self.device, self.device, self.ground.shop, self.device[:8], status),
        )
        await conn.execute(
            "INSERT INTO device_key (device_uuid, key_id, public_key, created_at) VALUES (%s, %s, %s, now())",
            (self.device, self.key_id, self.public_key),
        )

    def seal(self, fact: Fact, at: str = AT) -> Entry:
        return self.seal_body(*encode_fact(fact), at=at)

    def seal_body(self, kind: str, version: int, body: bytes, at: str = AT) -> Entry:
        header = Header(
            terminal=self.device,
            incarnation=self.incarnation,
            seq=len(self.entries) + 1,
            shop=self.ground.shop,
            key_id=self.key_id,
            kind=kind,
            version=version,
            occurred_at=at,
            actor=self.actor,
        )
        previous = self.entries[-1].hash if self.entries else GENESIS
        self.entries.append(seal(header, body, previous, self.key.sign))
        return self.entries[-1]

    def open(self) -> Entry:
        return self.seal(
            JournalOpened(
                reason="new",
                public_key=self.public_key.hex(),
                receipt_prefix="T1",
                last_receipt_no=0,
                last_shift_no=0,
                grand_total_minor=0,
            )
        )

    def go_on_anew(self, reason: str) -> Entry:
        """Begin another incarnation behind what there is."""
        parent = (self.incarnation, len(self.entries), self.entries[-1].hash.hex())
        self.incarnation, self.entries = new_id(), []
        return self.seal(
            JournalOpened(
                reason=reason,
                public_key=self.public_key.hex(),
                receipt_prefix="T01b",
                last_receipt_no=self.receipt_no,
                last_shift_no=0,
                grand_total_minor=0,
                parent_incarnation=parent[0],
                parent_seq=parent[1],
                parent_hash=parent[2],
            )
        )

    def sell(self, product: str, pieces: int = 1, price_minor: int = 250, **more: Any) -> SaleCompleted:
        """Sell; `more` are fields of the sale."""
        self.receipt_no += 1
        sale = make_sale(
            self.ground, f"{self.device[:8]}-{self.receipt_no:06}", self.receipt_no, product, pieces, price_minor
        )
        sale = msgspec.structs.replace(sale, **more)
        self.seal(sale)
        return sale

    def void(self, sale: SaleCompleted) -> SaleVoided:
        fact = SaleVoided(
            void_id=new_id(),
            sale_id=sale.sale_id,
            receipt=sale.receipt,
            receipt_no=sale.receipt_no,
            shift_id=sale.shift_id,
            reason="mistake",
        )
        self.seal(fact)
        return fact

    def receive(self, product: str, pieces: int) -> None:
        move = StockMove(
            product_id=product,
            from_place_id=self.ground.supplier,
            to_place_id=self.ground.shelf,
            quantity_milli=pieces * 1000,
        )
        self.seal(StockAdjusted(adjustment_id=new_id(), reason="received", note="", moves=(move,)))

    def batch(self, first: int = 1, last: int | None = None) -> Batch:
        return Batch(incarnation=self.incarnation, first_seq=first, entries=tuple(self.entries[first - 1 : last]))


def make_sale(
    ground: Ground, receipt: str, number: int, product: str, pieces: int = 1, price_minor: int = 250
) -> SaleCompleted:
    total = pieces * price_minor
    net = total * 100 // 120
    line = SaleLine(
        line_id=new_id(),
        product_id=product,
        sku="S-1",
        name="Молоко\t1 л \\ 3,2 %",
        unit="pcs",
        code="4006381333931",
        quantity_milli=pieces * 1000,
        price_e4=price_minor * 100,
        rate_ppm=200_000,
        gross_minor=total,
        discount_minor=0,
        net_minor=net,
        tax_minor=total - net,
        total_minor=total,
    )
    return SaleCompleted(
        sale_id=new_id(),
        receipt=receipt,
        receipt_no=number,
        shift_id=new_id(),
        place_id=ground.shelf,
        currency="EUR",
        tax_inclusive=True,
        lines=(line,),
        taxes=(TaxSum(rate_ppm=200_000, net_minor=net, tax_minor=total - net, gross_minor=total),),
        total_minor=total,
        rounding_minor=0,
        payments=(Payment(method="cash", amount_minor=total + 100),),
        change_minor=100,
    )
