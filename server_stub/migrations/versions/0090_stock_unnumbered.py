"""Stock that waits for its position has an index of its own, next to nothing in size.

Without one PostgreSQL expects many such rows while a shop fills up, reads the whole table and finds none, twenty times
a second."""

from alembic import op

revision = "0090"
down_revision = "0080"


def upgrade() -> None:
    """Make the index."""
    op.execute("CREATE INDEX stock_unnumbered ON stock (shop_id) WHERE position IS NULL")
