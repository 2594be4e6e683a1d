"""The lines of a cart on disk are rows of their own, so that a step writes those that it changed."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Move the lines of the carts that are there out of their JSON."""
    op.execute("ALTER TABLE cart ADD COLUMN step INTEGER NOT NULL DEFAULT 0")
    op.execute(
        """CREATE TABLE cart_line (
            cart_id TEXT NOT NULL, position INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (cart_id, position)
        ) WITHOUT ROWID"""
    )
    op.execute(
        """INSERT INTO cart_line (cart_id, position, content)
           SELECT cart.cart_id, line.key, line.value FROM cart, json_each(cart.content, '$.lines') AS line"""
    )
    op.execute("UPDATE cart SET content = json_remove(content, '$.lines')")
