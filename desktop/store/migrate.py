"""Bring `journal.db` to the schema of this program, with a copy made first; Alembic is imported only for work.

A file of a newer program is refused and left alone: an update that is rolled back changes the program, never the
journal.
"""

from pathlib import Path

from sqlalchemy import Connection

from desktop.faults import Fault
from desktop.store.backup_file import find_damage
from desktop.store.database import Database
from desktop.store.reserve import free_bytes

NEWEST = "0049"
"""Revision of the newest file in `migrations/versions`; a test holds the two together."""

KEPT = 3
"""How many copies of before a change of schema stay."""
ROOM_BYTES = 64 << 20
"""What has to be free beside the copy."""
_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> bool:
    """Upgrade to NEWEST; tells whether there was work. Raises Fault when the file is newer than this program."""
    present = check_version(database)
    if present == NEWEST:
        return False
    if present is not None:
        keep_before(database, present)
    with database.writing() as connection:
        run_scripts(connection, NEWEST)
    return True


def keep_before(database: Database, present: str) -> Path:
    """Keep a copy of the file as it is, read back before anything is changed; the newest three such copies stay.

    Faults `backup.no_room` and `backup.not_read_back`: the file is untouched then, and the older program goes on.
    """
    folder, needed = database.path.parent, database.path.stat().st_size + ROOM_BYTES
    if free_bytes(folder) < needed:
        raise Fault(
            "backup.no_room",
            "There is no room for the backup",
            f"{folder}: {needed >> 20} MB are needed before the database is brought to this version",
            "Free space on that disk, or go on with the version before.",
        )
    copy = copy_aside(database, f"{database.path.stem}-before-{NEWEST}-from-{present}.db")
    wrong = find_damage(copy, database.key)
    if wrong:
        raise Fault("backup.not_read_back", "The backup does not read back", f"{copy}: {wrong}", "Check the disk.")
    older = sorted(folder.glob(f"{database.path.stem}-before-*-from-*.db"), key=lambda path: path.stat().st_mtime_ns)
    for path in older[:-KEPT]:
        path.unlink(missing_ok=True)
    return copy


def check_version(database: Database) -> str | None:
    """Give the schema version of the file, None for an empty one. Raises Fault when it is newer than this program."""
    present = read_version(database)
    if present is not None and present > NEWEST:
        raise Fault(
            "store.newer",
            "The database belongs to a newer version of the program",
            f"{database.path}: schema {present}, this program knows {NEWEST}" + _name_copy(database.path),
            "Install the newer version again; nothing was changed.",
        )
    return present


def _name_copy(path: Path) -> str:
    """Name the copy that a program of this version could go on from, as `eckwms restore` does."""
    kept = sorted(path.parent.glob(f"{path.stem}-before-*-from-{NEWEST}.db"))
    return f"; as it was before: {kept[-1]}" if kept else ""


def read_version(database: Database) -> str | None:
    """Give the schema version of the file, None for an empty one."""
    with database.reading() as connection:
        known = "SELECT 1 FROM main.sqlite_master WHERE name = 'alembic_version'"
        if connection.exec_driver_sql(known).first() is None:
            return None
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return row[0] if row else None


def copy_aside(database: Database, name: str) -> Path:
    """Copy the database, encrypted with the same key, beside itself; an older copy of that name is replaced."""
    copy = database.path.with_name(name)
    copy.unlink(missing_ok=True)
    with database.reading() as connection:
        connection.exec_driver_sql("VACUUM main INTO ?", (str(copy),))
    return copy


def run_scripts(connection: Connection, target: str) -> None:
    """Run the migration scripts up to `target` inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, target)
