"""What sales of this terminal moved in the purses of customers is projected."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.execute(
        """CREATE TABLE purse_move (
            incarnation TEXT NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, sale_id TEXT NOT NULL,
            customer_id TEXT NOT NULL, purse TEXT NOT NULL, amount INTEGER NOT NULL, hold TEXT NOT NULL,
            PRIMARY KEY (incarnation, seq, n))"""
    )
    op.execute("CREATE INDEX purse_move_by_customer ON purse_move (customer_id)")
    op.execute("CREATE INDEX purse_move_by_sale ON purse_move (sale_id)")
