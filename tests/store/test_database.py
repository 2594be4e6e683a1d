"""The files: safe settings, clear faults, and no surprises from other versions."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from desktop.faults import Fault
from desktop.operations.terminal import Terminal
from desktop.store.database import Database, open_encrypted
from desktop.store.migrate import NEWEST, migrate, read_version
from desktop.store.tables import local
from desktop.store.topics import Topic

KEY = b"k" * 32


@pytest.fixture
def database(tmp_path: Path) -> Database:
    opened = Database(tmp_path / "journal.db", KEY)
    migrate(opened)
    return opened


def test_a_commit_is_synced(database: Database) -> None:
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA main.synchronous").scalar() == 3
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    database.reopen()
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA main.synchronous").scalar() == 3


def test_migrated_schema_is_the_declared_one(database: Database) -> None:
    declared = create_engine("sqlite://", poolclass=StaticPool)
    local.create_all(declared)
    with database.reading() as connection:
        here, there = inspect(connection), inspect(declared)
        tables = set(here.get_table_names()) - {"alembic_version"}
        assert tables == set(there.get_table_names())
        for table in tables:
            names = [(c["name"], str(c["type"]), c["nullable"], c["primary_key"]) for c in here.get_columns(table)]
            wanted = [(c["name"], str(c["type"]), c["nullable"], c["primary_key"]) for c in there.get_columns(table)]
            assert names == wanted
            assert {i["name"] for i in here.get_indexes(table)} == {i["name"] for i in there.get_indexes(table)}
    declared.dispose()


def test_newest_is_the_last_script(database: Database) -> None:
    scripts = sorted((Path(migrate.__code__.co_filename).parent / "migrations/versions").glob("*.py"))
    assert scripts[-1].name.startswith(NEWEST)
    assert read_version(database) == NEWEST
    assert migrate(database) is False


def test_a_database_of_a_newer_program_is_refused(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Fault) as fault:
        migrate(database)
    assert fault.value.code == "store.newer"


def test_a_wrong_key_is_a_fault(database: Database) -> None:
    database.close()
    with pytest.raises(Fault) as fault:
        migrate(Database(database.path, b"x" * 32))
    assert fault.value.code == "store.damaged"


def test_a_flipped_bit_is_noticed(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE filler (text TEXT)")
        connection.exec_driver_sql("INSERT INTO filler SELECT hex(randomblob(4000)) FROM journal UNION SELECT 'x'")
    with database.reading() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
    database.close()
    content = bytearray(database.path.read_bytes())
    content[len(content) // 2] ^= 1
    database.path.write_bytes(content)
    damaged = open_encrypted(database.path, KEY)
    assert damaged.execute("PRAGMA cipher_integrity_check").fetchall()
    damaged.close()


def test_a_read_only_folder_is_a_fault_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(Fault) as fault:
        migrate(Database(tmp_path / "no" / "such" / "journal.db", KEY))
    assert fault.value.code == "store.unreachable"


def test_a_checkpoint_puts_what_was_committed_into_the_file(database: Database, tmp_path: Path) -> None:
    database.checkpoint()  # the tables
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO terminal (name, value) VALUES ('told', 'yes')")
    alone = tmp_path / "alone.db"

    def told() -> list[tuple[str]]:
        alone.write_bytes(database.path.read_bytes())  # without its log
        copy = open_encrypted(alone, b"k" * 32)
        try:
            return list(copy.execute("SELECT value FROM terminal WHERE name = 'told'"))
        finally:
            copy.close()

    assert told() == []
    database.checkpoint()
    assert told() == [("yes",)]


def test_nothing_of_a_failed_transaction_stays(terminal: Terminal) -> None:
    announced: list[frozenset[Topic]] = []
    terminal.database.listen(announced.append)

    def fail() -> None:
        with terminal.database.writing(Topic.STAFF) as connection:
            connection.exec_driver_sql("INSERT INTO terminal VALUES ('name', 'x')")
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    with terminal.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM terminal WHERE name = 'name'").scalar() == 0
    assert announced == []


def test_reading_inside_writing_sees_it_and_leaves_it_alone(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO terminal VALUES ('name', 'x')")
        with database.reading() as inside:
            assert inside.exec_driver_sql("SELECT count(*) FROM terminal").scalar() == 1
        connection.exec_driver_sql("INSERT INTO terminal VALUES ('shop', 'y')")
        assert connection.in_transaction()
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM terminal").scalar() == 2


def test_two_writers_wait_for_each_other(database: Database) -> None:
    other = dbapi2.connect(str(database.path), isolation_level=None, timeout=0)
    other.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
    other.execute("BEGIN IMMEDIATE")
    with database.reading() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")
    with pytest.raises(Fault) as fault, database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO terminal VALUES ('name', 'x')")
    assert fault.value.code == "store.busy"
    other.close()
