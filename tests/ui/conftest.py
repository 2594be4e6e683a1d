"""Fixtures of the window's tests."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A window with a keyboard-wedge scanner before it."""
    made = Desk()
    qtbot.addWidget(made.window)
    yield made
    made.wedge.remove(QApplication.instance())
