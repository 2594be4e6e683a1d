"""A code that was bound at this terminal is known here before the centre has heard of it; those sealed already, too."""

from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and fill it from the journal."""
    op.execute(
        """CREATE TABLE bound_code (
            incarnation TEXT NOT NULL, seq INTEGER NOT NULL, code TEXT NOT NULL, product_id TEXT NOT NULL,
            pack_milli INTEGER NOT NULL, PRIMARY KEY (incarnation, seq))"""
    )
    op.execute("CREATE INDEX bound_code_by_code ON bound_code (code)")
    op.execute(
        """INSERT INTO bound_code
            SELECT incarnation, seq, json_extract(told, '$.code'), json_extract(told, '$.product_id'),
                coalesce(json_extract(told, '$.pack_milli'), 1000)
            FROM (SELECT incarnation, seq, position, CAST(body AS TEXT) AS told FROM journal WHERE kind = 'code.bound')
            ORDER BY position"""
    )
