"""What picking leaves: the codes of single pieces, and how long documents took."""

from alembic import op

revision = "0045"
down_revision = "0042"

STATEMENTS = """
ALTER TABLE goods_document ADD COLUMN began_at timestamptz, ADD COLUMN scans integer NOT NULL DEFAULT 0,
    ADD COLUMN refused integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN goods_document.refused IS 'Scans of something else than was asked for';
CREATE INDEX goods_document_worked ON goods_document (shop_id, occurred_at) WHERE began_at IS NOT NULL;
CREATE TABLE picked_mark (
    document_id uuid NOT NULL, n integer NOT NULL, k integer NOT NULL, shop_id uuid NOT NULL, product_id uuid NOT NULL,
    lot text NOT NULL, code text NOT NULL, PRIMARY KEY (document_id, n, k));
COMMENT ON TABLE picked_mark IS 'Codes of single pieces as they were scanned when they were picked, byte for byte';
CREATE INDEX picked_mark_of_piece ON picked_mark (product_id, lot);
"""


def upgrade() -> None:
    """Make the columns and the table."""
    op.execute(STATEMENTS)
