"""Feeds add up: a digest at each tick, the version a waiting row was told in, and how far tombstones are forgotten."""

from alembic import op

revision = "0009"
down_revision = "0008"

STATEMENTS = """
CREATE FUNCTION feed_stamp(place bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT mod(mod(place, 2147483647) * mod(place, 2147483647), 2147483647) * 2147483648
        + mod(mod(mod(place, 2147483647) * mod(place, 2147483647), 2147483647) * mod(place, 2147483647),
            2147483647)
$$;
COMMENT ON FUNCTION feed_stamp(bigint) IS 'What a row counts in the digest of its feed: sync.wire.digest.stamp';
CREATE FUNCTION feed_sum(total numeric) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT mod(mod(total, 9223372036854775808) + 9223372036854775808, 9223372036854775808)::bigint
$$;
ALTER TABLE product ADD COLUMN told bigint;
ALTER TABLE stock ADD COLUMN told bigint;
ALTER TABLE feed_item ADD COLUMN told bigint;
COMMENT ON COLUMN product.told IS 'The position it had before it was marked; counts while position is empty';
CREATE FUNCTION keep_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.told = OLD.position;
    RETURN NEW;
END $$;
CREATE TRIGGER product_marked BEFORE UPDATE ON product FOR EACH ROW
    WHEN (OLD.position IS NOT NULL AND NEW.position IS NULL) EXECUTE FUNCTION keep_told();
ALTER TABLE feed_token ADD COLUMN digest bigint;
COMMENT ON COLUMN feed_token.digest IS 'Sum of the stamps of all rows of the feed at this tick, modulo 2^63';
CREATE TABLE feed_horizon (feed text COLLATE "C" PRIMARY KEY, position bigint NOT NULL);
COMMENT ON TABLE feed_horizon IS 'The highest position of a tombstone that was forgotten: cursors below it are gone';
UPDATE feed_token t SET digest = s.digest FROM (
    SELECT feed, feed_sum(sum(feed_stamp(position))) AS digest FROM (
        SELECT 'catalogue' AS feed, position FROM product
        UNION ALL SELECT 'stock:' || shop_id, position FROM stock
        UNION ALL SELECT feed, position FROM feed_item WHERE NOT deleted) told
    WHERE position IS NOT NULL GROUP BY feed) s
WHERE t.feed = s.feed AND t.position = (SELECT max(position) FROM feed_token n WHERE n.feed = t.feed);
"""


def upgrade() -> None:
    """Add columns, functions and the table."""
    op.execute(STATEMENTS)
