"""Goods become other goods: each shop has the place where they do, and what was made of what is known."""

from alembic import op

revision = "0067"
down_revision = "0066"

STATEMENTS = """
CREATE TABLE goods_link (
    taken_id uuid NOT NULL, made_id uuid NOT NULL, PRIMARY KEY (taken_id, made_id));
COMMENT ON TABLE goods_link IS 'Goods that others were ever made of: their values follow from one another';
CREATE UNIQUE INDEX place_repacking ON place (shop_id) WHERE kind = 'repacking';
WITH made AS (
    INSERT INTO place (id, shop_id, code, name, kind)
    SELECT gen_random_uuid(), s.id, 'REPACK', 'Repacking', 'repacking' FROM shop s RETURNING id, shop_id)
INSERT INTO feed_item (feed, entity, entity_id) SELECT 'shop:' || shop_id, 'place', id::text FROM made;
"""


def upgrade() -> None:
    """Make table and places; the shops' tills hear of theirs."""
    op.execute(STATEMENTS)
