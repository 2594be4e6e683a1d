"""A shop says why goods may be written off, and whether documents may take more than the books have."""

from alembic import op

revision = "0091"
down_revision = "0090"


def upgrade() -> None:
    """Until it says anything it is as before, and taking too much is warned of."""
    op.execute("ALTER TABLE shop ADD COLUMN stock_terms jsonb NOT NULL DEFAULT '{}'")
