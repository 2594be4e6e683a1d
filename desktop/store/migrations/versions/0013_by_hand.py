"""Voids whose card money a person gave back; nobody has done so yet."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.execute("ALTER TABLE void ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0")
