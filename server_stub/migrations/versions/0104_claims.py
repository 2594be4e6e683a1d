"""What was not as ordered goes out to the supplier as a claim with a number of its own."""

from alembic import op

revision = "0104"
down_revision = "0098"


def upgrade() -> None:
    """Its lines are the order's deviations, whatever is found later."""
    op.execute(
        """CREATE TABLE claim (
            order_id uuid PRIMARY KEY, shop_id uuid NOT NULL, number bigint NOT NULL, made_at timestamptz NOT NULL,
            sent_at timestamptz, answered_at timestamptz, answer text NOT NULL DEFAULT '', UNIQUE (shop_id, number))"""
    )
    op.execute("COMMENT ON TABLE claim IS 'Claims on suppliers: one an order, numbered without gaps in each shop'")
