"""The time zone in which days of offers are meant."""

from zoneinfo import ZoneInfo

from server_stub.database import Connection

_ZONES = "SELECT DISTINCT time_zone FROM shop WHERE %(shop)s::uuid IS NULL OR id = %(shop)s LIMIT 2"


async def read_zone(conn: Connection, shop: str | None) -> ZoneInfo:
    """Give the time zone in which days of a shop (None: of all) are meant; UTC where they have several."""
    rows = await (await conn.execute(_ZONES, {"shop": shop})).fetchall()
    return ZoneInfo(rows[0][0] if len(rows) == 1 else "UTC")
