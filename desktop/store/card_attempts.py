"""What was put to the card terminal: working state, gone when it is sold, given back or declined."""

from dataclasses import asdict

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from desktop.domain.card_payment import Attempt, AttemptState
from desktop.store.prepared import Prepared
from desktop.store.tender_tables import card_attempt

_COLUMNS = [card_attempt.c[name] for name in Attempt.__slots__]
_of_cart = Prepared(
    select(*_COLUMNS).where(card_attempt.c.cart_id == bindparam("cart")).order_by(card_attempt.c.attempt_id)
)
_drop_sold = Prepared(delete(card_attempt).where(card_attempt.c.cart_id == bindparam("cart")))


def add(connection: Connection, attempt: Attempt) -> None:
    """Write a new attempt down."""
    connection.execute(insert(card_attempt), asdict(attempt))


def read(connection: Connection, attempt_id: str) -> Attempt | None:
    """Give one attempt."""
    row = connection.execute(select(*_COLUMNS).where(card_attempt.c.attempt_id == attempt_id)).first()
    return Attempt(*row) if row else None


def list_of_cart(connection: Connection, cart_id: str) -> list[Attempt]:
    """Give the attempts of a cart, oldest first."""
    return [Attempt(*row) for row in _of_cart.all(connection, cart=cart_id)]


def list_open(connection: Connection) -> list[Attempt]:
    """Give every attempt whose outcome nobody knows, oldest first."""
    query = select(*_COLUMNS).where(card_attempt.c.state != "approved").order_by(card_attempt.c.attempt_id)
    return [Attempt(*row) for row in connection.execute(query)]


def settle(connection: Connection, attempt_id: str, state: AttemptState, reference: str = "") -> None:
    """Write down what became of an attempt."""
    changed = update(card_attempt).where(card_attempt.c.attempt_id == attempt_id)
    connection.execute(changed, {"state": state, "reference": reference})


def drop(connection: Connection, *attempt_ids: str) -> None:
    """Forget attempts: nothing hangs on them any more."""
    connection.execute(delete(card_attempt).where(card_attempt.c.attempt_id.in_(attempt_ids)))


def drop_of_cart(connection: Connection, cart_id: str) -> None:
    """Forget the attempts of a cart that is sold: the sale's payments have their references."""
    _drop_sold.run(connection, {"cart": cart_id})
