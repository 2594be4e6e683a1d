"""What is unsent goes to a file that proves itself, where somebody wants it; how it ended is said in a strip."""

import asyncio
import base64
import hashlib
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.faults import Fault
from desktop.operations import staff
from desktop.operations.unsent_file import export_unsent
from desktop.replication.unsent_lines import NotComplete, check_lines
from desktop.store.database import open_encrypted
from tests.terminals import BREAD, EGGS
from tests.ui.health.conftest import KEY, Health, acknowledge
from tests.ui.shift_desk import sell

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def waiting(health: Health) -> Health:
    """One sale and a manager's signing in wait; the screen is open."""
    sell(health.stage, BREAD)
    acknowledge(health.stage, 3)
    staff.sign_in(health.stage.terminal, "mira", "1234")
    health.stage.shell.show_screen("health")
    return health


def lines_of(folder: Path) -> list[bytes]:
    """The lines of the one file in a folder."""
    (file,) = folder.iterdir()
    return file.read_bytes().splitlines(keepends=True)


async def test_entries_are_exported_byte_for_byte_with_a_proof(waiting: Health, qtbot: QtBot) -> None:
    waiting.view.export.click()
    assert [key.text() for key in waiting.view.export_sheet.keys] == ["STICK", "This till", "Another folder…"]
    waiting.view.export_sheet.keys[0].click()
    await asyncio.gather(*waiting.presenter._tasks)
    exported = waiting.presenter.state.exported
    assert exported is not None
    assert waiting.view.strip.text == f"2 entries are written and checked, none is missing: {exported.file}"
    entries = [json.loads(line) for line in lines_of(waiting.folder)]
    assert [line.get("kind") for line in entries] == ["sale.completed", "staff.signed_in", None]
    assert json.loads(base64.b64decode(entries[0]["body"]))["receipt"] == "T01-000001"
    (chain,) = entries[-1]["proof"]["chains"].values()
    assert (chain["after_seq"], chain["last_seq"]) == (3, 5)
    waiting.view.strip.dismiss()
    assert waiting.presenter.state.exported is None


async def test_any_other_folder_is_chosen_without_stopping_the_window(waiting: Health, qtbot: QtBot) -> None:
    waiting.view.export.click()
    waiting.view.export_sheet.keys[-1].click()
    (dialog,) = waiting.view.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(waiting.folder))
    dialog.reject()
    await asyncio.gather(*waiting.presenter._tasks)
    assert len(lines_of(waiting.folder)) == 3
    assert not waiting.view.export_sheet.isVisible()


async def test_a_folder_that_cannot_be_written_is_said_in_the_strip(waiting: Health, qtbot: QtBot) -> None:
    waiting.folder.write_text("a file in the way")
    waiting.presenter.export(str(waiting.folder))
    await asyncio.gather(*waiting.presenter._tasks)
    assert waiting.view.strip.text == "The file cannot be written. Choose another folder, or check this disk."
    assert waiting.faults == []
    assert waiting.view.export.isEnabled()


def test_esc_leaves_the_choice_of_a_folder(waiting: Health, qtbot: QtBot) -> None:
    sheet = waiting.view.export_sheet
    waiting.view.export.setFocus()
    waiting.view.export.click()
    assert sheet.isVisible()
    assert sheet.keys[0].hasFocus()
    qtbot.keyClick(sheet.keys[0], Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert waiting.view.export.hasFocus()
    assert not waiting.presenter.state.exporting
    assert not waiting.folder.exists()


async def test_a_damaged_journal_is_exported_as_it_is(waiting: Health, qtbot: QtBot) -> None:
    terminal = waiting.stage.terminal
    sell(waiting.stage, EGGS)
    intruder = open_encrypted(terminal.database.path, KEY)
    intruder.execute("UPDATE journal SET body = CAST(replace(body, '240', '999') AS BLOB) WHERE seq = 4")
    intruder.execute("DELETE FROM journal WHERE seq = 5")
    intruder.close()
    waiting.presenter.export(str(waiting.folder))
    await asyncio.gather(*waiting.presenter._tasks)
    exported = waiting.presenter.state.exported
    assert exported is not None
    assert (exported.entries, exported.damaged) == (2, 2)
    told = "2 entries are written as they are. Damaged places: 2. Hand this file to support: "
    assert waiting.view.strip.text == told + exported.file
    lines = lines_of(waiting.folder)
    assert [fault["seq"] for fault in check_lines(lines, terminal.signer.public_key)["faults"]] == [4, 5]
    assert b"999" in base64.b64decode(json.loads(lines[0])["body"])
    assert exported.sha256 == hashlib.sha256(b"".join(lines)).hexdigest()


def place(descriptor: int) -> str:
    """The path of an open file."""
    return str(Path(f"/proc/self/fd/{descriptor}").readlink())


@ON_LINUX
def test_a_file_is_said_to_be_there_when_it_is_on_the_disk(waiting: Health, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[tuple[str, str]] = []
    sync, forget = os.fsync, os.posix_fadvise

    def fsync(descriptor: int) -> None:
        done.append(("sync", place(descriptor)))
        sync(descriptor)

    def posix_fadvise(descriptor: int, *more: int) -> None:
        done.append(("read from the disk", place(descriptor)))
        forget(descriptor, *more)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "posix_fadvise", posix_fadvise)
    part = export_unsent(waiting.stage.terminal, waiting.folder).file + ".part"
    assert done == [("sync", part), ("read from the disk", part), ("sync", str(waiting.folder))]


@ON_LINUX
def test_a_disk_that_gives_back_something_else_is_found(waiting: Health, monkeypatch: pytest.MonkeyPatch) -> None:
    def fade(descriptor: int, *_: int) -> None:
        os.truncate(place(descriptor), 100)

    monkeypatch.setattr(os, "posix_fadvise", fade)
    with pytest.raises(Fault, match=r"unsent-Till-1-.*") as told:
        export_unsent(waiting.stage.terminal, waiting.folder)
    assert told.value.code == "export.incomplete"
    assert list(waiting.folder.iterdir()) == []


def test_nothing_half_is_left_whatever_goes_wrong(waiting: Health) -> None:
    def fail(_: bytes) -> bytes:
        raise RuntimeError("the key is gone")

    terminal = waiting.stage.terminal
    signer = replace(terminal.signer, sign=fail)
    with pytest.raises(RuntimeError):
        export_unsent(replace(terminal, signer=signer), waiting.folder)
    assert list(waiting.folder.iterdir()) == []


def spoil_bit(lines: list[bytes]) -> None:
    first = json.loads(lines[0])
    first["body"] = base64.b64encode(base64.b64decode(first["body"]).replace(b"T01-000001", b"T01-000009")).decode()
    lines[0] = json.dumps(first, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def spoil_proof(lines: list[bytes]) -> None:
    lines[-1] = lines[-1].replace(b'"entries":3', b'"entries":2')


SPOILT = (
    (lambda lines: lines.pop(), "the proof is missing"),
    (lambda lines: lines.pop(0), "not those of the proof"),
    (lambda lines: lines.pop(1), "not those of the proof"),
    (lambda lines: lines.pop(2), "not those of the proof"),
    (lambda lines: lines.append(lines[0]), "behind the proof"),
    (lambda lines: lines.__setitem__(1, lines[1][:40]), "cannot be read"),
    (lambda lines: lines.insert(1, b"7\n"), "is no entry"),
    (spoil_bit, "not those of the proof"),
    (spoil_proof, "not signed by this till"),
)
"""What can happen to a file on its way, and what is said of it."""


def test_whatever_is_missing_or_changed_in_a_file_is_found(waiting: Health) -> None:
    terminal = waiting.stage.terminal
    sell(waiting.stage, EGGS)
    export_unsent(terminal, waiting.folder)
    whole = lines_of(waiting.folder)
    assert check_lines(whole, terminal.signer.public_key)["entries"] == 3
    for spoil, reason in SPOILT:
        lines = list(whole)
        spoil(lines)
        with pytest.raises(NotComplete, match=reason):
            check_lines(lines, terminal.signer.public_key)


def test_a_file_of_another_till_is_none_of_ours(waiting: Health) -> None:
    export_unsent(waiting.stage.terminal, waiting.folder)
    with pytest.raises(NotComplete, match="not signed by this till"):
        check_lines(lines_of(waiting.folder), bytes(32))
