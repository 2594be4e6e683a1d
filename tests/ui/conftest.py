"""Fixtures of the window's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.language import install_language
from desktop.ui.theme.theme import apply_theme
from tests.edges import SettableClock
from tests.screens.stage import Stage, make_stage
from tests.terminals import build_terminal
from tests.ui.desk import Desk
from tests.ui.keyboard import Keyboard, Timers


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A window with a keyboard-wedge scanner before it."""
    made = Desk()
    qtbot.addWidget(made.window)
    yield made
    made.wedge.remove(QApplication.instance())


@pytest.fixture
def timers() -> Timers:
    """The waits of the window, which end when the test says so."""
    return Timers()


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SettableClock, timers: Timers) -> Iterator[Stage]:
    """A shown window over a real terminal; nobody is signed in, and time passes only when `timers` says so."""
    install_language(qapp, "en")
    apply_theme(qapp, "light", "touch", 100, 3.955)
    made = make_stage(build_terminal(tmp_path, clock), clock, timers.after)
    made.shell.resize(1366, 768)
    made.shell.show()
    made.shell.activateWindow()
    qtbot.waitUntil(made.shell.isActiveWindow)
    yield made
    made.close()


@pytest.fixture
def at_till(stage: Stage) -> Stage:
    """Anna sells, a shift is open."""
    stage.open_day()
    return stage


@pytest.fixture
def keyboard(stage: Stage) -> Iterator[Keyboard]:
    """A keyboard with a wedge scanner on it."""
    made = Keyboard(stage)
    yield made
    made.close()
