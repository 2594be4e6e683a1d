"""Messages to terminals and people, and who is connected to which process."""

from alembic import op

revision = "0006"
down_revision = "0005"

TABLES = """
CREATE TABLE message (
    id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('message', 'bundle_request')),
    audience text NOT NULL CHECK (audience IN ('till', 'person', 'shop', 'all')), target text NOT NULL,
    shop_id uuid, text text NOT NULL, author text NOT NULL, created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL);
CREATE INDEX message_target ON message (target, id);
CREATE INDEX message_expires ON message (expires_at);
COMMENT ON COLUMN message.target IS 'device_uuid, id of a person or of a shop; empty for all';
COMMENT ON COLUMN message.shop_id IS 'The shop it goes to; NULL for all';
CREATE TABLE message_receipt (
    message_id uuid NOT NULL REFERENCES message ON DELETE CASCADE, reader text NOT NULL, shop_id uuid,
    received_at timestamptz NOT NULL, PRIMARY KEY (message_id, reader));
COMMENT ON COLUMN message_receipt.reader IS 'device_uuid, or the id of a person';
CREATE UNLOGGED TABLE live_process (
    process_id uuid PRIMARY KEY, host text NOT NULL, pid integer NOT NULL, version text NOT NULL,
    started_at timestamptz NOT NULL, beat_at timestamptz NOT NULL);
CREATE UNLOGGED TABLE live_line (
    process_id uuid NOT NULL REFERENCES live_process ON DELETE CASCADE, number bigint NOT NULL,
    owner_id uuid NOT NULL, shop_id uuid, person_id uuid, since timestamptz NOT NULL,
    PRIMARY KEY (process_id, number));
CREATE INDEX live_line_owner ON live_line (owner_id);
COMMENT ON TABLE live_line IS 'Open live lines; lost in a crash of the database and written again by their processes';
"""


def upgrade() -> None:
    """Make the tables."""
    op.execute(TABLES)
