"""What the entries of a shift say about its drawer, for the detective."""

from sqlalchemy import Connection, func, select

from desktop.domain.detective import Deal, Opening
from desktop.domain.tender import CASH
from desktop.store.tables import drawer, payment, person, sale


def read_deals(connection: Connection, shift_id: str) -> list[Deal]:
    """Give the sales of a shift as the drawer saw them, in order."""
    by_cash = func.sum(payment.c.amount_minor).filter(payment.c.method == CASH)
    by_others = func.sum(payment.c.amount_minor).filter(payment.c.method != CASH)
    query = (
        select(
            sale.c.receipt,
            sale.c.occurred_at,
            func.coalesce(person.c.name, ""),
            func.coalesce(by_cash, 0),
            sale.c.change_minor,
            func.coalesce(by_others, 0),
            sale.c.voided_at.is_not(None),
        )
        .outerjoin(payment, payment.c.sale_id == sale.c.sale_id)
        .outerjoin(person, person.c.id == sale.c.actor)
        .where(sale.c.shift_id == shift_id)
        .group_by(sale.c.sale_id)
        .order_by(sale.c.position)
    )
    return [Deal(*row) for row in connection.execute(query)]


def read_openings(connection: Connection, shift_id: str) -> list[Opening]:
    """Give the openings of the drawer outside sales, in order."""
    query = (
        select(drawer.c.occurred_at, func.coalesce(person.c.name, ""), drawer.c.amount_minor, drawer.c.reason)
        .outerjoin(person, person.c.id == drawer.c.actor)
        .where(drawer.c.shift_id == shift_id)
        .order_by(drawer.c.incarnation, drawer.c.seq)
    )
    return [Opening(*row) for row in connection.execute(query)]
