"""Where an export can go: the sheet waits for no drive."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.health.health_rows import Find, Place, Tell
from desktop.ui.health.sheets import ExportSheet


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
