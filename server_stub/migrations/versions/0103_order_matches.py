"""A delivery that came without an order may be found to belong to one later."""

from alembic import op

revision = "0103"
down_revision = "0102"


def upgrade() -> None:
    """What it counts for is kept, so that it can be taken away again."""
    op.execute(
        """CREATE TABLE order_match (
            document_id uuid PRIMARY KEY, order_id uuid NOT NULL, shop_id uuid NOT NULL, done jsonb NOT NULL,
            matched_at timestamptz NOT NULL)"""
    )
    op.execute("CREATE INDEX order_match_of_order ON order_match (order_id)")
    op.execute(
        "COMMENT ON TABLE order_match IS"
        " 'Deliveries without an order that a person found to belong to one; done: thousandths by line of the order'"
    )
