"""Project which coupons a sale redeemed, so that this till does not take them again before head office has counted."""

from sqlalchemy import Connection, delete

from desktop.store import rows
from desktop.store.offer_tables import coupon_use
from sync.chain import Header
from sync.wire.facts import SaleCompleted


def project_coupons(connection: Connection, header: Header, fact: SaleCompleted) -> None:
    """Note the coupons of a sale."""
    made = {"sale_id": fact.sale_id, "customer_id": fact.customer_id}
    made_at = {"incarnation": header.incarnation, "seq": header.seq}
    used = [made | made_at | {"coupon_id": coupon} for coupon in dict.fromkeys(fact.coupons)]
    rows.add(connection, "coupon_use", used)


def give_back_coupons(connection: Connection, sale_id: str) -> None:
    """Forget the coupons of a sale that was taken back."""
    connection.execute(delete(coupon_use).where(coupon_use.c.sale_id == sale_id))


def project_promotions(connection: Connection, fact: SaleCompleted) -> None:
    """Note what promotions gave on the lines of a sale, as head office does; a void leaves it."""
    gifts = [
        {
            "sale_id": fact.sale_id,
            "line_no": number,
            "promotion_id": given.id,
            "name": given.name,
            "amount_minor": given.amount_minor,
        }
        for number, line in enumerate(fact.lines, 1)
        for given in line.promotions
    ]
    rows.add(connection, "sale_promotion", gifts)
