"""Lots that head office holds wherever they lie, as the feed of the shop tells them."""

from sqlalchemy import Connection, select

from desktop.store.order_tables import held_lot


def read_held_lots(connection: Connection) -> dict[tuple[str, str], str]:
    """Give why lots are held, by product and lot."""
    query = select(held_lot.c.product_id, held_lot.c.lot, held_lot.c.reason)
    return {(product_id, lot): reason for product_id, lot, reason in connection.execute(query)}


def find_reason(connection: Connection, product_id: str, lot: str) -> str | None:
    """Give why a lot is held, None where it is not."""
    query = select(held_lot.c.reason).where(held_lot.c.product_id == product_id, held_lot.c.lot == lot)
    return connection.execute(query).scalar()
