"""Counts that wait, at the screen: every count beside the book, one is chosen, and only then it stands."""

from PySide6.QtWidgets import QApplication

from desktop.ui.warehouse.matters_view import MattersView
from tests.screens.gallery_counting import FIRST, deciding, tell
from tests.screens.gallery_warehouse import show
from tests.screens.stage import Stage
from tests.ui.warehouse.conftest import Press
from tests.ui.warehouse.test_home_screen import home
from tests.ui.warehouse.test_task_screen import held


def view(stage: Stage) -> MattersView:
    found = stage.shell.findChild(MattersView)
    assert found is not None
    return found


def test_a_count_is_decided_by_keys_and_the_result_is_said(stage: Stage, press: Press) -> None:
    deciding(stage)
    before = held(stage, "milk", "shelf")
    words = [key.accessibleName() for key in view(stage).counts.keys]
    assert [word in words[0] for word in ("4", "Wim Warehouse", "Book then 9", "If it stands: −5")] == [True] * 4
    assert not view(stage).decide.isEnabled(), "nothing is decided before somebody has chosen"
    press("F9")
    assert held(stage, "milk", "shelf") == before
    press("Ctrl+2", "F9")
    assert held(stage, "milk", "shelf") == before - 2000
    assert "−2" in view(stage).strip.text
    assert view(stage).listed.keys == []


def test_only_who_may_decide_is_told_that_something_waits(stage: Stage) -> None:
    show(stage)
    tell(stage, FIRST)
    QApplication.processEvents()
    assert not home(stage).decide.isVisible()
