"""Make a backup while the centre serves: one snapshot of the database, then the uploads that it names.

Uploads are only ever added, so those that the snapshot names are there when they are copied after it. The file is
written aside, read back whole (hashes, and the rows of every table against those counted in the same snapshot),
synced, and only then gets its name: what is called a backup is a good one.
"""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from psycopg import IsolationLevel, sql

from server_stub.backup import tools
from server_stub.backup.archive import DUMP, FORMAT, UPLOADS, Manifest, Writer, check_backup
from server_stub.backup.keeping import keep_newest
from server_stub.backup.tools import find_tools
from server_stub.faults import Refusal
from server_stub.jobs.schedules import SHOPS_ZONE, choose_zone
from server_stub.version import program_version

Conn = psycopg.Connection[tuple[Any, ...]]

_TABLES = """
SELECT n.nspname, c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' ORDER BY 1, 2
"""


def make_backup(url: str, data_dir: Path, folder: Path, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Make and keep a backup in a folder; gives {"file", "sha256", "bytes", "rows", "uploads", "removed"}.

    Raises Refusal when there is no centre in the database or the file is there, Fault or OSError when it fails.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"eckwms-{now.astimezone(UTC):%Y%m%d-%H%M%S}.zip"
    aside = path.with_suffix(".part")
    if path.exists():
        raise Refusal("backup.exists", f"{path} is there already.", "Wait a second and try again.")
    aside.touch(0o600, exist_ok=False)
    with aside.open("wb") as file:
        try:
            manifest = _write(url, data_dir, file, now, zone)
            check_backup(aside)
            aside.rename(path)
        except BaseException:
            aside.unlink()
            raise
    _sync(folder)
    removed = keep_newest(folder, manifest.centre, now)
    with path.open("rb") as stored:
        sha256 = hashlib.file_digest(stored, "sha256").hexdigest()
    return {"file": str(path), "sha256": sha256, "bytes": path.stat().st_size, "rows": sum(manifest.rows.values()),
            "uploads": len(manifest.members) - 1, "removed": [str(old) for old in removed]}  # fmt: skip


def read_zone(conn: Conn) -> ZoneInfo:
    """Give the time zone by which days are told apart: as `jobs.schedules` has it, UTC in an empty database."""
    if conn.execute("SELECT to_regclass('shop')").fetchone() == (None,):
        return ZoneInfo("UTC")
    row = conn.execute(SHOPS_ZONE).fetchone()
    return choose_zone(row[0] if row else "UTC")


def count_rows(conn: Conn) -> dict[str, int]:
    """Count the rows of every table, by `schema.table`; partitions count for themselves."""
    rows = {}
    for schema, table, name in conn.execute(_TABLES).fetchall():
        counted = conn.execute(sql.SQL("SELECT count(*) FROM ONLY {}").format(sql.Identifier(schema, table)))
        rows[name] = (counted.fetchone() or (0,))[0]
    return rows


def _write(url: str, data_dir: Path, file: IO[bytes], now: datetime, zone: ZoneInfo) -> Manifest:
    """Write the whole archive from one snapshot of the database."""
    with psycopg.connect(url) as conn:
        conn.isolation_level, conn.read_only = IsolationLevel.REPEATABLE_READ, True
        epoch, centre = _read_centre(conn)
        (snapshot,) = conn.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
        found = find_tools(conn.info.server_version // 10_000)
        with zipfile.ZipFile(file, "w") as archive:
            writer = Writer(archive)
            writer.add(DUMP, now, lambda sink: tools.dump(found, url, snapshot, sink))
            rows = count_rows(conn)
            _add_uploads(writer, data_dir / UPLOADS, now)
            manifest = Manifest(
                format=FORMAT, made_at=now, day=now.astimezone(zone).date(), centre=centre, epoch=epoch,
                program=program_version(), tools=found.version, rows=rows, members=writer.members,
            )  # fmt: skip
            writer.finish(manifest)
    file.flush()
    os.fsync(file.fileno())
    return manifest


def _read_centre(conn: Conn) -> tuple[str, str]:
    """Give the epoch and the public key of the centre in the database."""
    if conn.execute("SELECT to_regclass('centre')").fetchone() == (None,):
        raise Refusal("backup.empty", "There is no centre in this database yet.")
    row = conn.execute("SELECT epoch::text, signing_key FROM centre").fetchone()
    if row is None:
        raise Refusal("backup.empty", "This centre has never run; there is nothing to copy.")
    key = Ed25519PrivateKey.from_private_bytes(row[1]).public_key()
    return row[0], key.public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def _add_uploads(writer: Writer, folder: Path, now: datetime) -> None:
    """Add every finished file under the uploads; links are not followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            writer.add(f"{UPLOADS}/{path.relative_to(folder).as_posix()}", now, _copying(path))


def _copying(path: Path) -> Callable[[IO[bytes]], None]:
    def copy(sink: IO[bytes]) -> None:
        with path.open("rb") as source:
            shutil.copyfileobj(source, sink, 1 << 20)

    return copy


def _sync(folder: Path) -> None:
    """Make the new name durable."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
