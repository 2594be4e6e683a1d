"""What shops asked by their price lists: prices that ended, as those of the catalogue are kept."""

from alembic import op

revision = "0059"
down_revision = "0040"

STATEMENTS = """
CREATE TABLE list_price_past (
    n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, shop_id uuid NOT NULL, product_id uuid NOT NULL,
    price_e4 bigint NOT NULL, until timestamptz NOT NULL);
COMMENT ON TABLE list_price_past IS 'What everybody paid for a product in a shop with a price list until then';
CREATE INDEX list_price_past_of_product ON list_price_past (product_id, shop_id, until);
CREATE INDEX list_price_past_until ON list_price_past (until);

CREATE FUNCTION price_of_one(tiers jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (tier ->> 1)::bigint FROM jsonb_array_elements(tiers) tier WHERE (tier ->> 0)::bigint <= 1000
    ORDER BY (tier ->> 0)::bigint DESC LIMIT 1
$$;
COMMENT ON FUNCTION price_of_one(jsonb) IS 'What one costs by these tiers; NULL where they begin with more';

CREATE FUNCTION keep_list_price() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    list uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.price_list_id ELSE OLD.price_list_id END;
    product uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.product_id ELSE OLD.product_id END;
    before bigint := CASE TG_OP WHEN 'INSERT' THEN NULL ELSE price_of_one(OLD.tiers) END;
BEGIN
    INSERT INTO list_price_past (shop_id, product_id, price_e4, until)
    SELECT s.id, g.id, coalesce(before, g.price_e4), now() FROM shop s, product g
    WHERE s.price_list_id = list AND g.id = product;
    RETURN NULL;
END $$;
CREATE TRIGGER list_price_kept AFTER INSERT OR DELETE ON list_price FOR EACH ROW EXECUTE FUNCTION keep_list_price();
CREATE TRIGGER list_price_changed AFTER UPDATE OF tiers ON list_price FOR EACH ROW
    WHEN (OLD.tiers <> NEW.tiers) EXECUTE FUNCTION keep_list_price();

CREATE FUNCTION keep_shop_prices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO list_price_past (shop_id, product_id, price_e4, until)
    SELECT NEW.id, g.id, coalesce(price_of_one(b.tiers), g.price_e4), now()
    FROM (SELECT * FROM list_price WHERE price_list_id = OLD.price_list_id) b
    FULL JOIN (SELECT * FROM list_price WHERE price_list_id = NEW.price_list_id) a USING (product_id)
    JOIN product g ON g.id = product_id;
    RETURN NULL;
END $$;
CREATE TRIGGER shop_priced AFTER UPDATE OF price_list_id ON shop FOR EACH ROW
    WHEN (OLD.price_list_id IS DISTINCT FROM NEW.price_list_id) EXECUTE FUNCTION keep_shop_prices();
"""


def upgrade() -> None:
    """Begin to keep them; those of before are not known."""
    op.execute(STATEMENTS)
