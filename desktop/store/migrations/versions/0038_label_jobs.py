"""Jobs of the label printer; what a label said was the lowest price before (-1: nobody knows)."""

from alembic import op

revision = "0038"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the column."""
    op.execute("ALTER TABLE label_printed ADD COLUMN lowest_e4 INTEGER NOT NULL DEFAULT -1")
    op.execute(
        """CREATE TABLE label_job (
            job_id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, labels INTEGER NOT NULL, size TEXT NOT NULL,
            square INTEGER NOT NULL, content TEXT NOT NULL, state TEXT NOT NULL, made_at TEXT NOT NULL,
            actor TEXT NOT NULL, prints INTEGER NOT NULL, last_at TEXT NOT NULL, reason TEXT NOT NULL)"""
    )
