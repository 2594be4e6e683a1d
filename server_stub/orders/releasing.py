"""An order that is wanted at once: it goes before all others, jumps its wave and waits for no refill."""

from server_stub.database import Connection

_RELEASE = """
UPDATE work_order o SET at_once = true, held = false, priority = least(greatest(o.priority, (
    SELECT coalesce(max(priority), 0) + 1 FROM work_order t
    WHERE t.shop_id = o.shop_id AND t.kind = 'picking' AND t.ended_at IS NULL AND t.id <> o.id)), 100)
WHERE id = %(order)s AND shop_id = %(shop)s AND kind = 'picking' AND ended_at IS NULL
"""


async def release_order(conn: Connection, shop: str, ident: str) -> bool:
    """Have a picking done before all others, without waiting for its wave or a refill; tells whether it was open.

    Tills hear of it. Asked again it goes on top once more.
    """
    return (await conn.execute(_RELEASE, {"order": ident, "shop": shop})).rowcount == 1
