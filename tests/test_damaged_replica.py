"""A replica in which pages went bad while the till works: what it cannot give any more is loaded anew."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.faults import Fault
from desktop.replication.local_replica import LocalReplica
from desktop.station import Station
from desktop.store.database import open_encrypted
from desktop.store.replica_file import ReplicaFile
from sync.trouble import Damaged
from sync.wire.messages import Cursor, Manifest
from sync.wire.replica import SCHEMA
from tests.test_replica_of_another_program import damage, folder, program

__all__ = ["folder"]


def all_but_the_first_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096))


@pytest.mark.parametrize("spoil", [damage, all_but_the_first_page])
def test_a_snapshot_takes_the_place_of_a_damaged_replica(folder: Path, spoil: Callable[[Path], None]) -> None:
    with program(folder) as station:
        path, key = station.replica()
        fresh = folder / "snapshot.db"
        with closing(ReplicaFile(path, key)) as whole:
            whole.copy_to(fresh)
        with closing(open_encrypted(fresh, key)) as connection:
            connection.execute("DELETE FROM feed WHERE name LIKE 'people:%'")
            rows = connection.execute("SELECT name, epoch, position, token FROM feed").fetchall()
        spoil(path)
        cursors = tuple(Cursor(feed=name, epoch=epoch, position=at, token=token) for name, epoch, at, token in rows)
        manifest = Manifest(schema=SCHEMA, hash="", size=0, key=key.hex(), cursors=cursors, signature=b"")
        local = LocalReplica(station.replica, lambda feed: None)
        with pytest.raises(Damaged):
            local.cursors()
        local.prepare_snapshot(fresh, manifest)
        local.close()
        station.terminal.database.attach_replica(fresh, key)
        with station.terminal.database.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM r.product").scalar_one() > 10


def count_goods(station: Station) -> int:
    station.terminal.database.reopen()  # nothing of it is in memory
    with station.terminal.database.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(name) FROM r.product").scalar_one())


def test_damage_that_is_met_while_selling_is_mended_at_the_next_start(folder: Path) -> None:
    with program(folder) as station:
        path, _ = station.replica()
        all_but_the_first_page(path)
        with pytest.raises(Fault):
            count_goods(station)
    with program(folder) as station:
        assert station.replica()[0] != path
        assert count_goods(station) == 0, "head office fills it"
    assert not list(folder.glob("journal-*")), "it was not the journal"
