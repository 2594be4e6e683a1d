"""Carts in hand and kept, on disk after every step; working state, gone when the sale is a fact.

A cart is JSON without its lines, which are rows of their own, and without its pinned offers, which `pinned` keeps by
name; one of an older program carries the offers inside. Its step counts how often it was written.
"""

from dataclasses import replace

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from desktop.domain.cart import Cart
from desktop.domain.offers.pinned import NO_OFFERS, shared
from desktop.store import cart_lines, cart_steps, pinned
from desktop.store.cart_tables import cart_line, cart_offers, cart_step
from desktop.store.prepared import Prepared
from desktop.store.tables import cart, sale

OPEN = "open"
KEPT = "kept"

_DECODER = msgspec.json.Decoder(Cart)
_ROWS = select(cart.c.content, cart_offers.c.content).select_from(
    cart.outerjoin(cart_offers, cart_offers.c.hash == cart.c.offers)
)
_keep = Prepared(insert(cart).prefix_with("OR REPLACE"))
_drop = Prepared(delete(cart).where(cart.c.cart_id == bindparam("id")))
_open = Prepared(_ROWS.where(cart.c.state == OPEN))
_step = Prepared(select(cart.c.step).where(cart.c.cart_id == bindparam("id")))
_is_open = Prepared(select(cart.c.cart_id).where(cart.c.state == OPEN))
_kept = Prepared(_ROWS.where(cart.c.state == KEPT).order_by(cart.c.cart_id))


def save(connection: Connection, kept: Cart, state: str = OPEN) -> None:
    """Keep a cart as it is now."""
    offers, step = pinned.keep(connection, kept.offers), _read_step(connection, kept.id)
    cart_lines.put(connection, kept, step)
    head = replace(kept, lines=(), offers=NO_OFFERS if offers else kept.offers)
    values = {"content": msgspec.json.encode(head).decode(), "offers": offers, "step": step + 1}
    _keep.run(connection, {"cart_id": kept.id, "state": state, **values})


def read_open(connection: Connection) -> Cart | None:
    """Give the cart in hand."""
    row = _open.first(connection)
    return _cart(connection, *row) if row else None


def is_open(connection: Connection) -> bool:
    """Tell whether a cart is in hand."""
    return _is_open.first(connection) is not None


def list_kept(connection: Connection) -> list[Cart]:
    """Give the parked carts, oldest first."""
    return [_cart(connection, *row) for row in _kept.all(connection)]


def set_state(connection: Connection, cart_id: str, state: str) -> None:
    """Park a cart or take it back in hand."""
    connection.execute(update(cart).where(cart.c.cart_id == cart_id), {"state": state})


def clear(connection: Connection, cart_id: str) -> None:
    """Leave nothing of an emptied cart but the steps on it, which can be taken back."""
    _drop.run(connection, {"id": cart_id})
    cart_lines.drop(connection, cart_id)


def drop(connection: Connection, cart_id: str) -> None:
    """Forget a cart and its steps: it was sold, or is wanted no more."""
    clear(connection, cart_id)
    cart_steps.drop(connection, cart_id)


def drop_sold(connection: Connection) -> None:
    """Forget carts that turn out to be sold: a cart and its sale have one id."""
    for table in (cart, cart_line, cart_step):
        connection.execute(delete(table).where(table.c.cart_id.in_(select(sale.c.sale_id))))


def _read_step(connection: Connection, cart_id: str) -> int:
    row = _step.first(connection, id=cart_id)
    return row[0] if row else 0


def _cart(connection: Connection, content: str, offers: str | None) -> Cart:
    head = _DECODER.decode(content)
    pinned_set = shared(head.offers) if offers is None else pinned.unpack(offers)
    return replace(head, lines=cart_lines.read(connection, head.id), offers=pinned_set)
