"""What came back in a ticket, as rows of its own: they say how much of a sold line is left to come back."""

from sqlalchemy import Connection

from desktop.store import rows
from sync.wire.facts import SaleCompleted


def project_returns(connection: Connection, fact: SaleCompleted) -> None:
    """Write the lines of a ticket that take goods back."""
    back = [
        {
            "sale_id": fact.sale_id,
            "line_no": number,
            "returns_sale": line.returns_sale,
            "returns_line": line.returns_line,
            "returns_receipt": line.returns_receipt,
            "to_place_id": line.to_place_id,
            "reason": line.reason,
            "quantity_milli": -line.quantity_milli,
            "total_minor": -line.total_minor,
        }
        for number, line in enumerate(fact.lines, 1)
        if line.quantity_milli < 0
    ]
    rows.add(connection, "sale_return", back)


def goods_minor(fact: SaleCompleted) -> int:
    """What the goods sold in a ticket come to, without those that came back."""
    return sum(line.total_minor for line in fact.lines if line.quantity_milli > 0)
