"""What holds for every test: no screen, no way to the user's own files, no stray warning, log line or Qt message."""

import asyncio
import logging
import os
import re
import socket
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

from tests.edges import SettableClock

pytest_plugins = ["tests.postgres"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The secret store of whoever runs the tests is out of reach: no backend answers, the program takes its own file.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
for name in [name for name in os.environ if name.startswith("ECKWMS_")]:
    del os.environ[name]

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
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
