"""What promotions gave on the lines of sales."""

from alembic import op

revision = "0022"
down_revision = "0021"

STATEMENTS = """
CREATE TABLE sale_promotion (
    sale_id uuid NOT NULL, n integer NOT NULL, promotion_id text COLLATE "C" NOT NULL, name text NOT NULL,
    amount_minor bigint NOT NULL, PRIMARY KEY (sale_id, n, promotion_id));
COMMENT ON TABLE sale_promotion IS 'Part of the discount of line n, in the basis of the price; a void leaves it';
CREATE INDEX sale_promotion_of ON sale_promotion (promotion_id);
"""


def upgrade() -> None:
    """Make the table."""
    op.execute(STATEMENTS)
