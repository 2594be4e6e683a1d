"""What holds for every test: no screen, no way to the user's own files, no stray warning, log line or Qt message."""

import asyncio
import gc
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

from tests.edges import SettableClock
from tests.in_memory import MEMORY, has_room
from tests.ports import free_ports

pytest_plugins = ["tests.postgres"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The secret store of whoever runs the tests is out of reach: no backend answers, the program takes its own file.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
for name in [name for name in os.environ if name.startswith("ECKWMS_")]:
    del os.environ[name]

# Each of thousands of sales is synced to a disk that no test pulls the plug of: in memory that takes a fifth less time.
if has_room(4 * 2**30):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

# Thousands of tests in one process hold much that stays; looking for what does not took a tenth of their time.
gc.set_threshold(5_000, 10, 10)

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run async tests that ask for Qt (`qtbot`, `qapp`) on the one loop the program has: qasync over Qt."""
    if "qapp" in getattr(item, "fixturenames", ()):
        return {"qt": qt_loop}
    return {"asyncio": asyncio.new_event_loop}


def qt_loop() -> asyncio.AbstractEventLoop:
    """Make the loop of the window."""
    import qasync
    from PySide6.QtWidgets import QApplication

    return qasync.QEventLoop(QApplication.instance() or QApplication([]))


LONG_FILES = (
    "tests/architecture/test_tools.py",
    "tests/benchmarks/test_quick.py",
    "tests/console/test_browser.py",
    "tests/ui/test_screens.py",
    "tests/ui/shell/test_long_words.py",
    "tests/server_http/test_run.py",
    "tests/functional/test_nginx.py",
    "tests/server_http/test_workers.py",
    "tests/server_http/test_access.py",
    "tests/functional/test_two_programs.py",
    "tests/functional/test_day.py",
    "tests/test_live_till.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest: at the end one of them would leave all workers but one idle."""
    places = {path: at for at, path in enumerate(LONG_FILES)}
    items.sort(key=lambda item: places.get(item.nodeid.partition("::")[0], len(places)))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home of its own: settings, data and caches of the user are never seen or touched."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return home


@pytest.fixture(scope="module", autouse=True)
def no_window_left() -> Iterator[None]:
    """Take down the windows that a file leaves: each change of the look would measure them anew in later tests."""
    yield
    gc.unfreeze()  # a window of the whole program has frozen what was there
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        for window in QApplication.topLevelWidgets():
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Gathered(logging.Handler):
    """Keeps what is logged at WARNING and above, one line per record."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record; an exception's type and text belong to it."""
        trouble = f" ({record.exc_info[1]!r})" if record.exc_info and record.exc_info[1] else ""
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}{trouble}")


def unexpected(lines: list[str], patterns: tuple[str, ...]) -> list[str]:
    """Give the log lines in which none of these regular expressions is found."""
    return [line for line in lines if not any(re.search(pattern, line) for pattern in patterns)]


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse; `@pytest.mark.expects_log("pattern")` names what is meant to be."""
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, structlog.processors.KeyValueRenderer(key_order=["event"])],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    root, gathered = logging.getLogger(), Gathered()
    handlers, level = root.handlers[:], root.level
    root.addHandler(gathered)
    yield
    root.setLevel(level)
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
    marks = [pattern for mark in request.node.iter_markers("expects_log") for pattern in mark.args]
    stray = unexpected(gathered.lines, tuple(marks))
    if stray:
        pytest.fail("logged unexpectedly:\n" + "\n".join(stray), pytrace=False)


@pytest.fixture
def clock() -> SettableClock:
    """A clock that the test sets."""
    return SettableClock()


@pytest.fixture
def free_port() -> int:
    """A loopback port that nobody listens on."""
    return free_ports(1)[0]
