"""The mirror follows the journal while the line is away, bears a share that comes and goes, and ends with the wait."""

import asyncio
from pathlib import Path

import pytest

from desktop.faults import Fault
from desktop.mirroring import Mirroring
from desktop.operations import mirror
from desktop.settings import load_settings
from desktop.station import Station, open_station
from desktop.store import journal
from desktop.store.journal import HandedIn
from tests.edges import SettableClock
from tests.terminals import BREAD
from tests.test_replica_of_another_program import folder
from tests.test_restoring import open_shop, sold

__all__ = ["folder"]


def mirrored(station: Station, share: Path) -> int:
    me = station.terminal.signer.terminal
    return len(mirror.read_mirror(mirror.mirror_file(share, me), station.database_key(), me))


@pytest.mark.expects_log("no mirror")
def test_the_mirror_from_the_first_quarter_of_an_hour_to_the_end_of_the_wait(folder: Path, tmp_path: Path) -> None:
    share, told = tmp_path / "share", list[Fault]()
    flags = {"secrets": "file", "name": "Till 3", "backup_second": str(share)}
    station = open_station(load_settings(folder, flags, machine=folder / "none"), clock := SettableClock())
    mirroring = Mirroring(station, told.append)
    open_shop(station)
    asyncio.run(mirroring.look())
    assert not share.exists(), "the line may come back"
    clock.advance(minutes=15)
    asyncio.run(mirroring.look())
    count = mirrored(station, share)
    assert count == 3
    sold(station, BREAD)
    asyncio.run(mirroring.look())
    assert mirrored(station, share) == count + 1
    share.rename(tmp_path / "away")
    share.write_bytes(b"")
    for _ in range(2):
        asyncio.run(mirroring.look())
    assert [fault.code for fault in told] == ["mirror.unwritable"], "told once"
    share.unlink()
    asyncio.run(mirroring.look())
    assert mirrored(station, share) == count + 1
    with station.terminal.database.writing() as connection:
        head = journal.read_head(connection)
        journal.save_handed_in(connection, HandedIn(head.incarnation, head.seq, b"", "", b""))
    asyncio.run(mirroring.look())
    assert list(share.iterdir()) == []
    station.close()
