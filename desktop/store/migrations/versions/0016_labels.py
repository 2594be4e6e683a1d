"""The till remembers what the labels say that it printed."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; no label is known of before."""
    op.execute(
        """CREATE TABLE label_printed (
            product_id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, price_e4 INTEGER NOT NULL,
            former_e4 INTEGER NOT NULL, printed_at TEXT NOT NULL)"""
    )
