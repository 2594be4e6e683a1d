"""Tips that came with payments, and what promotions gave on the lines, are projected; what is sealed already, too."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and fill the promotions from the journal; nobody has taken a tip yet."""
    op.execute(
        """CREATE TABLE sale_tip (
            sale_id TEXT NOT NULL REFERENCES sale (sale_id), payment_no INTEGER NOT NULL, method TEXT NOT NULL,
            tip_minor INTEGER NOT NULL, PRIMARY KEY (sale_id, payment_no))"""
    )
    op.execute(
        """CREATE TABLE sale_promotion (
            sale_id TEXT NOT NULL REFERENCES sale (sale_id), line_no INTEGER NOT NULL, promotion_id TEXT NOT NULL,
            name TEXT NOT NULL, amount_minor INTEGER NOT NULL, PRIMARY KEY (sale_id, line_no, promotion_id))"""
    )
    op.execute("CREATE INDEX sale_promotion_of ON sale_promotion (promotion_id)")
    op.execute(
        """INSERT INTO sale_promotion
            SELECT s.sale_id, l.key + 1, json_extract(p.value, '$.id'), json_extract(p.value, '$.name'),
                json_extract(p.value, '$.amount_minor')
            FROM sale s JOIN journal j ON j.position = s.position, json_each(CAST(j.body AS TEXT), '$.lines') l,
                json_each(l.value, '$.promotions') p"""
    )
