"""Offers that were ended or removed by hand, as they were before."""

from alembic import op

revision = "0030"
down_revision = "0029"

STATEMENTS = """
CREATE TABLE ended_offer (
    n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL, offer_id uuid NOT NULL,
    shop_id uuid REFERENCES shop, name text NOT NULL, removed boolean NOT NULL, kept jsonb NOT NULL,
    done_at timestamptz NOT NULL, done_by text NOT NULL);
COMMENT ON COLUMN ended_offer.kept IS 'Rows by table, as they were; a removed offer with its coupons or prices';
CREATE INDEX ended_offer_of ON ended_offer (kind, n);
"""


def upgrade() -> None:
    """Make the table."""
    op.execute(STATEMENTS)
