"""Steps on the cart outlive a restart; a pinned set of offers is kept once, and carts name it."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; a cart of before names no set and carries its own inside."""
    op.execute("ALTER TABLE cart ADD COLUMN offers TEXT NOT NULL DEFAULT ''")
    op.execute("CREATE TABLE cart_offers (hash TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL)")
    op.execute(
        """CREATE TABLE cart_step (
            slot INTEGER NOT NULL PRIMARY KEY, number INTEGER NOT NULL, cart_id TEXT NOT NULL, content TEXT NOT NULL,
            offers TEXT NOT NULL)"""
    )
