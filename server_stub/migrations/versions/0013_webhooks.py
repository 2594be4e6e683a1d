"""The console complete: deliveries of a webhook are found, the audit log by day and person, cases carry a note."""

from alembic import op

revision = "0013"
down_revision = "0012"

STATEMENTS = """
CREATE INDEX job_webhook ON job ((payload ->> 'webhook'), id) WHERE kind = 'webhook';
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_who ON audit (who, n);
ALTER TABLE cases ADD COLUMN note text NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN closed_by text NOT NULL DEFAULT '';
COMMENT ON COLUMN cases.note IS 'What a person wrote when closing it, kept when it is opened again';
COMMENT ON COLUMN cases.closed_by IS 'Login of who closed it; empty when it closed itself';
"""


def upgrade() -> None:
    """Add the indexes and columns."""
    op.execute(STATEMENTS)
