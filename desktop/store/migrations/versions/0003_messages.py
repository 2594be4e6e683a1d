"""Messages of head office are kept until somebody has seen them."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.execute(
        """CREATE TABLE message (
            message_id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, author TEXT NOT NULL,
            sent_at TEXT NOT NULL, person TEXT NOT NULL, state TEXT NOT NULL, got_at TEXT NOT NULL)"""
    )
    op.execute("CREATE INDEX message_by_state ON message (state, message_id)")
