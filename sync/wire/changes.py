"""Rows the centre publishes: the feeds and the entities in them.

Seven feeds reach a terminal: `catalogue` (products), `shop:<id>` (the shop's settings, places, open orders, cases,
counts to decide and documents to approve, and its neighbours), `people:<id>`, `offers:<id>` (promotions, price lists,
coupons, boards), `customers:<id>`, `stock:<id>` and `receipts:<id>` (what was sold in the last 30 days, parked
tickets). A feed has one row per entity; a change moves the entity to a new position.
"""

import msgspec
from msgspec import Struct

from sync.wire.approvals import Approval
from sync.wire.boards import Board
from sync.wire.counts import CountTerms, Matter
from sync.wire.extras import Extra
from sync.wire.offers import Coupon, Customer, Erased, ListPrice, PriceList, Promotion
from sync.wire.orders import Neighbour, Order
from sync.wire.parked import Parked
from sync.wire.places import Place as Place
from sync.wire.receipts import Receipt
from sync.wire.rights import Rights
from sync.wire.stock_terms import StockTerms
from sync.wire.tenders import TenderTerms


class Code(Struct, gc=False, frozen=True):
    """A barcode and how much one scan of it means, in thousandths of the product's unit."""

    code: str
    pack_milli: int = 1000


class Product(Struct, gc=False, frozen=True, kw_only=True):
    """A thing that can be sold; `weighed` goods are sold by measured quantity only."""

    id: str
    sku: str
    name: str
    unit: str
    price_e4: int
    rate_ppm: int
    category: str
    weighed: bool = False
    age_limit: int = 0
    active: bool = True
    codes: tuple[Code, ...] = ()
    extra: Extra | None = None


class Person(Struct, frozen=True, kw_only=True):
    """Somebody who may sign in; `pin_hash` is argon2id in PHC form, `badge_hash` is of badge.py, empty without one."""

    id: str
    login: str
    name: str
    role: str
    pin_hash: str
    active: bool = True
    badge_hash: str = ""


class Shop(Struct, frozen=True, kw_only=True):
    """How a shop trades: identity on receipts, currency, tax and rounding rules, rules for measured barcodes.

    `permissions` is right -> role -> rule, where it is not the program's own. `offer_order` is best (for the customer)
    or fixed, `price_list_id` the prices of who has no list of their own, `coupons_offline` how often a till redeems one
    limited coupon before the centre has heard of it, 0 for no limit beyond the coupon's own.
    `return_offline_minor` is what may come back in a ticket against receipts that nobody can look up just then;
    `returns_from_other_shops` tells whether goods that were sold in the company's other shops come back here.
    """

    id: str
    name: str
    address: str
    tax_number: str
    currency: str
    time_zone: str
    tax_inclusive: bool
    tax_rounding: str
    cash_rounding_step_minor: int
    cash_rounding_method: str
    code_rules: str
    discount_limits: dict[str, int]
    receipt_footer: str
    selling_place_id: str
    permissions: dict[str, dict[str, str]] = {}
    offer_order: str = "best"
    price_list_id: str = ""
    coupons_offline: int = 0
    return_offline_minor: int = 0
    tender: TenderTerms = TenderTerms()
    returns_from_other_shops: bool = False
    counting: CountTerms = CountTerms()
    stock_terms: StockTerms = StockTerms()


class Stock(Struct, gc=False, frozen=True, kw_only=True):
    """The centre's figure for goods without a lot at one place; the entity id is `product_id/place_id`."""

    product_id: str
    place_id: str
    on_hand_milli: int


class Lot(Struct, gc=False, frozen=True, kw_only=True):
    """The centre's figure for one lot (or one piece with a serial number) at one place; its id is
    `product_id/place_id/lot`. What is on hand at a place is its stock row and its lots together."""

    product_id: str
    place_id: str
    lot: str
    on_hand_milli: int
    expiry: str = ""


class HeldLot(Struct, gc=False, frozen=True, kw_only=True):
    """A lot, or the piece of a serial number, that is neither picked nor sold in this shop, and why.

    It comes with the feed of the shop.
    """

    id: str
    product_id: str
    lot: str
    reason: str


class Reorder(Struct, gc=False, frozen=True, kw_only=True):
    """From which quantity on goods are to be ordered, and how much sells until they come; in thousandths.

    It comes with the feed of the shop, as `shop_id/product_id`.
    """

    shop_id: str
    product_id: str
    point_milli: int
    lead_milli: int


class Case(Struct, frozen=True, kw_only=True):
    """What a person of the shop has to decide, told until it is closed; who shows it has words for its `kind`.

    `terminal` and `device` are id and name of the till it is about, `incarnation` and `seq` a chain or entry of it,
    all empty when there is none; `subject` is what people know it by, `detail` is for support, in English.
    """

    id: str
    kind: str
    opened_at: str
    subject: str = ""
    detail: str = ""
    terminal: str = ""
    device: str = ""
    incarnation: str = ""
    seq: int = 0


Entity = (
    Product
    | Place
    | Person
    | Rights
    | Shop
    | Stock
    | Lot
    | Reorder
    | HeldLot
    | Case
    | Order
    | Neighbour
    | Matter
    | Approval
    | Promotion
    | PriceList
    | ListPrice
    | Coupon
    | Board
    | Customer
    | Erased
    | Receipt
    | Parked
)

ENTITIES: dict[str, type[Entity]] = {
    "product": Product,
    "place": Place,
    "person": Person,
    "rights": Rights,
    "shop": Shop,
    "stock": Stock,
    "lot": Lot,
    "reorder": Reorder,
    "held_lot": HeldLot,
    "case": Case,
    "order": Order,
    "neighbour": Neighbour,
    "count": Matter,
    "approval": Approval,
    "promotion": Promotion,
    "price_list": PriceList,
    "list_price": ListPrice,
    "coupon": Coupon,
    "board": Board,
    "customer": Customer,
    "erased": Erased,
    "receipt": Receipt,
    "parked": Parked,
}


class Change(Struct, gc=False, frozen=True, array_like=True):
    """A row version; `row` is the entity's msgpack, or empty when it was deleted.

    A row that waits for its next position comes with its last one, or 0, and comes again when it has been numbered.
    """

    position: int
    entity: str
    id: str
    row: msgspec.Raw = msgspec.Raw(b"\xc0")
    deleted: bool = False


PERSONAL = ("people:", "customers:", "receipts:")
"""Beginnings of feeds that are never part of a snapshot: personal data come as authenticated pages alone, and the
shop's receipts move with every sale."""


def feeds_of(shop: str) -> tuple[str, ...]:
    """Name the feeds of a terminal of this shop, in the order in which they are pulled."""
    kinds = ("shop", "people", "offers", "customers", "stock", "receipts")
    return ("catalogue", *(f"{kind}:{shop}" for kind in kinds))
