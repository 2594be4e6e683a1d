"""Photos of goods that are not as they should be."""

from alembic import op

revision = "0045"
down_revision = "0042"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE photo (
        hash TEXT NOT NULL PRIMARY KEY, content BLOB, arrived_epoch TEXT NOT NULL, arrived_at TEXT NOT NULL)""",
    """CREATE TABLE photo_entry (
        incarnation TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (incarnation, seq, hash))""",
    "CREATE INDEX photo_entry_by_hash ON photo_entry (hash)",
)


def upgrade() -> None:
    """Make the tables; no entry has named a photo yet."""
    for statement in STATEMENTS:
        op.execute(statement)
