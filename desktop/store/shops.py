"""The shop's terms of trade, as the centre publishes them."""

import msgspec
from sqlalchemy import Connection, bindparam, select

from desktop.domain.shop import Shop
from desktop.store.prepared import Prepared
from desktop.store.tables import shop

_DECODER = msgspec.json.Decoder(Shop)
_terms = Prepared(select(shop.c.terms).where(shop.c.id == bindparam("id")))


def read_shop(connection: Connection, shop_id: str) -> Shop | None:
    """Give the terms of a shop, None before the first contact with the centre."""
    row = _terms.first(connection, id=shop_id)
    return _DECODER.decode(row[0]) if row else None
