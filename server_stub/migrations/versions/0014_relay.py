"""What servers of the family leave here for each other; and rights for a serving role that changes no table."""

from alembic import op

revision = "0014"
down_revision = "0013"

TABLES = """
CREATE TABLE relay_node (
    instance_id text COLLATE "C" PRIMARY KEY, mesh_id text COLLATE "C" NOT NULL, external_ip text NOT NULL,
    port integer NOT NULL, status text NOT NULL, base_url text NOT NULL, lan_url text NOT NULL,
    node_role text NOT NULL, last_seen timestamptz NOT NULL);
CREATE INDEX relay_node_mesh ON relay_node (mesh_id, last_seen);
COMMENT ON TABLE relay_node IS 'Servers of the relay as they describe themselves; none of it is used as an address';
CREATE TABLE relay_packet (
    id uuid PRIMARY KEY, mesh_id text COLLATE "C" NOT NULL, target_id text COLLATE "C" NOT NULL,
    sender_id text NOT NULL, payload bytea NOT NULL, nonce bytea NOT NULL, created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL);
CREATE INDEX relay_packet_target ON relay_packet (target_id, mesh_id, created_at, id);
CREATE INDEX relay_packet_expiry ON relay_packet (expires_at);
CREATE TABLE relay_task (
    id uuid PRIMARY KEY, target_id text COLLATE "C" NOT NULL, sender_id text NOT NULL, kind text NOT NULL,
    payload json NOT NULL, created_at timestamptz NOT NULL, acked_at timestamptz, result json);
CREATE INDEX relay_task_waiting ON relay_task (target_id, created_at, id) WHERE acked_at IS NULL;
CREATE INDEX relay_task_age ON relay_task (created_at);
ALTER FUNCTION add_month(text, date) SECURITY DEFINER SET search_path = public, pg_temp;
REVOKE ALL ON FUNCTION add_month(text, date) FROM PUBLIC;
"""
"""The month's partition is made with the owner's rights, so that the role that serves needs none to change tables."""


def upgrade() -> None:
    """Make the tables."""
    op.execute(TABLES)
