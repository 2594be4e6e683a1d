"""The last steps on the cart in hand, each as what it changed; they outlive the program, not the ticket."""

import msgspec
from sqlalchemy import Connection, Integer, bindparam, delete, func, insert, literal_column, select

from desktop.domain.cart import Cart
from desktop.domain.cart_step import CartStep, offers_before, step_back, step_between
from desktop.domain.offers.pinned import NO_OFFERS
from desktop.store import pinned
from desktop.store.cart_tables import cart_offers, cart_step
from desktop.store.prepared import ONE, Prepared

STEPS_BACK = 20
"""So many steps can be taken back; the next one takes the place of the oldest."""

_DECODER = msgspec.json.Decoder(CartStep)
_newest = cart_step.c.number.desc()
_next = select((func.coalesce(func.max(cart_step.c.number), 0) + 1).label("number")).subquery()
_add = Prepared(
    insert(cart_step)
    .prefix_with("OR REPLACE")
    .from_select(
        ["slot", "number", "cart_id", "content", "offers"],
        select(
            _next.c.number % literal_column(str(STEPS_BACK), Integer),
            _next.c.number,
            bindparam("cart_id"),
            bindparam("content"),
            bindparam("offers"),
        ),
    )
)
_last = Prepared(
    select(cart_step.c.slot, cart_step.c.content, cart_offers.c.content)
    .select_from(cart_step.outerjoin(cart_offers, cart_offers.c.hash == cart_step.c.offers))
    .where(cart_step.c.cart_id == bindparam("cart_id"))
    .order_by(_newest)
    .limit(ONE)
)
_last_id = Prepared(select(cart_step.c.cart_id).order_by(_newest).limit(ONE))
_drop = Prepared(delete(cart_step).where(cart_step.c.cart_id == bindparam("id")))
_forget = Prepared(delete(cart_step).where(cart_step.c.slot == bindparam("slot")))


def add(connection: Connection, before: Cart, after: Cart) -> None:
    """Keep what a step changed."""
    content = msgspec.json.encode(step_between(before, after)).decode()
    offers = pinned.keep(connection, offers_before(before, after))
    _add.run(connection, {"cart_id": after.id, "content": content, "offers": offers})


def take_last(connection: Connection, cart: Cart) -> Cart | None:
    """Give the cart as it was before its last step, which is forgotten; None when there is none."""
    row = _last.first(connection, cart_id=cart.id)
    if row is None:
        return None
    _forget.run(connection, {"slot": row[0]})
    return step_back(cart, _DECODER.decode(row[1]), NO_OFFERS if row[2] is None else pinned.unpack(row[2]))


def read_last_id(connection: Connection) -> str | None:
    """Give the id of the cart that the last step was done on; it may have been emptied by it."""
    row = _last_id.first(connection)
    return row[0] if row else None


def drop(connection: Connection, cart_id: str) -> None:
    """Forget the steps of a cart: it was sold, or put aside."""
    _drop.run(connection, {"id": cart_id})


def drop_all(connection: Connection) -> None:
    """Forget every step: another cart is in hand, or the day is over."""
    connection.execute(delete(cart_step))
