"""What waits for head office lies on a second disk too, and comes back from there, whatever happened in between."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.staff import Person
from desktop.faults import Fault
from desktop.operations import journals, mirror, restored
from desktop.operations.terminal import Terminal
from desktop.replication.incarnations import Doubt
from desktop.replication.taking_back import take_back
from desktop.store import journal
from desktop.store.database import Database
from desktop.store.journal import HandedIn
from desktop.store.migrate import copy_aside
from tests.core import sell
from tests.edges import SettableClock
from tests.replication.test_taking_back import entries
from tests.terminals import BREAD, MILK, reopen_terminal

KEY = b"k" * 32


def in_mirror(folder: Path, key: bytes = KEY) -> list[int]:
    return [sealed.seq for sealed, _ in mirror.read_mirror(mirror.mirror_file(folder, "t1"), key, "t1")]


def test_it_is_wanted_after_a_quarter_of_an_hour(terminal: Terminal, manager: Person, clock: SettableClock) -> None:
    assert mirror.is_wanted(terminal) is False
    clock.instant += timedelta(minutes=15)
    assert mirror.is_wanted(terminal)
    hand_in(terminal, 3)
    assert mirror.is_wanted(terminal) is None


def hand_in(terminal: Terminal, seq: int) -> None:
    with terminal.database.writing() as connection:
        head = journal.read_head(connection)
        journal.save_handed_in(connection, HandedIn(head.incarnation, seq, b"", "", b""))


def test_it_grows_by_what_is_new_and_nobody_else_can_read_it(
    terminal: Terminal, manager: Person, tmp_path: Path
) -> None:
    hand_in(terminal, 1)
    marks = mirror.mirror_unsent(terminal, KEY, tmp_path / "usb", None)
    before = mirror.mirror_file(tmp_path / "usb", "t1").read_bytes()
    sell(terminal, manager, BREAD)
    mirror.mirror_unsent(terminal, KEY, tmp_path / "usb", marks)
    after = mirror.mirror_file(tmp_path / "usb", "t1").read_bytes()
    assert after.startswith(before)
    assert in_mirror(tmp_path / "usb") == [2, 3, 4]
    assert in_mirror(tmp_path / "usb", b"x" * 32) == []
    mirror.mirror_file(tmp_path / "usb", "t1").write_bytes(after[:-9])
    assert in_mirror(tmp_path / "usb") == [2, 3], "a power cut in the last line"


def test_a_second_disk_that_is_away_is_told(terminal: Terminal, manager: Person, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Fault) as raised:
        mirror.mirror_unsent(terminal, KEY, tmp_path / "file", None)
    assert raised.value.code == "mirror.unwritable"


def test_backup_then_head_office_then_mirror_make_the_whole_day(
    terminal: Terminal, manager: Person, tmp_path: Path, clock: SettableClock
) -> None:
    (tmp_path / "new").mkdir()
    copy_aside(terminal.database, "backup.db").rename(tmp_path / "new" / "journal.db")
    (tmp_path / "new" / "replica-small.db").write_bytes((tmp_path / "replica-small.db").read_bytes())
    with terminal.database.reading() as connection:
        head = journal.read_head(connection)
    sell(terminal, manager, BREAD)
    hand_in(terminal, head.seq + 1)
    at_centre = entries(terminal, head.incarnation, head.seq)
    only_here = sell(terminal, manager, MILK)
    mirror.mirror_unsent(terminal, KEY, tmp_path / "usb", None)
    opened = reopen_terminal(tmp_path / "new", clock)
    back = Terminal(opened.database, clock, terminal.signer, terminal.name)
    found = [sealed for sealed, _ in mirror.read_mirror(mirror.mirror_file(tmp_path / "usb", "t1"), KEY, "t1")]
    assert restored.take_over(back, found, list) == 0, "they do not follow what is here"
    journals.go_on_anew(back, Doubt(head.incarnation, "restored", "", head.seq))
    with back.database.writing() as connection:
        take_back(connection, at_centre)
    assert restored.take_over(back, found, list, late=True) == 1
    assert journals.verify_journal(back) is None
    with back.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT receipt FROM sale ORDER BY seq DESC").scalar() == only_here.receipt
        assert journal.read_head(connection).incarnation != head.incarnation, "what is in hand stays in hand"
        assert journal.read_unsent(connection)[0] >= 2, "it is handed in, as is the new journal"
    assert isinstance(back.database, Database)
    back.database.close()
