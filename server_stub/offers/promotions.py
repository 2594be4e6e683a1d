"""Promotions as they are kept, and as tills are told of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from psycopg.types.json import Jsonb

from server_stub.database import Connection
from server_stub.goods.price_history import add_prior
from sync.wire.offers import Promotion

_THESE = """
SELECT promotion_id::text, name, active, definition FROM promotion WHERE promotion_id = ANY(%s::uuid[]) AND active
"""
_SAVE = """
INSERT INTO promotion (promotion_id, shop_id, name, active, definition, version, changed_at)
VALUES (%(id)s, %(shop)s, %(name)s, %(active)s, %(definition)s, 1, %(now)s)
ON CONFLICT (promotion_id) DO UPDATE SET shop_id = excluded.shop_id, name = excluded.name, active = excluded.active,
    definition = excluded.definition, version = promotion.version + 1, changed_at = excluded.changed_at
"""
_COLUMNS = ("id", "name", "active")


async def read_promotions(conn: Connection, ids: Sequence[str]) -> dict[str, Promotion]:
    """Give those of these promotions that are switched on, by id, with what their goods cost before."""
    cursor = await conn.execute(_THESE, (list(ids),))
    return await add_prior(conn, {row[0]: to_promotion(*row) for row in await cursor.fetchall()})


def to_promotion(ident: str, name: str, active: bool, definition: dict[str, Any]) -> Promotion:
    """Put a promotion together from its columns."""
    return msgspec.convert(definition | {"id": ident, "name": name, "active": active}, Promotion)


async def save_promotion(conn: Connection, shop: str | None, promotion: Promotion, now: datetime) -> None:
    """Add or change a promotion of a shop (None: of all); the shops' tills are told by the table's trigger."""
    fields = msgspec.to_builtins(promotion)
    values = {
        "id": promotion.id,
        "shop": shop,
        "name": promotion.name,
        "active": promotion.active,
        "definition": Jsonb({name: value for name, value in fields.items() if name not in _COLUMNS}),
        "now": now,
    }
    await conn.execute(_SAVE, values)


async def switch_promotion(conn: Connection, ident: str, active: bool, now: datetime) -> None:
    """Switch a promotion on or off."""
    await conn.execute(
        """UPDATE promotion SET active = %s, version = version + 1, changed_at = %s
           WHERE promotion_id = %s AND active <> %s""",
        (active, now, ident, active),
    )
