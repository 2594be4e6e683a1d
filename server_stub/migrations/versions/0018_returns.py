"""Goods that come back: where they go, what they were sold in, and the shop's receipts for its tills."""

from alembic import op

revision = "0018"
down_revision = "0017"

STATEMENTS = """
ALTER TABLE sale_line ADD COLUMN to_place_id uuid;
COMMENT ON COLUMN sale_line.to_place_id IS 'Where goods go that come back; their quantity and amounts are below zero';
CREATE TABLE sale_return (
    sale_id uuid NOT NULL, n integer NOT NULL, shop_id uuid NOT NULL, returns_sale uuid, returns_line text NOT NULL,
    returns_receipt text COLLATE "C" NOT NULL, reason text NOT NULL, quantity_milli bigint NOT NULL,
    total_minor bigint NOT NULL, PRIMARY KEY (sale_id, n));
COMMENT ON TABLE sale_return IS
    'Lines that took goods back, above zero; returns_sale is empty where no receipt was at hand';
CREATE INDEX sale_return_of ON sale_return (returns_sale);
ALTER TABLE shop ADD COLUMN return_offline_minor bigint NOT NULL DEFAULT 0;

CREATE OR REPLACE VIEW movement AS
    SELECT chain, seq, n, shop_id, product_id, from_place_id, to_place_id, quantity_milli, reason, occurred_at
    FROM adjustment
    UNION ALL
    SELECT s.chain, s.seq, l.n, s.shop_id, l.product_id,
        CASE WHEN l.quantity_milli < 0 THEN c.id ELSE s.place_id END,
        CASE WHEN l.quantity_milli < 0 THEN l.to_place_id ELSE c.id END, abs(l.quantity_milli),
        CASE WHEN l.quantity_milli < 0 THEN 'return' ELSE 'sale' END, s.occurred_at
    FROM sale s JOIN sale_line l USING (sale_id, business_day)
    JOIN place c ON c.shop_id = s.shop_id AND c.kind = 'customer'
    UNION ALL
    SELECT s.void_chain, s.void_seq, l.n, s.shop_id, l.product_id,
        CASE WHEN l.quantity_milli < 0 THEN l.to_place_id ELSE c.id END,
        CASE WHEN l.quantity_milli < 0 THEN c.id ELSE s.place_id END, abs(l.quantity_milli), 'void', s.voided_at
    FROM sale s JOIN sale_line l USING (sale_id, business_day)
    JOIN place c ON c.shop_id = s.shop_id AND c.kind = 'customer'
    WHERE s.void_id IS NOT NULL;

INSERT INTO feed_item (feed, entity, entity_id)
SELECT 'receipts:' || shop_id, 'receipt', sale_id::text FROM sale
WHERE void_id IS NULL AND business_day > CURRENT_DATE - 30;
"""


def upgrade() -> None:
    """Add columns, table and feed rows; the view knows both ways."""
    op.execute(STATEMENTS)
