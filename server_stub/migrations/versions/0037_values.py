"""What goods cost when they came, what stock is worth day by day, what went below zero, what is reserved."""

from alembic import op

revision = "0037"
down_revision = "0041"

STATEMENTS = """
ALTER TABLE adjustment ADD COLUMN cost_e4 bigint;
COMMENT ON COLUMN adjustment.cost_e4 IS 'What a unit cost without tax; empty where the document does not say it';

CREATE INDEX adjustment_of_product ON adjustment (product_id);
CREATE INDEX sale_line_of_product ON sale_line (product_id);

CREATE TABLE goods_value (
    shop_id uuid NOT NULL, product_id uuid NOT NULL, day date NOT NULL, quantity_milli bigint NOT NULL,
    average_e7 bigint NOT NULL, fifo_e7 bigint NOT NULL, came_milli bigint NOT NULL, sold_milli bigint NOT NULL,
    sold_average_e7 bigint NOT NULL, sold_fifo_e7 bigint NOT NULL, guessed boolean NOT NULL,
    PRIMARY KEY (shop_id, product_id, day));
COMMENT ON TABLE goods_value IS
    'At the end of each day on which goods of a shop came or went; days are the shop''s, by when the movement happened';
COMMENT ON COLUMN goods_value.average_e7 IS 'Ten-thousandths of a unit price times thousandths of the unit';
COMMENT ON COLUMN goods_value.came_milli IS 'From outside or from another shop, what customers brought back too';
COMMENT ON COLUMN goods_value.guessed IS 'Some of it came when nobody knew any cost: it is in here for nothing';
CREATE TABLE stock_reader (
    name text PRIMARY KEY, position bigint NOT NULL DEFAULT 0, read_at timestamptz);
COMMENT ON TABLE stock_reader IS 'Up to which position of the stock feed jobs have seen what moved';
INSERT INTO stock_reader (name) VALUES ('values'), ('negative');

CREATE TABLE reservation (
    shop_id uuid NOT NULL, order_id uuid NOT NULL, n integer NOT NULL, product_id uuid NOT NULL,
    place_id uuid NOT NULL, quantity_milli bigint NOT NULL CHECK (quantity_milli > 0),
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (order_id, n, place_id));
COMMENT ON TABLE reservation IS 'What lines of orders hold of what lies at a place, all lots together';
CREATE INDEX reservation_of_goods ON reservation (product_id, place_id);
CREATE FUNCTION release_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM reservation WHERE order_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER work_order_released AFTER UPDATE OF ended_at ON work_order FOR EACH ROW
    WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION release_ended();
"""


def upgrade() -> None:
    """Make the tables; the first run of the jobs values and looks at everything that is here."""
    op.execute(STATEMENTS)
