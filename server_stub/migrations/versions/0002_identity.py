"""People who sign in to the centre, API keys, the audit log."""

from alembic import op

revision = "0002"
down_revision = "0001"

PEOPLE = """
ALTER TABLE person ADD COLUMN password_hash text;
COMMENT ON COLUMN person.password_hash IS 'For the centre only, apart from the PIN, and never in a feed';
ALTER TABLE refresh_token ALTER COLUMN device_uuid DROP NOT NULL;
ALTER TABLE refresh_token ALTER COLUMN key_id DROP NOT NULL;
ALTER TABLE refresh_token ADD COLUMN person_id uuid REFERENCES person;
ALTER TABLE refresh_token ADD CONSTRAINT refresh_token_holder CHECK (num_nonnulls(device_uuid, person_id) = 1);
CREATE INDEX refresh_token_person ON refresh_token (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX refresh_token_expiry ON refresh_token (expires_at);
CREATE TABLE sign_in_failure (
    subject bytea PRIMARY KEY, failures integer NOT NULL, failed_at timestamptz NOT NULL,
    locked_until timestamptz);
COMMENT ON COLUMN sign_in_failure.subject IS 'SHA-256 of what was tried, known here or not';
"""

KEYS = """
CREATE TABLE api_key (
    id uuid PRIMARY KEY, name text NOT NULL, prefix text NOT NULL UNIQUE, hash bytea NOT NULL UNIQUE,
    scopes text[] NOT NULL, shop_id uuid REFERENCES shop, created_at timestamptz NOT NULL, expires_at timestamptz,
    revoked_at timestamptz, last_used_at timestamptz);
CREATE INDEX api_key_name ON api_key (name);
"""

AUDIT = """
CREATE TABLE audit (
    n bigint PRIMARY KEY, at timestamptz NOT NULL, who text NOT NULL, action text NOT NULL, subject text NOT NULL,
    detail text NOT NULL, prev_hash bytea NOT NULL, hash bytea NOT NULL);
COMMENT ON COLUMN audit.detail IS 'JSON object, byte for byte as it was hashed';
CREATE INDEX audit_action ON audit (action, n);
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit log is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_rows_stay BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_stays BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
"""


def upgrade() -> None:
    """Make the tables."""
    for part in (PEOPLE, KEYS, AUDIT):
        op.execute(part)
