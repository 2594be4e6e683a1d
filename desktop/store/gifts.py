"""What gift certificates have paid at this terminal before head office has heard of it."""

from sqlalchemy import Connection, bindparam, func, select

from desktop.store.prepared import Prepared
from desktop.store.tables import handed_in, payment, sale

_unheard = Prepared(
    select(func.coalesce(func.sum(payment.c.amount_minor), 0))
    .select_from(
        payment.join(sale, sale.c.sale_id == payment.c.sale_id).outerjoin(
            handed_in, handed_in.c.incarnation == sale.c.incarnation
        )
    )
    .where(
        payment.c.method == "gift",
        payment.c.reference == bindparam("number"),
        sale.c.voided_at.is_(None),
        sale.c.seq > func.coalesce(handed_in.c.acked_seq, 0),
    )
)


def sum_unheard(connection: Connection, number: str) -> int:
    """Give what this certificate has paid in sales that are not handed in."""
    row = _unheard.first(connection, number=number)
    return int(row[0]) if row else 0


_used = Prepared(
    select(func.coalesce(func.sum(payment.c.amount_minor), 0))
    .select_from(payment.join(sale, sale.c.sale_id == payment.c.sale_id))
    .where(payment.c.method == "gift", payment.c.reference == bindparam("number"), sale.c.voided_at.is_(None))
)


def is_used(connection: Connection, number: str) -> bool:
    """Tell whether this certificate has paid something at this terminal that was not given back onto it."""
    row = _used.first(connection, number=number)
    return row is not None and row[0] > 0
