"""Who did what in a shift: several people work on one drawer, and each has figures of their own."""

from typing import LiteralString

FIGURES: LiteralString = """
SELECT s.shift_id, s.who AS person, coalesce(max(p.name), '') AS name,
    count(*) FILTER (WHERE s.void_id IS NULL) AS sales,
    coalesce(sum(s.total_minor) FILTER (WHERE s.void_id IS NULL), 0)::bigint AS total_minor,
    count(b.back_minor) FILTER (WHERE s.void_id IS NULL) AS returns,
    coalesce(sum(b.back_minor) FILTER (WHERE s.void_id IS NULL), 0)::bigint AS returned_minor,
    count(*) FILTER (WHERE s.void_id IS NOT NULL) AS voids,
    coalesce(sum(s.total_minor) FILTER (WHERE s.void_id IS NOT NULL), 0)::bigint AS voided_minor
FROM (SELECT *, CASE WHEN void_id IS NULL THEN actor ELSE coalesce(void_actor, actor) END AS who FROM sale
    WHERE shift_id = ANY(%(shifts)s::uuid[]) AND business_day = %(day)s) s
LEFT JOIN person p ON p.id::text = s.who
LEFT JOIN LATERAL (SELECT sum(r.total_minor) AS back_minor FROM sale_return r WHERE r.sale_id = s.sale_id) b ON true
GROUP BY s.shift_id, s.who
"""
"""Per shift and person: sales that stand and their total (less by what came back), how many of them took goods back
and for how much, and which sales of anybody they took back as a whole. All shifts are of one business day."""
