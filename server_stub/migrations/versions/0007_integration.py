"""What integrations read: search, partitions, people's data."""

from alembic import op

revision = "0007"
down_revision = "0006"

TABLES = ""


def upgrade() -> None:
    """Make the tables."""
    if TABLES:
        op.execute(TABLES)
