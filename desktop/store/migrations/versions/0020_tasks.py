"""Tasks of the warehouse in hand, and their scans."""

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.execute(
        """CREATE TABLE task (
            id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, opened_at TEXT NOT NULL, person_id TEXT NOT NULL,
            source_id TEXT NOT NULL, target_id TEXT NOT NULL, reference TEXT NOT NULL, reason TEXT NOT NULL,
            note TEXT NOT NULL)"""
    )
    op.execute(
        """CREATE TABLE scan (
            task_id TEXT NOT NULL, n INTEGER NOT NULL, at TEXT NOT NULL, what TEXT NOT NULL, code TEXT NOT NULL,
            product_id TEXT NOT NULL, quantity_milli INTEGER NOT NULL, lot TEXT NOT NULL, expiry TEXT NOT NULL,
            place_id TEXT NOT NULL, book_milli INTEGER NOT NULL, book INTEGER NOT NULL, PRIMARY KEY (task_id, n))
            WITHOUT ROWID"""
    )
    op.execute(
        """CREATE TABLE task_book (
            task_id TEXT NOT NULL, n INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (task_id, n))
            WITHOUT ROWID"""
    )
