"""Voids of a shift whose card money a person moved, in place of the card terminal."""

from sqlalchemy import ColumnElement, Connection, func, select

from desktop.domain.shift import ByHand
from desktop.domain.tender import CARD
from desktop.store.tables import payment, void
from desktop.store.tip_tables import sale_tip


def sum_given_by_hand(connection: Connection, shift_id: str) -> ByHand:
    """Give what was given back of what cards had paid, tips too."""
    return _sum(connection, shift_id, payment.c.amount_minor > 0)


def sum_taken_by_hand(connection: Connection, shift_id: str) -> ByHand:
    """Give what was taken again of what returns had given to cards."""
    voids, minor = _sum(connection, shift_id, payment.c.amount_minor < 0)
    return ByHand(voids, -minor)


def _sum(connection: Connection, shift_id: str, which: ColumnElement[bool]) -> ByHand:
    same = (sale_tip.c.sale_id == payment.c.sale_id) & (sale_tip.c.payment_no == payment.c.payment_no)
    paid = func.coalesce(func.sum(payment.c.amount_minor + func.coalesce(sale_tip.c.tip_minor, 0)), 0)
    query = select(func.count(void.c.void_id.distinct()), paid).select_from(
        void.join(payment, payment.c.sale_id == void.c.sale_id).outerjoin(sale_tip, same)
    )
    query = query.where(void.c.shift_id == shift_id, void.c.by_hand == 1, payment.c.method == CARD, which)
    return ByHand(*connection.execute(query).one())
