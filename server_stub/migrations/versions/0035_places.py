"""Places as a tree, plates that stand at them and are carried, and goods put elsewhere than was suggested."""

from alembic import op

revision = "0035"
down_revision = "0044"

STATEMENTS = """
ALTER TABLE place ADD COLUMN parent_id uuid REFERENCES place, ADD COLUMN level integer NOT NULL DEFAULT 0,
    ADD COLUMN check_code text NOT NULL DEFAULT '', ADD COLUMN pick_sequence integer NOT NULL DEFAULT 0,
    ADD COLUMN put_sequence integer NOT NULL DEFAULT 0, ADD COLUMN goods_class text NOT NULL DEFAULT '',
    ADD COLUMN kept_for_id uuid, ADD COLUMN holds_milli bigint NOT NULL DEFAULT 0,
    ADD COLUMN active boolean NOT NULL DEFAULT true, ADD COLUMN moved jsonb NOT NULL DEFAULT '{}',
    ADD CONSTRAINT place_not_in_itself CHECK (parent_id <> id);
COMMENT ON COLUMN place.parent_id IS 'What it is in, or stands at; NULL at the top';
COMMENT ON COLUMN place.kept_for_id IS 'The one product that lies there; not product_id, by which stock is joined';
COMMENT ON COLUMN place.moved IS 'Of a plate: per incarnation the number up to which its entries are in parent_id';
CREATE INDEX place_inside ON place (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE plate_move (
    chain integer NOT NULL, seq bigint NOT NULL, shop_id uuid NOT NULL, place_id uuid NOT NULL,
    from_place_id uuid, to_place_id uuid NOT NULL, document_id uuid, applied boolean NOT NULL,
    occurred_at timestamptz NOT NULL, actor text NOT NULL, PRIMARY KEY (chain, seq));
COMMENT ON TABLE plate_move IS 'Plates carried; one whose plate was elsewhere by then is not applied, a person looks';
CREATE INDEX plate_move_of_plate ON plate_move (place_id);
CREATE TABLE put_override (
    document_id uuid NOT NULL, n integer NOT NULL, shop_id uuid NOT NULL, product_id uuid NOT NULL, lot text NOT NULL,
    quantity_milli bigint NOT NULL, suggested_place_id uuid NOT NULL, chosen_place_id uuid NOT NULL,
    PRIMARY KEY (document_id, n));
COMMENT ON TABLE put_override IS 'Goods that were put elsewhere than was suggested';
"""


def upgrade() -> None:
    """Make columns and tables; the places that are here stay as they are, at the top."""
    op.execute(STATEMENTS)
