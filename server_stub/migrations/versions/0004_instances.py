"""Servers of the eckWMS family that the proxy may reach, and codes to pair with them."""

from alembic import op

revision = "0004"
down_revision = "0003"

TABLES = ""


def upgrade() -> None:
    """Make the tables."""
    if TABLES:
        op.execute(TABLES)
