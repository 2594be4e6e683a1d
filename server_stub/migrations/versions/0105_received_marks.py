"""Codes of single pieces as they were scanned when they came in, beside those of what was picked."""

from alembic import op

revision = "0105"
down_revision = "0095"

STATEMENTS = """
CREATE TABLE received_mark (
    document_id uuid NOT NULL, n integer NOT NULL, k integer NOT NULL, shop_id uuid NOT NULL, product_id uuid NOT NULL,
    lot text NOT NULL, code text NOT NULL, PRIMARY KEY (document_id, n, k));
COMMENT ON TABLE received_mark IS 'Codes of single pieces as they were scanned when they came in, byte for byte';
CREATE INDEX received_mark_of_piece ON received_mark (product_id, lot);
"""


def upgrade() -> None:
    """Nothing that came in had its code kept before."""
    op.execute(STATEMENTS)
