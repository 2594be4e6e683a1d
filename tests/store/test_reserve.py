"""The day the disk is full: what was kept free is given back, and the next try works."""

from pathlib import Path

import pytest

from desktop.faults import Fault
from desktop.store import reserve
from desktop.store.database import Database


def test_the_reserve_is_really_on_the_disk_and_made_once(tmp_path: Path) -> None:
    assert reserve.keep_reserve(tmp_path) > 0
    kept = tmp_path / reserve.FILE
    assert kept.stat().st_blocks * 512 >= reserve.RESERVE_BYTES
    made_at = kept.stat().st_mtime_ns
    reserve.keep_reserve(tmp_path)
    assert kept.stat().st_mtime_ns == made_at


def test_there_is_none_where_the_disk_is_low(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reserve, "LOW_BYTES", 1 << 60)
    assert reserve.keep_reserve(tmp_path) < reserve.LOW_BYTES
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_lets_go_of_it(tmp_path: Path) -> None:
    database = Database(tmp_path / "journal.db", b"k" * 32)
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE x (y)")
    (tmp_path / reserve.FILE).write_bytes(b"room")
    with database.reading() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=2")
    with pytest.raises(Fault) as raised, database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO x VALUES (zeroblob(100000))")
    assert raised.value.code == "store.full"
    assert not (tmp_path / reserve.FILE).exists()
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO x VALUES (zeroblob(100000))")
    database.close()
