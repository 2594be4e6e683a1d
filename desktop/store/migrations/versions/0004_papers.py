"""Copies, invoices and fiscal answers are projected; buyers and mail stay at the terminal."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE receipt_copy (
        incarnation TEXT NOT NULL, seq INTEGER NOT NULL, sale_id TEXT NOT NULL, paper TEXT NOT NULL,
        copy_no INTEGER NOT NULL, occurred_at TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (incarnation, seq))""",
    "CREATE INDEX receipt_copy_by_sale ON receipt_copy (sale_id)",
    """CREATE TABLE invoice (
        invoice_id TEXT NOT NULL PRIMARY KEY, sale_id TEXT NOT NULL, series TEXT NOT NULL, invoice_no INTEGER NOT NULL,
        number TEXT NOT NULL, buyer_hash TEXT NOT NULL, occurred_at TEXT NOT NULL, actor TEXT NOT NULL)""",
    "CREATE INDEX invoice_by_sale ON invoice (sale_id)",
    "CREATE INDEX invoice_by_series ON invoice (series, invoice_no)",
    """CREATE TABLE fiscal (
        incarnation TEXT NOT NULL, seq INTEGER NOT NULL, sale_id TEXT NOT NULL, void_id TEXT NOT NULL,
        driver TEXT NOT NULL, transaction_no TEXT NOT NULL, signature TEXT NOT NULL, counter INTEGER NOT NULL,
        system_serial TEXT NOT NULL, module_serial TEXT NOT NULL, started_at TEXT NOT NULL, finished_at TEXT NOT NULL,
        qr TEXT NOT NULL, late INTEGER NOT NULL, PRIMARY KEY (incarnation, seq))""",
    "CREATE INDEX fiscal_by_sale ON fiscal (sale_id, void_id)",
    "CREATE TABLE invoice_buyer (invoice_id TEXT NOT NULL PRIMARY KEY, salt BLOB NOT NULL, content BLOB NOT NULL)",
    """CREATE TABLE mail (
        mail_id TEXT NOT NULL PRIMARY KEY, sale_id TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL,
        text TEXT NOT NULL, file_name TEXT NOT NULL, content BLOB, state TEXT NOT NULL, tries INTEGER NOT NULL,
        next_at TEXT NOT NULL, problem TEXT NOT NULL, made_at TEXT NOT NULL, done_at TEXT NOT NULL)""",
    "CREATE INDEX mail_by_state ON mail (state, next_at)",
    "CREATE INDEX mail_by_sale ON mail (sale_id)",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
