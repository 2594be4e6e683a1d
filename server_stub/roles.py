"""Two roles at one PostgreSQL: one owns the tables and migrates them, the other serves and can change no table.

`DATABASE_URL` names the role that serves, `DATABASE_OWNER_URL` the owner, at the same database. Without the second
one role does both. After every migration the owner gives the serving role what it needs: rows of all tables, but of
the journal only new ones, so that whoever takes over a serving process rewrites no history.
"""

import os

import psycopg
from psycopg import sql
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
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {role}",
)
"""The default rights are for partitions that are made while the centre serves."""
_JOURNAL = "SELECT relid::regclass::text FROM pg_partition_tree('entry')"
_LACKS = """
SELECT EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = %(schema)s::regnamespace
    AND c.relkind IN ('r', 'p', 'v', 'S') AND NOT has_table_privilege(%(role)s, c.oid, 'SELECT'))
    OR EXISTS (SELECT 1 FROM pg_proc p WHERE p.pronamespace = %(schema)s::regnamespace
        AND NOT has_function_privilege(%(role)s, p.oid, 'EXECUTE'))
    OR EXISTS (SELECT 1 FROM pg_partition_tree('entry') WHERE has_table_privilege(%(role)s, relid, 'UPDATE, DELETE'))
    OR has_table_privilege(%(role)s, 'alembic_version', 'UPDATE')
"""


def owner_url(url: str) -> str:
    """Give the address of the owner of a named database: what `DATABASE_OWNER_URL` says, else the same."""
    return os.environ.get(OWNER_VARIABLE, "") or url


def prepare(url: str) -> None:
    """Migrate a named database as its owner, and see that the role of `url` may serve. Raises Fault."""
    owner = owner_url(url)
    migrate(owner)
    if owner != url:
        allow_serving(owner, str(conninfo_to_dict(url).get("user", "")))


def allow_serving(owner: str, role: str) -> None:
    """Give a role the rights to serve, once after each migration; nothing happens when the owner itself serves."""
    try:
        with psycopg.connect(owner) as conn:
            conn.execute("SELECT pg_advisory_xact_lock(%s)", (MIGRATION_LOCK,))
            if role in ("", conn.info.user) or not _lacks(conn, role):
                return
            names = {"role": sql.Identifier(role), "schema": sql.Identifier(_SCHEMA)}
            for right in _RIGHTS:
                conn.execute(sql.SQL(right).format(**names))
            for (table,) in conn.execute(_JOURNAL).fetchall():
                conn.execute(sql.SQL("REVOKE UPDATE, DELETE ON {} FROM {role}").format(sql.SQL(table), **names))
            conn.execute(sql.SQL("REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM {role}").format(**names))
    except psycopg.OperationalError as error:
        raise unreachable(error) from error
    except psycopg.errors.UndefinedObject as error:
        raise Fault("database.role", f"The role {role} that DATABASE_URL names is not there.",
                    f"CREATE ROLE {role} LOGIN PASSWORD '...'") from error  # fmt: skip


def _lacks(conn: psycopg.Connection[tuple[object, ...]], role: str) -> bool:
    return conn.execute(_LACKS, {"role": role, "schema": _SCHEMA}).fetchone() == (True,)
