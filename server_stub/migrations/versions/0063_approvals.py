"""Documents above what somebody may book alone: they wait here until a person has decided."""

from alembic import op

revision = "0063"
down_revision = "0059"

STATEMENTS = """
CREATE TABLE goods_asked (
    document_id uuid PRIMARY KEY, shop_id uuid NOT NULL, chain integer NOT NULL, seq bigint NOT NULL,
    document jsonb NOT NULL, worth_minor bigint NOT NULL, asked_at timestamptz NOT NULL, asked_by text NOT NULL,
    decided_at timestamptz, decided_by text, approved boolean, note text NOT NULL DEFAULT '');
COMMENT ON TABLE goods_asked IS 'Documents that wait for an approval and move nothing before it; kept when decided';
COMMENT ON COLUMN goods_asked.worth_minor IS 'At the price of the catalogue, as the till that asked had it';
CREATE INDEX goods_asked_of_shop ON goods_asked (shop_id, asked_at, document_id);
"""


def upgrade() -> None:
    """Make the table."""
    op.execute(STATEMENTS)
