"""Jobs of the label printer are of places and of parcels, too; the log of them is looked up by what they name."""

from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Jobs from before are of goods."""
    op.execute("ALTER TABLE label_job ADD COLUMN kind TEXT NOT NULL DEFAULT 'goods'")
    op.execute("CREATE INDEX label_job_title ON label_job (title)")
