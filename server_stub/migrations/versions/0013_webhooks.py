"""The console complete: deliveries are found, the audit log by day and person, cases a note, codes their token."""

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
ALTER TABLE pairing_code ADD COLUMN token_hash bytea;
COMMENT ON COLUMN pairing_code.token_hash IS 'The enrolment token shown beside it; using either voids the other';
COMMENT ON COLUMN cases.closed_by IS 'Login of who closed it; empty when it closed itself';
"""


def upgrade() -> None:
    """Add the indexes and columns."""
    op.execute(STATEMENTS)
