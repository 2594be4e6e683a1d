"""Documents that wait for an approval; which tasks were set aside."""

from alembic import op

revision = "0042"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the column; what was set aside before stays for a person to finish."""
    op.execute("ALTER TABLE task ADD COLUMN aside INTEGER NOT NULL DEFAULT 0")
    op.execute(
        """CREATE TABLE goods_asked (
            document_id TEXT NOT NULL PRIMARY KEY, incarnation TEXT NOT NULL, seq INTEGER NOT NULL,
            content TEXT NOT NULL)"""
    )
