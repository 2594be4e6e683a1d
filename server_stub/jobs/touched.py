"""What the projection leaves for the rollups: the days whose sales have just changed."""

from collections.abc import Collection
from datetime import date

from server_stub.database import Connection

_NOTE = "INSERT INTO sales_touched (shop_id, business_day) SELECT * FROM unnest(%s::uuid[], %s::date[])"


async def note_touched(conn: Connection, days: Collection[tuple[str, date]]) -> None:
    """Note (shop, business day)s of a run's sales and voids, in the run's own transaction.

    Rows are only ever added here: no terminal waits for another one's.
    """
    await conn.execute(_NOTE, ([shop for shop, _ in days], [day for _, day in days]))
