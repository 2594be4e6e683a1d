"""Goods that go back to their supplier name the line of the receipt they came with."""

from alembic import op

revision = "0111"
down_revision = "0106"


def upgrade() -> None:
    """Returns from before name their order alone."""
    op.execute("ALTER TABLE work_order_line ADD COLUMN came_order uuid, ADD COLUMN came_n integer")
    op.execute(
        "COMMENT ON COLUMN work_order_line.came_order IS"
        " 'Of goods that go back to a supplier: the order for which they were received, came_n is its line'"
    )
    op.execute("CREATE INDEX work_order_line_came ON work_order_line (came_order, came_n) WHERE came_order IS NOT NULL")
