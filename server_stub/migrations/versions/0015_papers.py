"""What follows a sale on paper, as tills tell it: copies, invoices, and what fiscal devices signed."""

from alembic import op

revision = "0015"
down_revision = "0014"

TABLES = """
CREATE TABLE receipt_copy (
    chain integer NOT NULL, seq bigint NOT NULL, shop_id uuid, sale_id uuid NOT NULL, paper text NOT NULL,
    copy_no integer NOT NULL, occurred_at timestamptz NOT NULL, actor text NOT NULL, PRIMARY KEY (chain, seq));
CREATE INDEX receipt_copy_sale ON receipt_copy (sale_id);
CREATE TABLE invoice (
    chain integer NOT NULL, seq bigint NOT NULL, shop_id uuid, invoice_id uuid NOT NULL, sale_id uuid NOT NULL,
    series text NOT NULL, invoice_no bigint NOT NULL, number text NOT NULL, buyer_hash text NOT NULL,
    occurred_at timestamptz NOT NULL, actor text NOT NULL, PRIMARY KEY (chain, seq));
CREATE INDEX invoice_sale ON invoice (sale_id);
CREATE INDEX invoice_series ON invoice (shop_id, series, invoice_no);
COMMENT ON COLUMN invoice.buyer_hash IS 'SHA-256 of salt and buyer; the buyer''s data stay at the terminal';
CREATE TABLE fiscal (
    chain integer NOT NULL, seq bigint NOT NULL, shop_id uuid, sale_id uuid NOT NULL, void_id uuid,
    driver text NOT NULL,
    transaction_no text NOT NULL, signature text NOT NULL, counter bigint NOT NULL, system_serial text NOT NULL,
    module_serial text NOT NULL, started_at text NOT NULL, finished_at text NOT NULL, qr text NOT NULL,
    late boolean NOT NULL,
    occurred_at timestamptz NOT NULL, actor text NOT NULL, PRIMARY KEY (chain, seq));
CREATE INDEX fiscal_sale ON fiscal (sale_id);
COMMENT ON COLUMN fiscal.late IS 'The device was out of order when the paper was due, and signed afterwards';
"""


def upgrade() -> None:
    """Make the tables."""
    op.execute(TABLES)
