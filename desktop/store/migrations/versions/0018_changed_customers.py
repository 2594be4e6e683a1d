"""Customers are changed at the till: the entries that make and change them are one table."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE customer_entry (
        incarnation TEXT NOT NULL, seq INTEGER NOT NULL, customer_id TEXT NOT NULL, attachment TEXT NOT NULL,
        fields TEXT NOT NULL, PRIMARY KEY (incarnation, seq))""",
    """INSERT INTO customer_entry (incarnation, seq, customer_id, attachment, fields)
        SELECT incarnation, seq, customer_id, attachment, '' FROM registered_customer""",
    "CREATE INDEX customer_entry_by_customer ON customer_entry (customer_id)",
    "DROP TABLE registered_customer",
)


def upgrade() -> None:
    """Carry over those that were made."""
    for statement in STATEMENTS:
        op.execute(statement)
