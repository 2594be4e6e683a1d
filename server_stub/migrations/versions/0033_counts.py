"""Counts: what was counted of what, where, when, and what the terminal's book said at that moment."""

from alembic import op

revision = "0033"
down_revision = "0032"

STATEMENTS = """
CREATE TABLE count_sheet (
    count_id uuid PRIMARY KEY, chain integer NOT NULL, seq bigint NOT NULL, shop_id uuid NOT NULL,
    reference text NOT NULL, note text NOT NULL, zeroed boolean NOT NULL, granted_by text NOT NULL,
    books jsonb NOT NULL, occurred_at timestamptz NOT NULL, actor text NOT NULL,
    compared boolean NOT NULL DEFAULT false);
COMMENT ON COLUMN count_sheet.compared IS 'Whether it was held against what other tills had handed in by then';
COMMENT ON COLUMN count_sheet.books IS 'Per book: up to which number of each incarnation its entries were in it';
CREATE INDEX count_sheet_of_shop ON count_sheet (shop_id, occurred_at, count_id);
CREATE TABLE count_line (
    count_id uuid NOT NULL, n integer NOT NULL, shop_id uuid NOT NULL, product_id uuid NOT NULL,
    place_id uuid NOT NULL, lot text NOT NULL, counted_milli bigint NOT NULL, book_milli bigint NOT NULL,
    counted_at timestamptz NOT NULL, book integer NOT NULL, PRIMARY KEY (count_id, n));
COMMENT ON TABLE count_line IS 'Lines without a difference are proof, too; what moved after counted_at stays as it is';
CREATE INDEX count_line_of_goods ON count_line (product_id, place_id, counted_at);
CREATE INDEX count_line_of_shop ON count_line (shop_id, counted_at);
CREATE TABLE count_late (
    count_id uuid NOT NULL, n integer NOT NULL, chain integer NOT NULL, seq bigint NOT NULL, move_n integer NOT NULL,
    milli bigint NOT NULL, PRIMARY KEY (count_id, n, chain, seq, move_n));
COMMENT ON TABLE count_late IS 'Movements of before a line was counted that its book did not contain; a person decides';
CREATE TABLE count_cursor (chain integer PRIMARY KEY, seq bigint NOT NULL);
COMMENT ON TABLE count_cursor IS 'Up to which entry of each chain counts were held against what came late';
"""


def upgrade() -> None:
    """Make the tables."""
    op.execute(STATEMENTS)
