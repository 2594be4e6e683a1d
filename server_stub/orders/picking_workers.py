"""What people did in the warehouse, from the documents of all terminals of a shop."""

from dataclasses import dataclass
from datetime import date

from server_stub.database import Connection

_FIGURES = """
WITH done AS (
    SELECT g.actor, g.scans, g.refused, EXISTS (
            SELECT 1 FROM order_document o WHERE o.document_id = g.document_id) AS for_order,
        greatest(extract(epoch FROM g.occurred_at - g.began_at), 0) AS seconds,
        (SELECT count(*) FROM adjustment a WHERE a.chain = g.chain AND a.seq = g.seq) AS lines
    FROM goods_document g JOIN shop s ON s.id = g.shop_id
    WHERE g.shop_id = %(shop)s AND (g.occurred_at AT TIME ZONE s.time_zone)::date BETWEEN %(first)s AND %(last)s
        AND g.occurred_at >= %(first)s::date - 2 AND g.occurred_at < %(last)s::date + 3)
SELECT coalesce(p.name, d.actor), count(*)::int, count(*) FILTER (WHERE for_order)::int, sum(lines)::int,
    sum(scans)::int, sum(refused)::int, coalesce(sum(seconds), 0)::int
FROM done d LEFT JOIN person p ON p.id::text = d.actor GROUP BY d.actor, p.name
ORDER BY sum(scans) DESC, sum(lines) DESC, d.actor
"""


@dataclass(frozen=True, slots=True)
class WorkerFigures:
    """What somebody did: documents, those for orders, lines, scans, scans of the wrong thing, seconds at work."""

    person: str
    documents: int
    orders: int
    lines: int
    scans: int
    refused: int
    worked_s: int

    @property
    def scans_per_hour(self) -> int:
        """Scans in an hour at work, 0 where no time is known."""
        return self.scans * 3600 // self.worked_s if self.worked_s else 0


async def read_workers(conn: Connection, shop: str, first: date, last: date) -> list[WorkerFigures]:
    """Give the figures of everybody on these days of the shop, the busiest first."""
    cursor = await conn.execute(_FIGURES, {"shop": shop, "first": first, "last": last})
    return [WorkerFigures(*row) for row in await cursor.fetchall()]
