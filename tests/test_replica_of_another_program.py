"""An update of the program, or the way back, while head office is dead: the till sells at once from what it has."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.commands.selling import sell
from desktop.operations import cases, journals, shifts, staff
from desktop.replication.changes import apply_page
from desktop.replication.local_replica import LocalReplica
from desktop.screens import Screens
from desktop.settings import load_settings
from desktop.station import NotReady, Station, open_station
from desktop.store.cases import list_open
from desktop.store.database import open_encrypted
from desktop.store.replica_file import ReplicaFile
from desktop.ui.language import install_language
from desktop.ui.sound import Sounds
from desktop.ui.till.view import TillView
from sync.wire.messages import Cursor, Manifest
from sync.wire.replica import ADDED, SCHEMA
from tests.edges import SettableClock
from tests.terminals import BREAD, ENGLISH, PIN, _pages


@contextmanager
def program(folder: Path, *, writable: bool = True) -> Iterator[Station]:
    """The program from its start to its end."""
    loaded = load_settings(folder, {"secrets": "file", "name": "Till 3"}, machine=folder / "none")
    station = open_station(loaded, SettableClock(), writable=writable)
    try:
        yield station
    finally:
        station.close()


def load_goods(station: Station) -> None:
    """What the first load leaves behind."""
    with closing(ReplicaFile(*station.replica())) as replica:
        for page in _pages(ENGLISH):
            apply_page(replica, page)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data of a till at work; its centre does not answer any more."""
    folder = tmp_path / "till"
    with program(folder) as station:
        values = {"server": "http://127.0.0.1:9", "name": "Till 3", "state": "active", "shop": "s1"}
        station.keep_enrolment(**values, receipt_prefix="T03")
        journals.open_journal(station.terminal, "T03")
        load_goods(station)
    return folder


def make_released(folder: Path) -> tuple[Path, bytes]:
    """Make the replica as the released program left it, which passed over the shop's cases; gives path and key."""
    with program(folder) as station:
        path, key = station.replica()
    with closing(open_encrypted(path, key)) as connection:
        for name, statement in ADDED.items():
            if "CREATE TABLE" in statement:
                connection.execute(f'DROP TABLE "{name}"')
        connection.execute("UPDATE feed SET passed = 'case' WHERE name LIKE 'shop:%'")
    return path, key


def sells(station: Station) -> bool:
    """Whether somebody signs in and sells a bread."""
    person = staff.sign_in(station.terminal, "mira", PIN)
    shifts.open_shift(station.terminal, person, 10_000)
    sold = asyncio.run(sell(station, items=[BREAD]))
    return bool(sold["lines"][0]["name"] == "Rye bread 400 g")


def test_a_till_sells_at_once_after_an_update(folder: Path) -> None:
    path, _ = make_released(folder)
    with program(folder) as station:
        assert station.replica()[0] == path, "the same file, with what is new added"
        with station.terminal.database.reading() as connection:
            assert list_open(connection) == []
        assert cases.list_cases(station.terminal) == ()
        assert sells(station)


def test_the_window_begins_at_the_sign_in_after_an_update_and_a_scan_finds_its_product(
    folder: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    install_language(qapp, "en")
    make_released(folder)
    with program(folder) as station:
        screens = Screens(station, Sounds(enabled=False), _nothing, _nothing, _nothing)
        shell = screens.shell
        screens.begin()
        assert shell.current_key() == "sign_in", "not the first start"
        person = staff.sign_in(station.terminal, "mira", PIN)
        shifts.open_shift(station.terminal, person, 10_000)
        shell.show_screen("till")
        shell.on_scan(BREAD)
        till = shell.stack.currentWidget()
        assert isinstance(till, TillView)
        cart = till._presenter.state.cart
        assert cart is not None
        assert [line.name for line in cart.lines] == ["Rye bread 400 g"]
        screens.close()
        shell.close()
        shell.deleteLater()


def _nothing(*_: object) -> None:
    """Paper and drawer are not looked at."""


def test_what_the_older_program_passed_over_is_read_again(folder: Path) -> None:
    make_released(folder)
    with program(folder) as station:
        local = LocalReplica(station.replica, lambda feed: None)
        assert [cursor.feed for cursor in local.cursors()] == ["catalogue", "people:s1", "stock:s1"]
        local.close()


def test_a_snapshot_of_an_older_centre_gets_what_it_lacks(folder: Path) -> None:
    path, key = make_released(folder)
    older = Path(shutil.copy(path, folder / "snapshot-of-older-centre.db"))
    with closing(open_encrypted(older, key)) as connection:
        connection.execute("DELETE FROM feed WHERE name LIKE 'people:%'")
        rows = connection.execute("SELECT name, epoch, position, token FROM feed").fetchall()
    cursors = tuple(Cursor(feed=name, epoch=epoch, position=at, token=token) for name, epoch, at, token in rows)
    manifest = Manifest(schema=SCHEMA, hash="", size=0, key=key.hex(), cursors=cursors, signature=b"")
    with program(folder) as station:
        local = LocalReplica(station.replica, lambda feed: None)
        local.prepare_snapshot(older, manifest)
        local.close()
        station.terminal.database.attach_replica(older, key)
        assert cases.list_cases(station.terminal) == ()


def test_a_reader_beside_the_owner_waits_until_the_file_is_whole(folder: Path) -> None:
    make_released(folder)
    with pytest.raises(NotReady), program(folder, writable=False):
        pass
    with program(folder):
        pass
    with program(folder, writable=False) as station, station.terminal.database.reading() as connection:
        assert list_open(connection) == []


def test_a_power_cut_while_tables_are_added_leaves_a_till_that_sells(folder: Path, tmp_path: Path) -> None:
    path, key = make_released(folder)
    with closing(open_encrypted(path, key)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        for statement in ADDED.values():
            connection.execute(statement)
        connection.execute('INSERT INTO "case" SELECT hex(randomblob(900)), 1, 1, 1, 1, 1, 1, 1, 1, 1 FROM product')
        assert path.with_name(f"{path.name}-wal").stat().st_size > 0, "half of it is on the disk"
        shutil.copytree(folder, tmp_path / "cut")
    with program(tmp_path / "cut") as station:
        assert cases.list_cases(station.terminal) == ()
        assert sells(station)


def damage(path: Path) -> None:
    """Overwrite the middle of the first page."""
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 400)


def empty(path: Path) -> None:
    """What a power cut may leave of a new file."""
    path.write_bytes(b"")


@pytest.mark.parametrize("spoil", [damage, empty])
def test_a_replica_that_cannot_be_read_is_followed_by_an_empty_one(folder: Path, spoil: Callable[[Path], None]) -> None:
    with program(folder) as station:
        path, _ = station.replica()
    spoil(path)
    with program(folder) as station:
        assert station.replica()[0] != path
        load_goods(station)
        assert sells(station)


@contextmanager
def other_program() -> Iterator[None]:
    """A program whose replica this one cannot read, nor the other way round."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("feeds", "replica_file"):
            patch.setattr(f"desktop.store.{module}.SCHEMA", SCHEMA + 7)
        yield


def replica_of(folder: Path) -> Path:
    """Start and end the program; gives the replica that it takes."""
    with program(folder) as station:
        return station.replica()[0]


def test_the_way_back_finds_the_replica_that_sold(folder: Path) -> None:
    ours = replica_of(folder)
    with other_program():
        theirs = replica_of(folder)
        assert theirs != ours
        assert replica_of(folder) == theirs, "and again at its next start"
    with program(folder) as station:
        assert station.replica()[0] == ours
        assert sells(station)
    with other_program():
        assert replica_of(folder) == theirs, "when the update is tried again"
    assert set(folder.glob("replica-*.db")) == {ours, theirs}


def test_a_power_cut_before_the_new_replica_is_named_or_after_loses_none(folder: Path) -> None:
    ours = replica_of(folder)
    (folder / "replica-nobody-names.db").write_bytes(b"half")
    with other_program():
        theirs = replica_of(folder)
        theirs.unlink()  # its name was not yet on the disk
        replica_of(folder)
    with program(folder) as station:
        assert station.replica()[0] == ours
        assert sells(station)
    assert len(list(folder.glob("replica-*.db"))) == 2, "what nobody names is gone"
