"""Parked tickets: those of this till, working state beside their carts, and those of the shop as the feed told them."""

from sqlalchemy import Connection, case, delete, exists, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.domain.parking import Heard, Mine
from desktop.store.parking_tables import parked, parked_cart
from desktop.store.tables import cart
from desktop.store.tender_tables import card_attempt

_STAND = case((func.coalesce(cart.c.state, "") == "", "gone"), (cart.c.state == "kept", "kept"), else_="open")
_MINE = select(
    parked_cart.c.parked_id,
    parked_cart.c.cart_id,
    parked_cart.c.parked_at,
    parked_cart.c.told,
    parked_cart.c.revision,
    _STAND,
    exists().where(card_attempt.c.cart_id == parked_cart.c.cart_id),
).select_from(parked_cart.outerjoin(cart, cart.c.cart_id == parked_cart.c.cart_id))
_HEARD = select(*parked.c)


def note_parked(connection: Connection, parked_id: str, cart_id: str, parked_at: str) -> None:
    """Note that a cart was put aside; head office does not know it as it is now."""
    row = {"parked_id": parked_id, "cart_id": cart_id, "parked_at": parked_at, "told": "", "revision": 0}
    changed = {"cart_id": cart_id, "parked_at": parked_at, "told": ""}
    connection.execute(upsert(parked_cart).values(row).on_conflict_do_update(["parked_id"], set_=changed))


def note_opened(connection: Connection, heard: Heard, cart_id: str, told: str) -> None:
    """Note that a ticket of another till was opened here, as a cart of its own."""
    row = {"parked_id": heard.parked_id, "cart_id": cart_id, "parked_at": heard.parked_at, "told": told}
    connection.execute(delete(parked_cart).where(parked_cart.c.parked_id == heard.parked_id))
    connection.execute(insert(parked_cart), row | {"revision": heard.revision})


def note_told(connection: Connection, mine: Mine, told: str, revision: int) -> None:
    """Note what head office knows, unless the ticket was parked again meanwhile."""
    where = (parked_cart.c.parked_id == mine.parked_id, parked_cart.c.parked_at == mine.parked_at)
    connection.execute(update(parked_cart).where(*where), {"told": told, "revision": max(revision, mine.revision)})


def forget(connection: Connection, mine: Mine) -> bool:
    """Share a ticket no longer, unless it was parked again meanwhile; tells whether it was forgotten."""
    where = (parked_cart.c.parked_id == mine.parked_id, parked_cart.c.parked_at == mine.parked_at)
    return connection.execute(delete(parked_cart).where(*where)).rowcount > 0


def list_mine(connection: Connection) -> list[Mine]:
    """Give the tickets of this till, in the order of their parking."""
    rows = connection.execute(_MINE.order_by(parked_cart.c.parked_at, parked_cart.c.parked_id))
    return [Mine(*row) for row in rows]


def list_heard(connection: Connection) -> list[Heard]:
    """Give the tickets of the shop that the feed brought, in the order of their parking."""
    return [Heard(*row) for row in connection.execute(_HEARD.order_by(parked.c.parked_at, parked.c.id))]
