"""Goods that came back are projected, so that no line comes back twice."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.execute(
        """CREATE TABLE sale_return (
            sale_id TEXT NOT NULL REFERENCES sale (sale_id), line_no INTEGER NOT NULL, returns_sale TEXT NOT NULL,
            returns_line TEXT NOT NULL, returns_receipt TEXT NOT NULL, to_place_id TEXT NOT NULL, reason TEXT NOT NULL,
            quantity_milli INTEGER NOT NULL, total_minor INTEGER NOT NULL, PRIMARY KEY (sale_id, line_no))"""
    )
    op.execute("CREATE INDEX sale_return_by_sale ON sale_return (returns_sale)")
