"""A scan of a pack keeps how much one holds, so that its line says both."""

from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Scans in hand before are told in pieces, as they were."""
    op.execute("ALTER TABLE scan ADD COLUMN pack_milli INTEGER NOT NULL DEFAULT 0")
