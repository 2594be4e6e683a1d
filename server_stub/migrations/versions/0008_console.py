"""Who is signed in to the console."""

from alembic import op

revision = "0008"
down_revision = "0007"

TABLES = """
CREATE TABLE console_session (
    hash bytea PRIMARY KEY, person_id uuid NOT NULL REFERENCES person, family uuid NOT NULL,
    seen_at timestamptz NOT NULL, expires_at timestamptz NOT NULL);
CREATE INDEX console_session_expiry ON console_session (expires_at);
COMMENT ON COLUMN console_session.family IS 'The sign-in it stands for: when that ends, so does this';
"""


def upgrade() -> None:
    """Make the tables."""
    op.execute(TABLES)
