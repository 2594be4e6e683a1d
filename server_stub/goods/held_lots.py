"""Lots that are held wherever they lie: tills hear of them, nobody picks or sells them, and no order holds them."""

from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.feed.marks import mark
from server_stub.ids import new_id
from sync.wire.changes import HeldLot

IS_HELD: LiteralString = """EXISTS (SELECT 1 FROM lot_hold k
    WHERE (k.shop_id, k.product_id, k.lot) = (s.shop_id, s.product_id, s.lot) AND k.let_go_at IS NULL)"""
"""The lot of the row `s` of stock is held."""
_HOLD = """
INSERT INTO lot_hold (id, shop_id, product_id, lot, reason, held_by, held_at) VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (shop_id, product_id, lot) WHERE let_go_at IS NULL DO NOTHING
"""
_LET_GO = """
UPDATE lot_hold SET let_go_by = %s, let_go_at = %s WHERE id = %s AND let_go_at IS NULL RETURNING shop_id::text
"""
_READ = "SELECT id::text, product_id::text, lot, reason FROM lot_hold WHERE let_go_at IS NULL AND"
_THESE = f"{_READ} id = ANY(%s::uuid[])"
_OF_SHOP = f"{_READ} shop_id = %s ORDER BY id"


async def hold_lot(conn: Connection, shop: str, product: str, lot: str, reason: str, who: str, now: datetime) -> str:
    """Hold a lot in a shop and give the id of that. Raises Denied 409 where it is held already."""
    ident = new_id()
    if (await conn.execute(_HOLD, (ident, shop, product, lot, reason, who, now))).rowcount != 1:
        raise Denied(409, "This lot is held already")
    await mark(conn, f"shop:{shop}", "held_lot", [ident])
    return ident


async def let_go(conn: Connection, ident: str, who: str, now: datetime) -> None:
    """Hold a lot no more. Raises Denied 409 where that was done already."""
    row = await (await conn.execute(_LET_GO, (who, now, ident))).fetchone()
    if row is None:
        raise Denied(409, "This lot is not held any more")
    await mark(conn, f"shop:{row[0]}", "held_lot", [ident], deleted=True)


async def read_held_lots(conn: Connection, ids: Sequence[str]) -> dict[str, HeldLot]:
    """Give those of these that are held still, by id."""
    rows = await (await conn.execute(_THESE, (list(ids),))).fetchall()
    return {row[0]: _tell(row) for row in rows}


async def list_held_lots_of(conn: Connection, shop: str) -> list[HeldLot]:
    """Give all that is held in a shop."""
    return [_tell(row) for row in await (await conn.execute(_OF_SHOP, (shop,))).fetchall()]


def _tell(row: tuple[str, str, str, str]) -> HeldLot:
    return HeldLot(id=row[0], product_id=row[1], lot=row[2], reason=row[3])
