"""A line of an order may say itself how much more than it wants is taken without a reason."""

from alembic import op

revision = "0095"
down_revision = "0104"


def upgrade() -> None:
    """The line says it before its order; what came of a blind order is measured by it, too."""
    op.execute("ALTER TABLE work_order_line ADD COLUMN over_ppm integer")
    op.execute(
        "COMMENT ON COLUMN work_order_line.over_ppm IS"
        " 'How much more than the line wants is taken without a reason; NULL: as its order says'"
    )
    op.execute(
        """CREATE OR REPLACE VIEW blind_difference AS
        SELECT o.id AS order_id, d.n, o.shop_id, d.product_id, abs(d.milli) AS quantity_milli,
            CASE WHEN d.milli < 0 THEN 'short' ELSE 'over' END AS kind, d.lot,
            d.milli < 0 OR d.milli > d.allowed / 1000000 AS beyond, o.ended_at, o.number
        FROM work_order o CROSS JOIN LATERAL (
            SELECT min(l.n) AS n, l.product_id, l.lot, sum(l.done_milli - l.quantity_milli)::bigint AS milli,
                sum(l.quantity_milli * coalesce(l.over_ppm, o.over_ppm)) AS allowed
            FROM work_order_line l WHERE l.order_id = o.id GROUP BY l.product_id, l.lot) d
        WHERE o.blind AND o.ended_at IS NOT NULL AND NOT o.cancelled AND d.milli <> 0"""
    )
