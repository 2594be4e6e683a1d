"""Tips that came with the sales of this terminal."""

from sqlalchemy import Connection, func, select

from desktop.domain.tips import tips_by_method
from desktop.store.tables import sale
from desktop.store.tip_tables import sale_tip


def read_tips(connection: Connection, sale_id: str) -> dict[str, int]:
    """Give the tips of a sale by payment method."""
    query = select(sale_tip.c.method, sale_tip.c.tip_minor).where(sale_tip.c.sale_id == sale_id)
    return tips_by_method(connection.execute(query).all())


def sum_by_method(connection: Connection, shift_id: str) -> tuple[tuple[str, int], ...]:
    """Give the tips of a shift's sales that stand, by method."""
    query = select(sale_tip.c.method, func.sum(sale_tip.c.tip_minor)).join(sale, sale.c.sale_id == sale_tip.c.sale_id)
    query = query.where(sale.c.shift_id == shift_id, sale.c.voided_at.is_(None))
    found = connection.execute(query.group_by(sale_tip.c.method).order_by(sale_tip.c.method))
    return tuple((method, minor) for method, minor in found)


def sum_by_person(connection: Connection, shift_id: str) -> dict[str, tuple[int, int]]:
    """Give whose sales of a shift the tips came with, those that stand: (all, in cash) by person."""
    in_cash = func.sum(sale_tip.c.tip_minor).filter(sale_tip.c.method == "cash")
    query = select(sale.c.actor, func.sum(sale_tip.c.tip_minor), func.coalesce(in_cash, 0))
    query = query.join(sale_tip, sale.c.sale_id == sale_tip.c.sale_id)
    query = query.where(sale.c.shift_id == shift_id, sale.c.voided_at.is_(None)).group_by(sale.c.actor)
    return {actor: (every, cash) for actor, every, cash in connection.execute(query)}
