"""Tickets that tills have put aside for the others of their shop, and the sales that came of them."""

from alembic import op

revision = "0024"
down_revision = "0023"

STATEMENTS = """
CREATE TABLE parked (
    id uuid PRIMARY KEY, shop_id uuid NOT NULL, device_uuid uuid NOT NULL, revision bigint NOT NULL DEFAULT 1,
    name text NOT NULL, parked_at timestamptz NOT NULL, lines integer NOT NULL, total_minor bigint NOT NULL,
    currency text NOT NULL, valid_until text NOT NULL, version integer NOT NULL, cart text NOT NULL,
    taken_by uuid, taken_at timestamptz, gone_at timestamptz);
COMMENT ON TABLE parked IS 'Work in hand, no fact: sync.wire.parked';
COMMENT ON COLUMN parked.id IS 'The cart that was parked first; it is the id of the sale where that till sells it';
COMMENT ON COLUMN parked.gone_at IS 'Sold or given up; the cart is empty then';
CREATE INDEX parked_shop ON parked (shop_id) WHERE gone_at IS NULL;
CREATE TABLE parked_sale (
    parked_id uuid NOT NULL, sale_id uuid NOT NULL, PRIMARY KEY (parked_id, sale_id));
COMMENT ON TABLE parked_sale IS 'Sales of parked tickets: two that live are a case, parked.twice';
"""


def upgrade() -> None:
    """Make the tables."""
    op.execute(STATEMENTS)
