"""The ledger keeps lots and single pieces apart, and movements belong to documents."""

from alembic import op

revision = "0032"
down_revision = "0031"

STATEMENTS = """
ALTER TABLE stock ADD COLUMN lot text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE stock DROP CONSTRAINT stock_pkey, ADD PRIMARY KEY (product_id, place_id, lot);
DROP INDEX stock_shop;
CREATE INDEX stock_shop ON stock (shop_id, product_id, place_id, lot);
COMMENT ON COLUMN stock.lot IS 'A lot, or the serial number of one piece; empty for goods that are all alike';
ALTER TABLE adjustment ADD COLUMN lot text NOT NULL DEFAULT '', ADD COLUMN document_id uuid;

CREATE TABLE goods_document (
    document_id uuid PRIMARY KEY, chain integer NOT NULL, seq bigint NOT NULL, shop_id uuid NOT NULL,
    purpose text NOT NULL, reference text NOT NULL, reason text NOT NULL, note text NOT NULL, granted_by text NOT NULL,
    occurred_at timestamptz NOT NULL, actor text NOT NULL);
COMMENT ON TABLE goods_document IS 'Why goods moved; what they were lies in adjustment';
CREATE INDEX goods_document_of_shop ON goods_document (shop_id, occurred_at, document_id);

CREATE TABLE lot (
    product_id uuid NOT NULL, lot text COLLATE "C" NOT NULL, expires_on date, PRIMARY KEY (product_id, lot));
COMMENT ON TABLE lot IS 'When a lot expires; who says otherwise later makes a case of it';

CREATE TABLE sale_lot (
    sale_id uuid NOT NULL, n integer NOT NULL, shop_id uuid NOT NULL, lot text NOT NULL, PRIMARY KEY (sale_id, n));
COMMENT ON TABLE sale_lot IS 'The lot or piece that a line of a sale was, for lines that say it';

CREATE OR REPLACE VIEW movement AS
    SELECT chain, seq, n, shop_id, product_id, from_place_id, to_place_id, quantity_milli, reason, occurred_at, lot
    FROM adjustment
    UNION ALL
    SELECT s.chain, s.seq, l.n, s.shop_id, l.product_id,
        CASE WHEN l.quantity_milli < 0 THEN c.id ELSE s.place_id END,
        CASE WHEN l.quantity_milli < 0 THEN l.to_place_id ELSE c.id END, abs(l.quantity_milli),
        CASE WHEN l.quantity_milli < 0 THEN 'return' ELSE 'sale' END, s.occurred_at, coalesce(t.lot, '')
    FROM sale s JOIN sale_line l USING (sale_id, business_day)
    JOIN place c ON c.shop_id = s.shop_id AND c.kind = 'customer'
    LEFT JOIN sale_lot t ON t.sale_id = l.sale_id AND t.n = l.n
    UNION ALL
    SELECT s.void_chain, s.void_seq, l.n, s.shop_id, l.product_id,
        CASE WHEN l.quantity_milli < 0 THEN l.to_place_id ELSE c.id END,
        CASE WHEN l.quantity_milli < 0 THEN c.id ELSE s.place_id END, abs(l.quantity_milli), 'void', s.voided_at,
        coalesce(t.lot, '')
    FROM sale s JOIN sale_line l USING (sale_id, business_day)
    JOIN place c ON c.shop_id = s.shop_id AND c.kind = 'customer'
    LEFT JOIN sale_lot t ON t.sale_id = l.sale_id AND t.n = l.n
    WHERE s.void_id IS NOT NULL;
"""


def upgrade() -> None:
    """Make the tables; sales that are here keep their goods without a lot, as they were counted."""
    op.execute(STATEMENTS)
