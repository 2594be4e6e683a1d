"""What is on its way to the printer is known after a restart."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.execute(
        """CREATE TABLE print_job (
            job_id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, sale_id TEXT NOT NULL, rows TEXT NOT NULL,
            state TEXT NOT NULL, made_at TEXT NOT NULL, reason TEXT NOT NULL)"""
    )
    op.execute("CREATE INDEX print_job_by_state ON print_job (state, job_id)")
