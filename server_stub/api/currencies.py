"""In which currency prices are told: the shop's, or the one that all shops share."""

from server_stub.api.amounts import NO_CURRENCY
from server_stub.database import Connection
from server_stub.faults import Denied

_SHARED = "SELECT DISTINCT currency FROM shop WHERE %(shop)s::uuid IS NULL OR id = %(shop)s LIMIT 2"


async def read_currency(conn: Connection, shop: str | None, *, unsure: bool = False) -> str:
    """Give the currency of a shop, or of all; XXX when the shops differ and `unsure` will do.

    Raises Denied: 404 for an unknown shop, 400 when the shops differ.
    """
    cursor = await conn.execute(_SHARED, {"shop": shop})
    found = [row[0] for row in await cursor.fetchall()]
    if shop is not None and not found:
        raise Denied(404, "Not found")
    if len(found) > 1 and not unsure:
        raise Denied(400, "The shops trade in several currencies: name one with shop")
    return str(found[0]) if len(found) == 1 else NO_CURRENCY
