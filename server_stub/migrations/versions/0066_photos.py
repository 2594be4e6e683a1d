"""Photos of what was not as ordered: which deviation has which, the files, and the parts of those on their way."""

from alembic import op

revision = "0066"
down_revision = "0063"

STATEMENTS = """
CREATE TABLE deviation_photo (
    document_id uuid NOT NULL, n integer NOT NULL, k integer NOT NULL, shop_id uuid NOT NULL, hash text NOT NULL,
    PRIMARY KEY (document_id, n, k));
COMMENT ON TABLE deviation_photo IS 'Which photos an entry names for what was not as ordered; they come after it';
CREATE INDEX deviation_photo_hash ON deviation_photo (hash);
CREATE TABLE photo (
    hash text PRIMARY KEY, device_uuid uuid NOT NULL, content bytea NOT NULL, received_at timestamptz NOT NULL);
COMMENT ON TABLE photo IS 'JPEG files by the SHA-256 of their bytes, without what a camera wrote into them';
ALTER TABLE photo ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE TABLE photo_part (
    hash text NOT NULL, device_uuid uuid NOT NULL, content bytea NOT NULL, changed_at timestamptz NOT NULL,
    PRIMARY KEY (hash, device_uuid));
COMMENT ON TABLE photo_part IS 'What is here so far of a photo that a till is sending';
ALTER TABLE photo_part ALTER COLUMN content SET STORAGE EXTERNAL;
"""


def upgrade() -> None:
    """Make the tables."""
    op.execute(STATEMENTS)
