"""Keys of the terminals' databases, sealed, for the day one of them is lost."""

from alembic import op

revision = "0031"
down_revision = "0030"

STATEMENTS = """
CREATE TABLE escrow (
    device_uuid uuid PRIMARY KEY REFERENCES registered_devices, sealed bytea NOT NULL, kept_at timestamptz NOT NULL);
COMMENT ON COLUMN escrow.sealed IS 'Nonce and AES-256-GCM of the key, by a key of the secret of this centre';
"""


def upgrade() -> None:
    """Make it."""
    op.execute(STATEMENTS)
