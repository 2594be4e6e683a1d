"""Which version of the program is the newest, and the key of who says so."""

from alembic import op

revision = "0040"
down_revision = "0045"

STATEMENTS = """
CREATE TABLE release (
    one boolean PRIMARY KEY DEFAULT true CHECK (one), manifest bytea NOT NULL, key bytea NOT NULL,
    announced_at timestamptz NOT NULL);
COMMENT ON COLUMN release.key IS 'Raw Ed25519 key of the publisher, pinned at the first announcement';
"""


def upgrade() -> None:
    """Make it."""
    op.execute(STATEMENTS)
