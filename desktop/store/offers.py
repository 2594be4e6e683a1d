"""What the shop offers, as the centre publishes it: promotions, price lists, what a product costs by them, coupons."""

from dataclasses import replace

import msgspec
from sqlalchemy import Connection, bindparam, select

from desktop.domain.offers.coupon import Coupon
from desktop.domain.offers.price_list import ListPrice, PriceList, Tier
from desktop.domain.offers.promotion import Promotion
from desktop.domain.product import Found
from desktop.store.cases import read_booked
from desktop.store.offer_tables import coupon, coupon_use, list_price, price_list, promotion
from desktop.store.prepared import Prepared

_promotion = msgspec.json.Decoder(Promotion).decode
_coupon = msgspec.json.Decoder(Coupon).decode
_tiers = msgspec.json.Decoder(tuple[tuple[int, int], ...]).decode
_prices = Prepared(
    select(list_price.c.list_id, list_price.c.tiers).where(list_price.c.product_id == bindparam("product"))
)
_by_code = Prepared(select(coupon.c.content).where(coupon.c.code == bindparam("code")))


def read_promotions(connection: Connection) -> list[Promotion]:
    """Give the promotions that are switched on, in no order."""
    return [_promotion(content) for content in connection.execute(select(promotion.c.content)).scalars()]


def read_price_lists(connection: Connection) -> list[PriceList]:
    """Give the price lists, in no order."""
    return [PriceList(**row) for row in connection.execute(select(price_list)).mappings()]


def priced(connection: Connection, found: Found) -> Found:
    """Give what was found with what price lists ask for it."""
    prices = read_prices(connection, found.product.id)
    return replace(found, prices=prices) if prices else found


def read_prices(connection: Connection, product_id: str) -> tuple[ListPrice, ...]:
    """Give what price lists ask for a product."""
    return tuple(
        ListPrice(list_id, tuple(Tier(*tier) for tier in _tiers(tiers)))
        for list_id, tiers in _prices.all(connection, product=product_id)
    )


def find_coupon(connection: Connection, code: str) -> tuple[Coupon, int] | None:
    """Give a coupon by its code as it is printed, with this till's own uses counted in, and how many of these the
    centre has not told of yet.
    """
    row = _by_code.first(connection, code=code)
    return _with_own(connection, _coupon(row[0])) if row else None


def read_coupon(connection: Connection, coupon_id: str) -> tuple[Coupon, int] | None:
    """As `find_coupon`, by id."""
    content = connection.execute(select(coupon.c.content).where(coupon.c.id == coupon_id)).scalar()
    return _with_own(connection, _coupon(content)) if content else None


def _with_own(connection: Connection, told: Coupon) -> tuple[Coupon, int]:
    own = _read_untold(connection, told.id)
    used_by = dict(told.used_by)
    for customer_id in filter(None, own):
        used_by[customer_id] = used_by.get(customer_id, 0) + 1
    return replace(told, used=told.used + len(own), used_by=used_by), len(own)


def _read_untold(connection: Connection, coupon_id: str) -> list[str]:
    """Give for whom (empty: nobody known) this till redeemed a coupon where the centre's count lacks it."""
    query = select(coupon_use.c.customer_id, coupon_use.c.incarnation, coupon_use.c.seq)
    rows = connection.execute(query.where(coupon_use.c.coupon_id == coupon_id)).all()
    booked = read_booked(connection) if rows else {}
    return [
        row.customer_id
        for row in rows
        if not (row.seq <= booked.get(row.incarnation, (0, frozenset()))[0]) or row.seq in booked[row.incarnation][1]
    ]
