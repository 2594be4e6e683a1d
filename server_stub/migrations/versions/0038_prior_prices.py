"""What goods cost before: prices that ended, and for each reduction the lowest price of the 30 days before it."""

from alembic import op

revision = "0038"
down_revision = "0046"

STATEMENTS = """
CREATE TABLE price_past (
    n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, product_id uuid NOT NULL, price_e4 bigint NOT NULL,
    until timestamptz NOT NULL);
COMMENT ON TABLE price_past IS 'What a product cost until then, from the end of the row before it';
CREATE INDEX price_past_of_product ON price_past (product_id, until);
CREATE INDEX price_past_until ON price_past (until);
CREATE TABLE price_history (one boolean PRIMARY KEY DEFAULT true CHECK (one), since timestamptz NOT NULL);
INSERT INTO price_history (since) VALUES (now());
COMMENT ON TABLE price_history IS 'Since when prices that end are kept; of before nobody here knows anything';
CREATE FUNCTION keep_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO price_past (product_id, price_e4, until) VALUES (OLD.id, OLD.price_e4, now());
    RETURN NULL;
END $$;
CREATE TRIGGER product_priced AFTER UPDATE OF price_e4 ON product FOR EACH ROW
    WHEN (OLD.price_e4 <> NEW.price_e4) EXECUTE FUNCTION keep_price();

CREATE TABLE reduction (
    promotion_id uuid PRIMARY KEY REFERENCES promotion ON DELETE CASCADE, version bigint NOT NULL,
    began timestamptz NOT NULL, made_at timestamptz NOT NULL, prior jsonb NOT NULL, since date);
COMMENT ON TABLE reduction IS 'Of a promotion that lowers prices on labels: what its goods cost at least before it';
COMMENT ON COLUMN reduction.prior IS '[[product, price_e4], ...] where that is less than the price now';
COMMENT ON COLUMN reduction.since IS 'Set where the history does not reach back 30 days';
CREATE FUNCTION is_about(definition jsonb, product uuid, sku text, category text) RETURNS boolean LANGUAGE sql
    IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(definition -> 'product_ids', '[]') ? product::text OR coalesce(definition -> 'skus', '[]') ? sku
        OR coalesce(definition -> 'categories', '[]') ? category
        OR jsonb_array_length(coalesce(definition -> 'product_ids', '[]'))
            + jsonb_array_length(coalesce(definition -> 'skus', '[]'))
            + jsonb_array_length(coalesce(definition -> 'categories', '[]')) = 0
$$;
COMMENT ON FUNCTION is_about(jsonb, uuid, text, text) IS 'Whether a promotion is about a product';
"""


def upgrade() -> None:
    """Begin to keep prices; those of before are not known."""
    op.execute(STATEMENTS)
