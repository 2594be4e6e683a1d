"""The way back of a till: a backup takes the journal's place, nothing that can be read is lost, selling goes on."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import restoring
from desktop.backing_up import BackingUp, back_up
from desktop.commands.restoring import restore
from desktop.commands.selling import sell
from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.operations import journals, shifts, staff
from desktop.owner import Ownership
from desktop.restoring import places_of
from desktop.settings import Loaded, load_settings
from desktop.station import Station
from desktop.store import journal
from desktop.store.migrate import NEWEST, keep_before
from desktop.store.terminal import Known, read_known
from sync.secrets import DATABASE_KEY
from tests.edges import SettableClock
from tests.operations.test_backups import flip
from tests.terminals import BREAD, MILK, PIN
from tests.test_replica_of_another_program import damage, folder, program

__all__ = ["folder"]


def loaded(folder: Path) -> Loaded:
    return load_settings(folder, {"secrets": "file", "name": "Till 3"}, machine=folder / "none")


def open_shop(station: Station) -> None:
    person = staff.sign_in(station.terminal, "mira", PIN)
    shifts.open_shift(station.terminal, person, 10_000)


def sold(station: Station, code: str) -> str:
    return str(asyncio.run(sell(station, items=[code]))["receipt"])


def receipts(station: Station) -> set[str]:
    with station.terminal.database.reading() as connection:
        return set(connection.exec_driver_sql("SELECT receipt FROM sale").scalars())


def reason(station: Station) -> str:
    """Why the present journal was opened."""
    with station.terminal.database.reading() as connection:
        head = journal.read_head(connection)
        entry = journal.read_entry(connection, head.incarnation, 1) if head else None
    return str(json.loads(entry.body)["reason"]) if entry else ""


@pytest.fixture
def backup(folder: Path) -> Path:
    """The backup of last night; the till has sold one thing before it and another after it."""
    with program(folder) as station:
        open_shop(station)
        sold(station, BREAD)
        made = asyncio.run(back_up(station, places_of(station.loaded)))
        sold(station, MILK)
    return Path(made.file)


def test_what_was_sold_since_is_brought_over_and_the_till_goes_on_in_a_new_journal(folder: Path, backup: Path) -> None:
    told = asyncio.run(restore(loaded(folder), SettableClock(), file=backup, force=True))
    assert (folder / told["put_aside"]).is_file()
    assert told["state"] == "offline"
    with program(folder) as station:
        assert reason(station) == "restored"
        assert receipts(station) == {"T03-000001", "T03-000002"}
        assert journals.verify_journal(station.terminal) is None
        before = journals.read_note(station.terminal)
        journals.rebuild_projections(station.terminal)
        assert journals.read_note(station.terminal) == before
        open_shop(station)
        assert sold(station, BREAD) == "T03b-000003"
        with station.terminal.database.reading() as connection:
            assert not read_known(connection, Known.RESTORED)
            assert "1 later" in read_known(connection, Known.DOUBTS)


def test_a_journal_that_can_be_read_is_not_replaced_unasked(folder: Path, backup: Path) -> None:
    with pytest.raises(Refusal, match="can be read") as raised:
        asyncio.run(restore(loaded(folder), SettableClock(), file=backup, force=False))
    assert raised.value.code == "restore.there"
    assert sorted(path.name for path in folder.glob("journal*")) == ["journal.db"]


def test_a_damaged_backup_is_refused_and_the_one_before_it_offered(folder: Path, backup: Path) -> None:
    with program(folder) as station:
        station.terminal.clock.advance(hours=1)  # type: ignore[attr-defined]
        newer = Path(asyncio.run(back_up(station, places_of(station.loaded))).file)
    flip(newer)
    with pytest.raises(Refusal) as raised:
        asyncio.run(restore(loaded(folder), SettableClock(), file=newer, force=True))
    assert raised.value.code == "backup.damaged"
    assert raised.value.remedy.endswith(str(backup))
    assert sorted(path.name for path in folder.glob("journal*")) == ["journal.db"]


def test_a_backup_of_another_till_is_refused(folder: Path, backup: Path) -> None:
    other = folder.with_name("other")
    with program(folder) as ours, program(other) as theirs:
        theirs.secrets.set(DATABASE_KEY, ours.database_key())
    (other / "journal.db").unlink()
    with pytest.raises(Refusal) as raised:
        asyncio.run(restore(loaded(other), SettableClock(), file=backup, force=False))
    assert raised.value.code == "backup.foreign"
    assert not list(other.glob("journal*"))


@pytest.mark.expects_log("no backup")
@pytest.mark.parametrize("spoil", [damage, flip])
def test_a_damaged_journal_is_followed_by_the_backup_at_the_next_start(
    folder: Path, backup: Path, spoil: Callable[[Path], None]
) -> None:
    with program(folder) as station:
        station.terminal.database.checkpoint()
    spoil(folder / "journal.db")
    with program(folder) as station:  # what is not seen at once is met by the backup of the next night
        station.terminal.clock.advance(days=1)  # type: ignore[attr-defined]
        asyncio.run(BackingUp(station, lambda fault: None).make_due())
    with program(folder) as station:
        assert reason(station) == "restored"
        assert "T03-000001" in receipts(station)
        open_shop(station)
        assert sold(station, BREAD).startswith("T03b-")
    assert list(folder.glob("journal-damaged-1.db"))


def test_a_power_cut_between_the_two_names_is_gone_on_from(folder: Path, backup: Path) -> None:
    with program(folder) as station:
        key = station.database_key()
    taken = restoring.make_ready(folder / "journal.db", key, backup, "before-restore")
    (folder / "journal.db").replace(folder / taken.aside)
    (folder / "journal.db-wal").write_bytes(b"its log")
    with program(folder) as station:
        assert (folder / "journal.db-wal").read_bytes() != b"its log", "it belongs to the file that was put aside"
        assert reason(station) == "restored"
        assert receipts(station) == {"T03-000001", "T03-000002"}
    taken = restoring.make_ready(folder / "journal.db", key, backup, "before-restore")
    with program(folder):
        assert not (folder / restoring.READY).exists(), "cut before anything was put aside: nothing has happened"


def test_a_restore_waits_until_the_window_is_closed(folder: Path, backup: Path) -> None:
    owned = Ownership(folder)
    with pytest.raises(Fault) as raised:
        asyncio.run(restore(loaded(folder), SettableClock(), file=backup, force=True))
    owned.release()
    assert raised.value.code == "owner.busy"


def test_an_older_program_goes_on_from_the_copy_of_before_the_change_of_schema(folder: Path) -> None:
    """The program was rolled back: it refuses the newer file, and its own copy of it is a backup like any other."""
    with program(folder) as station:
        open_shop(station)
        sold(station, BREAD)
        copy = keep_before(station.terminal.database, NEWEST)
        sold(station, MILK)
        with station.terminal.database.writing() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Fault) as fault, program(folder):
        pass
    assert (fault.value.code, fault.value.message.endswith(copy.name)) == ("store.newer", True)
    asyncio.run(restore(loaded(folder), SettableClock(), file=copy, force=True))
    with program(folder) as station:
        assert receipts(station) == {"T03-000001", "T03-000002"}, "what was sold since is brought over"
        open_shop(station)
        assert sold(station, BREAD) not in {"T03-000001", "T03-000002"}
