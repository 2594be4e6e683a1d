"""Support bundles that tills handed in when they were asked for one, and requests that were refused there."""

from alembic import op

revision = "0012"
down_revision = "0011"

TABLES = """
CREATE TABLE support_bundle (
    message_id uuid PRIMARY KEY REFERENCES message ON DELETE CASCADE,
    device_uuid uuid NOT NULL REFERENCES registered_devices,
    shop_id uuid,
    size integer NOT NULL, sha256 bytea NOT NULL, content bytea NOT NULL, received_at timestamptz NOT NULL);
CREATE INDEX support_bundle_device ON support_bundle (device_uuid, received_at);
CREATE INDEX support_bundle_received ON support_bundle (received_at);
COMMENT ON TABLE support_bundle IS 'A zip without customer data and secrets, kept for 30 days';
COMMENT ON COLUMN support_bundle.message_id IS 'The request that it answers';
ALTER TABLE support_bundle ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE message ADD COLUMN refused_at timestamptz;
COMMENT ON COLUMN message.refused_at IS 'When a till told that somebody there said no to a bundle request';
"""


def upgrade() -> None:
    """Make the table and the column."""
    op.execute(TABLES)
