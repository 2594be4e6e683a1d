"""From which quantity on goods are to be ordered, as tills are told it."""

from collections.abc import Sequence

from server_stub.database import Connection
from sync.wire.changes import Reorder

_READ = "SELECT shop_id::text, product_id::text, point_milli, mean_milli * lead_days FROM reorder_point WHERE"
_THESE = f"{_READ} (shop_id, product_id) IN (SELECT * FROM unnest(%s::uuid[], %s::uuid[]))"  # noqa: S608 - own text
_OF_SHOP = f"{_READ} shop_id = %s"


async def read_reorder(conn: Connection, names: Sequence[str]) -> dict[str, Reorder]:
    """Give these points (`shop/product`) by their names; some products need not be ordered any more."""
    shops, products = zip(*[name.split("/") for name in names], strict=True)
    rows = await (await conn.execute(_THESE, (list(shops), list(products)))).fetchall()
    return {f"{row[0]}/{row[1]}": _tell(row) for row in rows}


async def list_reorder_of(conn: Connection, shop: str) -> list[Reorder]:
    """Give all points of a shop."""
    return [_tell(row) for row in await (await conn.execute(_OF_SHOP, (shop,))).fetchall()]


def _tell(row: tuple[str, str, int, int]) -> Reorder:
    return Reorder(shop_id=row[0], product_id=row[1], point_milli=row[2], lead_milli=row[3])
