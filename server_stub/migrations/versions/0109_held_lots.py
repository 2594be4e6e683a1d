"""A lot can be held wherever it lies: it is seen, and neither picked nor sold."""

from alembic import op

revision = "0109"
down_revision = "0107"

STATEMENTS = """
CREATE TABLE lot_hold (
    id uuid PRIMARY KEY, shop_id uuid NOT NULL REFERENCES shop, product_id uuid NOT NULL, lot text NOT NULL,
    reason text NOT NULL, held_by text NOT NULL, held_at timestamptz NOT NULL, let_go_by text NOT NULL DEFAULT '',
    let_go_at timestamptz);
COMMENT ON TABLE lot_hold IS 'A lot, or the piece of a serial number, that nobody picks or sells in a shop';
CREATE UNIQUE INDEX lot_hold_held ON lot_hold (shop_id, product_id, lot) WHERE let_go_at IS NULL;
CREATE INDEX lot_hold_listed ON lot_hold (shop_id, held_at, id);
"""


def upgrade() -> None:
    """Nothing is held yet."""
    op.execute(STATEMENTS)
