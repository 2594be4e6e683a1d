"""A customer's purses: as the centre told them, and with them what this terminal moved since."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, func, select

from desktop.domain.purse import ACCOUNT, CREDIT, Purse
from desktop.store import attachments
from desktop.store.cases import read_told
from desktop.store.offer_tables import customer
from desktop.store.prepared import Prepared
from desktop.store.purse_tables import purse, purse_move
from desktop.store.tables import handed_in, payment, sale

_told = Prepared(
    select(
        customer.c.account_limit_minor,
        func.coalesce(purse.c.currency, ""),
        func.coalesce(purse.c.credit_minor, 0),
        func.coalesce(purse.c.account_minor, 0),
        func.coalesce(purse.c.points, 0),
    )
    .select_from(customer.outerjoin(purse, purse.c.id == customer.c.id))
    .where(customer.c.id == bindparam("id"))
)
_moves = Prepared(
    select(
        purse_move.c.incarnation,
        purse_move.c.seq,
        purse_move.c.sale_id,
        purse_move.c.n,
        purse_move.c.purse,
        purse_move.c.amount,
        purse_move.c.hold,
        func.coalesce(handed_in.c.acked_seq, 0),
    )
    .select_from(purse_move.outerjoin(handed_in, handed_in.c.incarnation == purse_move.c.incarnation))
    .where(purse_move.c.customer_id == bindparam("id"))
)


def read_purse(connection: Connection, customer_id: str) -> Purse | None:
    """Give what a customer has, with this terminal's own moves counted in; None for one whom it does not know."""
    row = _told.first(connection, id=customer_id)
    if row is None and attachments.read_data(connection, customer_id) is not None:  # made here, and nowhere else yet
        row = (0, "", 0, 0, 0)
    if row is None:
        return None
    limit, currency, *told = row
    has = dict(zip(("credit", "account", "points"), told, strict=True))
    unheard: defaultdict[tuple[str, str, int], int] = defaultdict(int)  # a void undoes what it takes back
    moves = _moves.all(connection, id=customer_id)
    booked = read_told(connection) if moves else {}
    for incarnation, seq, sale_id, n, name, amount, hold, acked_seq in moves:
        last, missing = booked.get(incarnation, (0, frozenset()))
        if seq > last or seq in missing:
            has[name] += amount
        if seq > acked_seq and not hold:
            unheard[name, sale_id, n] += amount
    return Purse(customer_id, currency, has["credit"], has["account"], has["points"], limit, _spent(unheard))


def _spent(unheard: Mapping[tuple[str, str, int], int]) -> tuple[tuple[str, int], ...]:
    """What was spent by each purse, of what each sale did to it."""
    spent: dict[str, int] = {}
    for (name, _, _), amount in unheard.items():
        if amount < 0:
            spent[name] = spent.get(name, 0) - amount
    return tuple(sorted(spent.items()))


def sum_paid_in(connection: Connection, shift_id: str) -> tuple[tuple[str, int], ...]:
    """Give what customers paid into each purse in a shift, in minor units; see `desktop.domain.purse_pay_in`."""
    stands = sale.c.shift_id == shift_id, sale.c.voided_at.is_(None), sale.c.total_minor >= 0
    into = select(payment.c.method, -func.sum(payment.c.amount_minor)).join(sale, sale.c.sale_id == payment.c.sale_id)
    into = into.where(*stands, payment.c.amount_minor < 0, payment.c.method.in_((CREDIT, ACCOUNT)))
    found = connection.execute(into.group_by(payment.c.method).order_by(payment.c.method))
    return tuple((purse, minor) for purse, minor in found)
