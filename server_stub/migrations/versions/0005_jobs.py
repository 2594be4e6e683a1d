"""Jobs, their outcomes, and what they produce."""

from alembic import op

revision = "0005"
down_revision = "0004"

TABLES = ""


def upgrade() -> None:
    """Make the tables."""
    if TABLES:
        op.execute(TABLES)
