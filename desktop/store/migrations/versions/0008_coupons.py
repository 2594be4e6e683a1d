"""Coupons that sales of this terminal redeemed are projected."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.execute(
        """CREATE TABLE coupon_use (
            sale_id TEXT NOT NULL, coupon_id TEXT NOT NULL, customer_id TEXT NOT NULL, incarnation TEXT NOT NULL,
            seq INTEGER NOT NULL, PRIMARY KEY (sale_id, coupon_id))"""
    )
    op.execute("CREATE INDEX coupon_use_by_coupon ON coupon_use (coupon_id)")
