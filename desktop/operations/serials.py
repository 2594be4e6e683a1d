"""A serial number is one piece: it is sold once until it comes back."""

from sqlalchemy import Connection

from desktop.domain.refusal import Refusal
from desktop.store import serials


def check_serial(connection: Connection, product_id: str, serial: str) -> None:
    """Refuse a piece that was sold at this till and has not come back (`serial.sold`)."""
    if serials.is_sold(connection, product_id, serial):
        raise Refusal(
            "serial.sold",
            f"The piece with serial number {serial} was sold here already.",
            "Look at the number again; a manager should know.",
            facts={"serial": serial},
        )
