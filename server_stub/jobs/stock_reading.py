"""Jobs that look at what moved: they read the feed of stock as a terminal does, up to a position of their own.

A position is given to what has committed, so nothing is looked at too early and nothing is passed over.
"""

from datetime import datetime
from typing import LiteralString

from server_stub.database import Connection

_LOCK = "SELECT position FROM stock_reader WHERE name = %s FOR UPDATE"
_NEWEST = "SELECT coalesce(max(position), 0) FROM stock"
_MOVE_ON = "UPDATE stock_reader SET position = %s, read_at = %s WHERE name = %s"
_NEWS = """
SELECT EXISTS (SELECT 1 FROM stock_reader r CROSS JOIN shop s
    WHERE r.name = '{}' AND EXISTS (SELECT 1 FROM stock k WHERE k.shop_id = s.id AND k.position > r.position))
"""


def has_news(name: LiteralString) -> str:
    """Give the question whether anything moved since this reader looked, for a schedule."""
    return _NEWS.format(name)


async def begin_reading(conn: Connection, name: str) -> tuple[int, int]:
    """Take a reader until the end of the transaction; gives behind which position to look, and up to which."""
    row = await (await conn.execute(_LOCK, (name,))).fetchone()
    newest = await (await conn.execute(_NEWEST)).fetchone()
    return (row[0] if row else 0), (newest[0] if newest else 0)


async def end_reading(conn: Connection, name: str, up_to: int, now: datetime) -> None:
    """Note how far it looked, and when."""
    await conn.execute(_MOVE_ON, (up_to, now, name))
