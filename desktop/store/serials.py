"""Serial numbers sold here, and codes that no goods have."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select

from desktop.store.prepared import Prepared
from desktop.store.ticket_tables import sold_serial, unknown_code

_sold = Prepared(
    select(sold_serial.c.sale_id).where(
        sold_serial.c.product_id == bindparam("product"), sold_serial.c.serial == bindparam("serial")
    )
)
_put = insert(sold_serial).prefix_with("OR REPLACE")


def is_sold(connection: Connection, product_id: str, serial: str) -> bool:
    """Tell whether this piece was sold here and has not come back."""
    return _sold.first(connection, product=product_id, serial=serial) is not None


def put_sold(connection: Connection, pieces: Sequence[Mapping[str, str]]) -> None:
    """Write down pieces that were sold: product_id, serial, sale_id, line_id."""
    if pieces:
        connection.execute(_put, list(pieces))


def forget(connection: Connection, sale_id: str, line_id: str) -> None:
    """What was sold in this line has come back."""
    came = (sold_serial.c.sale_id == sale_id) & (sold_serial.c.line_id == line_id)
    connection.execute(delete(sold_serial).where(came))


def forget_sale(connection: Connection, sale_id: str) -> None:
    """A whole sale was taken back."""
    connection.execute(delete(sold_serial).where(sold_serial.c.sale_id == sale_id))


def is_noted(connection: Connection, code: str) -> bool:
    """Tell whether this unknown code was told already."""
    return connection.execute(select(unknown_code.c.code).where(unknown_code.c.code == code)).first() is not None


def note_code(connection: Connection, code: str, seen_at: str) -> None:
    """Write down a code that no goods have."""
    connection.execute(insert(unknown_code).prefix_with("OR IGNORE"), {"code": code, "seen_at": seen_at})
