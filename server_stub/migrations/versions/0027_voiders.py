"""Who took a sale back and how its money went; receipts of other shops, and for whom one is held."""

from alembic import op
from sqlalchemy import text

from sync.chain import decode_header

revision = "0027"
down_revision = "0026"

STATEMENTS = """
ALTER TABLE sale ADD COLUMN void_actor text, ADD COLUMN void_by_hand boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN sale.void_actor IS 'Who took it back';
COMMENT ON COLUMN sale.void_by_hand IS 'A person gave the money back, not the card terminal';
ALTER TABLE shop ADD COLUMN returns_from_other_shops boolean NOT NULL DEFAULT false;
CREATE TABLE receipt_hold (
    sale_id uuid PRIMARY KEY, device_uuid uuid NOT NULL, expires_at timestamptz NOT NULL);
COMMENT ON TABLE receipt_hold IS 'A receipt of another shop while one till takes goods of it back';
"""


def upgrade() -> None:
    """Add the columns and the table; who took a sale back is in the sealed entry of its void."""
    op.execute(STATEMENTS)
    bind = op.get_bind()
    voids = bind.execute(
        text("""SELECT s.sale_id, s.business_day, i.header FROM sale s
            JOIN entry i ON i.chain = s.void_chain AND i.seq = s.void_seq WHERE s.void_id IS NOT NULL""")
    ).all()
    for sale_id, business_day, header in voids:
        bind.execute(
            text("UPDATE sale SET void_actor = :actor WHERE sale_id = :sale AND business_day = :day"),
            {"actor": decode_header(bytes(header)).actor, "sale": sale_id, "day": business_day},
        )
