"""What waits for head office lies on a second disk too, and comes back from there, whatever happened in between."""

import base64
import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.photo import Photo
from desktop.domain.staff import Person
from desktop.domain.task import TaskKind, What
from desktop.faults import Fault
from desktop.operations import journals, mirror, photos, receiving, restored, tasks
from desktop.operations.terminal import Terminal
from desktop.reading import read_code
from desktop.replication.incarnations import Doubt
from desktop.replication.mirror_lines import MirrorLines
from desktop.replication.taking_back import take_back
from desktop.replication.unsent_lines import entry_json
from desktop.restoring import PENDING, take_mirror
from desktop.store import catalogue, journal
from desktop.store import photos as kept
from desktop.store.database import Database
from desktop.store.journal import HandedIn
from desktop.store.migrate import copy_aside
from desktop.store.terminal import save_known
from tests.core import sell
from tests.edges import SettableClock
from tests.replication.test_taking_back import entries
from tests.terminals import BREAD, EGGS, MILK, reopen_terminal

KEY = b"k" * 32


def in_mirror(folder: Path, key: bytes = KEY) -> list[int]:
    return [one.sealed.seq for one in mirror.read_mirror(mirror.mirror_file(folder, "t1"), key, "t1")]


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
    found = [one.sealed for one in mirror.read_mirror(mirror.mirror_file(tmp_path / "usb", "t1"), KEY, "t1")]
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


def photographed(terminal: Terminal, person: Person) -> Photo:
    """Eggs came in damaged, with a photo of it."""
    content = b"\xff\xd8\xff eggs"
    photo = Photo(hashlib.sha256(content).hexdigest(), content)
    task = tasks.open_task(terminal, person, TaskKind.RECEIVE, place_id="shelf")
    with terminal.database.reading() as connection:
        (eggs,) = catalogue.resolve(connection, read_code(EGGS), "EUR")
    tasks.scan_goods(terminal, task.id, eggs)
    receiving.mark(terminal, task.id, What.DAMAGED)
    photos.add_photo(terminal, task.id, photo, photos.find_marked(terminal, task.id))
    receiving.post(terminal, person, task.id)
    return photo


def test_photos_lie_there_too_and_come_back(
    terminal: Terminal, manager: Person, tmp_path: Path, clock: SettableClock
) -> None:
    (tmp_path / "new").mkdir()
    copy_aside(terminal.database, "backup.db").rename(tmp_path / "new" / "journal.db")
    (tmp_path / "new" / "replica-small.db").write_bytes((tmp_path / "replica-small.db").read_bytes())
    photo = photographed(terminal, manager)
    mirror.mirror_unsent(terminal, KEY, tmp_path / "usb", None)
    mirror.mirror_file(tmp_path / "usb", "t1").rename(tmp_path / "new" / PENDING)
    opened = reopen_terminal(tmp_path / "new", clock)
    back = Terminal(opened.database, clock, terminal.signer, terminal.name)
    assert take_mirror(back, KEY, late=False) == 1
    with back.database.reading() as connection:
        assert kept.read(connection, photo.hash) == photo.content
    assert photos.count_waiting(back) == 1
    assert not (tmp_path / "new" / PENDING).exists()
    back.database.close()


def test_it_stays_until_the_photos_have_followed_their_entries(
    terminal: Terminal, manager: Person, tmp_path: Path, clock: SettableClock
) -> None:
    photo = photographed(terminal, manager)
    clock.instant += timedelta(minutes=15)
    assert mirror.is_wanted(terminal)
    with terminal.database.reading() as connection:
        head = journal.read_head(connection)
    hand_in(terminal, head.seq)
    assert mirror.is_wanted(terminal) is False, "nothing new is written, and nothing goes"
    with terminal.database.writing() as connection:
        save_known(connection, epoch="e1")
        kept.note_arrived(connection, photo.hash, "e1", "2026-11-21T10:00:00Z")
    assert mirror.is_wanted(terminal) is None


def test_a_mirror_of_an_older_program_has_no_photos(terminal: Terminal, manager: Person) -> None:
    with terminal.database.reading() as connection:
        sealed = next(journal.read_all(connection))
    lines = MirrorLines(KEY, "t1")
    content = entry_json(sealed) | {"recalled": 0, "beside": []}
    nonce = bytes(12)
    line = base64.b64encode(nonce + lines._cipher.encrypt(nonce, json.dumps(content).encode(), b"t1"))
    (one,) = lines.read([line])
    assert (one.sealed.hash, one.photos) == (sealed.hash, ())
