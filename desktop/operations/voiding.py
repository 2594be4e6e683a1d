"""Before a void: the card terminal gives back what it took, and takes what it gave; written down before it is asked."""

from sqlalchemy import Connection

from desktop.domain.card_payment import Attempt, unclear_of
from desktop.domain.clock import iso
from desktop.domain.ids import new_id
from desktop.domain.refusal import Refusal
from desktop.domain.sale import Sale, check_voidable
from desktop.domain.staff import Person, Right
from desktop.domain.voiding import owed_by_card, unclear
from desktop.operations.permissions import permit
from desktop.operations.returns import check_untouched
from desktop.operations.shifts import require_shift
from desktop.operations.terminal import Terminal, require_open
from desktop.replication.recall import recall_sale
from desktop.store import card_attempts
from desktop.store.sales import read_last


def begin_moving_back(
    terminal: Terminal, person: Person | None, sale_id: str, granter: Person | None = None
) -> Attempt | None:
    """Write down that the terminal is about to give a card payment of a sale back, or to charge what a return gave to
    the card; None when nothing is left to move.

    Nothing is moved for a void that could not follow: refusals as `sales.void_sale`, and `void.card_unclear`.
    """
    now = terminal.clock.now()
    with terminal.database.writing() as connection:
        sale = require_voidable(connection, sale_id)
        permit(connection, terminal, person, Right.VOID, granter, amount_minor=sale.total_minor)
        attempts = card_attempts.list_of_cart(connection, sale_id)
        if unclear_of(attempts) is not None:
            raise unclear()
        owed = owed_by_card(sale.payments, attempts)
        if not owed:
            return None
        first = owed[0]
        attempt = Attempt(
            new_id(now), sale_id, first.kind, abs(first.amount_minor), sale.currency, iso(now), original=first.reference
        )
        card_attempts.add(connection, attempt)
    return attempt


def require_voidable(connection: Connection, sale_id: str) -> Sale:
    """Give a sale of the open shift that can be taken back whole; refusals as `sales.void_sale`."""
    require_open(connection)
    shift = require_shift(connection)
    sale = recall_sale(connection, sale_id)
    if sale is None:
        raise Refusal("void.unknown", "There is no such sale at this till.", "Check the receipt number.")
    check_voidable(sale, shift.shift_id)
    check_untouched(connection, sale_id, sale.receipt)
    return sale


def last_sale(terminal: Terminal) -> str:
    """Give the id of the last sale of the open shift that stands. Refusal `void.none` when there is none."""
    with terminal.database.reading() as connection:
        last = read_last(connection, require_shift(connection).shift_id)
    if last is None:
        raise Refusal("void.none", "There is no sale in this shift to take back.", "")
    return last.sale_id


def unclear_attempt(terminal: Terminal, sale_id: str) -> Attempt | None:
    """Give what the terminal was asked to move back and has not answered."""
    with terminal.database.reading() as connection:
        return unclear_of(card_attempts.list_of_cart(connection, sale_id))
