"""Pick faces: what lies there and behind them, what is being brought, and how many pickings wait for it."""

from typing import LiteralString

from litestar import Response
from litestar.di import NamedDependency

from server_stub.console.pages import PageRequest, render
from server_stub.console.places import whole
from server_stub.console.reading import PAGE_ROWS, read_before, read_rows, shop_of
from server_stub.context import Context

_LIST: LiteralString = """
WITH face AS (
    SELECT p.id, p.code, p.shop_id, p.kept_for_id AS product_id, p.min_milli, p.max_milli, coalesce((
        SELECT sum(s.on_hand_milli) FROM stock s JOIN place t ON t.id = s.place_id WHERE s.product_id = p.kept_for_id
            AND (t.id = p.id OR (t.parent_id = p.id AND t.kind = 'plate'))), 0)::bigint AS milli
    FROM place p WHERE p.max_milli > 0 AND p.active AND (%(shop)s::uuid IS NULL OR p.shop_id = %(shop)s)),
told AS (
    SELECT f.*, o.id::text AS refill_id, o.number, o.priority, o.origin <> '' AS missed, o.taken_at, o.taken_on,
        coalesce(w.name, o.taken_by, '') AS taken_by, coalesce((
            SELECT sum(l.quantity_milli) FROM work_order_line l WHERE l.order_id = o.id), 0)::bigint AS coming_milli, (
            SELECT count(DISTINCT k.id) FROM work_order k JOIN work_order_line l ON l.order_id = k.id
            WHERE k.shop_id = f.shop_id AND k.kind = 'picking' AND k.ended_at IS NULL AND NOT k.at_once AND NOT k.held
                AND l.product_id = f.product_id AND (l.place_id = f.id OR l.place_id IS NULL)
                AND l.quantity_milli - l.done_milli > CASE WHEN o.origin <> '' THEN 0 ELSE f.milli END
                AND o.id IS NOT NULL) AS waiting
    FROM face f
    LEFT JOIN work_order o ON o.kind = 'refill' AND o.target_place_id = f.id AND o.ended_at IS NULL
    LEFT JOIN person w ON w.id::text = o.taken_by)
SELECT * FROM (
    SELECT t.*, t.id::text AS place_id, g.sku, g.name, g.unit, h.name AS shop, coalesce((
            SELECT sum(s.on_hand_milli) FROM stock s JOIN place p ON p.id = s.place_id
            WHERE s.product_id = t.product_id AND s.shop_id = t.shop_id AND p.kind IN ('bin', 'shelf', 'plate')), 0)
            ::bigint - t.milli AS behind_milli,
        row_number() OVER (ORDER BY t.refill_id IS NOT NULL, t.milli < t.min_milli, coalesce(t.priority, 0),
            t.code DESC, t.id) AS listed
    FROM told t JOIN shop h ON h.id = t.shop_id LEFT JOIN product g ON g.id = t.product_id) r
WHERE listed < %(before)s ORDER BY listed DESC LIMIT %(rows)s
"""


async def list_faces(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the pick faces: first those that goods are brought to, the more urgent before the others."""
    values = {"shop": shop_of(request.user), "before": read_before(request), "rows": PAGE_ROWS + 1}
    rows = await read_rows(context, _LIST, values)
    return render(request, "refills.html", faces=rows[:PAGE_ROWS], more=len(rows) > PAGE_ROWS, whole=whole)
