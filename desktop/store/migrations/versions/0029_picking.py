"""What the orders of a picking wanted when somebody began with it."""

from alembic import op

revision = "0029"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.execute("CREATE TABLE picking_task (task_id TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL)")
