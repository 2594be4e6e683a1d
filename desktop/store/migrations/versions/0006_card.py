"""What is put to the card terminal is written down before, and stays until it is sold."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.execute(
        """CREATE TABLE card_attempt (
            attempt_id TEXT NOT NULL PRIMARY KEY, cart_id TEXT NOT NULL, kind TEXT NOT NULL,
            amount_minor INTEGER NOT NULL, currency TEXT NOT NULL, started_at TEXT NOT NULL, state TEXT NOT NULL,
            reference TEXT NOT NULL, undoes TEXT NOT NULL, original TEXT NOT NULL)"""
    )
    op.execute("CREATE INDEX card_attempt_by_cart ON card_attempt (cart_id)")
