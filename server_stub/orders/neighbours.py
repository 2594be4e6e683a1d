"""Neighbours: the company's other shops, as far as goods can be sent there. A shop without a place for goods on their
way is none."""

from collections.abc import Sequence

from server_stub.database import Connection
from sync.wire.orders import Neighbour

_READ = """
SELECT s.id::text, s.name, (SELECT p.id::text FROM place p
    WHERE p.shop_id = s.id AND p.kind = 'transit' AND p.active ORDER BY p.code LIMIT 1) AS transit
FROM shop s WHERE
"""
_THESE = _READ + "s.id = ANY(%s::uuid[])"
_OF_SHOP = _READ + "s.id <> %s"


async def read_neighbours(conn: Connection, ids: Sequence[str]) -> dict[str, Neighbour]:
    """Give those of these shops that goods can be sent to, by id."""
    return {shop.id: shop for shop in _tell(await (await conn.execute(_THESE, (list(ids),))).fetchall())}


async def list_neighbours_of(conn: Connection, shop: str) -> list[Neighbour]:
    """Give the other shops that goods can be sent to."""
    return _tell(await (await conn.execute(_OF_SHOP, (shop,))).fetchall())


def _tell(rows: Sequence[tuple[str, str, str | None]]) -> list[Neighbour]:
    return [Neighbour(id=ident, name=name, transit_place_id=place) for ident, name, place in rows if place]
