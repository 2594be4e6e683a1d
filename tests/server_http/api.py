"""A program that uses the centre by its API key, and a shop with a day behind it."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx

from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.goods.places import save_place
from server_stub.goods.shops import save_shop
from server_stub.identity import keys
from server_stub.ids import new_id
from server_stub.journal.ingest import land
from sync.wire.changes import Place
from sync.wire.facts import DrawerOpened, MethodCount, SaleCompleted, ShiftClosed, ShiftOpened
from tests.server.terminal import Ground, Terminal, make_sale, shop_terms
from tests.server_http.conftest import RunningCentre

V1 = "/ECK/API/V1"
NOUNS = (
    *("products", "categories", "prices", "price-lists", "promotions", "coupons", "customers", "stock", "movements"),
    *("boards", "gift-certificates", "sales", "shifts", "shops", "users", "devices", "cases", "reports", "messages"),
    *("connections", "orders"),
)
ALL_SCOPES = [f"{noun}:{what}" for noun in NOUNS for what in ("read", "write")]


@dataclass
class Program:
    """Calls the surface with a key of its own."""

    http: httpx.AsyncClient
    key: str

    async def call(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        return await self.http.request(method, V1 + path, json=body, headers={"X-API-Key": self.key} | headers)

    async def get(self, path: str, **asked: Any) -> Any:
        """Get what must be there."""
        answer = await self.http.get(V1 + path, params=asked, headers={"X-API-Key": self.key})
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def walk(self, path: str, **asked: Any) -> list[Any]:
        """Get all pages of a list."""
        items: list[Any] = []
        following = None
        while True:
            page = await self.get(path, **asked, **({"cursor": following} if following else {}))
            items += page["items"]
            following = page["next"]
            if following is None:
                return items

    async def make(self, path: str, body: Any) -> Any:
        """Make what must be taken."""
        answer = await self.call("POST", path, body)
        assert answer.status_code == 201, answer.text
        return answer.json()


async def make_key(centre: RunningCentre, scopes: Collection[str] = ALL_SCOPES, shop: str = "") -> str:
    """Make an API key."""
    async with open_pool(centre.database_url) as pool, pool.connection() as conn:
        name = f"erp-{new_id()[-12:]}"
        return (await keys.create_key(conn, name, scopes, centre.clock.now(), shop=shop, life=timedelta(days=3650)))[0]


async def make_program(
    http: httpx.AsyncClient, centre: RunningCentre, scopes: Collection[str] = ALL_SCOPES, shop: str = ""
) -> Program:
    """Give a program with a key."""
    return Program(http, await make_key(centre, scopes, shop))


@dataclass
class Day:
    """A shop's day: a terminal that sold, took back and closed; `sales` are those that stand, in order."""

    ground: Ground
    till: Terminal
    shift: ShiftOpened
    sales: list[SaleCompleted]
    voided: SaleCompleted


def open_shift(till: Terminal, number: int = 1, day: str = "2026-03-01") -> ShiftOpened:
    opened = ShiftOpened(shift_id=new_id(), number=number, business_day=day, currency="EUR", float_minor=10_000)
    till.seal(opened)
    return opened


def sell(till: Terminal, shift: ShiftOpened, product: str, pieces: int, price_minor: int, at: str) -> SaleCompleted:
    """Sell in a shift; the receipt numbers go on."""
    till.receipt_no += 1
    made = make_sale(till.ground, f"T1-{till.receipt_no:06}", till.receipt_no, product, pieces, price_minor)
    sale = type(made)(**{name: getattr(made, name) for name in made.__struct_fields__} | {"shift_id": shift.shift_id})
    till.seal(sale, at=at)
    return sale


def close_shift(till: Terminal, shift: ShiftOpened, sales: list[SaleCompleted], *, short_minor: int = 0) -> None:
    """Close with the cash that should be there, less what is missing."""
    total = sum(sale.total_minor for sale in sales)
    held = total + shift.float_minor
    till.seal(
        ShiftClosed(
            shift_id=shift.shift_id,
            z_number=shift.number,
            counts=(MethodCount(method="cash", expected_minor=held, counted_minor=held - short_minor),),
            sales=len(sales),
            total_minor=total,
            grand_total_minor=total,
        ),
        at="2026-03-01T20:00:00+01:00",
    )


async def make_day(centre: RunningCentre, products: list[str], name: str = "Second shop", count: int = 6) -> Day:
    """Make a shop and let a terminal hand in a day: goods received, sales, one taken back, the shift closed."""
    async with open_pool(centre.database_url) as pool:
        held = await load_centre(pool)
        ground = Ground()
        async with pool.connection() as conn:
            await save_shop(conn, shop_terms(ground, name))
            for code, kind in (("A", "shelf"), ("S", "supplier"), ("C", "customer"), ("W", "waste")):
                place = {"A": ground.shelf, "S": ground.supplier, "C": ground.customer, "W": ground.waste}[code]
                await save_place(conn, ground.shop, Place(id=place, code=code, name=kind, kind=kind))
            till = Terminal(ground)
            await till.enrol(conn)
        till.open()
        shift = open_shift(till)
        for product in products:
            till.receive(product, 50)
        sales = [
            sell(till, shift, products[n % len(products)], n + 1, 250 + n, f"2026-03-01T{10 + n % 9}:0{n % 6}:00+01:00")
            for n in range(count)
        ]
        voided = sales.pop(1)
        till.void(voided)
        till.seal(DrawerOpened(shift_id=shift.shift_id, purpose="no_sale", amount_minor=0, reason="change"))
        close_shift(till, shift, sales, short_minor=5)
        await land(pool, held, till.device, till.batch())
    return Day(ground, till, shift, sales, voided)


async def gather(*work: Any) -> list[Any]:
    """Do things at the same time."""
    return list(await asyncio.gather(*work))
