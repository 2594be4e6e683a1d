"""Voids of a shift whose card money a person gave back."""

from sqlalchemy import Connection, func, select

from desktop.domain.tender import CARD
from desktop.store.tables import payment, void
from desktop.store.tip_tables import sale_tip


def sum_by_hand(connection: Connection, shift_id: str) -> tuple[int, int]:
    """Count them, and give what their cards had paid, tips too."""
    same = (sale_tip.c.sale_id == payment.c.sale_id) & (sale_tip.c.payment_no == payment.c.payment_no)
    paid = func.coalesce(func.sum(payment.c.amount_minor + func.coalesce(sale_tip.c.tip_minor, 0)), 0)
    query = select(func.count(void.c.void_id.distinct()), paid).select_from(
        void.join(payment, payment.c.sale_id == void.c.sale_id).outerjoin(sale_tip, same)
    )
    query = query.where(void.c.shift_id == shift_id, void.c.by_hand == 1, payment.c.method == CARD)
    count, minor = connection.execute(query).one()
    return count, minor
