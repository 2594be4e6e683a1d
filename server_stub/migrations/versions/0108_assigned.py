"""An order may be for one person: their till shows it first, and others are asked before they take it."""

from alembic import op

revision = "0108"
down_revision = "0111"


def upgrade() -> None:
    """Orders from before are for whoever takes them."""
    op.execute("ALTER TABLE work_order ADD COLUMN assigned_to text NOT NULL DEFAULT ''")
    op.execute("COMMENT ON COLUMN work_order.assigned_to IS 'The id of the person it is for; empty: whoever takes it'")
