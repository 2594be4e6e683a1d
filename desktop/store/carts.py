"""Carts in hand and kept, on disk after every step; working state, gone when the sale is a fact."""

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from desktop.store.prepared import Prepared
from desktop.store.tables import cart, sale

OPEN = "open"
KEPT = "kept"

_keep = Prepared(insert(cart).prefix_with("OR REPLACE"))
_drop = Prepared(delete(cart).where(cart.c.cart_id == bindparam("id")))
_open = Prepared(select(cart.c.content).where(cart.c.state == OPEN))


def save(connection: Connection, cart_id: str, content: str, state: str = OPEN) -> None:
    """Keep a cart's content (JSON) as it is now."""
    _keep.run(connection, {"cart_id": cart_id, "state": state, "content": content})


def read_open(connection: Connection) -> str | None:
    """Give the content of the cart in hand."""
    row = _open.first(connection)
    return row[0] if row else None


def list_kept(connection: Connection) -> list[tuple[str, str]]:
    """Give id and content of the parked carts, oldest first."""
    query = select(cart.c.cart_id, cart.c.content).where(cart.c.state == KEPT).order_by(cart.c.cart_id)
    return [(row[0], row[1]) for row in connection.execute(query)]


def set_state(connection: Connection, cart_id: str, state: str) -> None:
    """Park a cart or take it back in hand."""
    connection.execute(update(cart).where(cart.c.cart_id == cart_id), {"state": state})


def drop(connection: Connection, cart_id: str) -> None:
    """Forget a cart: it was sold or emptied."""
    _drop.run(connection, {"id": cart_id})


def drop_sold(connection: Connection) -> None:
    """Forget carts that turn out to be sold: a cart and its sale have one id."""
    connection.execute(delete(cart).where(cart.c.cart_id.in_(select(sale.c.sale_id))))
