"""How much more than was ordered is taken without a reason may be said of a supplier, and of an article."""

from alembic import op

revision = "0116"
down_revision = "0105"


def upgrade() -> None:
    """Of a shop; an empty partner is every supplier, no product every article."""
    op.execute(
        """CREATE TABLE tolerance (
            id uuid PRIMARY KEY, shop_id uuid NOT NULL, partner text NOT NULL, product_id uuid,
            over_ppm bigint NOT NULL)"""
    )
    op.execute(
        """CREATE UNIQUE INDEX tolerance_of ON tolerance (
            shop_id, lower(partner), coalesce(product_id, '00000000-0000-0000-0000-000000000000'))"""
    )
    op.execute("COMMENT ON TABLE tolerance IS 'How much more than ordered is taken, by supplier and article'")
