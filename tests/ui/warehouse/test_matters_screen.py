"""Counts that wait, at the screen: every count beside the book, one is chosen, and only then it stands."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from desktop.ui.theme.theme import active
from desktop.ui.warehouse.matters_view import MattersView
from tests.screens.gallery_approvals import ask, asking, listed
from tests.screens.gallery_counting import FIRST, deciding, tell
from tests.screens.gallery_warehouse import presenter, show
from tests.screens.gallery_warehouse import view as task_view
from tests.screens.stage import Stage
from tests.terminals import BADGE
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
    words = [key.accessibleName() for key in view(stage).choices.keys]
    assert [word in words[0] for word in ("4", "Wim Warehouse", "Book then 9", "If it stands −5")] == [True] * 4
    assert not view(stage).decide.isEnabled(), "nothing is decided before somebody has chosen"
    press("F9")
    assert held(stage, "milk", "shelf") == before
    press("Ctrl+2", "F9")
    assert held(stage, "milk", "shelf") == before - 2000
    assert "−2" in view(stage).strip.text
    assert view(stage).listed.keys == []


def test_counts_stand_side_by_side_and_the_chosen_one_is_marked(stage: Stage, press: Press) -> None:
    deciding(stage)
    cards = view(stage).choices
    QApplication.processEvents()
    tops = {key.mapTo(cards, QPoint()).y() for key in cards.keys}
    assert (len(cards.keys), len(tops)) == (3, 1)
    press("Ctrl+2", "Ctrl+2")
    assert [key.isChecked() for key in cards.keys] == [False, True, False], "a second press does not take it back"
    press("Ctrl+3")
    assert [key.isChecked() for key in cards.keys] == [False, False, True]
    cards.setFixedWidth(active().px(300))
    QApplication.processEvents()
    assert len({key.mapTo(cards, QPoint()).y() for key in cards.keys}) == 3, "there is no room beside each other"


def test_only_who_may_decide_is_told_that_something_waits(stage: Stage) -> None:
    show(stage)
    tell(stage, FIRST)
    QApplication.processEvents()
    assert not home(stage).decide.isVisible()


def test_a_write_off_above_the_limit_waits_or_is_allowed_by_a_badge(stage: Stage, press: Press) -> None:
    asking(stage)
    before = held(stage, "eggs", "shelf")
    assert task_view(stage).grant.isVisible(), "somebody may allow it at once"
    stage.scan(BADGE)
    assert held(stage, "eggs", "shelf") == before - 5000
    press("F9")
    ask(stage)
    task_view(stage).grant.shut()
    press("F7")
    finished = presenter(stage).state.finished
    assert finished is not None
    assert finished.waits
    assert held(stage, "eggs", "shelf") == before - 5000
    press("F9")
    home(stage).decide.click()
    press("Ctrl+1")
    words = [key.accessibleName().split(",")[0] for key in view(stage).choices.keys]
    assert words == ["Take it back"], "who asked sees that it waits"


def test_a_write_off_is_approved_by_keys(stage: Stage, press: Press) -> None:
    listed(stage)
    before = held(stage, "eggs", "shelf")
    [key] = view(stage).listed.keys
    assert [word in key.accessibleName() for word in ("Write-off", "19.14", "Wim Warehouse")] == [True] * 3
    press("Ctrl+1")
    eggs = view(stage).lines.pairs[0]
    assert (eggs.words, eggs.value) == ("Eggs size M, 10 pcs · shelf", "−5")
    press("F9")
    assert held(stage, "eggs", "shelf") == before, "nothing is decided before somebody has chosen"
    press("Ctrl+1", "F9")
    assert held(stage, "eggs", "shelf") == before - 5000
    assert "Approved" in view(stage).strip.text
