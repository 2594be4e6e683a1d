"""Serial numbers of what was sold, so that one that is sold twice is seen; bundles move their parts."""

from alembic import op

revision = "0019"
down_revision = "0018"

TABLES = """
CREATE TABLE sold_serial (
    product_id uuid NOT NULL, serial text NOT NULL, sale_id uuid NOT NULL, line_id uuid NOT NULL,
    PRIMARY KEY (product_id, serial, sale_id));
CREATE INDEX sold_serial_sale ON sold_serial (sale_id, line_id);
COMMENT ON TABLE sold_serial IS 'Pieces that were sold and have not come back; the same one twice is a case';
CREATE INDEX adjustment_bundle ON adjustment (chain, seq) WHERE reason = 'bundle';
"""


def upgrade() -> None:
    """Make the table."""
    op.execute(TABLES)
