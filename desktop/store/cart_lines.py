"""The lines of carts on disk, a row each: a step writes the lines that it changed, however long the ticket is."""

from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select

from desktop.domain.cart import Cart, CartLine
from desktop.domain.remembered import changed
from desktop.store.cart_tables import cart_line
from desktop.store.prepared import Prepared

_LINES = msgspec.json.Decoder(tuple[CartLine, ...])
_WRITTEN = "cart lines written"
_of_cart = cart_line.c.cart_id == bindparam("id")
_put = Prepared(insert(cart_line).prefix_with("OR REPLACE"))
_cut = Prepared(delete(cart_line).where(_of_cart, cart_line.c.position >= bindparam("end")))
_all = Prepared(select(cart_line.c.content).where(_of_cart).order_by(cart_line.c.position))


class _Written(NamedTuple):
    """What this connection wrote last; it holds as long as the cart on disk is at that step."""

    cart_id: str
    step: int
    lines: tuple[CartLine, ...]


def put(connection: Connection, cart: Cart, step: int) -> None:
    """Make the rows those of the cart, whose row on disk is at `step` and comes to the next one with this.

    What a failed transaction wrote is never taken for written: its step is not on disk.
    """
    written = connection.info.get(_WRITTEN)
    if written is None or written[:2] != (cart.id, step):
        drop(connection, cart.id)
        written = _Written(cart.id, step, ())
    before = written.lines
    for position in changed(before, cart.lines):
        content = msgspec.json.encode(cart.lines[position]).decode()
        _put.run(connection, {"cart_id": cart.id, "position": position, "content": content})
    if len(before) > len(cart.lines):
        _cut.run(connection, {"id": cart.id, "end": len(cart.lines)})
    connection.info[_WRITTEN] = _Written(cart.id, step + 1, cart.lines)


def read(connection: Connection, cart_id: str) -> tuple[CartLine, ...]:
    """Give the lines of a cart in their order."""
    return _LINES.decode("[" + ",".join(content for (content,) in _all.all(connection, id=cart_id)) + "]")


def drop(connection: Connection, cart_id: str) -> None:
    """Forget the lines of a cart."""
    _cut.run(connection, {"id": cart_id, "end": 0})
