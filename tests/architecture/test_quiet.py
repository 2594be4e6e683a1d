"""The suite's own promises: stray log lines fail, the user's files are out of reach, time stands still."""

import asyncio
import logging
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import keyring
import platformdirs
import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import LONG_FILES, Gathered, pytest_collection_modifyitems, unexpected

ROOT = Path(__file__).resolve().parents[2]


def test_a_stray_warning_is_found():
    gathered = Gathered()
    log = logging.Logger("till")
    log.addHandler(gathered)
    log.info("fine")
    log.warning("the drawer is stuck")
    assert unexpected(gathered.lines, ()) == ["WARNING till: the drawer is stuck"]
    assert unexpected(gathered.lines, ("drawer .* stuck",)) == []


@pytest.mark.expects_log("paper is out", "drawer=4")
def test_a_warning_that_is_meant_to_be():
    logging.getLogger("printer").warning("paper is out")
    structlog.get_logger("till").error("stuck", drawer=4)


def test_a_stray_log_line_fails_a_real_run(tmp_path):
    sample = tmp_path / "test_sample.py"
    sample.write_text("import structlog\n\ndef test_it():\n    structlog.get_logger('till').warning('stuck')\n")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-c", "pyproject.toml", sample]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert "logged unexpectedly:\nWARNING till: event='stuck'" in told.stdout
    assert "1 passed, 1 error" in told.stdout


def test_the_long_files_are_there_and_are_put_first(request):
    assert [path for path in LONG_FILES if not (ROOT / path).exists()] == []
    items = request.session.items[::-1]
    pytest_collection_modifyitems(items)
    files = list(dict.fromkeys(item.nodeid.partition("::")[0] for item in items))
    long = [path for path in LONG_FILES if path in files]
    assert files[: len(long)] == long


def test_the_home_is_the_tests_own(home):
    assert Path.home() == home
    assert Path(platformdirs.user_data_dir("eckwms")).is_relative_to(home)


def test_no_secret_store_answers():
    with pytest.raises(keyring.errors.NoKeyringError):
        keyring.get_password("eckwms", "key")


@given(st.integers())
def test_properties_live_with_the_fixtures_of_every_test(number):
    assert isinstance(number, int)


def test_the_clock_moves_when_told(clock):
    before = clock.now()
    clock.advance(minutes=5)
    assert clock.now() - before == timedelta(minutes=5)
    assert clock.now().utcoffset() is not None


async def test_async_tests_of_the_window_run_on_its_loop(qtbot):
    assert type(asyncio.get_running_loop()).__module__ == "qasync"
    await asyncio.sleep(0)


async def test_other_async_tests_need_no_qt():
    assert type(asyncio.get_running_loop()).__module__.startswith("asyncio")
