"""Bundles of an order are picked as their parts."""

from alembic import op

revision = "0098"
down_revision = "0103"


def upgrade() -> None:
    """A line that was made of a bundle keeps which, how many of them, and the number of the line that named it."""
    op.execute(
        "ALTER TABLE work_order_line ADD COLUMN bundle_id uuid, ADD COLUMN bundle_n integer,"
        " ADD COLUMN bundle_milli bigint"
    )
    op.execute(
        "COMMENT ON COLUMN work_order_line.bundle_n IS"
        " 'Lines of one order with this number are the parts of bundle_milli thousandths of bundle_id'"
    )
