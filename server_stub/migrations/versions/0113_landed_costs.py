"""What it cost to get goods here, freight, duty and the like, is part of what they are worth."""

from alembic import op

revision = "0113"
down_revision = "0117"

STATEMENTS = """
CREATE TABLE landed_cost (
    id uuid PRIMARY KEY, order_id uuid NOT NULL, shop_id uuid NOT NULL, kind text NOT NULL,
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    spread text NOT NULL CHECK (spread IN ('value', 'quantity', 'weight')), units jsonb NOT NULL,
    added_at timestamptz NOT NULL, taken_back_at timestamptz);
CREATE INDEX landed_cost_of_order ON landed_cost (order_id);
COMMENT ON TABLE landed_cost IS 'Freight, duty and the like for what came for an order, in the currency of its shop';
COMMENT ON COLUMN landed_cost.units IS
    'By product: what a unit weighs (grams), or costs (e4) where no document says it; as known when it was added';

CREATE TABLE landed_part (
    cost_id uuid NOT NULL, chain integer NOT NULL, seq bigint NOT NULL, n integer NOT NULL, shop_id uuid NOT NULL,
    product_id uuid NOT NULL, day date NOT NULL, value_e7 bigint NOT NULL,
    PRIMARY KEY (cost_id, chain, seq, n));
CREATE INDEX landed_part_of_movement ON landed_part (chain, seq, n);
CREATE INDEX landed_part_of_goods ON landed_part (shop_id, product_id, day);
COMMENT ON TABLE landed_part IS 'What each line of a receipt carries of it; the parts of a cost are the whole';

CREATE TABLE landed_news (order_id uuid NOT NULL);
COMMENT ON TABLE landed_news IS 'Orders whose costs or receipts changed since stock was valued';
CREATE FUNCTION note_landed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO landed_news VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.order_id ELSE NEW.order_id END);
    RETURN NULL;
END $$;
CREATE TRIGGER order_document_landed AFTER INSERT OR DELETE ON order_document
    FOR EACH ROW EXECUTE FUNCTION note_landed();
CREATE TRIGGER landed_cost_landed AFTER INSERT OR UPDATE ON landed_cost
    FOR EACH ROW EXECUTE FUNCTION note_landed();
"""


def upgrade() -> None:
    """Whoever changes what is spread only notes the order: nothing waits for the job that values."""
    op.execute(STATEMENTS)
