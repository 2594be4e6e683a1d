"""A badge at an open till: the cashier changes, and the ticket in hand goes on under the new one or is put aside."""

from dataclasses import replace

from desktop.domain.cart import Cart, is_empty
from desktop.domain.permission import may
from desktop.domain.pricing import price
from desktop.domain.staff import Person, Right
from desktop.domain.switching import Switched
from desktop.operations import carts, rights, staff
from desktop.operations.terminal import Terminal, require_open
from desktop.replication.badges import find_by_badge


def switch_by_badge(terminal: Terminal, code: str) -> Switched | None:
    """Change the cashier to whose badge this is; None when it is nobody's.

    A ticket with goods goes on under somebody with `TAKE_OVER` for so much money, else it is parked under the name of
    who had it, and no step on it can be taken back by the new one. Refusal `terminal.blocked`.
    """
    with terminal.database.reading() as connection:
        require_open(connection)
        person = find_by_badge(connection, code)
    if person is None:
        return None
    before = staff.signed_in(terminal)
    if before is not None and before.id == person.id:
        return Switched(person)
    name = before.name if before is not None else ""
    cart = carts.open_cart(terminal)
    took_over = not is_empty(cart) and _may_take_over(terminal, person, cart)
    parked = ""
    if not is_empty(cart) and not took_over:
        parked = f"{name} · {cart.name}" if name and cart.name else name or cart.name
        carts.park_cart(terminal, replace(cart, name=parked))
    elif not took_over:
        carts.forget_steps(terminal)
    staff.sign_in_by_badge(terminal, code)
    return Switched(person, name, parked, took_over)


def _may_take_over(terminal: Terminal, person: Person, cart: Cart) -> bool:
    with terminal.database.reading() as connection:
        shop = rights.read_shop(connection, terminal)
    return shop is not None and may(person, Right.TAKE_OVER, shop, amount_minor=price(cart, shop).total_minor)
