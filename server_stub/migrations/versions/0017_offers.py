"""Promotions, price lists, coupons and customers, kept here and told to the tills of the shops they are for."""

from alembic import op

revision = "0017"
down_revision = "0016"

TABLES = """
CREATE TABLE promotion (
    promotion_id uuid PRIMARY KEY, shop_id uuid REFERENCES shop, name text NOT NULL, active boolean NOT NULL,
    definition jsonb NOT NULL, version bigint NOT NULL, changed_at timestamptz NOT NULL);
COMMENT ON COLUMN promotion.shop_id IS 'The shop it is for; empty for all of them';
COMMENT ON COLUMN promotion.definition IS 'sync.wire.offers.Promotion without id, name and active';
CREATE TABLE price_list (
    price_list_id uuid PRIMARY KEY, shop_id uuid REFERENCES shop, name text NOT NULL, starts_on date, ends_on date,
    version bigint NOT NULL, changed_at timestamptz NOT NULL);
CREATE UNIQUE INDEX price_list_name ON price_list (coalesce(shop_id::text, ''), name);
CREATE TABLE list_price (
    price_list_id uuid NOT NULL REFERENCES price_list, product_id uuid NOT NULL REFERENCES product (id),
    tiers jsonb NOT NULL, PRIMARY KEY (price_list_id, product_id));
COMMENT ON COLUMN list_price.tiers IS '[[from_milli, price_e4], ...], by rising quantity';
CREATE TABLE coupon (
    coupon_id uuid PRIMARY KEY, promotion_id uuid NOT NULL REFERENCES promotion, code text NOT NULL UNIQUE,
    uses bigint NOT NULL, uses_per_customer bigint NOT NULL, starts_at timestamptz, ends_at timestamptz,
    active boolean NOT NULL, version bigint NOT NULL, changed_at timestamptz NOT NULL);
CREATE INDEX coupon_promotion ON coupon (promotion_id, coupon_id);
CREATE TABLE coupon_use (
    sale_id uuid NOT NULL, coupon_id uuid NOT NULL, shop_id uuid NOT NULL, business_day date NOT NULL, customer_id uuid,
    PRIMARY KEY (sale_id, coupon_id));
CREATE INDEX coupon_use_coupon ON coupon_use (coupon_id);
COMMENT ON TABLE coupon_use IS 'Coupons that sales redeemed; a sale that is taken back gives them back';
ALTER TABLE customer ADD COLUMN everywhere boolean NOT NULL DEFAULT false,
    ADD COLUMN card text COLLATE "C" NOT NULL DEFAULT '', ADD COLUMN group_name text NOT NULL DEFAULT '',
    ADD COLUMN price_list_id uuid REFERENCES price_list ON DELETE SET NULL,
    ADD COLUMN tax_exempt text NOT NULL DEFAULT '', ADD COLUMN account_limit_minor bigint NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX customer_card ON customer (card) WHERE card <> '';
CREATE INDEX customer_price_list ON customer (price_list_id) WHERE price_list_id IS NOT NULL;
COMMENT ON COLUMN customer.everywhere IS 'Known in every shop, not in its own alone';
COMMENT ON COLUMN customer.tax_exempt IS 'Why no tax is taken; empty when it is';
ALTER TABLE shop ADD COLUMN offer_order text NOT NULL DEFAULT 'best',
    ADD COLUMN price_list_id uuid REFERENCES price_list ON DELETE SET NULL,
    ADD COLUMN coupons_offline bigint NOT NULL DEFAULT 0;
ALTER TABLE sale ADD COLUMN customer_id uuid;
CREATE INDEX sale_customer ON sale (customer_id) WHERE customer_id IS NOT NULL;
"""

TELLING = """
CREATE FUNCTION tell_shops(text, text, text, uuid, boolean) RETURNS void LANGUAGE sql AS $$
    INSERT INTO feed_item (feed, entity, entity_id, deleted)
    SELECT $1 || ':' || s.id, $2, $3, $5 FROM shop s WHERE $4 IS NULL OR s.id = $4 ORDER BY s.id
    ON CONFLICT (feed, entity, entity_id) DO UPDATE SET position = NULL, deleted = excluded.deleted, marked_at = now(),
        told = CASE WHEN feed_item.position IS NULL THEN feed_item.told WHEN feed_item.deleted THEN 0
            ELSE feed_item.position END;
$$;
COMMENT ON FUNCTION tell_shops(text, text, text, uuid, boolean) IS
    'As server_stub.feed.marks.mark in the feed (kind) of a shop, or of all: entity, id, shop, whether it is gone';

CREATE FUNCTION tell_promotion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM tell_shops('offers', 'promotion', OLD.promotion_id::text, OLD.shop_id, true);
    ELSE
        PERFORM tell_shops('offers', 'promotion', NEW.promotion_id::text, NEW.shop_id, NOT NEW.active);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER promotion_told AFTER INSERT OR UPDATE OR DELETE ON promotion FOR EACH ROW
    EXECUTE FUNCTION tell_promotion();

CREATE FUNCTION tell_price_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM tell_shops('offers', 'price_list', OLD.price_list_id::text, OLD.shop_id, true);
    ELSE
        PERFORM tell_shops('offers', 'price_list', NEW.price_list_id::text, NEW.shop_id, false);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER price_list_told AFTER INSERT OR UPDATE OR DELETE ON price_list FOR EACH ROW
    EXECUTE FUNCTION tell_price_list();

CREATE FUNCTION tell_list_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM tell_shops('offers', 'list_price', l.price_list_id::text || '/' || coalesce(NEW.product_id, OLD.product_id),
            l.shop_id, TG_OP = 'DELETE')
        FROM price_list l WHERE l.price_list_id = coalesce(NEW.price_list_id, OLD.price_list_id);
    RETURN NULL;
END $$;
CREATE TRIGGER list_price_told AFTER INSERT OR UPDATE OR DELETE ON list_price FOR EACH ROW
    EXECUTE FUNCTION tell_list_price();

CREATE FUNCTION tell_coupon() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM tell_shops('offers', 'coupon', coalesce(NEW.coupon_id, OLD.coupon_id)::text, p.shop_id,
            TG_OP = 'DELETE' OR NOT NEW.active)
        FROM promotion p WHERE p.promotion_id = coalesce(NEW.promotion_id, OLD.promotion_id);
    RETURN NULL;
END $$;
CREATE TRIGGER coupon_told AFTER INSERT OR UPDATE OR DELETE ON coupon FOR EACH ROW EXECUTE FUNCTION tell_coupon();

CREATE FUNCTION tell_coupon_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM tell_shops('offers', 'coupon', c.coupon_id::text, p.shop_id, NOT c.active)
        FROM coupon c JOIN promotion p USING (promotion_id)
        WHERE c.coupon_id = coalesce(NEW.coupon_id, OLD.coupon_id) AND c.uses + c.uses_per_customer > 0;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION tell_coupon_use() IS 'Tills count uses only of coupons that have a limit';
CREATE TRIGGER coupon_use_told AFTER INSERT OR DELETE ON coupon_use FOR EACH ROW EXECUTE FUNCTION tell_coupon_use();

CREATE FUNCTION tell_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.everywhere AND NOT NEW.everywhere THEN
        PERFORM tell_shops('customers', 'customer', NEW.customer_id::text, NULL, true);
    END IF;
    PERFORM tell_shops('customers', 'customer', NEW.customer_id::text,
        CASE WHEN NEW.everywhere THEN NULL ELSE NEW.shop_id END, NEW.erased_at IS NOT NULL);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION tell_customer() IS 'Whoever is erased here goes at the tills, however it was done';
CREATE TRIGGER customer_told AFTER INSERT OR UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION tell_customer();

CREATE FUNCTION tell_new_shop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO feed_item (feed, entity, entity_id)
    SELECT 'offers:' || NEW.id, 'promotion', promotion_id::text FROM promotion WHERE shop_id IS NULL AND active
    UNION ALL SELECT 'offers:' || NEW.id, 'price_list', price_list_id::text FROM price_list WHERE shop_id IS NULL
    UNION ALL SELECT 'offers:' || NEW.id, 'list_price', l.price_list_id::text || '/' || t.product_id
        FROM list_price t JOIN price_list l USING (price_list_id) WHERE l.shop_id IS NULL
    UNION ALL SELECT 'offers:' || NEW.id, 'coupon', c.coupon_id::text
        FROM coupon c JOIN promotion p USING (promotion_id) WHERE p.shop_id IS NULL AND c.active
    UNION ALL SELECT 'customers:' || NEW.id, 'customer', customer_id::text
        FROM customer WHERE everywhere AND erased_at IS NULL
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER shop_told_offers AFTER INSERT ON shop FOR EACH ROW EXECUTE FUNCTION tell_new_shop();

INSERT INTO feed_item (feed, entity, entity_id)
SELECT 'customers:' || shop_id, 'customer', customer_id::text FROM customer WHERE erased_at IS NULL;
"""


def upgrade() -> None:
    """Make the tables, and the triggers that tell the tills."""
    for part in (TABLES, TELLING):
        op.execute(part)
