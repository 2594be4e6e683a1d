"""What picking leaves: codes of single pieces, how long documents took; and supplies, which bundle what is picked."""

from alembic import op

revision = "0045"
down_revision = "0042"

STATEMENTS = """
ALTER TABLE goods_document ADD COLUMN began_at timestamptz, ADD COLUMN scans integer NOT NULL DEFAULT 0,
    ADD COLUMN refused integer NOT NULL DEFAULT 0, ADD COLUMN weight_milli bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN goods_document.refused IS 'Scans of something else than was asked for';
CREATE INDEX goods_document_worked ON goods_document (shop_id, occurred_at) WHERE began_at IS NOT NULL;
CREATE TABLE picked_mark (
    document_id uuid NOT NULL, n integer NOT NULL, k integer NOT NULL, shop_id uuid NOT NULL, product_id uuid NOT NULL,
    lot text NOT NULL, code text NOT NULL, PRIMARY KEY (document_id, n, k));
COMMENT ON TABLE picked_mark IS 'Codes of single pieces as they were scanned when they were picked, byte for byte';
CREATE INDEX picked_mark_of_piece ON picked_mark (product_id, lot);
CREATE TABLE supply (
    id uuid PRIMARY KEY, shop_id uuid NOT NULL REFERENCES shop, number text NOT NULL, opened_at timestamptz NOT NULL,
    closed_at timestamptz, UNIQUE (shop_id, number));
COMMENT ON TABLE supply IS 'Orders that are picked, packed and handed over together';
ALTER TABLE work_order ADD COLUMN packs boolean NOT NULL DEFAULT false, ADD COLUMN sticker text NOT NULL DEFAULT '',
    ADD COLUMN supply_id uuid REFERENCES supply;
CREATE INDEX work_order_of_supply ON work_order (supply_id) WHERE supply_id IS NOT NULL;
COMMENT ON COLUMN work_order.packs IS 'What was picked is packed next; that ends the order';
COMMENT ON COLUMN work_order.sticker IS 'What a marketplace reads from the label';
"""


def upgrade() -> None:
    """Make the columns and the tables."""
    op.execute(STATEMENTS)
