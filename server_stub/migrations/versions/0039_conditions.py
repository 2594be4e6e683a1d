"""How each terminal is, as it told last."""

from alembic import op

revision = "0039"
down_revision = "0038"

STATEMENTS = """
CREATE TABLE device_condition (
    device_uuid uuid PRIMARY KEY REFERENCES registered_devices, told bytea NOT NULL, told_at timestamptz NOT NULL);
COMMENT ON COLUMN device_condition.told IS 'JSON as sync/wire/condition.py defines it';
"""


def upgrade() -> None:
    """Make it."""
    op.execute(STATEMENTS)
