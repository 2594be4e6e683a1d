"""How the weight of a parcel was checked: what was expected, the verdict, and whose word it was where it cannot be."""

from alembic import op

revision = "0107"
down_revision = "0108"

STATEMENTS = """
CREATE TABLE weight_check (
    document_id uuid PRIMARY KEY, shop_id uuid NOT NULL, expected_milli bigint NOT NULL,
    tolerance_milli bigint NOT NULL, verdict text NOT NULL,
    accepted_by text NOT NULL, reason text NOT NULL, unknown uuid[] NOT NULL);
COMMENT ON TABLE weight_check IS 'How the weights in goods_document were checked, in thousandths of a kilogram';
COMMENT ON COLUMN weight_check.expected_milli IS 'What the goods weigh whose weight is known';
COMMENT ON COLUMN weight_check.unknown IS 'Products of which nobody knows what they weigh';
"""


def upgrade() -> None:
    """Of parcels that are here nobody told it."""
    op.execute(STATEMENTS)
