"""Transfers between shops: whose goods are on their way to whom, and shops hear of each other."""

from alembic import op

revision = "0042"
down_revision = "0039"

STATEMENTS = """
CREATE TABLE sending_chain (
    shop_id uuid NOT NULL REFERENCES shop, chain integer NOT NULL, PRIMARY KEY (shop_id, chain));
COMMENT ON TABLE sending_chain IS 'Chains of other shops whose entries moved goods at places of this one';
CREATE INDEX work_order_listed ON work_order (shop_id, opened_at, id);

CREATE FUNCTION mark_neighbours(of_shop uuid, to_shop uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO feed_item (feed, entity, entity_id, deleted)
    SELECT 'shop:' || s.id, 'neighbour', n.id::text,
        NOT EXISTS (SELECT 1 FROM place p WHERE p.shop_id = n.id AND p.kind = 'transit' AND p.active)
    FROM shop s JOIN shop n ON n.id <> s.id
    WHERE (of_shop IS NULL OR n.id = of_shop) AND (to_shop IS NULL OR s.id = to_shop)
        AND (EXISTS (SELECT 1 FROM place p WHERE p.shop_id = n.id AND p.kind = 'transit' AND p.active)
            OR EXISTS (SELECT 1 FROM feed_item f WHERE (f.feed, f.entity, f.entity_id)
                = ('shop:' || s.id, 'neighbour', n.id::text)))
    ORDER BY s.id, n.id
    ON CONFLICT (feed, entity, entity_id) DO UPDATE SET position = NULL, deleted = excluded.deleted, marked_at = now(),
        told = CASE WHEN feed_item.position IS NULL THEN feed_item.told WHEN feed_item.deleted THEN 0
            ELSE feed_item.position END
$$;
COMMENT ON FUNCTION mark_neighbours IS
    'As server_stub.feed.marks.mark: tills hear of the other shops that goods can go to';
CREATE FUNCTION tell_neighbours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'place' THEN
        PERFORM mark_neighbours(NEW.shop_id, NULL);
    ELSE
        PERFORM mark_neighbours(NEW.id, NULL);
        IF TG_OP = 'INSERT' THEN PERFORM mark_neighbours(NULL, NEW.id); END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER transit_made AFTER INSERT ON place FOR EACH ROW WHEN (NEW.kind = 'transit')
    EXECUTE FUNCTION tell_neighbours();
CREATE TRIGGER transit_changed AFTER UPDATE ON place FOR EACH ROW
    WHEN ((OLD.kind = 'transit' OR NEW.kind = 'transit')
        AND (OLD.kind, OLD.code, OLD.active) IS DISTINCT FROM (NEW.kind, NEW.code, NEW.active))
    EXECUTE FUNCTION tell_neighbours();
CREATE TRIGGER neighbour_made AFTER INSERT ON shop FOR EACH ROW EXECUTE FUNCTION tell_neighbours();
CREATE TRIGGER neighbour_named AFTER UPDATE ON shop FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name)
    EXECUTE FUNCTION tell_neighbours();
SELECT mark_neighbours(NULL, NULL);
"""


def upgrade() -> None:
    """Make the table, and tell tills of the shops that there are."""
    op.execute(STATEMENTS)
