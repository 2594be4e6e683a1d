"""Tips that came with payments."""

from alembic import op

revision = "0026"
down_revision = "0025"

STATEMENTS = """
CREATE TABLE sale_tip (
    sale_id uuid NOT NULL, n integer NOT NULL, shop_id uuid NOT NULL, method text COLLATE "C" NOT NULL,
    tip_minor bigint NOT NULL, PRIMARY KEY (sale_id, n));
COMMENT ON TABLE sale_tip IS 'What came beside the amount of payment n; no revenue. A void leaves it';
"""


def upgrade() -> None:
    """Make the table."""
    op.execute(STATEMENTS)
