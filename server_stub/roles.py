"""Two roles at one PostgreSQL: one owns the tables and migrates them, the other serves and can change no table.

`DATABASE_URL` names the role that serves, `DATABASE_OWNER_URL` the owner, at the same database. Without the second
one role does both. After every migration the owner gives the serving role what it needs: rows of all tables, but of
the journal only new ones, so that whoever takes over a serving process rewrites no history.
"""

import os

import psycopg
from psycopg import pq, sql
from psycopg.conninfo import conninfo_to_dict

from server_stub.database import MIGRATION_LOCK, migrate, unreachable
from server_stub.faults import Fault

OWNER_VARIABLE = "DATABASE_OWNER_URL"
_SCHEMA = "public"
_RIGHTS = (
    "GRANT USAGE ON SCHEMA {schema} TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}",
    "GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
    "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {schema} TO {role}",
    "REVOKE EXECUTE ON FUNCTION add_month(text, date) FROM PUBLIC",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {role}",
)
"""The default rights are for partitions that are made while the centre serves; a restored database has no rights, and
then everybody may make one."""
_JOURNAL = "SELECT relid::regclass::text FROM pg_partition_tree('entry')"
_LACKS = """
SELECT EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = %(schema)s::regnamespace
    AND c.relkind IN ('r', 'p', 'v', 'S') AND NOT has_table_privilege(%(role)s, c.oid, 'SELECT'))
    OR EXISTS (SELECT 1 FROM pg_proc p WHERE p.pronamespace = %(schema)s::regnamespace
        AND NOT has_function_privilege(%(role)s, p.oid, 'EXECUTE'))
    OR EXISTS (SELECT 1 FROM pg_partition_tree('entry') WHERE has_table_privilege(%(role)s, relid, 'UPDATE, DELETE'))
    OR has_table_privilege(%(role)s, 'alembic_version', 'UPDATE')
    OR has_function_privilege('public', 'add_month(text, date)', 'EXECUTE')
"""
_ROLE = """
SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = %(role)s), rolcreaterole OR rolsuper
FROM pg_roles WHERE rolname = current_user
"""


def owner_url(url: str) -> str:
    """Give the address of the owner of a named database: what `DATABASE_OWNER_URL` says, else the same."""
    return os.environ.get(OWNER_VARIABLE, "") or url


def prepare(url: str) -> None:
    """Migrate a named database as its owner, and see that the role of `url` may serve. Raises Fault."""
    owner, role = owner_url(url), _read_role(url)
    if owner != url:
        _see_role(owner, role, str(conninfo_to_dict(url).get("password", "")))
    migrate(owner)
    if owner != url:
        allow_serving(owner, role)


def _read_role(url: str) -> str:
    """Give the role that an address means, as PostgreSQL's client reads it: `PGUSER` or a service may name it."""
    conn = pq.PGconn.connect_start(url.encode())
    try:
        return (conn.user or b"").decode()
    finally:
        conn.finish()


def _see_role(owner: str, role: str, password: str) -> None:
    """See before anything is migrated that the serving role is there; an owner who may make roles makes it."""
    try:
        with psycopg.connect(owner) as conn:
            conn.execute("SELECT pg_advisory_xact_lock(%s)", (MIGRATION_LOCK,))
            is_there, may_make = conn.execute(_ROLE, {"role": role}).fetchone() or (False, False)
            if is_there:
                return
            if not (may_make and password):
                raise Fault("database.role", f"The role {role} that DATABASE_URL names is not there.",
                            f"Once, as its administrator: CREATE ROLE {role} LOGIN PASSWORD '...'")  # fmt: skip
            sealed = conn.pgconn.encrypt_password(password.encode(), role.encode()).decode()
            conn.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(role), sql.Literal(sealed)))
    except psycopg.OperationalError as error:
        raise unreachable(error) from error


def allow_serving(owner: str, role: str) -> None:
    """Give a role the rights to serve, once after each migration; nothing happens when the owner itself serves."""
    try:
        with psycopg.connect(owner) as conn:
            conn.execute("SELECT pg_advisory_xact_lock(%s)", (MIGRATION_LOCK,))
            if role == conn.info.user or not _lacks(conn, role):
                return
            names = {"role": sql.Identifier(role), "schema": sql.Identifier(_SCHEMA)}
            for right in _RIGHTS:
                conn.execute(sql.SQL(right).format(**names))
            for (table,) in conn.execute(_JOURNAL).fetchall():
                conn.execute(sql.SQL("REVOKE UPDATE, DELETE ON {} FROM {role}").format(sql.SQL(table), **names))
            conn.execute(sql.SQL("REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM {role}").format(**names))
    except psycopg.OperationalError as error:
        raise unreachable(error) from error


def _lacks(conn: psycopg.Connection[tuple[object, ...]], role: str) -> bool:
    return conn.execute(_LACKS, {"role": role, "schema": _SCHEMA}).fetchone() == (True,)
