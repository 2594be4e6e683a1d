"""Gift certificates and what moves on them; what a shop says about paying."""

from alembic import op

revision = "0021"
down_revision = "0020"

STATEMENTS = """
CREATE TABLE gift (
    number text COLLATE "C" PRIMARY KEY, shop_id uuid, currency text NOT NULL, active boolean NOT NULL DEFAULT true,
    expires_on date, issued_at timestamptz NOT NULL);
CREATE TABLE gift_move (
    sale_id uuid NOT NULL, n integer NOT NULL, shop_id uuid NOT NULL, number text COLLATE "C" NOT NULL,
    kind text NOT NULL, currency text NOT NULL, amount_minor bigint NOT NULL, occurred_at timestamptz NOT NULL,
    voided boolean NOT NULL DEFAULT false, PRIMARY KEY (sale_id, n));
COMMENT ON TABLE gift_move IS 'Issued (above zero) and redeemed (below); the balance is the sum of what is not voided';
COMMENT ON COLUMN gift_move.n IS 'Line of the sale, or -1, -2 ... for its payments';
COMMENT ON COLUMN gift_move.sale_id IS 'An id of its own where the office issued it';
CREATE INDEX gift_move_number ON gift_move (number, occurred_at);
CREATE VIEW gift_balance AS
    SELECT number, sum(amount_minor)::bigint AS balance_minor,
        coalesce(sum(amount_minor) FILTER (WHERE kind = 'issued'), 0)::bigint AS issued_minor,
        (array_agg(shop_id ORDER BY occurred_at DESC))[1] AS shop_id
    FROM gift_move WHERE NOT voided GROUP BY number;
CREATE TABLE gift_hold (
    hold_id uuid PRIMARY KEY, number text COLLATE "C" NOT NULL REFERENCES gift, device_uuid uuid NOT NULL,
    amount_minor bigint NOT NULL, expires_at timestamptz NOT NULL);
CREATE INDEX gift_hold_number ON gift_hold (number);
ALTER TABLE shop ADD COLUMN tender jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN shop.tender IS 'sync.wire.tenders.TenderTerms';
"""


def upgrade() -> None:
    """Make the tables and the column."""
    op.execute(STATEMENTS)
