"""What customers have with the shops: store credit, account, points; what moves it, and what is held for tills."""

from alembic import op

revision = "0025"
down_revision = "0024"

STATEMENTS = """
CREATE TABLE purse_move (
    sale_id uuid NOT NULL, n integer NOT NULL, shop_id uuid NOT NULL, customer_id uuid NOT NULL, purse text NOT NULL,
    currency text NOT NULL, amount bigint NOT NULL, occurred_at timestamptz NOT NULL,
    reason text NOT NULL DEFAULT '', voided boolean NOT NULL DEFAULT false, PRIMARY KEY (sale_id, n));
COMMENT ON TABLE purse_move IS
    'Given to the customer (above zero) and spent (below); what they have is the sum of what is not voided';
COMMENT ON COLUMN purse_move.amount IS 'Minor units of money; of points points';
COMMENT ON COLUMN purse_move.n IS 'Payment of the sale, 0 for the points it earned';
COMMENT ON COLUMN purse_move.sale_id IS 'An id of its own where the office put it right, which gives a reason';
CREATE INDEX purse_move_customer ON purse_move (customer_id, occurred_at);
CREATE VIEW purse_balance AS
    SELECT m.customer_id,
        coalesce(sum(amount) FILTER (WHERE purse = 'credit' AND m.currency = s.currency), 0)::bigint AS credit_minor,
        coalesce(sum(amount) FILTER (WHERE purse = 'account' AND m.currency = s.currency), 0)::bigint AS account_minor,
        coalesce(sum(amount) FILTER (WHERE purse = 'points'), 0)::bigint AS points
    FROM purse_move m JOIN customer c USING (customer_id) JOIN shop s ON s.id = c.shop_id
    WHERE NOT m.voided GROUP BY m.customer_id;
COMMENT ON VIEW purse_balance IS 'Money in the currency of the customer''s own shop';
CREATE TABLE purse_hold (
    hold_id uuid PRIMARY KEY, customer_id uuid NOT NULL, purse text NOT NULL, device_uuid uuid NOT NULL,
    amount bigint NOT NULL, expires_at timestamptz NOT NULL);
CREATE INDEX purse_hold_customer ON purse_hold (customer_id);
"""


def upgrade() -> None:
    """Make the tables."""
    op.execute(STATEMENTS)
