"""Paying by what a customer has with the shop: held by head office, or unasked up to a limit; points earned."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from desktop.domain import purse as trade
from desktop.domain.cart import Cart
from desktop.domain.pricing import PricedCart
from desktop.domain.purse import ACCOUNT, PURSES, Purse, Seen, Told
from desktop.domain.purse_paying import check_owed, pay_debt, top_up
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.domain.tender import Payment
from desktop.operations.terminal import Terminal, require_shop
from desktop.store import purses
from desktop.store.terminal import Known, read_known

FRESH_S = 300
"""A figure is of now when head office was heard so lately."""


def find_purse(terminal: Terminal, cart: Cart) -> Purse | None:
    """Give what the customer of a cart has; None for nobody, or for one whom this till does not know any more."""
    if cart.buyer is None:
        return None
    with terminal.database.reading() as connection:
        return purses.read_purse(connection, cart.buyer.id)


def see_purse(terminal: Terminal, cart: Cart) -> Seen | None:
    """Give what the customer of a cart has, and how old that is where head office was not heard lately."""
    known = find_purse(terminal, cart)
    if known is None:
        return None
    with terminal.database.reading() as connection:
        contact = read_known(connection, Known.LAST_CONTACT)
    age_s = int((terminal.clock.now() - datetime.fromisoformat(contact)).total_seconds()) if contact else 0
    return Seen(known, age_s if age_s >= FRESH_S else 0)


def pay_by_purse(
    terminal: Terminal,
    cart: Cart,
    purse: str,
    amount_minor: int,
    paid: Sequence[Payment],
    told: Told | None,
    hold: str,
) -> Payment:
    """Give the payment of so much by a purse; `told` is None when nobody could be asked.

    `paid` are the payments of the ticket in hand. Refusals `purse.*`, `tender.nothing_due`.
    """
    if amount_minor <= 0:
        raise Refusal("tender.nothing_due", "There is nothing left to pay.", "Finish the sale.")
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        known = _require_purse(connection, cart)
    in_hand = trade.unheld(paid, purse)
    if told is not None:
        unheard = known.spent_unheard(purse) + in_hand
        return trade.pay_online(told, amount_minor, unheard, shop.currency, shop.tender, hold)
    units = trade.units_of(purse, amount_minor, shop.tender)
    trade.check_offline(known, purse, in_hand + units, shop.currency, shop.tender)
    return trade.payment_of(purse, amount_minor, shop.tender)


def pay_in(terminal: Terminal, cart: Cart, purse: str, amount_minor: int) -> Cart:
    """Put on a ticket that its customer pays so much of a debt (`account`) or into their store credit (`credit`).

    Nothing is kept yet. Refusals as `purse_paying.pay_debt` and `purse_paying.top_up`.
    """
    with terminal.database.reading() as connection:
        shop = require_shop(connection, terminal)
        known = purses.read_purse(connection, cart.buyer.id) if cart.buyer else None
    return (pay_debt if purse == ACCOUNT else top_up)(cart, known, amount_minor, shop)


def check_purses(connection: Connection, shop: Shop, cart: Cart, payments: Sequence[Payment]) -> None:
    """Refuse what must not become a sale: a purse that is nobody's, more unasked than may be, or more paid in than is
    owed. Refusals `purse.*`.
    """
    trade.require_customer(payments, has_customer=cart.buyer is not None)
    if cart.pay_ins:
        check_owed(cart, _require_purse(connection, cart), shop)
    for purse in PURSES:
        unheld = trade.unheld(payments, purse)
        if unheld > 0:
            trade.check_offline(_require_purse(connection, cart), purse, unheld, shop.currency, shop.tender)


def count_points(cart: Cart, priced: PricedCart, payments: Sequence[Payment], shop: Shop) -> int:
    """Points of the customer for what is bought, less those that were earned with what comes back; gift certificates
    earn none, the goods that they pay for do.
    """
    if cart.buyer is None:
        return 0
    bought = [line for line in priced.lines if line.quantity_milli > 0 and not (line.detail and line.detail.gift)]
    goods_minor = sum(line.total_minor for line in bought)
    mine = sum(line.points for line in cart.returns if line.customer_id in ("", cart.buyer.id))
    return trade.earned(goods_minor, payments, shop.tender) - mine


def points_taken(cart: Cart) -> tuple[tuple[str, int], ...]:
    """Points taken back from others than the ticket's customer, with whose goods they were earned."""
    taken: dict[str, int] = {}
    for line in cart.returns:
        if line.points and line.customer_id and (cart.buyer is None or line.customer_id != cart.buyer.id):
            taken[line.customer_id] = taken.get(line.customer_id, 0) + line.points
    return tuple(sorted(taken.items()))


def _require_purse(connection: Connection, cart: Cart) -> Purse:
    known = purses.read_purse(connection, cart.buyer.id) if cart.buyer else None
    if known is None:
        raise trade.no_customer()
    return known
