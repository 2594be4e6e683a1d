"""A window in which somebody of the warehouse is at home."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.command_code import command_text
from tests.screens.gallery_warehouse import show
from tests.screens.stage import Stage

Press = Callable[..., None]


@pytest.fixture
def wim(stage: Stage) -> Stage:
    """Wim of the warehouse has signed in."""
    show(stage)
    return stage


@pytest.fixture
def press(stage: Stage) -> Press:
    """The codes of the till's own sheet: each presses its key."""

    def scan(*keys: str) -> None:
        for key in keys:
            stage.shell.on_scan(command_text(stage.shell.presenter.command_tag, key))
            QApplication.processEvents()

    return scan
