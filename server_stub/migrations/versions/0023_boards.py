"""Boards of quick keys, told to the tills of the shops they are for, and small pictures of goods."""

from alembic import op

revision = "0023"
down_revision = "0022"

BOARDS = """
CREATE TABLE board (
    board_id uuid PRIMARY KEY, shop_id uuid REFERENCES shop, name text NOT NULL, roles text[] NOT NULL,
    pages jsonb NOT NULL, version bigint NOT NULL, changed_at timestamptz NOT NULL);
COMMENT ON COLUMN board.shop_id IS 'The shop it is for; empty for all of them';
COMMENT ON COLUMN board.roles IS 'Whose it is; empty for everybody';
COMMENT ON COLUMN board.pages IS 'sync.wire.boards.BoardPage, in order';

CREATE FUNCTION tell_board() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM tell_shops('offers', 'board', OLD.board_id::text, OLD.shop_id, true);
    ELSE
        IF TG_OP = 'UPDATE' AND NEW.shop_id IS NOT NULL AND OLD.shop_id IS DISTINCT FROM NEW.shop_id THEN
            PERFORM tell_shops('offers', 'board', OLD.board_id::text, OLD.shop_id, true);
        END IF;
        PERFORM tell_shops('offers', 'board', NEW.board_id::text, NEW.shop_id, false);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER board_told AFTER INSERT OR UPDATE OR DELETE ON board FOR EACH ROW EXECUTE FUNCTION tell_board();

CREATE FUNCTION tell_new_shop_boards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO feed_item (feed, entity, entity_id)
    SELECT 'offers:' || NEW.id, 'board', board_id::text FROM board WHERE shop_id IS NULL ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER shop_told_boards AFTER INSERT ON shop FOR EACH ROW EXECUTE FUNCTION tell_new_shop_boards();
"""

PICTURES = """
CREATE TABLE product_picture (
    product_id uuid PRIMARY KEY REFERENCES product (id), hash text COLLATE "C" NOT NULL, mime text NOT NULL,
    content bytea NOT NULL, changed_at timestamptz NOT NULL);
CREATE INDEX product_picture_hash ON product_picture (hash);
COMMENT ON TABLE product_picture IS 'Scaled down for tills, which ask for it by the SHA-256 that they are told';
"""


def upgrade() -> None:
    """Make the tables, and the triggers that tell the tills."""
    for part in (BOARDS, PICTURES):
        op.execute(part)
