"""What was not as ordered, or not as it should be, of orders and of deliveries without one, with its photos."""

from typing import LiteralString

from litestar import Response
from litestar.di import NamedDependency

from server_stub.console.pages import PageRequest, render
from server_stub.console.reading import PAGE_ROWS, read_before, read_rows, shop_of
from server_stub.context import Context
from server_stub.photos.keeping import list_here

_LIST: LiteralString = """
SELECT d.listed, d.kind, d.reason, d.lot, trim_scale(d.quantity_milli / 1000.0)::text AS quantity, d.occurred_at,
    coalesce(p.sku, '') AS sku, coalesce(p.name, '') AS name, s.name AS shop, coalesce(w.name, d.actor) AS who,
    o.id::text AS order_id, coalesce(o.number, d.reference) AS number,
    ARRAY(SELECT hash FROM deviation_photo f WHERE (f.document_id, f.n) = (d.document_id, d.n) ORDER BY k) AS photos
FROM (SELECT d.*, row_number() OVER (ORDER BY d.occurred_at, d.document_id, d.n) AS listed
    FROM told_deviation d
    WHERE %(shop)s::uuid IS NULL OR d.shop_id = %(shop)s) d
JOIN shop s ON s.id = d.shop_id LEFT JOIN product p ON p.id = d.product_id
LEFT JOIN work_order o ON o.id = d.order_id LEFT JOIN person w ON w.id::text = d.actor
WHERE d.listed < %(before)s ORDER BY d.listed DESC LIMIT %(rows)s
"""


async def list_deviations(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List them, the newest first."""
    values = {"shop": shop_of(request.user), "before": read_before(request), "rows": PAGE_ROWS + 1}
    rows = await read_rows(context, _LIST, values)
    shown = rows[:PAGE_ROWS]
    async with context.pool.connection() as conn:
        arrived = await list_here(conn, [name for row in shown for name in row["photos"]])
    return render(request, "deviations.html", rows=shown, arrived=arrived, more=len(rows) > PAGE_ROWS)
