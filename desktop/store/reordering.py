"""What is to be ordered by this till's own books: on hand is at or below the point that head office found."""

from sqlalchemy import Connection, select

from desktop.domain.reordering import Low
from desktop.store import catalogue, stock
from desktop.store.order_tables import reorder


def list_low(connection: Connection) -> list[Low]:
    """Give what is to be ordered, by article number."""
    columns = reorder.c.product_id, reorder.c.point_milli, reorder.c.lead_milli
    points = {row[0]: row for row in connection.execute(select(*columns))}
    held = dict.fromkeys(points, 0)
    for row in stock.read_on_hand(connection, list(points)):
        held[row.product_id] += row.on_hand_milli
    found = []
    for product_id, point_milli, lead_milli in points.values():
        product = catalogue.read_product(connection, product_id) if held[product_id] <= point_milli else None
        if product and product.active:
            found.append(Low(product, held[product_id], point_milli, lead_milli))
    return sorted(found, key=lambda low: low.product.sku)
