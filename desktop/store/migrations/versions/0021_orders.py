"""What documents did of their orders, and the order that a task is done for."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and the column."""
    op.execute(
        """CREATE TABLE order_done (
            document_id TEXT NOT NULL, n INTEGER NOT NULL, order_id TEXT NOT NULL, done_milli INTEGER NOT NULL,
            PRIMARY KEY (document_id, n))"""
    )
    op.execute("CREATE INDEX order_done_by_order ON order_done (order_id)")
    op.execute("CREATE TABLE order_end (document_id TEXT NOT NULL PRIMARY KEY, order_id TEXT NOT NULL)")
    op.execute("ALTER TABLE task ADD COLUMN order_id TEXT NOT NULL DEFAULT ''")
