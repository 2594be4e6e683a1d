"""A scan of a single piece that is marked keeps the whole code."""

from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Scans in hand before have none."""
    op.execute("ALTER TABLE scan ADD COLUMN mark TEXT NOT NULL DEFAULT ''")
