"""What promotions were before they were changed or switched off, and since when each is what it is."""

from alembic import op

revision = "0080"
down_revision = "0067"

STATEMENTS = """
ALTER TABLE promotion ADD COLUMN since timestamptz;
UPDATE promotion SET since = changed_at;
ALTER TABLE promotion ALTER COLUMN since SET NOT NULL;
COMMENT ON COLUMN promotion.since IS 'Since when it gives what it gives; its last day may have been moved meanwhile';
CREATE TABLE promotion_past (
    n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, promotion_id uuid NOT NULL, shop_id uuid,
    definition jsonb NOT NULL, since timestamptz NOT NULL, until timestamptz NOT NULL);
COMMENT ON TABLE promotion_past IS 'What a promotion gave until it was changed or switched off';
CREATE INDEX promotion_past_until ON promotion_past (until);
INSERT INTO promotion_past (promotion_id, shop_id, definition, since, until)
    SELECT promotion_id, shop_id, definition, since, changed_at FROM promotion WHERE NOT active;
CREATE FUNCTION keep_promotion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.since := NEW.changed_at;
    ELSIF (NEW.active, NEW.shop_id, NEW.definition - 'ends_on')
        IS DISTINCT FROM (OLD.active, OLD.shop_id, OLD.definition - 'ends_on') THEN
        NEW.since := NEW.changed_at;
        IF OLD.active THEN
            INSERT INTO promotion_past (promotion_id, shop_id, definition, since, until)
                VALUES (OLD.promotion_id, OLD.shop_id, OLD.definition, OLD.since, NEW.changed_at);
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER promotion_kept BEFORE INSERT OR UPDATE ON promotion FOR EACH ROW EXECUTE FUNCTION keep_promotion();
"""


def upgrade() -> None:
    """Begin to keep them; of one that was changed before only the last is known."""
    op.execute(STATEMENTS)
