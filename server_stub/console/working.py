"""The supervisor's board: how far counts, picks and receipts are, and who is at what."""

from typing import LiteralString

from litestar import Response
from litestar.di import NamedDependency

from server_stub.console.pages import PageRequest, render
from server_stub.console.reading import read_rows, shop_of
from server_stub.context import Context

_KINDS: LiteralString = """
SELECT o.kind, count(*) AS orders, count(*) FILTER (WHERE o.taken_by = '') AS waiting,
    coalesce(sum(l.lines), 0)::bigint AS lines, coalesce(sum(l.full_lines), 0)::bigint AS full_lines,
    floor(coalesce(sum(l.done), 0) * 100 / nullif(sum(l.wanted), 0))::bigint AS share
FROM work_order o CROSS JOIN LATERAL (
    SELECT count(*) AS lines, count(*) FILTER (WHERE done_milli >= quantity_milli) AS full_lines,
        sum(least(done_milli, quantity_milli)) AS done, sum(quantity_milli) AS wanted
    FROM work_order_line WHERE order_id = o.id) l
WHERE o.ended_at IS NULL AND NOT o.held AND (%(shop)s::uuid IS NULL OR o.shop_id = %(shop)s) GROUP BY 1 ORDER BY 1
"""
_PEOPLE: LiteralString = """
WITH today AS (
    SELECT d.actor, 1 AS documents, (SELECT count(*) FROM adjustment a WHERE a.chain = d.chain AND a.seq = d.seq)
        AS lines, d.occurred_at
    FROM goods_document d JOIN shop s ON s.id = d.shop_id
    WHERE (%(shop)s::uuid IS NULL OR d.shop_id = %(shop)s)
        AND d.occurred_at >= date_trunc('day', %(now)s AT TIME ZONE s.time_zone) AT TIME ZONE s.time_zone
    UNION ALL
    SELECT c.actor, 1, (SELECT count(*) FROM count_line l WHERE l.count_id = c.count_id), c.occurred_at
    FROM count_sheet c JOIN shop s ON s.id = c.shop_id
    WHERE (%(shop)s::uuid IS NULL OR c.shop_id = %(shop)s)
        AND c.occurred_at >= date_trunc('day', %(now)s AT TIME ZONE s.time_zone) AT TIME ZONE s.time_zone),
done AS (
    SELECT actor AS person, count(*) AS documents, sum(lines)::bigint AS lines, max(occurred_at) AS latest
    FROM today GROUP BY 1),
busy AS (
    SELECT o.taken_by AS person, array_agg(json_build_object('id', o.id, 'number', o.number, 'kind', o.kind,
        'share', l.share) ORDER BY o.priority DESC, o.number) AS orders
    FROM work_order o CROSS JOIN LATERAL (
        SELECT floor(coalesce(sum(least(done_milli, quantity_milli)), 0) * 100 / nullif(sum(quantity_milli), 0))::bigint
            AS share FROM work_order_line WHERE order_id = o.id) l
    WHERE o.ended_at IS NULL AND o.taken_by <> '' AND (%(shop)s::uuid IS NULL OR o.shop_id = %(shop)s) GROUP BY 1)
SELECT coalesce(p.name, person) AS name, coalesce(d.documents, 0) AS documents, coalesce(d.lines, 0) AS lines,
    d.latest, coalesce(b.orders, '{}') AS orders
FROM done d FULL JOIN busy b USING (person) LEFT JOIN person p ON p.id::text = person
ORDER BY b.orders IS NULL, name LIMIT 200
"""
"""Who is at an order, and who has posted a document or a count today by the shop's clock."""


async def show_work(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """Show the open orders by kind, and people with what they are at and what they did today."""
    values = {"shop": shop_of(request.user), "now": context.now()}
    kinds = await read_rows(context, _KINDS, values)
    return render(request, "working.html", kinds=kinds, people=await read_rows(context, _PEOPLE, values))
