"""Sales: completed and taken back. Only when the transaction is durable is a sale a fact."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.card_payment import check_sold, without_card_numbers
from desktop.domain.cart import Cart, check_age
from desktop.domain.clock import iso
from desktop.domain.gift import check_numbers
from desktop.domain.ids import new_id
from desktop.domain.pricing import price
from desktop.domain.purse_paying import bear, settle_cart
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Header, Sale, Void, make_sale, receipt_text
from desktop.domain.shop import Shop
from desktop.domain.staff import Person, Right
from desktop.domain.tender import Payment, Settlement
from desktop.domain.voiding import is_by_hand
from desktop.faults import Fault
from desktop.operations.coupons import check_coupons
from desktop.operations.permissions import permit
from desktop.operations.purses import check_purses, count_points, points_taken
from desktop.operations.returns import check_returns
from desktop.operations.serials import check_serial
from desktop.operations.shifts import require_shift
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.operations.voiding import last_sale, require_voidable
from desktop.replication.recall import recall_sale
from desktop.store import card_attempts, carts, customers, purses, sales
from desktop.store.topics import Topic


def complete_sale(
    terminal: Terminal, cashier: Person | None, cart: Cart, payments: Sequence[Payment], shown_total_minor: int
) -> Sale:
    """Turn the cart into a sale, durably; the cart's id becomes the sale's, so a cart is sold once at most.

    Prices again and refuses (`sale.total_changed`) when the customer was shown another total. After trouble of the
    disk the journal's tail decides whether the sale is saved: then it is given back, else the Fault is raised.
    """
    try:
        with terminal.database.writing(Topic.SALES, Topic.STOCK, Topic.SHIFT, Topic.SYNC) as connection:
            who, _ = permit(connection, terminal, cashier, Right.SELL)
            sale = _build(connection, terminal, who, cart, payments, shown_total_minor)
            head = terminal.record(connection, sale, who)
            name = customers.read_name(connection, sale.customer_id)
            purse = purses.read_purse(connection, sale.customer_id) if sale.customer_id else None
            carts.drop(connection, cart.id)
            card_attempts.drop_of_cart(connection, cart.id)
    except Fault:
        saved = find_sale(terminal, cart.id)
        if saved is None:
            raise
        return saved
    return replace(sale, seq=head.seq, hash=head.hash.hex(), customer=name, purse=purse)


def _build(
    connection: Connection, terminal: Terminal, who: Person, cart: Cart, payments: Sequence[Payment], shown: int
) -> Sale:
    require_open(connection)
    shop = require_shop(connection, terminal)
    shift = require_shift(connection)
    if sales.read_sale(connection, cart.id) is not None:
        raise Refusal("sale.again", "This cart is sold already.", "Scan the next customer.")
    check_numbers(payments)
    check_sold(card_attempts.list_of_cart(connection, cart.id), payments)
    check_returns(connection, terminal, who, cart, payments)
    check_age(cart)
    _check_serials(connection, cart)
    priced = price(cart, shop)
    if priced.total_minor != shown:
        raise Refusal("sale.total_changed", "The total is no longer what was shown.", "Look at it and pay again.")
    check_coupons(connection, terminal, shop, cart, priced.coupons)
    check_purses(connection, shop, cart, payments)
    tally = sales.read_tally(connection)
    number = tally.last_receipt_no + 1 if tally else 1
    header = Header(
        sale_id=cart.id,
        receipt=receipt_text(tally.receipt_prefix if tally else "", number),
        receipt_no=number,
        shift_id=shift.shift_id,
        place_id=shop.selling_place_id,
        occurred_at=iso(terminal.clock.now()),
        cashier=who.name,
        terminal=terminal.name,
        note=cart.note,
        age_checked=cart.age_checked,
        age_checked_by=cart.age_checked_by,
        customer_id=cart.buyer.id if cart.buyer else "",
        parked_id=cart.parked_id,
        points=count_points(cart, priced, payments, shop),
        points_taken=points_taken(cart),
    )
    return make_sale(priced, _settle(cart, priced.total_minor, payments, shop), header)


def _settle(cart: Cart, total_minor: int, payments: Sequence[Payment], shop: Shop) -> Settlement:
    settled = settle_cart(cart, total_minor, payments, shop)
    return bear(cart, settled, shop) if settled.complete else settled


def _check_serials(connection: Connection, cart: Cart) -> None:
    for line in cart.lines:
        if line.detail is not None and line.detail.serial:
            check_serial(connection, line.product_id, line.detail.serial)


def void_sale(
    terminal: Terminal,
    person: Person | None,
    sale_id: str,
    reason: str,
    granter: Person | None = None,
    *,
    by_hand: bool = False,
) -> tuple[Sale, Void]:
    """Take a whole sale of the open shift back: goods to the shelf, every payment given back.

    What a card paid through the terminal has been given back before (`voiding`), or a person with `SETTLE_CARD` gives
    it back `by_hand`, and the entry says so. Refusals: `void.reason`, `void.unknown`, `void.again`, `void.shift`,
    `void.card_owed`, `void.card_unclear`, and those of `permit`.
    """
    if not reason.strip():
        raise Refusal("void.reason", "A void needs a reason.", "Say why it is taken back.", field="reason")
    with terminal.database.writing(Topic.SALES, Topic.STOCK, Topic.SHIFT, Topic.SYNC) as connection:
        sale = require_voidable(connection, sale_id)
        who, granted_by = permit(connection, terminal, person, Right.VOID, granter, amount_minor=sale.total_minor)
        if is_by_hand(sale, card_attempts.list_of_cart(connection, sale_id), by_hand=by_hand):
            owed = sale.total_minor
            _, lent = permit(connection, terminal, person, Right.SETTLE_CARD, granter, amount_minor=owed)
            granted_by = granted_by or lent
        else:
            by_hand = False
        made = _build_void(connection, terminal, who, sale, without_card_numbers(reason.strip()))
        void = replace(made, granted_by=granted_by, by_hand=by_hand)
        head = terminal.record(connection, void, who)
        card_attempts.drop_of_cart(connection, sale_id)
    return sale, replace(void, seq=head.seq, hash=head.hash.hex())


def void_last(
    terminal: Terminal, person: Person | None, reason: str, granter: Person | None = None, *, by_hand: bool = False
) -> tuple[Sale, Void]:
    """Take the last sale of the open shift back, as `void_sale`. Refusal `void.none` when there is none."""
    return void_sale(terminal, person, last_sale(terminal), reason, granter, by_hand=by_hand)


def _build_void(connection: Connection, terminal: Terminal, who: Person, sale: Sale, reason: str) -> Void:
    tally = sales.read_tally(connection)
    number = tally.last_receipt_no + 1 if tally else 1
    now = terminal.clock.now()
    return Void(
        void_id=new_id(now),
        sale_id=sale.sale_id,
        receipt=receipt_text(tally.receipt_prefix if tally else "", number),
        receipt_no=number,
        shift_id=sale.shift_id,
        reason=reason,
        occurred_at=iso(now),
        cashier=who.name,
        terminal=terminal.name,
    )


def find_sale(terminal: Terminal, sale_id: str) -> Sale | None:
    """Give a sale as it was sealed, for a reprint or after trouble; None when there is none."""
    with terminal.database.reading() as connection:
        return recall_sale(connection, sale_id)
