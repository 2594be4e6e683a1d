"""One process owns a data directory: a command waits for another, and is carried out by the window when it is open."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from desktop import owner
from desktop.owner import ADDRESS_FILE, Ownership
from tests.functional.goods import figures_of, pieces
from tests.functional.programs import Office, Till


def test_a_command_waits_for_another_and_says_so_in_the_end(working: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owner, "LOCK_WAIT_S", 0.2)
    other = Ownership(working.folder)
    try:
        busy = working.run("sell", pieces(working)[0].code)
        assert (busy.exit, busy.error) == (4, "owner.busy")
        assert working.run("status").exit == 0
    finally:
        other.release()
    working.do("sell", pieces(working)[0].code)


def test_the_owner_of_the_folder_carries_a_command_out(working: Till) -> None:
    item = pieces(working)[0]
    with _owner(working):
        sold = working.do("sell", item.code)
        assert sold["receipt"].endswith("-000001")
        refused = working.run("sell", "no-such-thing")
        assert (refused.exit, refused.error) == (3, "code.unknown")
        assert working.do("sync")["unsent"] == 0
        assert working.do("status")["journal"]["head_seq"] == sold["seq"]
    working.do("sell", item.code)
    assert figures_of(working).sales == 2


@contextmanager
def _owner(till: Till) -> Iterator[None]:
    """Run a program that owns the folder as the window does, and answers on its socket."""
    command = [sys.executable, "-m", "tests.functional.owning"]
    environment = os.environ | {"ECKWMS_DATA_DIR": str(till.folder)}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        assert owner.stdin is not None
        assert owner.stdout.readline() == "ready\n"
        yield
        owner.stdin.close()
    assert owner.returncode == 0


def test_the_window_carries_commands_out_and_a_second_one_shows_the_first(office: Office, working: Till) -> None:
    item = pieces(working)[0]
    with _window(working) as window:
        assert working.run("sell", item.code).error == "staff.signed_out"  # a window begins with nobody
        office.sign_in(working)
        sold = working.do("sell", item.code)
        _until(lambda: working.do("status")["journal"]["unsent"] == 0)
        again = working.run_plain("run", as_process=True)
        assert (again.exit, again.out, again.err) == (0, "", "")
        assert window.poll() is None
        assert working.do("sync")["state"] == "level"
        assert working.do("journal", "verify")["head_seq"] >= sold["seq"]
    assert window.returncode == 0
    assert not (working.folder / ADDRESS_FILE).exists()
    working.do("sell", item.code)
    assert figures_of(working).sales == 2


@contextmanager
def _window(till: Till) -> Iterator[subprocess.Popen[bytes]]:
    """Open the real window where nobody sees it, and end it as the system does."""
    environment = os.environ | {"ECKWMS_DATA_DIR": str(till.folder), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([sys.executable, "-m", "desktop", "run"], env=environment) as window:
        try:
            _until(lambda: (till.folder / ADDRESS_FILE).exists() or window.poll() is not None)
            yield window
            window.send_signal(signal.SIGTERM)
            window.wait(30)
        finally:
            window.kill()


def _until(condition: Callable[[], bool], within_s: float = 60.0) -> None:
    pause, deadline = threading.Event(), time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        pause.wait(0.1)
