"""Parked tickets are shared between the tills of a shop: what head office knows of those of this one."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; carts that were parked before stay with this till alone."""
    op.execute(
        """CREATE TABLE parked_cart (
            parked_id TEXT NOT NULL PRIMARY KEY, cart_id TEXT NOT NULL, parked_at TEXT NOT NULL, told TEXT NOT NULL,
            revision INTEGER NOT NULL)"""
    )
