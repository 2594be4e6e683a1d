"""A backup is one instant of the journal, read back whole; what is damaged is said, and the one before it is found."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.backup import Backup, BackupState, is_due, last_due, list_surplus, name_backup
from desktop.domain.clock import iso
from desktop.domain.staff import Person
from desktop.faults import Fault
from desktop.operations import backups
from desktop.operations.backups import Places
from desktop.operations.terminal import Terminal
from desktop.store.backup_file import Stopped, reading_copy
from tests.core import sell
from tests.edges import SettableClock
from tests.terminals import BREAD, MILK

KEY = b"k" * 32
Spoil = Callable[[Path], None]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "backups", tmp_path / "share" / "till 1")


def sold_in(path: Path) -> int:
    with reading_copy(path, KEY) as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM sale").scalar_one())


def test_a_backup_is_one_instant_while_sales_go_on(
    terminal: Terminal, manager: Person, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.backup_file.ASKED_EVERY", 100)
    sold = [sell(terminal, manager, BREAD)]
    asked = 0

    def going() -> bool:
        nonlocal asked
        asked += 1
        if asked % 50 == 0:
            sold.append(sell(terminal, manager, MILK))
        return True

    made = backups.make_backup(terminal, KEY, places, going)
    inside = [sale.seq for sale in sold if sale.seq <= made.head_seq]
    assert len(inside) < len(sold), "something was sold in the middle of it"
    assert sold_in(Path(made.file)) == len(inside)
    assert Path(made.second).read_bytes() == Path(made.file).read_bytes()
    for folder in places.all():
        assert [path.name for path in folder.iterdir()] == [Path(made.file).name], "nothing lies beside it"


def test_one_that_is_left_off_leaves_nothing(terminal: Terminal, manager: Person, places: Places) -> None:
    with pytest.raises(Stopped):
        backups.make_backup(terminal, KEY, places, lambda: False)
    assert list(places.folder.iterdir()) == []


def flip(path: Path) -> None:
    """One bit of one page."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def cut(path: Path) -> None:
    """What a full share may leave."""
    path.write_bytes(path.read_bytes()[: 40 * 4096])


def other(path: Path) -> None:
    """A file of another kind, or of another key."""
    path.write_bytes(b"PK" * 4096)


@pytest.mark.parametrize("spoil", [flip, cut, other])
def test_a_damaged_one_is_refused_and_the_one_before_it_found(
    terminal: Terminal, manager: Person, clock: SettableClock, tmp_path: Path, spoil: Spoil
) -> None:
    places = Places(tmp_path / "backups")
    older = backups.make_backup(terminal, KEY, places)
    clock.advance(hours=1)
    newest = backups.make_backup(terminal, KEY, places)
    spoil(Path(newest.file))
    with pytest.raises(Fault, match="does not read back") as raised:
        backups.prove_backup(Path(newest.file), KEY)
    assert raised.value.code == "backup.not_read_back"
    assert backups.find_good(places, "t1", KEY) == Path(older.file)
    assert backups.find_good(places, "t1", KEY, before=Path(older.file).name) is None


def test_an_entry_that_was_changed_before_it_was_copied_is_found(
    terminal: Terminal, manager: Person, places: Places
) -> None:
    with terminal.database.writing() as connection:
        connection.exec_driver_sql("UPDATE journal SET body = x'00' WHERE seq = 2")
    with pytest.raises(Fault, match="entry 2"):
        backups.make_backup(terminal, KEY, places)
    assert list(places.folder.iterdir()) == []


def test_a_damaged_journal_is_told_apart_from_a_disk_of_backups_that_fails(
    terminal: Terminal, manager: Person, places: Places, tmp_path: Path
) -> None:
    terminal.database.close()
    flip(terminal.database.path)
    with pytest.raises(Fault) as raised:
        backups.make_backup(terminal, KEY, places)
    assert raised.value.code == "store.damaged"
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with pytest.raises(Fault) as raised:
        backups.make_backup(terminal, KEY, Places(blocked))
    assert raised.value.code == "backup.unwritable"


def test_a_share_that_is_away_is_told_and_the_first_copy_stays(
    terminal: Terminal, manager: Person, places: Places, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Fault) as raised:
        backups.make_backup(terminal, KEY, replace(places, second=tmp_path / "file"))
    assert raised.value.code == "backup.second"
    assert backups.find_good(places, "t1", KEY)


def test_of_eight_days_seven_stay_and_strangers_are_left_alone() -> None:
    first = datetime(2026, 11, 1, 1, tzinfo=UTC)
    days = [name_backup("Till 1", "t1", first + timedelta(days=day)) for day in range(8)]
    again = name_backup("Till 1", "t1", first + timedelta(days=7, hours=3))
    twice = name_backup("Till 1", "t1", first + timedelta(days=3, hours=-1))
    strange = [name_backup("Till 1", "t2", first), "notes.txt"]
    assert set(list_surplus([*days, again, twice, *strange], "t1")) == {days[0], twice}


def test_it_is_due_at_two_or_at_the_next_start() -> None:
    night = datetime(2026, 11, 21, 2, tzinfo=UTC)
    made = BackupState(Backup("x", "2026-11-21T02:00:30.000+00:00", 1, 1, 1, ""))
    assert is_due(BackupState(), night)
    assert not is_due(made, night + timedelta(hours=23, minutes=59))
    assert is_due(made, night + timedelta(hours=24))
    assert is_due(made, night + timedelta(days=3, hours=9)), "the till was off"
    assert last_due(night - timedelta(seconds=1)) == datetime(2026, 11, 20, 2)  # noqa: DTZ001  the clock on the wall


@pytest.mark.parametrize("day", ["2026-03-29", "2026-06-10", "2026-10-25"], ids=["no 02:00", "one 02:00", "two 02:00"])
def test_every_night_has_one_backup_whatever_the_clock_does(day: str) -> None:
    zone = ZoneInfo("Europe/Berlin")
    noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=zone).astimezone(UTC)
    state, made = BackupState(Backup("x", iso(noon - timedelta(days=3)), 1, 1, 1, "")), list[datetime]()
    for minutes in range(-2 * 24 * 60, 24 * 60, 5):
        fixed = (noon + timedelta(minutes=minutes)).astimezone(zone)
        now = datetime.fromisoformat(iso(fixed))  # as the machine's clock tells it: with an offset, without a zone
        if is_due(state, now):
            state = BackupState(Backup("x", iso(now), 1, 1, 1, ""))
            made.append(now)
    first, *nights = made
    assert first == noon - timedelta(days=2)
    assert [(night.date() - first.date()).days for night in nights] == [1, 2, 3]
    assert all(night.hour in (2, 3) for night in nights)


def test_how_it_went_is_remembered(terminal: Terminal, manager: Person, places: Places) -> None:
    made = backups.make_backup(terminal, KEY, places)
    backups.note_made(terminal, made)
    backups.note_failed(terminal, Fault("backup.no_room", "", "12 MB", ""))
    with terminal.database.reading() as connection:
        state = backups.read_state(connection)
    assert (state.made, state.trouble, state.detail) == (made, "backup.no_room", "12 MB")
    assert state.is_overdue(terminal.clock.now())
