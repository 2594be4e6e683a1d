"""Cases reach the terminals of their shop: whose a case is, and its place in the shop's feed."""

from alembic import op

revision = "0011"
down_revision = "0010"

STATEMENTS = """
ALTER TABLE cases ADD COLUMN shop_id uuid;
COMMENT ON COLUMN cases.shop_id IS 'The shop whose tills are told of it; empty for what concerns none or all';
CREATE FUNCTION case_shop(kind text, subject text, device uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT d.shop_id FROM registered_devices d WHERE d.device_uuid = device),
        (SELECT s.id FROM shop s WHERE kind = 'receipt.twice' AND s.id::text = split_part(subject, ' ', 1)))
$$;
UPDATE cases SET shop_id = case_shop(kind, subject, device_uuid);
CREATE INDEX cases_open_of_shop ON cases (shop_id) WHERE closed_at IS NULL;

CREATE FUNCTION place_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.shop_id = coalesce(NEW.shop_id, case_shop(NEW.kind, NEW.subject, NEW.device_uuid));
    RETURN NEW;
END $$;
COMMENT ON FUNCTION place_case() IS 'Cases are opened in several places; none of them can forget the shop';
CREATE TRIGGER case_placed BEFORE INSERT ON cases FOR EACH ROW EXECUTE FUNCTION place_case();

CREATE FUNCTION tell_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO feed_item (feed, entity, entity_id, deleted)
    SELECT 'shop:' || shop_id, 'case', NEW.id::text, gone
    FROM (VALUES (nullif(OLD.shop_id, NEW.shop_id), true),
        (NEW.shop_id, NEW.closed_at IS NOT NULL)) AS told (shop_id, gone) WHERE shop_id IS NOT NULL
    ON CONFLICT (feed, entity, entity_id) DO UPDATE SET position = NULL, deleted = excluded.deleted, marked_at = now(),
        told = CASE WHEN feed_item.position IS NULL THEN feed_item.told WHEN feed_item.deleted THEN 0
            ELSE feed_item.position END;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION tell_case() IS
    'As server_stub.feed.marks.mark: tills hear of a case until somebody closes it, or it goes to another shop';
CREATE TRIGGER case_told AFTER INSERT OR UPDATE OF detail, closed_at, shop_id ON cases FOR EACH ROW
    EXECUTE FUNCTION tell_case();

CREATE FUNCTION move_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE cases SET shop_id = NEW.shop_id WHERE device_uuid = NEW.device_uuid AND closed_at IS NULL;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION move_cases() IS 'What a terminal waits for goes with it to the shop it is approved for';
CREATE TRIGGER registered_devices_cases_moved AFTER UPDATE OF shop_id ON registered_devices FOR EACH ROW
    WHEN (OLD.shop_id IS DISTINCT FROM NEW.shop_id) EXECUTE FUNCTION move_cases();

INSERT INTO feed_item (feed, entity, entity_id)
SELECT 'shop:' || shop_id, 'case', id::text FROM cases WHERE closed_at IS NULL AND shop_id IS NOT NULL;
"""


def upgrade() -> None:
    """Add the column, its functions and triggers, and tell the cases that are open."""
    op.execute(STATEMENTS)
