"""The shop's terms of trade, as the centre publishes them."""

import json

from sqlalchemy import Connection, select

from desktop.domain.shop import Shop
from desktop.store.tables import shop


def read_shop(connection: Connection, shop_id: str) -> Shop | None:
    """Give the terms of a shop, None before the first contact with the centre."""
    terms = connection.execute(select(shop.c.terms).where(shop.c.id == shop_id)).scalar()
    return Shop(**json.loads(terms)) if terms else None
