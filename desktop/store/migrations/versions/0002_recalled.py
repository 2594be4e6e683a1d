"""Entries that this terminal fetched back from the centre are told apart from those it sealed here."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Mark the entries, all of which were sealed here; the first ones are found by who began the chain."""
    op.execute("ALTER TABLE journal ADD COLUMN recalled INTEGER DEFAULT 0 NOT NULL")
    op.execute("DROP INDEX journal_first")
    op.execute("CREATE INDEX journal_first ON journal (recalled, position) WHERE seq = 1")
