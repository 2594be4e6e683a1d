"""Restore a backup: beside the database that is there, proved, and then both change places in one transaction.

Whatever goes wrong before that, nothing has happened. What was there stays on the server under another name. The
restored centre begins a new epoch, by which terminals know that they have to send again what it lacks.
"""

import asyncio
import os
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from server_stub.backup import tools
from server_stub.backup.archive import DUMP, UPLOADS, Manifest, check_backup, reading
from server_stub.backup.making import Conn, count_rows
from server_stub.backup.tools import find_tools
from server_stub.centre import renew_epoch
from server_stub.database import Pool, migrate, open_pool
from server_stub.faults import Fault, Refusal
from server_stub.journal.verify import verify_centre

_OWNED = "SELECT pg_has_role(datdba, 'USAGE') FROM pg_database WHERE datname = current_database()"
_EMPTY = "SELECT to_regclass('shop') IS NULL"
_BARE = """
SELECT NOT EXISTS (SELECT 1 FROM shop) AND NOT EXISTS (SELECT 1 FROM product) AND NOT EXISTS (SELECT 1 FROM entry)
    AND NOT EXISTS (SELECT 1 FROM registered_devices)
"""
_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
_HOLD_MAIL = """
UPDATE job SET dead_at = %s, lease_until = NULL, lease_by = NULL,
    last_error = 'It waited when the backup was made and may have been sent since: retry it, or discard it'
WHERE kind = 'email' AND finished_at IS NULL AND dead_at IS NULL
"""


def is_empty(url: str) -> bool:
    """Tell whether a database holds no centre's data: no tables, or no shop, product, terminal and entry."""
    with psycopg.connect(url) as conn:
        return _is_empty(conn)


def restore_backup(url: str, data_dir: Path, path: Path, now: datetime, *, force: bool = False) -> dict[str, Any]:
    """Put a backup in place of an empty database, or with `force` of any; gives what was restored and proved.

    {"file", "made_at", "epoch", "entries", "terminals", "rows", "uploads", "aside", "problems"}; `aside` is the name of
    the database that was there. Raises Refusal when the file is damaged, the database is in use or not empty, or the
    result does not verify (then only `force` takes it); Fault when the server does not let it.
    """
    with psycopg.connect(url) as conn:
        server = conn.info.server_version // 10_000
        was_empty = _check_target(conn, force=force)
        name, made = conn.info.dbname, _name(conn.info.dbname, "restored", now)
    manifest = check_backup(path)
    target = make_conninfo(url, dbname=made)
    _create(url, name, made)
    try:
        with reading(path) as (archive, _), archive.open(DUMP) as dump:
            tools.restore(find_tools(max(server, manifest.tools)), target, made, dump)
        _check_rows(target, manifest, path)
        migrate(target)
        verdict, epoch = asyncio.run(_prove(target, now))
        if verdict["problems"] and not force:
            raise Refusal("restore.unproved", f"{path.name} does not verify: {verdict['problems'][0]}",
                          "Nothing was changed. --force takes it as it is.")  # fmt: skip
        uploads = _restore_uploads(path, data_dir)
        aside = _swap(url, name, made, _name(name, "before", now))
    except BaseException:
        with suppress(psycopg.Error):
            _drop(url, made)
        raise
    if was_empty:
        _drop(url, aside)
    return {"file": str(path), "made_at": manifest.made_at.isoformat(), "epoch": epoch,
            "entries": verdict["entries"], "terminals": verdict["terminals"], "rows": sum(manifest.rows.values()),
            "uploads": uploads, "aside": "" if was_empty else aside, "problems": verdict["problems"]}  # fmt: skip


def _is_in_use(conn: Conn) -> bool:
    """Tell whether somebody else is connected; one that left a moment ago may still be listed for as long."""
    for _ in range(20):
        if conn.execute(_OTHERS).fetchone() == (0,):
            return False
        conn.execute("SELECT pg_stat_clear_snapshot(), pg_sleep(0.1)")
    return True


def _check_target(conn: Conn, *, force: bool) -> bool:
    """Tell whether the database is empty.

    Raises Refusal when it is in use, or full and not to be replaced; Fault when it belongs to another role.
    """
    if conn.execute(_OWNED).fetchone() != (True,):
        raise _rights(f"{conn.info.dbname} does not belong to {conn.info.user}")
    empty = _is_empty(conn)
    if not empty and not force:
        raise Refusal("restore.not_empty", "There is a centre in this database already.",
                      "--force puts the backup in its place and keeps it aside.")  # fmt: skip
    if _is_in_use(conn):
        raise Refusal("restore.in_use", "The database is in use.", "Stop the centre first.")
    return empty


def _is_empty(conn: Conn) -> bool:
    return conn.execute(_EMPTY).fetchone() == (True,) or conn.execute(_BARE).fetchone() == (True,)


def _check_rows(target: str, manifest: Manifest, path: Path) -> None:
    with psycopg.connect(target) as conn:
        if count_rows(conn) != manifest.rows:
            raise Fault("restore.rows", f"Not all rows of {path.name} arrived in the database.")


async def _prove(target: str, now: datetime) -> tuple[dict[str, Any], str]:
    """Verify the restored centre, begin its new epoch, and hold mail that may have gone out since."""
    async with open_pool(target, max_size=2) as pool:
        verdict = await verify_centre(pool)
        return verdict, await _begin_anew(pool, now)


async def _begin_anew(pool: Pool, now: datetime) -> str:
    async with pool.connection() as conn:
        await conn.execute(_HOLD_MAIL, (now,))
        return await renew_epoch(conn)


def _restore_uploads(path: Path, data_dir: Path) -> int:
    """Put the uploads back that are missing or differ; nothing is removed. Gives how many there are in the backup."""
    with reading(path) as (archive, manifest):
        names = [name for name in manifest.members if name != DUMP]
        for name in names:
            _restore_upload(archive, name, data_dir / UPLOADS, manifest.members[name].sha256)
    return len(names)


def _restore_upload(archive: zipfile.ZipFile, name: str, folder: Path, sha256: str) -> None:
    path = folder / name.removeprefix(f"{UPLOADS}/")
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Fault("restore.upload", f"{path} leads out of {folder}.")
    if path.is_file():
        with path.open("rb") as there:
            if file_digest(there, "sha256").hexdigest() == sha256:
                return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    with archive.open(name) as source, aside.open("wb") as sink:
        while block := source.read(1 << 20):
            sink.write(block)
        sink.flush()
        os.fsync(sink.fileno())
    aside.replace(path)


def _name(database: str, word: str, now: datetime) -> str:
    return f"{database[:30]}_{word}_{now.astimezone(UTC):%Y%m%d_%H%M%S}"


def _beside(url: str) -> psycopg.Connection[tuple[Any, ...]]:
    """Connect to the same server, but not to the database itself."""
    other = "postgres" if conninfo_to_dict(url).get("dbname") != "postgres" else "template1"
    return psycopg.connect(make_conninfo(url, dbname=other), autocommit=True)


def _create(url: str, like: str, name: str) -> None:
    """Make an empty database with the encoding and locale of another."""
    try:
        with _beside(url) as conn:
            row = conn.execute("SELECT datcollate, datctype FROM pg_database WHERE datname = %s", (like,)).fetchone()
            collate, ctype = row or ("C", "C")
            conn.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE {} LC_CTYPE {}").format(
                    sql.Identifier(name), sql.Literal(collate), sql.Literal(ctype)
                )
            )
    except psycopg.errors.InsufficientPrivilege as error:
        raise _rights(error) from error


def _rights(why: object) -> Fault:
    return Fault("restore.rights", f"The database server refuses: {why}".strip(),
                 "Name the database's owner in DATABASE_OWNER_URL, and give it the right CREATEDB for the restore."
                 )  # fmt: skip


def _swap(url: str, name: str, made: str, aside: str) -> str:
    """Let the restored database take the name, and the one that was there another: both or neither."""
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    try:
        with _beside(url) as conn, conn.transaction():
            conn.execute(rename.format(sql.Identifier(name), sql.Identifier(aside)))
            conn.execute(rename.format(sql.Identifier(made), sql.Identifier(name)))
    except psycopg.errors.ObjectInUse as error:
        raise Refusal("restore.in_use", "The database is in use.", "Stop the centre first.") from error
    return aside


def _drop(url: str, name: str) -> None:
    with _beside(url) as conn:
        conn.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
