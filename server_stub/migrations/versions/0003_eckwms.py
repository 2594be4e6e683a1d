"""What eckWMS clients leave at the centre: scans, answers kept by message id, pickings, images."""

from alembic import op

revision = "0003"
down_revision = "0002"

SCANS = """
CREATE TABLE scan (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, shop_id uuid, owner text NOT NULL, device_uuid uuid,
    code text NOT NULL, symbology text NOT NULL, msg_id text NOT NULL, order_id text NOT NULL,
    priority integer NOT NULL, checksum text NOT NULL, type text NOT NULL, action text NOT NULL,
    entity_id text NOT NULL, scanned_at timestamptz NOT NULL, delivered_at timestamptz, confirmed_at timestamptz);
CREATE INDEX scan_waiting ON scan (priority DESC, id) WHERE delivered_at IS NULL;
CREATE INDEX scan_shop ON scan (shop_id, id);
CREATE INDEX scan_confirmed ON scan (confirmed_at) WHERE confirmed_at IS NOT NULL;
CREATE TABLE client_reply (
    owner text NOT NULL, operation text NOT NULL, key text NOT NULL, shop_id uuid, fingerprint bytea NOT NULL,
    status integer, body jsonb, made_at timestamptz NOT NULL, PRIMARY KEY (owner, operation, key));
CREATE INDEX client_reply_age ON client_reply (made_at);
COMMENT ON TABLE client_reply IS 'What was answered to a message that has a number: the same number gets it again';
CREATE TABLE qr_key (one boolean PRIMARY KEY DEFAULT true CHECK (one), key bytea NOT NULL, suffix text NOT NULL);
COMMENT ON TABLE qr_key IS 'The AES-192 key of this installation''s labels; without it none of them can be read again';
"""

PLACES = """
CREATE TABLE place_number (
    place_id uuid PRIMARY KEY REFERENCES place ON DELETE CASCADE,
    number bigint GENERATED ALWAYS AS IDENTITY UNIQUE);
COMMENT ON TABLE place_number IS 'Numbers for place labels (p000000000000000007), which carry no UUID';
CREATE SEQUENCE centre_movement;
COMMENT ON SEQUENCE centre_movement IS 'The centre''s own movements: seq of chain 0, from 1 (0 is the opening stock)';
CREATE TABLE shelf_count (
    product_id uuid NOT NULL, place_id uuid NOT NULL REFERENCES place, shop_id uuid NOT NULL,
    expected_milli bigint NOT NULL, counted_milli bigint NOT NULL, device_uuid uuid, counted_at timestamptz NOT NULL,
    PRIMARY KEY (product_id, place_id));
CREATE INDEX shelf_count_shop ON shelf_count (shop_id, product_id);
COMMENT ON TABLE shelf_count IS 'The last count of a product on a shelf and what the book said just before it';
"""

PICKINGS = """
CREATE TABLE picking (
    id uuid PRIMARY KEY, shop_id uuid NOT NULL REFERENCES shop, name text NOT NULL, origin text NOT NULL,
    state text NOT NULL CHECK (state IN ('assigned', 'in_progress', 'done', 'cancelled')),
    partner_name text NOT NULL, priority integer NOT NULL, to_place_id uuid NOT NULL REFERENCES place,
    scheduled_at timestamptz, created_at timestamptz NOT NULL, done_at timestamptz, UNIQUE (shop_id, name));
CREATE INDEX picking_active ON picking (shop_id, priority DESC, created_at) WHERE state IN ('assigned', 'in_progress');
CREATE INDEX picking_origin ON picking (origin) WHERE origin <> '';
CREATE TABLE picking_line (
    id uuid PRIMARY KEY, picking_id uuid NOT NULL REFERENCES picking, shop_id uuid NOT NULL, n integer NOT NULL,
    product_id uuid NOT NULL, from_place_id uuid NOT NULL REFERENCES place, quantity_milli bigint NOT NULL,
    done_milli bigint, confirmed_at timestamptz, UNIQUE (picking_id, n));
"""

PAPERS = """
CREATE TABLE uploaded_image (
    image_id uuid PRIMARY KEY, shop_id uuid, owner text NOT NULL, sha256 bytea NOT NULL, size bigint NOT NULL,
    mime text NOT NULL, uploaded_at timestamptz NOT NULL);
CREATE INDEX uploaded_image_age ON uploaded_image (shop_id, uploaded_at);
CREATE TABLE image_use (
    id uuid PRIMARY KEY, image_id uuid NOT NULL REFERENCES uploaded_image, shop_id uuid, device_uuid uuid,
    scan_mode text NOT NULL, barcode_data text NOT NULL, order_id text NOT NULL, user_id text NOT NULL,
    made_at timestamptz NOT NULL);
CREATE INDEX image_use_age ON image_use (shop_id, made_at);
CREATE TABLE client_document (
    id uuid PRIMARY KEY, shop_id uuid, owner text NOT NULL, device_uuid uuid, type text NOT NULL, format text NOT NULL,
    payload jsonb NOT NULL, made_at timestamptz NOT NULL);
CREATE INDEX client_document_age ON client_document (shop_id, made_at);
CREATE TABLE repair_order (
    number text PRIMARY KEY, shop_id uuid, serial_number text NOT NULL,
    status text NOT NULL CHECK (status IN ('pending', 'in_progress', 'completed', 'cancelled')),
    opened_at timestamptz NOT NULL, closed_at timestamptz);
CREATE INDEX repair_order_serial ON repair_order (serial_number);
"""


def upgrade() -> None:
    """Make the tables."""
    for part in (SCANS, PLACES, PICKINGS, PAPERS):
        op.execute(part)
