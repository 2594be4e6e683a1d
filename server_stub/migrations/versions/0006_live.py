"""Messages to terminals and people."""

from alembic import op

revision = "0006"
down_revision = "0005"

TABLES = ""


def upgrade() -> None:
    """Make the tables."""
    if TABLES:
        op.execute(TABLES)
