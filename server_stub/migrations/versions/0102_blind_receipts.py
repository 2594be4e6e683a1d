"""Goods may be received blind: what is expected stays at the centre, which works out the differences at the end."""

from alembic import op

revision = "0102"
down_revision = "0093"


def upgrade() -> None:
    """A difference of a blind order stands in no document: it is worked out whenever it is asked for."""
    op.execute("ALTER TABLE work_order ADD COLUMN blind boolean NOT NULL DEFAULT false")
    op.execute(
        """CREATE VIEW blind_difference AS
        SELECT o.id AS order_id, d.n, o.shop_id, d.product_id, abs(d.milli) AS quantity_milli,
            CASE WHEN d.milli < 0 THEN 'short' ELSE 'over' END AS kind, d.lot,
            d.milli < 0 OR d.milli > d.wanted_milli * o.over_ppm / 1000000 AS beyond, o.ended_at, o.number
        FROM work_order o CROSS JOIN LATERAL (
            SELECT min(n) AS n, product_id, lot, sum(done_milli - quantity_milli)::bigint AS milli,
                sum(quantity_milli)::bigint AS wanted_milli
            FROM work_order_line WHERE order_id = o.id GROUP BY product_id, lot) d
        WHERE o.blind AND o.ended_at IS NOT NULL AND NOT o.cancelled AND d.milli <> 0"""
    )
    op.execute(
        "COMMENT ON VIEW blind_difference IS"
        " 'What came of ended blind orders against what was expected; beyond: short, or more than is taken unasked'"
    )
    op.execute(
        """CREATE VIEW told_deviation AS
        SELECT d.document_id, d.n, d.shop_id, d.order_id, d.product_id, d.quantity_milli, d.kind, d.reason, d.place_id,
            d.lot, d.instead_of, g.occurred_at, coalesce(g.reference, '') AS reference,
            coalesce(g.actor, '') AS actor
        FROM deviation d LEFT JOIN goods_document g USING (document_id)
        UNION ALL
        SELECT order_id, n, shop_id, order_id, product_id, quantity_milli, kind, '', NULL, lot, NULL, ended_at, number,
            '' FROM blind_difference"""
    )
    op.execute(
        "COMMENT ON VIEW told_deviation IS"
        " 'What was not as ordered: what documents say of it, and what came of blind orders, whose documents cannot'"
    )
