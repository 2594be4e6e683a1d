"""Files of earlier versions come to this one whole, a copy is kept and read back first, and nothing is half done."""

import gzip
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from desktop.faults import Fault
from desktop.store import migrate as migrating
from desktop.store.backup_file import find_damage, reading_copy
from desktop.store.database import Database
from desktop.store.migrate import NEWEST, migrate, read_version, run_scripts

KEY = b"k" * 32
SCRIPTS = sorted(path.name[:4] for path in (Path(migrating.__file__).parent / "migrations/versions").glob("0*.py"))
RELEASED = ("0001", *SCRIPTS[-3:-1])
"""The first schema and the two before this one."""
REAL = Path(__file__).with_name("journal-0017.gz")
"""What the program of schema 0017 left after a shift at a counter: its own file, packed without its key."""
_CART = '{"lines": []}'
_SAMPLE: dict[str, Any] = {"INTEGER": 1, "TEXT": "x", "BLOB": b"\x00\xff", "BOOLEAN": 1, "VARCHAR": "x"}


def made(path: Path, version: str) -> Database:
    """A file as a program of that version left it, with a row in each of the tables that are facts or work in hand."""
    database = Database(path, KEY)
    with database.writing() as connection:
        run_scripts(connection, version)
        for table in ("journal", "cart", "terminal"):
            columns = connection.exec_driver_sql(f"PRAGMA main.table_info('{table}')").all()
            values = [_CART if column[1] == "content" and table == "cart" else _sample(column[2]) for column in columns]
            marks = ", ".join("?" * len(values))
            connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", tuple(values))
    return database


@pytest.fixture(params=RELEASED)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A file of an earlier version."""
    database = made(tmp_path / "journal.db", request.param)
    yield database
    database.close()


def _sample(kind: str) -> Any:
    return _SAMPLE.get(kind.partition("(")[0], "x")


def rows(connection: Any, table: str) -> list[tuple[Any, ...]]:
    """What stands in a table; of a cart only that it is there, later versions keep its lines elsewhere."""
    return [tuple(row)[: 1 if table == "cart" else 3] for row in connection.exec_driver_sql(f"SELECT * FROM {table}")]


def test_a_file_of_an_earlier_version_is_brought_here_and_kept_as_it_was(older: Database, tmp_path: Path) -> None:
    version = read_version(older)
    with older.reading() as connection:
        before = {table: rows(connection, table) for table in ("journal", "terminal", "cart")}
    assert migrate(older)
    with older.reading() as connection:
        assert {table: rows(connection, table) for table in before} == before
    assert read_version(older) == NEWEST
    copy = tmp_path / f"journal-before-{NEWEST}-from-{version}.db"
    assert find_damage(copy, KEY) == ""
    with reading_copy(copy, KEY) as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == version
        assert rows(connection, "journal") == before["journal"]


def test_the_journal_of_a_program_of_then_is_brought_here_with_its_chain(tmp_path: Path) -> None:
    plain, path = tmp_path / "plain.db", tmp_path / "journal.db"
    plain.write_bytes(gzip.decompress(REAL.read_bytes()))
    with closing(dbapi2.connect(plain)) as opened:
        opened.execute(f"ATTACH '{path}' AS kept KEY \"x'{KEY.hex()}'\"")
        opened.execute("SELECT sqlcipher_export('kept')")
    database = Database(path, KEY)
    facts = "SELECT seq, kind, header, body, prev_hash, hash, signature FROM journal ORDER BY position"
    money = "SELECT receipt, total_minor FROM sale ORDER BY receipt"
    with database.reading() as connection:
        before = [connection.exec_driver_sql(query).all() for query in (facts, money)]
    assert migrate(database)
    with database.reading() as connection:
        assert [connection.exec_driver_sql(query).all() for query in (facts, money)] == before
    hashes = [entry.hash for entry in before[0]]
    assert [entry.prev_hash for entry in before[0][1:]] == hashes[:-1]
    assert (len(before[1]), read_version(database)) == (3, NEWEST)
    database.close()


def test_without_room_for_the_copy_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = made(tmp_path / "journal.db", SCRIPTS[-2])
    monkeypatch.setattr(migrating, "free_bytes", lambda folder: 1 << 20)
    with pytest.raises(Fault) as fault:
        migrate(database)
    assert (fault.value.code, read_version(database)) == ("backup.no_room", SCRIPTS[-2])
    database.close()


def test_a_copy_that_does_not_read_back_stops_the_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = made(tmp_path / "journal.db", SCRIPTS[-2])
    copied = migrating.copy_aside

    def spoilt(database: Database, name: str) -> Path:
        copy = copied(database, name)
        content = bytearray(copy.read_bytes())
        content[len(content) // 2] ^= 1
        copy.write_bytes(content)
        return copy

    monkeypatch.setattr(migrating, "copy_aside", spoilt)
    with pytest.raises(Fault) as fault:
        migrate(database)
    assert (fault.value.code, read_version(database)) == ("backup.not_read_back", SCRIPTS[-2])
    database.close()


def test_three_copies_stay_and_an_older_program_names_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        (tmp_path / f"journal-before-000{number}-from-000{number}.db").write_bytes(b"")
    database = made(tmp_path / "journal.db", SCRIPTS[-2])
    migrate(database)
    kept = sorted(path.name for path in tmp_path.glob("*-before-*"))
    assert kept[-1] == f"journal-before-{NEWEST}-from-{SCRIPTS[-2]}.db"
    assert len(kept) == migrating.KEPT
    monkeypatch.setattr(migrating, "NEWEST", SCRIPTS[-2])  # the program before this one
    with pytest.raises(Fault) as fault:
        migrate(database)
    assert fault.value.code == "store.newer"
    assert fault.value.message.endswith(kept[-1])
    database.close()


def test_a_change_that_fails_in_the_middle_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = made(tmp_path / "journal.db", SCRIPTS[-2])
    scripts = migrating.run_scripts

    def cut(connection: Any, target: str) -> None:
        scripts(connection, target)
        raise Fault("store.disk", "The disk reported an error", "in the middle", "")

    monkeypatch.setattr(migrating, "run_scripts", cut)
    with pytest.raises(Fault, match="The disk reported an error"):
        migrate(database)
    assert read_version(database) == SCRIPTS[-2]
    database.close()
