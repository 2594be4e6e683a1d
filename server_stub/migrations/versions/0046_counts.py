"""Counts that wait: lines that moved nothing yet, what people decide of them, and what counts put right."""

from alembic import op

revision = "0046"
down_revision = "0035"

STATEMENTS = """
ALTER TABLE shop ADD COLUMN counting jsonb NOT NULL DEFAULT '{}';
ALTER TABLE work_order ADD COLUMN not_by text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN work_order.not_by IS 'People who counted already what is to be counted again by somebody else';
ALTER TABLE count_sheet ADD COLUMN other_place_id uuid, ADD COLUMN order_id uuid;
CREATE INDEX count_sheet_of_order ON count_sheet (order_id) WHERE order_id IS NOT NULL;
ALTER TABLE count_line ADD COLUMN state text NOT NULL DEFAULT 'moved', ADD COLUMN moved_milli bigint,
    ADD COLUMN matter_id uuid;
COMMENT ON COLUMN count_line.state IS
    'moved as counted; level: nothing was left; waits for a person; stood, left: decided; passed: counted anew since';
UPDATE count_line SET moved_milli = counted_milli - book_milli;
ALTER TABLE count_line ALTER COLUMN moved_milli SET NOT NULL;
CREATE INDEX count_line_of_matter ON count_line (matter_id) WHERE matter_id IS NOT NULL;
CREATE TABLE count_correction (
    product_id uuid NOT NULL, place_id uuid NOT NULL, lot text NOT NULL, chain integer NOT NULL, seq bigint NOT NULL,
    milli bigint NOT NULL, shop_id uuid NOT NULL, count_id uuid, n integer,
    PRIMARY KEY (product_id, place_id, lot, chain, seq));
COMMENT ON TABLE count_correction IS
    'What counts put right, by entry (of chain 0 by number of count_clock): whose book lacks one must not repeat it';
INSERT INTO count_correction
SELECT product_id, place_id, lot, chain, seq, sum(moved_milli), l.shop_id, l.count_id, min(n)
FROM count_line l JOIN count_sheet s USING (count_id) WHERE moved_milli <> 0
GROUP BY product_id, place_id, lot, chain, seq, l.shop_id, l.count_id;
CREATE INDEX count_correction_of_entry ON count_correction (chain, seq);
CREATE TABLE count_clock (shop_id uuid PRIMARY KEY, last_no bigint NOT NULL);
COMMENT ON TABLE count_clock IS 'Number of the last correction that the centre itself made in a shop';
CREATE TABLE count_matter (
    id uuid PRIMARY KEY, shop_id uuid NOT NULL, product_id uuid NOT NULL, place_id uuid NOT NULL, lot text NOT NULL,
    order_id uuid, recount_id uuid, opened_at timestamptz NOT NULL, decided_at timestamptz, decided_by text,
    stands_count uuid, stands_n integer, settled_milli bigint, note text NOT NULL DEFAULT '');
COMMENT ON TABLE count_matter IS 'What of one product and lot at one place a person decides; no count: none stands';
CREATE UNIQUE INDEX count_matter_open ON count_matter (product_id, place_id, lot) WHERE decided_at IS NULL;
CREATE INDEX count_matter_of_shop ON count_matter (shop_id, opened_at DESC);
ALTER TABLE count_late ADD COLUMN decided text NOT NULL DEFAULT '';
COMMENT ON COLUMN count_late.decided IS 'Empty, accepted or dismissed';
"""


def upgrade() -> None:
    """Make the tables; what was counted until now had moved at once."""
    op.execute(STATEMENTS)
