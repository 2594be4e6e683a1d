"""Customers are made at the till: what they gave is kept beside the journal, and which entry names it is projected."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE registered_customer (
        customer_id TEXT NOT NULL PRIMARY KEY, attachment TEXT NOT NULL, incarnation TEXT NOT NULL,
        seq INTEGER NOT NULL)""",
    "CREATE INDEX registered_customer_by_entry ON registered_customer (incarnation, seq)",
    """CREATE TABLE attachment (
        hash TEXT NOT NULL PRIMARY KEY, salt BLOB, content BLOB, arrived_epoch TEXT NOT NULL,
        arrived_at TEXT NOT NULL)""",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
