"""Where an export can go: sticks are found beside the window, and what is on a network is left alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.health.health_rows import Place
from desktop.ui.health.places import Find, Tell, find_sticks, linux_sticks
from desktop.ui.health.sheets import ExportSheet

MOUNTS = r"""/dev/sda2 / ext4 rw,relatime 0 0
/dev/sdb1 /media/anna/TILL\040STICK vfat rw,nosuid 0 0
/dev/sdc1 /run/media/anna/Флешка exfat rw 0 0
/dev/sdd1 /media/anna/LOCKED vfat ro,nosuid 0 0
server:/books /mnt/books nfs4 rw,hard 0 0
//server/share /mnt/share cifs rw 0 0
anna@server:/ /media/anna/far fuse.sshfs rw 0 0
/dev/sda3 /home ext4 rw 0 0
"""


@contextmanager
def asked(qtbot: QtBot, find: Find) -> Iterator[ExportSheet]:
    """The sheet of a till with a folder of its own, just opened."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    sheet = ExportSheet(host, find)
    sheet.ask(3, "/var/exports")
    yield sheet


def names(sheet: ExportSheet) -> list[str]:
    """What the keys say."""
    return [key.text() for key in sheet.keys]


def test_sticks_are_read_from_the_table_of_mounts(tmp_path: Path) -> None:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS, encoding="utf-8")
    assert linux_sticks(table) == [
        Place("TILL STICK", "/media/anna/TILL STICK"),
        Place("Флешка", "/run/media/anna/Флешка"),
    ]


def test_the_sheet_does_not_wait_for_a_drive_that_hangs(qtbot: QtBot) -> None:
    with asked(qtbot, lambda tell: None) as sheet:
        assert sheet.isVisible()
        assert names(sheet) == ["This till", "Another folder…"]


def test_a_stick_that_is_found_later_comes_first_and_has_the_focus(qtbot: QtBot) -> None:
    told: list[Tell] = []
    with asked(qtbot, told.append) as sheet:
        other = Thread(target=told[0], args=((Place("STICK", "/media/stick"),),))
        other.start()
        other.join()
        assert names(sheet) == ["This till", "Another folder…"], "nothing is drawn by another thread"
        qtbot.waitUntil(lambda: names(sheet) == ["STICK", "This till", "Another folder…"])
        assert sheet.keys[0].hasFocus()
        assert sheet.panel.geometry().contains(sheet.keys[-1].geometry().translated(sheet.panel.pos()))


def test_this_machine_is_looked_at_in_a_thread(qtbot: QtBot) -> None:
    told: list[object] = []
    find_sticks(told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
