"""Serial numbers that were sold and codes that no goods have are projected."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE sold_serial (
        product_id TEXT NOT NULL, serial TEXT NOT NULL, sale_id TEXT NOT NULL, line_id TEXT NOT NULL,
        PRIMARY KEY (product_id, serial))""",
    "CREATE INDEX sold_serial_by_sale ON sold_serial (sale_id, line_id)",
    "CREATE TABLE unknown_code (code TEXT NOT NULL PRIMARY KEY, seen_at TEXT NOT NULL)",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
