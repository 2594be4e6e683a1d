"""Servers of the eckWMS family that the proxy may reach, and codes to pair with them."""

from alembic import op

revision = "0004"
down_revision = "0003"

TABLES = """
ALTER TABLE centre ADD COLUMN require_nonce boolean NOT NULL DEFAULT false;
CREATE TABLE instance (
    id text COLLATE "C" PRIMARY KEY, name text NOT NULL, tier text NOT NULL DEFAULT 'free',
    status text NOT NULL CHECK (status IN ('active', 'pending', 'blocked')), shop_id uuid REFERENCES shop,
    public_key bytea, public_url text COLLATE "C" UNIQUE, lan_address text, proved_at timestamptz,
    asked_url text NOT NULL, local_ips text[] NOT NULL, port integer NOT NULL, traceroute text NOT NULL,
    detected_ip text NOT NULL, last_seen timestamptz NOT NULL, created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL);
COMMENT ON COLUMN instance.asked_url IS 'What it says of itself; public_url is what an admin approved and it proved';
COMMENT ON COLUMN instance.lan_address IS 'The one address inside the own network that the proxy may reach for it';
COMMENT ON COLUMN instance.shop_id IS 'Whose callers may reach it; empty for those of every shop';
CREATE TABLE instance_item (
    type text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, data json NOT NULL,
    received_at timestamptz NOT NULL, PRIMARY KEY (type, id));
CREATE TABLE proxy_call (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, who text NOT NULL, shop_id uuid,
    instance_id text COLLATE "C", method text NOT NULL, path text NOT NULL, status integer NOT NULL,
    reason text NOT NULL, request_bytes bigint NOT NULL, answer_bytes bigint NOT NULL, took_ms integer NOT NULL);
CREATE INDEX proxy_call_at ON proxy_call (at);
CREATE INDEX proxy_call_instance ON proxy_call (instance_id, id);
CREATE TABLE pairing_code (
    hash bytea PRIMARY KEY, urls text[] NOT NULL, shop_id uuid REFERENCES shop, created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL, used_at timestamptz);
COMMENT ON COLUMN pairing_code.shop_id IS 'With a shop, what the code is exchanged for carries an enrolment token';
CREATE TABLE pairing_try (address text NOT NULL, at timestamptz NOT NULL);
CREATE INDEX pairing_try_address ON pairing_try (address, at);
"""


def upgrade() -> None:
    """Make the tables."""
    op.execute(TABLES)
