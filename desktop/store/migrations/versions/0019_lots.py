"""Movements name the lot of their goods and the document they belong to; lots of what was sold already, too."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; sales and their voids say in their lines which lot or which piece it was."""
    for column in ("lot", "expiry", "document_id"):
        op.execute(f"ALTER TABLE movement ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    op.execute(
        """CREATE TEMP TABLE told AS
            SELECT s.sale_id, j.incarnation, j.seq, l.key AS line_no, json_extract(l.value, '$.detail.lot') AS lot,
                json_extract(l.value, '$.detail.serial') AS serial, json_extract(l.value, '$.detail.expiry') AS expiry,
                json_extract(l.value, '$.detail.gift') AS gift,
                sum(max(1, coalesce(json_array_length(l.value, '$.detail.parts'), 0)))
                    OVER (PARTITION BY s.sale_id ORDER BY l.key) AS move_no,
                coalesce(json_array_length(l.value, '$.detail.parts'), 0) AS parts
            FROM sale s JOIN journal j ON j.position = s.position, json_each(CAST(j.body AS TEXT), '$.lines') l"""
    )
    op.execute("DELETE FROM told WHERE parts > 0 OR coalesce(lot, serial, expiry) IS NULL")
    set_lot = """UPDATE movement SET expiry = coalesce(told.expiry, ''),
            lot = CASE WHEN told.gift THEN '' ELSE coalesce(nullif(told.serial, ''), told.lot, '') END
        FROM told {join} WHERE {entry} AND movement.move_no = told.move_no"""
    op.execute(set_lot.format(join="", entry="movement.incarnation = told.incarnation AND movement.seq = told.seq"))
    voids = """JOIN journal v ON v.kind = 'sale.voided'
            AND json_extract(CAST(v.body AS TEXT), '$.sale_id') = told.sale_id"""
    op.execute(set_lot.format(join=voids, entry="movement.incarnation = v.incarnation AND movement.seq = v.seq"))
    op.execute("DROP TABLE told")
