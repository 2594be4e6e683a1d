"""Project the tips that came with a sale; they are in the drawer or on the card, and in no total."""

from sqlalchemy import Connection

from desktop.store import rows
from sync.wire.facts import SaleCompleted


def project_tips(connection: Connection, fact: SaleCompleted) -> None:
    """Note the tips of a sale by payment."""
    tips = [
        {"sale_id": fact.sale_id, "payment_no": number, "method": paid.method, "tip_minor": paid.tip_minor}
        for number, paid in enumerate(fact.payments, 1)
        if paid.tip_minor
    ]
    rows.add(connection, "sale_tip", tips)
