"""Pick faces say how much lies there at least and at most, and what they lack is brought once."""

from alembic import op

revision = "0092"
down_revision = "0091"

STATEMENTS = """
ALTER TABLE place ADD COLUMN min_milli bigint NOT NULL DEFAULT 0, ADD COLUMN max_milli bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT place_min_max CHECK (min_milli BETWEEN 0 AND max_milli);
COMMENT ON COLUMN place.max_milli IS 'Of a pick face: up to how much is brought there; 0 for a place that is none';
CREATE INDEX place_faces ON place (shop_id, kept_for_id) WHERE max_milli > 0;
ALTER TABLE work_order ADD COLUMN at_once boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN work_order.at_once IS 'A picking that waits for no refill';
CREATE UNIQUE INDEX work_order_refill ON work_order (target_place_id) WHERE kind = 'refill' AND ended_at IS NULL;
"""


def upgrade() -> None:
    """Make the columns; no place is a pick face until somebody says so."""
    op.execute(STATEMENTS)
