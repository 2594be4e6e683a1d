"""Head office says who does an order: a wish, that tills show first to that person and ask others about."""

from uuid import UUID

from server_stub.database import Connection
from server_stub.faults import Denied

_KNOWN = "SELECT 1 FROM person WHERE id = %s AND shop_id = %s AND active"
_ASSIGN = "UPDATE work_order SET assigned_to = %s WHERE id = %s AND shop_id = %s AND ended_at IS NULL"


async def check_worker(conn: Connection, shop: str, person: UUID | None) -> str:
    """Give the id of who works in a shop, empty for nobody. Raises Denied 400 for anybody else."""
    if person is None:
        return ""
    if await (await conn.execute(_KNOWN, (person, shop))).fetchone() is None:
        raise Denied(400, "Nobody like that works in this shop")
    return str(person)


async def assign_order(conn: Connection, shop: str, order: str, person: UUID | None) -> None:
    """Give an open order to somebody, or to whoever takes it. Raises Denied 400, 409 when it is not open."""
    worker = await check_worker(conn, shop, person)
    if (await conn.execute(_ASSIGN, (worker, order, shop))).rowcount != 1:
        raise Denied(409, "This order is not open any more")
