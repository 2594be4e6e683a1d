"""One list of what is to be picked: the lists of eckWMS clients are orders, and what a till picks they see."""

from alembic import op

revision = "0044"
down_revision = "0037"

COLUMNS = """
ALTER TABLE work_order ADD COLUMN origin text NOT NULL DEFAULT '';
CREATE INDEX work_order_origin ON work_order (origin) WHERE origin <> '';
ALTER TABLE work_order_line ADD COLUMN line_id uuid NOT NULL DEFAULT gen_random_uuid(), ADD COLUMN told_milli bigint,
    ADD COLUMN pending_milli bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN work_order_line.line_id IS 'The name by which eckWMS clients know a line';
COMMENT ON COLUMN work_order_line.told_milli IS 'What an eckWMS client said last was picked of it in all';
COMMENT ON COLUMN work_order_line.pending_milli IS 'What was picked by such a client and moves when it closes the list';
"""
MOVE = """
INSERT INTO work_order (id, shop_id, kind, number, origin, partner, priority, due, target_place_id, opened_at, ended_at,
    cancelled)
SELECT p.id, p.shop_id, 'picking',
    CASE WHEN o.id IS NULL THEN p.name ELSE p.name || ' ' || right(p.id::text, 6) END, p.origin, p.partner_name,
    p.priority, p.scheduled_at::date, p.to_place_id, p.created_at,
    CASE WHEN p.state IN ('done', 'cancelled') THEN coalesce(p.done_at, p.created_at) END, p.state = 'cancelled'
FROM picking p LEFT JOIN work_order o ON o.shop_id = p.shop_id AND o.kind = 'picking' AND o.number = p.name;
INSERT INTO work_order_line (order_id, n, shop_id, product_id, quantity_milli, place_id, line_id, told_milli,
    done_milli, pending_milli)
SELECT l.picking_id, l.n, l.shop_id, l.product_id, l.quantity_milli, l.from_place_id, l.id, l.done_milli,
    CASE WHEN p.state = 'done' THEN coalesce(l.done_milli, 0) ELSE 0 END,
    CASE WHEN p.state = 'in_progress' THEN coalesce(l.done_milli, 0) ELSE 0 END
FROM picking_line l JOIN picking p ON p.id = l.picking_id;
DROP TABLE picking_line, picking;
"""
VIEW = """
CREATE VIEW picking AS
SELECT o.id, o.shop_id, o.number AS name, o.origin,
    CASE WHEN o.cancelled THEN 'cancelled' WHEN o.ended_at IS NOT NULL THEN 'done'
        WHEN EXISTS (SELECT 1 FROM work_order_line l
            WHERE l.order_id = o.id AND (l.told_milli IS NOT NULL OR l.done_milli > 0)) THEN 'in_progress'
        ELSE 'assigned' END AS state,
    o.partner AS partner_name, o.priority, o.due, o.target_place_id AS to_place_id, o.opened_at AS created_at,
    o.ended_at AS done_at
FROM work_order o WHERE o.kind = 'picking';
COMMENT ON VIEW picking IS 'Orders to be picked, as eckWMS clients know them';
"""


def upgrade() -> None:
    """Make orders of the lists that there are."""
    op.execute(COLUMNS)
    op.execute(MOVE)
    op.execute(VIEW)
