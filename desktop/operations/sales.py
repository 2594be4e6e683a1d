"""Sales: completed and taken back. Only when the transaction is durable is a sale a fact."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from desktop.domain.card_payment import check_sold
from desktop.domain.cart import Cart
from desktop.domain.clock import iso
from desktop.domain.gift import check_numbers
from desktop.domain.ids import new_id
from desktop.domain.pricing import price
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Header, Sale, Void, check_voidable, make_sale, receipt_text
from desktop.domain.staff import Person, Right
from desktop.domain.tender import Payment, settle
from desktop.faults import Fault
from desktop.operations.coupons import check_coupons
from desktop.operations.permissions import permit
from desktop.operations.returns import check_returns, check_untouched
from desktop.operations.serials import check_serial
from desktop.operations.shifts import require_shift
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.replication.recall import recall_sale
from desktop.store import card_attempts, carts, customers, sales
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
            carts.drop(connection, cart.id)
            card_attempts.drop_of_cart(connection, cart.id)
    except Fault:
        saved = find_sale(terminal, cart.id)
        if saved is None:
            raise
        return saved
    return replace(sale, seq=head.seq, hash=head.hash.hex(), customer=name)


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
    _check_serials(connection, cart)
    priced = price(cart, shop)
    if priced.total_minor != shown:
        raise Refusal("sale.total_changed", "The total is no longer what was shown.", "Look at it and pay again.")
    check_coupons(connection, terminal, shop, cart, priced.coupons)
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
    )
    return make_sale(priced, settle(priced.total_minor, payments, shop.cash_rounding, shop.currency), header)


def _check_serials(connection: Connection, cart: Cart) -> None:
    for line in cart.lines:
        if line.detail is not None and line.detail.serial:
            check_serial(connection, line.product_id, line.detail.serial)


def void_sale(
    terminal: Terminal, person: Person | None, sale_id: str, reason: str, granter: Person | None = None
) -> tuple[Sale, Void]:
    """Take a whole sale of the open shift back: goods to the shelf, every payment given back.

    Refusals: `void.reason`, `void.unknown`, `void.again`, `void.shift`, and those of `permit`.
    """
    if not reason.strip():
        raise Refusal("void.reason", "A void needs a reason.", "Say why it is taken back.", field="reason")
    with terminal.database.writing(Topic.SALES, Topic.STOCK, Topic.SHIFT, Topic.SYNC) as connection:
        require_open(connection)
        shift = require_shift(connection)
        sale = recall_sale(connection, sale_id)
        if sale is None:
            raise Refusal("void.unknown", "There is no such sale at this till.", "Check the receipt number.")
        who, granted_by = permit(connection, terminal, person, Right.VOID, granter, amount_minor=sale.total_minor)
        check_voidable(sale, shift.shift_id)
        check_untouched(connection, sale_id, sale.receipt)
        void = replace(_build_void(connection, terminal, who, sale, reason.strip()), granted_by=granted_by)
        head = terminal.record(connection, void, who)
    return sale, replace(void, seq=head.seq, hash=head.hash.hex())


def void_last(
    terminal: Terminal, person: Person | None, reason: str, granter: Person | None = None
) -> tuple[Sale, Void]:
    """Take the last sale of the open shift back. Refusal `void.none` when there is none."""
    with terminal.database.reading() as connection:
        last = sales.read_last(connection, require_shift(connection).shift_id)
    if last is None:
        raise Refusal("void.none", "There is no sale in this shift to take back.", "")
    return void_sale(terminal, person, last.sale_id, reason, granter)


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
