"""Plates that this terminal met and carried, and goods that were put elsewhere than was suggested."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.execute("CREATE TABLE plate (place_id TEXT NOT NULL PRIMARY KEY, sscc TEXT NOT NULL, parent_id TEXT NOT NULL)")
    op.execute(
        """CREATE TABLE plate_move (
            incarnation TEXT NOT NULL, seq INTEGER NOT NULL, place_id TEXT NOT NULL, from_place_id TEXT NOT NULL,
            to_place_id TEXT NOT NULL, document_id TEXT NOT NULL, PRIMARY KEY (incarnation, seq))"""
    )
    op.execute(
        """CREATE TABLE put_override (
            document_id TEXT NOT NULL, n INTEGER NOT NULL, product_id TEXT NOT NULL, lot TEXT NOT NULL,
            quantity_milli INTEGER NOT NULL, suggested_place_id TEXT NOT NULL, chosen_place_id TEXT NOT NULL,
            PRIMARY KEY (document_id, n))"""
    )
