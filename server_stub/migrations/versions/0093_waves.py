"""Pickings that go together are released together: until then no till and no client is told of them."""

from alembic import op

revision = "0093"
down_revision = "0092"

STATEMENTS = """
CREATE TABLE wave (
    id uuid PRIMARY KEY, shop_id uuid NOT NULL REFERENCES shop, number text NOT NULL, opened_at timestamptz NOT NULL,
    released_at timestamptz, UNIQUE (shop_id, number));
COMMENT ON TABLE wave IS 'Pickings that are released together';
CREATE INDEX wave_listed ON wave (shop_id, opened_at, id);
ALTER TABLE work_order ADD COLUMN carrier text NOT NULL DEFAULT '', ADD COLUMN cut_off timestamptz,
    ADD COLUMN wave_id uuid REFERENCES wave, ADD COLUMN held boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN work_order.carrier IS 'Who takes it to the customer';
COMMENT ON COLUMN work_order.cut_off IS 'When it has to be ready for the carrier';
COMMENT ON COLUMN work_order.held IS 'A picking that is not released yet: nobody is told of it';
CREATE INDEX work_order_of_wave ON work_order (wave_id) WHERE wave_id IS NOT NULL;
CREATE INDEX work_order_held ON work_order (shop_id) WHERE held;
CREATE OR REPLACE FUNCTION tell_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.held AND (TG_OP = 'INSERT' OR OLD.held) THEN
        RETURN NULL;
    END IF;
    INSERT INTO feed_item (feed, entity, entity_id, deleted)
    VALUES ('shop:' || NEW.shop_id, 'order', NEW.id::text, NEW.ended_at IS NOT NULL OR NEW.held)
    ON CONFLICT (feed, entity, entity_id) DO UPDATE SET position = NULL, deleted = excluded.deleted, marked_at = now(),
        told = CASE WHEN feed_item.position IS NULL THEN feed_item.told WHEN feed_item.deleted THEN 0
            ELSE feed_item.position END;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION tell_order() IS
    'As server_stub.feed.marks.mark: tills hear of an order from its release to its end; new lines touch the order';
CREATE OR REPLACE VIEW picking AS
SELECT o.id, o.shop_id, o.number AS name, o.origin,
    CASE WHEN o.cancelled THEN 'cancelled' WHEN o.ended_at IS NOT NULL THEN 'done'
        WHEN EXISTS (SELECT 1 FROM work_order_line l
            WHERE l.order_id = o.id AND (l.told_milli IS NOT NULL OR l.done_milli > 0)) THEN 'in_progress'
        ELSE 'assigned' END AS state,
    o.partner AS partner_name, o.priority, o.due, o.target_place_id AS to_place_id, o.opened_at AS created_at,
    o.ended_at AS done_at
FROM work_order o WHERE o.kind = 'picking' AND NOT o.held;
"""


def upgrade() -> None:
    """Make the table and columns; whatever is open stays released."""
    op.execute(STATEMENTS)
