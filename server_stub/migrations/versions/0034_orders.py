"""Orders of the warehouse: what is wanted, how far it is, and their place in the feed of the shop."""

from alembic import op

revision = "0034"
down_revision = "0033"

STATEMENTS = """
CREATE TABLE work_order (
    id uuid PRIMARY KEY, shop_id uuid NOT NULL REFERENCES shop, kind text NOT NULL, number text NOT NULL,
    partner text NOT NULL DEFAULT '', priority integer NOT NULL DEFAULT 0, due date,
    source_place_id uuid REFERENCES place, target_place_id uuid REFERENCES place, note text NOT NULL DEFAULT '',
    over_ppm integer NOT NULL DEFAULT 0, opened_at timestamptz NOT NULL,
    ended_at timestamptz, cancelled boolean NOT NULL DEFAULT false,
    taken_by text NOT NULL DEFAULT '', taken_on text NOT NULL DEFAULT '', taken_at timestamptz,
    UNIQUE (shop_id, kind, number));
CREATE INDEX work_order_open ON work_order (shop_id, priority DESC, number) WHERE ended_at IS NULL;
CREATE TABLE work_order_line (
    order_id uuid NOT NULL REFERENCES work_order, n integer NOT NULL, shop_id uuid NOT NULL, product_id uuid,
    quantity_milli bigint NOT NULL, place_id uuid, lot text NOT NULL DEFAULT '', done_milli bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (order_id, n));
COMMENT ON COLUMN work_order_line.product_id IS 'Empty in a count of everything that lies at a place';
CREATE TABLE order_document (
    document_id uuid PRIMARY KEY, order_id uuid NOT NULL, shop_id uuid NOT NULL, chain integer NOT NULL,
    seq bigint NOT NULL, ends_order boolean NOT NULL);
CREATE INDEX order_document_of_order ON order_document (order_id);
COMMENT ON TABLE order_document IS 'Documents that are in the figures of an order';
CREATE TABLE deviation (
    document_id uuid NOT NULL, n integer NOT NULL, shop_id uuid NOT NULL, order_id uuid, product_id uuid NOT NULL,
    quantity_milli bigint NOT NULL, kind text NOT NULL, reason text NOT NULL, place_id uuid, lot text NOT NULL,
    instead_of uuid, PRIMARY KEY (document_id, n));
COMMENT ON TABLE deviation IS 'What was not as ordered: short, over, damaged, wrong or substituted';
CREATE INDEX deviation_of_order ON deviation (order_id);

CREATE FUNCTION tell_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO feed_item (feed, entity, entity_id, deleted)
    VALUES ('shop:' || NEW.shop_id, 'order', NEW.id::text, NEW.ended_at IS NOT NULL)
    ON CONFLICT (feed, entity, entity_id) DO UPDATE SET position = NULL, deleted = excluded.deleted, marked_at = now(),
        told = CASE WHEN feed_item.position IS NULL THEN feed_item.told WHEN feed_item.deleted THEN 0
            ELSE feed_item.position END;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION tell_order() IS
    'As server_stub.feed.marks.mark: tills hear of an order until it is ended; who changes its lines touches the order';
CREATE TRIGGER work_order_told AFTER INSERT OR UPDATE ON work_order FOR EACH ROW EXECUTE FUNCTION tell_order();
"""


def upgrade() -> None:
    """Make the tables, and tell tills of what is in them."""
    op.execute(STATEMENTS)
